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
    let divergence = try #require(StanceJudge().judge(pair(left, right)))
    #expect(divergence.reason.contains(pole))
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

  /// Axes of one family meet where one thing or one actor is spoken of.
  @Test func setsReadinessAgainstShow() throws {
    let left = "The envoy underlined the readiness of Dorn for talks."
    let right = "The general called the offers of Dorn mere political theater."
    #expect(try verdict(StanceJudge(), left, right, actors: ["Dorn"]).hasPrefix("stance/"))
    let other = "The general called the offers of Lind mere political theater."
    #expect(try verdict(StanceJudge(), left, other, actors: ["Dorn", "Lind"]) == "nothing")
  }

  /// Who backs the one and fights the other is of one mind.
  @Test func supportOfOneIsNotAgainstOppositionToAnother() throws {
    let left = "The bishop praised Orlov for the harbour plan."
    let actors = ["Orlov", "Marsh"]
    #expect(
      try verdict(StanceJudge(), left, "The union criticised Orlov for the harbour plan.", actors: actors)
        .hasPrefix("stance/"))
    #expect(
      try verdict(StanceJudge(), left, "The union criticised Marsh for the harbour plan.", actors: actors) == "nothing")
  }

  /// What is listed after the first thing that one is called is said of the same one.
  @Test func aPoleInAListIsOfItsSubject() throws {
    let actors = ["Orlov"]
    let pair = try pair("Orlov is a loser, a liar and a cheat.", "A bell rang.", actors: actors)
    #expect(pair.left.projections.contains { pair.left.words[$0.words.lowerBound].norm == "liar" })
    #expect(
      pair.left.projections.allSatisfy {
        pair.left.words[$0.words.lowerBound].norm != "liar" || $0.subject == .actor(0)
      })
  }

  /// What people do is nobody's in particular.
  @Test func whatAnybodyDoesIsNotAgainstWhatOneDoes() {
    func marks(_ told: String) -> Int {
      let documents = [
        "Anna Orlov is doubling down on her support for closing the northern harbour of Norburg. The mayor of Norburg, Carl "
          + "Marsh, listened to the sailors on Monday.",
        "The sailors of the northern harbour of Norburg waited on Monday. \(told) Carl Marsh, the mayor of Norburg, spoke of "
          + "the sailors.",
      ].enumerated().map { index, string in
        let text = SourceText(string)
        return Document(
          id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: text,
          blocks: [Block(span: text.span, kind: .paragraph)])
      }
      return DossierReader().read(documents).disagreements.count { $0.kind == .stance }
    }
    #expect(marks("People back down with Anna Orlov.") == 0)
  }

  @Test func sourcesWithoutANameTakeNoSide() throws {
    let told = "The official, who was not authorized to speak about the harbour, praised the plan."
    let pair = try pair(told, "The harbour plan was authorized in May.")
    let permission = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == "permission" })
    #expect(pair.left.projections.filter { $0.axis == permission }.isEmpty)
    #expect(!pair.right.projections.filter { $0.axis == permission }.isEmpty)
    #expect(!pair.left.projections.isEmpty)
  }

  /// What the table says of a word, turned by the words around it.
  @Test(arguments: [
    ("The union withdrew its support.", "support", -1), ("The union gave its support.", "support", 1),
    ("The harbour is less safe.", "safety", -1), ("The harbour is safe.", "safety", 1),
    ("The captain does not have the experience.", "fitness", -1),
  ])
  func turnsThePoleOfWhatIsLessSoOrTakenBack(sentence: String, axis: String, pole: Int) throws {
    let pair = try pair(sentence, "A bell rang.")
    let number = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == axis })
    #expect(pair.left.projections.filter { $0.axis == number }.map(\.pole) == [pole])
  }

  @Test func whoBlamesThisAndHailsThatTakesOneSide() throws {
    let actors = ["Orlov", "Marsh"]
    let left = "Orlov criticised the harbour board."
    #expect(try verdict(StanceJudge(), left, "Marsh praised the harbour board.", actors: actors).hasPrefix("stance/"))
    #expect(try verdict(StanceJudge(), left, "Orlov praised the new bridge.", actors: actors) == "nothing")
  }

  @Test func helpingToDoAThingIsNoHelp() throws {
    let pair = try pair("The storm helped sink the ferry.", "The storm helped the fishermen.")
    let help = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == "harm" })
    #expect(pair.left.projections.filter { $0.axis == help && $0.pole > 0 }.isEmpty)
    #expect(pair.right.projections.contains { $0.axis == help && $0.pole > 0 })
  }

  @Test func countsNegationIn() throws {
    let pair = try pair("The union does not support the treaty.", "The union supports the treaty.")
    let support = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == "support" })
    #expect(pair.left.projections.filter { $0.axis == support }.map(\.pole) == [-1])
    #expect(pair.right.projections.filter { $0.axis == support }.map(\.pole) == [1])
  }

  @Test func isNotAgainstWhatItPutsAnotherInPlaceOf() throws {
    let pair = try pair("They meet not for dialogue, but for a result.", "They do not meet for dialogue.")
    let talk = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == "negotiation" })
    #expect(pair.left.projections.filter { $0.axis == talk }.isEmpty)
    #expect(pair.right.projections.filter { $0.axis == talk }.map(\.pole) == [-1])
  }

  @Test(arguments: [
    ("He may lose, not only because he supports the treaty.", "supports"),
    ("The dam is not the mayor's only worry.", "worry"), ("It was not the first protest.", "protest"),
    ("He refused to apologise for an outrageous remark.", "outrageous"),
  ])
  func deniesNeitherNotOnlyNorAnEpithet(sentence: String, word: String) throws {
    let claim = try pair(sentence, "The harbour was shut.").left
    #expect(claim.words.first { $0.norm == word }?.isNegated == false)
  }

  @Test func takesNoSideInAnAge() throws {
    let pair = try pair("A 21-year-old sailor took the new boat.", "An old sailor took the boat.")
    let novelty = try #require(AxisLexicon.shared.axes.firstIndex { $0.name == "novelty" })
    #expect(pair.left.projections.filter { $0.axis == novelty }.map(\.pole) == [1])
    #expect(pair.right.projections.filter { $0.axis == novelty }.map(\.pole) == [-1])
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

  @Test func takesWhatIsYetToBeDoneForNotDone() throws {
    let left = "The senator endorsed the harbour treaty on Friday."
    let right = "The senator has yet to endorse the harbour treaty."
    #expect(try verdict(NegationJudge(), left, right).hasPrefix("negation/shift"))
  }

  @Test(arguments: [
    ("The senator did not sign the harbour treaty.", "The senator never signed the harbour treaty."),
    ("The senator might sign the harbour treaty.", "The senator did not sign the harbour treaty."),
    ("The senator signed the harbour treaty.", "The gardener did not sign a parcel."),
    // One did, another did not do another thing.
    (
      "Two captains won the harbour race in rough May weather.",
      "Our sailors do not win in the harbour, in May or in rough weather."
    ),
    // What there is none of allowed it: nobody says that it did not.
    ("The absence of guards allowed the harbour theft in May.", "A broken lock allowed the harbour theft in May."),
    // Who sent it, nobody says.
    ("The senator did not send the lewd harbour photo.", "They laughed at a lewd harbour photo sent from his desk."),
  ])
  func leavesAloneWhatAgreesOrIsElsewhere(left: String, right: String) throws {
    #expect(try verdict(NegationJudge(), left, right) == "nothing")
  }

  /// Some write it in two.
  @Test(arguments: [
    ("The cease-fire broke.", "A ceasefire was signed.", 1), ("They fear lay-offs.", "No layoffs came.", 1),
    ("A storm-torn ferry sank.", "A storm came.", 1), ("A two - way road was built.", "The twoway was shut.", 0),
  ])
  func aHyphenMakesNoOtherWord(left: String, right: String, shared: Int) throws {
    #expect(try pair(left, right).shared.count == shared)
  }
}
