import Dossier
import Language
import Testing

@testable import Reading

@Suite struct AccountsStanceTests {
  @Test(arguments: [
    (
      "The minister underlined Ruritania's readiness for talks with the rebels.",
      "The general saw no real willingness in Ruritania for talks with the rebels.", "ready"
    ),
    ("The senator praised the harbour treaty.", "The union denounced the harbour treaty.", "praise"),
    (
      "The court said that the harbour decree was lawful.", "Three critics said that the harbour decree was illegal.",
      "lawful"
    ),
    (
      "The mayor called the story about the bridge true.", "The company called the story about the bridge false.",
      "true"
    ),
  ])
  func marksOppositePoles(left: String, right: String, pole: String) throws {
    let finding = try #require(StanceJudge().judge(pair(left, right)))
    #expect(finding.reason.contains(pole))
  }

  @Test(arguments: [
    // Two negators cancel.
    ("A meeting of the presidents is not ruled out.", "The presidents accept a meeting."),
    ("The senator praised the harbour treaty.", "The senator hailed the harbour treaty."),
    ("Is the harbour decree lawful?", "Was the harbour decree illegal?"),
    ("The mayor opened a bakery.", "The bishop described an owl."),
  ])
  func leavesAloneWhatStandsTogether(left: String, right: String) throws {
    #expect(try verdict(StanceJudge(), left, right) == "nothing")
  }

  @Test func countsNegationIn() throws {
    let pair = try pair("The union does not support the treaty.", "The union supports the treaty.")
    let support = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == "support" })
    #expect(pair.left.projections.filter { $0.axis == support }.map(\.pole) == [-1])
    #expect(pair.right.projections.filter { $0.axis == support }.map(\.pole) == [1])
  }

  @Test func doesNotDenyWhatIsOnlyNotDisputed() throws {
    let pair = try pair("The office did not dispute that the envoy had lied.", "The envoy lied.")
    let lied = pair.left.words.first { $0.norm == "lied" }
    #expect(lied?.isNegated == false)
  }
}

@Suite struct AccountsFrameTests {
  @Test func marksAnotherAimOfOneVisit() throws {
    let left = "The purpose of the visit was to win Ruritania for the alliance."
    let right = "The visit is aimed at lower prices for timber."
    #expect(try verdict(FrameJudge(kind: .purpose), left, right).hasPrefix("purpose/framing"))
  }

  @Test(arguments: [
    ("The purpose of the visit was to join the war.", "The visit is aimed at further aggression."),
    ("The purpose of the visit was to buy timber.", "The bridge is aimed at lorries."),
  ])
  func leavesAloneAimsThatAgreeOrDiffer(left: String, right: String) throws {
    #expect(try verdict(FrameJudge(kind: .purpose), left, right) == "nothing")
  }
}

@Suite struct AccountsNegationTests {
  @Test func marksOneSideNegated() throws {
    let left = "The senator signed the harbour treaty in the capital."
    let right = "The senator did not sign the harbour treaty in the capital."
    #expect(try verdict(NegationJudge(), left, right) == "negation/contradiction: signed ≠ not sign")
  }

  @Test(arguments: [
    ("The senator did not sign the harbour treaty.", "The senator never signed the harbour treaty."),
    ("The senator might sign the harbour treaty.", "The senator did not sign the harbour treaty."),
    ("The senator signed the harbour treaty.", "The gardener did not sign a parcel."),
  ])
  func leavesAloneWhatAgreesOrIsElsewhere(left: String, right: String) throws {
    #expect(try verdict(NegationJudge(), left, right) == "nothing")
  }
}

@Suite struct AccountsContrastTests {
  private let contrast = PairContrast()

  @Test(arguments: [
    ("A girl plays the piano in the garden.", "A girl plays the flute in the garden.", Disagreement.Kind.incompatible),
    ("Two men wait near the yellow line.", "Two men wait far from the yellow line.", .antonym),
    ("Three ships left the harbour at dawn.", "Nine ships left the harbour at dawn.", .number),
    ("Marek Dorn is a painter from Oslo.", "Marek Dorn is not a painter from Oslo.", .negation),
    ("The Dorn bridge was built in 1931 by the crown.", "The Dorn bridge was built in 1957.", .number),
  ])
  func marks(premise: String, hypothesis: String, kind: Disagreement.Kind) {
    let result = contrast.contrast(premise: premise, hypothesis: hypothesis)
    #expect(result.label == .contradiction)
    #expect(result.kind == kind)
    #expect(abs(result.scores.values.reduce(0, +) - 1) < 1e-9)
  }

  @Test(arguments: [
    "The mayor never opened the bridge.", "No ship left.", "", "“", "Only 3 of 40 men were not paid in 1931.",
  ])
  func neverSetsAStatementAgainstItself(statement: String) {
    #expect(contrast.contrast(premise: statement, hypothesis: statement).label != .contradiction)
  }

  @Test func knowsThatAWineMayBeAChampagne() {
    #expect(WordRelations.shared.excludingKind("wine", "champagne") == nil)
    #expect(WordRelations.shared.excludingKind("beer", "coffee") != nil)
  }
}
