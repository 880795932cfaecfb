import Dossier
import Language
import Testing

@testable import Reading

/// Figures and times that the words around them tie to one of several like things.
@Suite struct AccountsOccasionTests {
  private let quake = "A magnitude-5.9 quake shook the northern island at 9:30 a.m. on Sunday."

  @Test(arguments: [
    "The northern island quake on Sunday was followed by one of magnitude 3.1.",
    "An aftershock of magnitude 3.1 shook the northern island on Sunday.",
    "A magnitude-3.1 quake shook the northern island at 9:40 p.m. on Sunday.",
    "A magnitude-6.6 quake shook the northern island in June 2012.",
    "Quakes of around magnitude 3 are common on the northern island.",
    "A magnitude-3.1 quake had shaken the northern island earlier.",
  ])
  func anotherThingsFigureIsNoClash(right: String) throws {
    #expect(try verdict(NumberJudge(), quake, right) == "nothing")
    #expect(try verdict(NumberJudge(), right, quake) == "nothing")
  }

  @Test(arguments: [
    "The quake on the northern island was of magnitude 5.2.",
    "A magnitude-5.2 quake shook the northern island at 9:45 a.m. on Sunday.",
    "A magnitude-5.2 quake, the strongest in years, shook the northern island.",
  ])
  func oneThingsFigureIs(right: String) throws {
    #expect(try verdict(NumberJudge(), quake, right).hasPrefix("number/contradiction"))
  }

  /// Who gives the other's figure too tells of two things.
  @Test func whatADocumentKnowsIsNoClash() throws {
    var pair = try pair(quake, "The quake on the northern island was of magnitude 5.2.")
    #expect(NumberJudge().judge(pair) != nil)
    pair.background.measures = [1: ["magnitude": [5.2, 5.9]]]
    #expect(NumberJudge().judge(pair) == nil)
  }

  @Test func aShareIsNoOtherCount() throws {
    let whole = "Orlov had eight children by his wife and a harbour singer."
    #expect(try verdict(NumberJudge(), whole, "Orlov had five children by his wife.", actors: ["Orlov"]) == "nothing")
    #expect(
      try verdict(
        NumberJudge(), whole, "Orlov had five children by his wife and the harbour singer.", actors: ["Orlov"]
      )
      .hasPrefix("number/"))
  }

  /// Which one is meant, where there are several.
  @Test func sizesThatNameAreNone() throws {
    var pair = try pair(
      "The harbour firm Penta will sell the 11-inch model of the folding lamp.",
      "The harbour firm Penta will sell the 15-inch model of the folding lamp.")
    pair.background.counts = ["inch": 2]
    #expect(NumberJudge().judge(pair) == nil)
  }

  @Test func aMonthAndAWeekdayAreOfTwo() throws {
    let left = "A strong quake shook the northern island of Norburg on Sunday."
    let right = "A strong quake shook the northern island of Norburg in September."
    #expect(try verdict(DateJudge(), left, right) == "nothing")
  }

  /// A sentence without a time tells of what the one before dates.
  @Test func whatGoesOnAboutAnOldThingIsOld() {
    func recalled(_ text: String) -> [Int] {
      let source = SourceText(text)
      let document = Document(id: Document.ID(0), path: "a.txt", name: "a", text: source)
      var extractor = ClaimExtractor()
      return extractor.claims(
        of: document, text: Analyser().analyse(source, blocks: [source.span]), statements: [], mentions: []
      ).map(\.recalled.count)
    }
    #expect(recalled("In June 2012 a ferry sank. The ferry had left Norburg. It was old.") == [0, 1, 1])
    #expect(recalled("In June 2012 a ferry sank. The mayor left Norburg.") == [0, 0])
    #expect(recalled("On Sunday a ferry sank. The ferry had left Norburg.") == [0, 0])
  }
}
