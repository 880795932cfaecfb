import Dossier
import Testing

@testable import Reading

@Suite struct AccountsRolesTests {
  private let actors = ["Anna Berg", "Carl Dorn", "Emil Falk"]

  @Test(arguments: [
    ("Anna Berg accused Carl Dorn of theft.", "Carl Dorn accused Anna Berg of theft."),
    ("Anna Berg hired Carl Dorn in the harbour.", "Anna Berg was hired by Carl Dorn in the harbour."),
    // In another word.
    ("A passer-by, Anna Berg, dragged Carl Dorn from the water.", "Carl Dorn pulled Anna Berg from the water."),
  ])
  func marksDoerAndTargetExchanged(left: String, right: String) throws {
    #expect(try verdict(RolesJudge(), left, right, actors: actors).hasPrefix("roles/tension"))
  }

  @Test(arguments: [
    // Who meets is met.
    ("Anna Berg met Carl Dorn.", "Carl Dorn met Anna Berg."),
    ("Anna Berg accused Carl Dorn of theft.", "Carl Dorn accused Emil Falk of theft."),
    ("Anna Berg accused Carl Dorn of theft.", "Carl Dorn was accused of theft by Anna Berg."),
    // Who blames is blamed back in other words.
    ("Anna Berg criticised Carl Dorn.", "Carl Dorn denounced Anna Berg."),
    ("Anna Berg accused Carl Dorn of theft.", "Did Carl Dorn accuse Anna Berg of theft?"),
    ("Anna Berg accused Carl Dorn of theft.", "They asked if Carl Dorn would accuse Anna Berg of theft."),
  ])
  func leavesAloneWhatAgrees(left: String, right: String) throws {
    #expect(try verdict(RolesJudge(), left, right, actors: actors) == "nothing")
  }
}

@Suite struct AccountsPlaceTests {
  private let actors = ["Norburg", "Sudheim", "Anna Berg"]

  @Test func aTownInAStateIsInTheState() throws {
    let actors = ["Norburg, Sud.", "Sudheim"]
    let left = "The stolen silver bell of the old convent was found in Norburg, Sud. on a boat."
    let right = "The stolen silver bell of the old convent was found in Sudheim."
    #expect(try verdict(PlaceJudge(), left, right, actors: actors, places: [0, 1]) == "nothing")
  }

  @Test func marksOneThingAtTwoPlaces() throws {
    let left = "The stolen silver bell of the old convent was found in Norburg."
    let right = "The stolen silver bell of the old convent was found in Sudheim."
    #expect(
      try verdict(PlaceJudge(), left, right, actors: actors, places: [0, 1]) == "place/contradiction: Norburg ≠ Sudheim"
    )
  }

  @Test(arguments: [
    (
      "The stolen silver bell of the old convent was found in Norburg.",
      "The stolen silver bell of the old convent was found in Norburg."
    ),
    // One place may lie in the other.
    (
      "The stolen silver bell of the old convent was found in Norburg.",
      "The stolen silver bell of the old convent was found in Sudheim, in Norburg."
    ),
    ("The bell was found in Norburg.", "The mayor slept in Sudheim."),
  ])
  func leavesAloneWhatMayBeOnePlace(left: String, right: String) throws {
    #expect(try verdict(PlaceJudge(), left, right, actors: actors, places: [0, 1]) == "nothing")
  }

  @Test func knowsPlacesThatSomeSentenceNamesTogether() throws {
    var pair = try pair(
      "The stolen silver bell of the old convent was found in Norburg.",
      "The stolen silver bell of the old convent was found in Sudheim.", actors: actors, places: [0, 1])
    pair.background.neighbours = [0: [0, 1], 1: [0, 1]]
    #expect(PlaceJudge().judge(pair) == nil)
  }
}

@Suite struct AccountsDoubtTests {
  @Test func marksWhatOneReporterDoubts() throws {
    let found = try verdict(
      DoubtJudge(), "The letter misleadingly stated that the harbour audit cleared the treasurer of fraud.",
      "The harbour audit cleared the treasurer of fraud.")
    #expect(found.hasPrefix("stance/tension: misleadingly"))
  }

  @Test(arguments: [
    // Both doubt it.
    (
      "The letter falsely stated that the harbour audit cleared the treasurer of fraud.",
      "The claim that the harbour audit cleared the treasurer of fraud is baseless."
    ),
    // The doubt is a speaker's own word, in marks.
    (
      "Critics called “misleading” the harbour audit that cleared the treasurer of fraud.",
      "The harbour audit cleared the treasurer of fraud."
    ),
    ("The shop falsely labelled its honey.", "The harbour audit cleared the treasurer of fraud."),
  ])
  func leavesAloneWhatIsNotTheReportersDoubt(left: String, right: String) throws {
    #expect(try verdict(DoubtJudge(), left, right) == "nothing")
  }
}

@Suite struct AccountsNamingTests {
  private let actors = ["Anna Berg", "Carl Dorn"]

  @Test func marksOneActorNamedFromOppositePoles() throws {
    let pair = try pair(
      "The dictator Anna Berg opened the harbour.", "The president, Anna Berg, opened the harbour.", actors: actors)
    let divergence = try #require(NamingJudge().judge(pair))
    #expect(divergence.kind == .wording)
    #expect(divergence.relation == .framing)
    #expect(divergence.topic != nil)
  }

  @Test(arguments: [
    ("The dictator Anna Berg opened the harbour.", "The president, Carl Dorn, opened the harbour."),
    ("The president, Anna Berg, opened the harbour.", "The president, Anna Berg, closed the harbour."),
  ])
  func leavesAloneOtherActorsAndLikeNames(left: String, right: String) throws {
    #expect(try verdict(NamingJudge(), left, right, actors: actors) == "nothing")
  }
}

@Suite struct AccountsShiftTests {
  private let actors = ["Anna Berg", "Carl Dorn"]
  private let left = "After a week of rain Anna Berg is ready for talks on the harbour treaty with Carl Dorn."
  private let right =
    "Anna Berg told sailors in June that she was unwilling to discuss the harbour treaty with Carl Dorn."

  @Test func marksOneHolderAtTwoEventsAsShift() throws {
    let pair = try pair(left, right, actors: actors, speakers: [0, 0], isOneEvent: false)
    #expect(pair.time == .different)
    #expect(StanceJudge().judge(pair)?.relation == .shift)
  }

  @Test func marksNoShiftWithinOneEvent() throws {
    #expect(try StanceJudge().judge(pair(left, right, actors: actors, speakers: [0, 0])) == nil)
  }

  @Test func neverContradictsAcrossEvents() throws {
    let pair = try pair(left, right, actors: actors, speakers: [0, 1], isOneEvent: false)
    #expect(StanceJudge().judge(pair)?.relation == .tension)
  }

  @Test func doesNotSetTheReadinessOfOneAgainstTheRefusalOfAnother() throws {
    let found = try verdict(
      StanceJudge(), "Anna Berg is ready for talks on the harbour.", "Carl Dorn is unwilling to talk on the harbour.",
      actors: actors, speakers: [0, 1])
    #expect(found == "nothing")
  }
}

@Suite struct AccountsScopeTests {
  @Test func doesNotDenyWhatADefinitePhraseTakesAsKnown() throws {
    let pair = try pair("The guard did not support the army in its invasion of the island.", "An owl slept.")
    #expect(pair.left.words.first { $0.norm == "support" }?.isNegated == true)
    #expect(pair.left.words.first { $0.norm == "invasion" }?.isNegated == false)
  }

  @Test func whereThereIsNoneOfSomethingIsNotDenied() throws {
    let pair = try pair(
      "The minister said there is no crisis in the occupied valley.", "The minister spoke of the valley.")
    #expect(pair.left.words.first { $0.norm == "crisis" }?.isNegated == true)
    #expect(pair.left.words.first { $0.norm == "occupied" }?.isNegated == false)
  }
}
