import Testing

@testable import Language

@Suite struct NameMatcherTests {
  private let matcher = NameMatcher()

  @Test(arguments: [
    ("Marta Voss", "Marta Voss", "exact"),
    ("MARTA VOSS", "Marta Voß", "case or marks"),
    ("Voss, Marta", "Marta Voss", "reordered"),
    ("Dr. Marta Voss", "Marta Voss", "title"),
    ("M. Voss", "Marta Voss", "initial"),
    ("Bill Marsh", "William Marsh", "nickname"),
    ("Aleksandr Grinko", "Alexander Grinko", "variant spelling"),
    ("Voss", "Marta Voss", "containment"),
    ("Ivan Petrovich Grinko", "Ivan Grinko", "containment"),
    ("Norland Steel Limited", "Norland Steel Ltd.", "legal form"),
    ("World Grain Council", "WGC", "acronym"),
    ("Kyiv", "Kiev", "place variant"),
    ("MartaVoss", "Marta Voss", "joined"),
    ("Марта Восс", "Marta Voss", "transliteration"),
  ])
  func takesForOne(_ left: String, _ right: String, _ rule: String) {
    let match = matcher.compare(left, right)
    #expect(match.same)
    #expect(match.rule == rule)
  }

  @Test(arguments: [
    ("Vladimir Grinko", "Vladimir Marsh"), ("Dmitry Marsh", "Dmitry Voss"), ("Anna Voss", "Peter Voss"),
    ("Kyiv", "Kharkiv"), ("Bank of Norland", "Bank of Sudland"), ("Hans O Marsh", "Peter Joachim Marsh"), ("", "Voss"),
    ("Sergey Ivanovich Grinko", "Sergey Petrovich Grinko"), ("Mr Voss", "Ms Voss"), ("King Marsh", "Queen Marsh"),
  ])
  func keepsApart(_ left: String, _ right: String) {
    let match = matcher.compare(left, right)
    #expect(!match.same)
    #expect(!match.isSure)
  }

  @Test func isSureOfVariantsButNotOfMisspellings() {
    #expect(matcher.compare("Volodymyr Grinko", "Vladimir Grinko").isSure)
    let misspelt = matcher.compare("Marta Grinkovaz", "Marta Grinkova")
    #expect(misspelt.same && !misspelt.isSure)
  }

  @Test(arguments: [
    ("Marta Voss", "Voss"), ("WGC", "World Grain Council"), ("Bill Marsh", "William Marsh"), ("A B C", "J. Marsh"),
    ("\u{0}\u{301}", "’’"), ("---", "Marta"), ("(((", ")))"), ("99999999999999999999", "9"),
  ])
  func doesNotDependOnOrder(_ left: String, _ right: String) {
    let (one, other) = (matcher.compare(left, right), matcher.compare(right, left))
    #expect(one.same == other.same)
    #expect(abs(one.score - other.score) < 1e-9)
    #expect((0...1).contains(one.score))
  }

  @Test func takesVeryLongNames() {
    let long = String(repeating: "Anna Maria ", count: 500)
    #expect((0...1).contains(matcher.compare(long, "Anna").score))
  }
}

@Suite struct NamePartsTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    ("lukashenko", "lukaschenko"), ("grinkov", "grinkow"), ("sergey", "sergei"), ("chernov", "tschernov"),
  ])
  func soundsAlike(_ left: String, _ right: String) {
    #expect(NameSound.close(bytes(left)) == NameSound.close(bytes(right)))
  }

  @Test(arguments: [("abcd", "abdc", 1), ("abc", "", 3), ("kitten", "sitting", 3), ("same", "same", 0)])
  func countsEdits(_ left: String, _ right: String, _ distance: Int) {
    #expect(editDistance(bytes(left), bytes(right)) == distance)
  }

  @Test func readsTitlesFormsAndNumbers() {
    #expect(PreparedName("President Marta Voss").words.map(\.folded) == [bytes("marta"), bytes("voss")])
    #expect(PreparedName("Norland A.G.").forms.count == 1)
    #expect(PreparedName("Brigade Forty-Four").words.last?.number == 44)
  }
}
