import Dossier
import Testing

@testable import Language

@Suite struct NameFinderTests {
  private func names(_ string: String) -> [String] {
    let text = SourceText(string)
    return Analyser().analyse(text, blocks: [text.span]).names.map { "\(text[$0.span])/\($0.kind.rawValue)" }
  }

  @Test func findsNamesOfEveryKind() {
    #expect(
      names("President Maria Kowalska of Poland met German ministers at the United Nations in Geneva on Friday.")
        == ["Maria Kowalska/PER", "Poland/LOC", "German/MISC", "United Nations/ORG", "Geneva/LOC"])
  }

  @Test func leavesTitleAndPossessiveOut() {
    let found = names("Prime Minister Anna Lindholm's visit surprised Senator Tom Bakker.")
    #expect(found == ["Anna Lindholm/PER", "Tom Bakker/PER"])
  }

  @Test func findsNothingInPlainWords() {
    #expect(names("The weather was fine and nobody had anything to say about it.").isEmpty)
  }

  @Test func aWeekdayOrADashIsNoName() {
    let found = names("Anna Lindholm said on Tuesday — and again Wednesday – that Tom Bakker had left Monday.")
    #expect(found == ["Anna Lindholm/PER", "Tom Bakker/PER"])
  }

  @Test(arguments: ["", " ", "\u{0}\u{1}\u{1B}[31m", "’’’ ““ ”", "\u{301}\u{200D}\u{FEFF}", "A", "٣٤ 中文 Привет 👩‍👩‍👧"])
  func takesAnything(_ string: String) {
    let text = SourceText(string)
    let analysed = Analyser().analyse(text, blocks: [text.span])
    for name in analysed.names {
      #expect(text.span.contains(name.span))
      #expect(analysed.tokens.indices.contains(name.tokens.lowerBound))
    }
  }

  @Test func keepsOrderAndConfidenceInRange() {
    let text = SourceText(
      "Reporters from Kenya and Peru asked Olga Petrova. Petrova left Lima. LIMA, PERU: OLGA PETROVA LEFT.")
    let found = Analyser().analyse(text, blocks: [text.span]).names
    for (left, right) in zip(found, found.dropFirst()) { #expect(left.span.end <= right.span.start) }
    for name in found { #expect((0...1).contains(name.confidence)) }
  }
}

@Suite struct LetterFoldingTests {
  @Test(arguments: [
    ("Zełeński", "zelenski"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("Ærø", "aero"), ("O’Neill", "o'neill"),
    ("Нью-Йорк", "нью-йорк"), ("Nguyễn", "nguyen"), ("e\u{301}", "e"), ("Đoković", "dokovic"), ("中文", "中文"), ("", ""),
  ])
  func folds(_ word: String, _ expected: String) {
    #expect(String(decoding: LetterFolding.folded(word), as: UTF8.self) == expected)
  }
}

@Suite struct FingerprintTableTests {
  @Test func findsEveryKeyAndHardlyAnyOther() {
    let keys = (0..<5000).map { NameHash.key(9, UInt64($0)) }.sorted()
    let bytes = FingerprintTable.encode(keys, bits: 12)
    bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress else { return }
      let table = FingerprintTable(start)
      #expect(table.byteCount == bytes.count)
      for (index, key) in keys.enumerated() { #expect(table.index(of: key) == index) }
      let wrong = (0..<5000).filter { table.index(of: NameHash.key(10, UInt64($0))) >= 0 }.count
      #expect(wrong < 20)
    }
  }
}
