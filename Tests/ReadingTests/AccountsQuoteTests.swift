import Dossier
import Language
import Testing

@testable import Reading

@Suite struct AccountsQuoteTests {
  /// Two sentences of two documents, the quoted words of each said by the actor of that number.
  private func quoted(_ left: String, by one: Int?, _ right: String, by other: Int?) throws -> ClaimPair {
    var pair = try pair(left, right, actors: ["Dorn", "Lind"])
    pair.left.held = held(pair.left, by: one)
    pair.right.held = held(pair.right, by: other)
    return pair
  }

  private func held(_ claim: Claim, by actor: Int?) -> [Claim.Held] {
    let inside = claim.words.indices.filter { claim.words[$0].isQuoted }
    guard let first = inside.first, let last = inside.last else { return [] }
    return [
      Claim.Held(
        words: first..<last + 1, statement: Statement.ID(0), kind: .direct, actor: actor.map(Actor.ID.init),
        cue: .asserts)
    ]
  }

  @Test func marksTheSameWordsOfTwoSpeakers() throws {
    let divergence = try #require(
      QuoteJudge().judge(
        quoted(
          "“The harbour treaty ruined every fishing village,” Dorn said.", by: 0,
          "Lind said: “The harbour treaty ruined every fishing village.”", by: 1)))
    #expect(divergence.kind == .attribution)
    #expect(divergence.relation == .contradiction)
  }

  /// Few words of two speakers are one utterance only where they are the same to the letter.
  @Test func fewWordsOfTwoSpeakersMustBeTheSame() throws {
    let left = "“The harbour plan failed us,” Dorn said."
    #expect(try QuoteJudge().judge(quoted(left, by: 0, "Lind said: “The harbour plan failed us.”", by: 1)) != nil)
    #expect(try QuoteJudge().judge(quoted(left, by: 0, "Lind said: “A harbour plan failed him.”", by: 1)) == nil)
  }

  @Test func marksAQuotationCutBeforeTheWordsThatTakeASide() throws {
    let divergence = try #require(
      QuoteJudge().judge(
        quoted(
          "“The harbour treaty helps villages and we reject it,” Dorn said.", by: 0,
          "“The harbour treaty helps villages,” Dorn said.", by: 0)))
    #expect(divergence.kind == .wording)
    #expect(divergence.relation == .framing)
    #expect(divergence.reason == "{A} quotes on to “{a}”, where {B} stops at “{b}”.")
  }

  @Test func saysOnWhichSideTheQuotationGoesOn() throws {
    let divergence = try #require(
      QuoteJudge().judge(
        quoted(
          "“The harbour treaty helps villages,” Dorn said.", by: 0,
          "“The harbour treaty helps villages and we reject it,” Dorn said.", by: 0)))
    #expect(divergence.reason == "{B} quotes on to “{b}”, where {A} stops at “{a}”.")
  }

  @Test(
    arguments: [
      // The same speaker.
      (
        "“The harbour treaty ruined every fishing village,” Dorn said.", 0,
        "Dorn said: “The harbour treaty ruined every fishing village.”", 0
      ),
      // Nobody knows who spoke.
      (
        "“The harbour treaty ruined every fishing village,” Dorn said.", 0,
        "“The harbour treaty ruined every fishing village.”", nil
      ),
      // Other words.
      (
        "“The harbour treaty ruined every fishing village,” Dorn said.", 0,
        "“Timber prices doubled in northern forests,” Lind said.", 1
      ),
      // No quotation.
      (
        "The harbour treaty ruined every fishing village.", nil, "The harbour treaty ruined every fishing village.", nil
      ),
      // It goes on, but takes no side.
      (
        "“The harbour treaty helps villages in the north,” Dorn said.", 0,
        "“The harbour treaty helps villages,” Dorn said.",
        0
      ),
    ] as [(String, Int?, String, Int?)])
  func leavesAlone(left: String, one: Int?, right: String, other: Int?) throws {
    #expect(try QuoteJudge().judge(quoted(left, by: one, right, by: other)) == nil)
  }

  @Test func leavesOneDocumentAlone() throws {
    var pair = try quoted(
      "“The harbour treaty ruined every fishing village,” Dorn said.", by: 0,
      "Lind said: “The harbour treaty ruined every fishing village.”", by: 1)
    pair.right.passage.document = pair.left.passage.document
    #expect(QuoteJudge().judge(pair) == nil)
  }

  @Test func marksWhatIsSaidAfterTheSameWords() throws {
    let divergence = try #require(
      QuoteJudge().judge(
        quoted(
          "Dorn called for a “balanced approach” with some cuts and some growth.", by: 0,
          "Dorn wanted a “balanced approach” of spending cuts and higher taxes.", by: 0)))
    #expect(divergence.kind == .wording)
    #expect(divergence.relation == .framing)
    #expect(divergence.reason.hasPrefix("After the same words"))
  }
}
