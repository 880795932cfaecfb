import Dossier
import Language
import Testing

@testable import Reading

/// One happening, known by what takes place and who takes part, told of two days, places, causes or doers.
@Suite struct AccountsHappeningTests {
  @Test(arguments: [
    ("The election will be held on June 12.", "The election is set for early September."),
    ("The trial is due to begin on June 3.", "The trial opens on June 17."),
    ("The ban comes into force on June 3.", "The ban takes effect on June 17."),
    ("The talks got under way on Monday.", "The talks began on Wednesday."),
    ("They shot Weber in the harbour on Sunday night.", "Weber was shot on Saturday night behind a store."),
  ])
  func marksTwoDaysOfOneHappening(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right, actors: ["Weber"]).hasPrefix("date/contradiction"))
  }

  @Test(arguments: [
    // Another of its kind, another part of it, another who took part.
    ("The election will be held on June 12.", "The last election was held in early September."),
    ("The trial begins on June 3.", "The trial ends on June 17."),
    ("The council will meet on Tuesday.", "The council met on Thursday."),
    ("Weber was shot on Saturday night.", "Dorn was shot on Sunday night."),
  ])
  func leavesTwoHappeningsAlone(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right, actors: ["Weber", "Dorn"]) == "nothing")
  }

  @Test(arguments: [
    ("The meeting took place in Norburg.", "The meeting was held in Lindau."),
    ("The talks were held in Norburg.", "Lindau hosted the talks."),
    ("The suspect was arrested at his home in Norburg.", "Officers arrested the suspect at a hotel in Lindau."),
  ])
  func marksTwoPlacesOfOneHappening(left: String, right: String) throws {
    #expect(
      try verdict(PlaceJudge(), left, right, actors: ["Norburg", "Lindau"], places: [0, 1])
        == "place/contradiction: Norburg ≠ Lindau")
  }

  @Test(arguments: [
    ("The meeting took place in Norburg.", "An earlier meeting was held in Lindau."),
    ("The meeting took place in Norburg on Monday.", "The meeting was held in Lindau on Friday."),
    ("The talks were held in Norburg.", "The talks will be held in Lindau."),
    ("The mayor of Norburg was arrested.", "The suspect was arrested in Lindau."),
  ])
  func leavesPlacesOfTwoHappeningsAlone(left: String, right: String) throws {
    #expect(
      try verdict(PlaceJudge(), left, right, actors: ["Norburg", "Lindau"], places: [0, 1]) == "nothing")
  }

  @Test func marksTwoTimesOfDay() throws {
    let left = "The operation began at 5.20am on Thursday."
    #expect(
      try verdict(ClockJudge(), left, "The operation started at about 6.45am on Thursday.")
        == "date/contradiction: 5.20am ≠ 6.45am")
    #expect(try verdict(ClockJudge(), left, "The operation ended at about 6.45am on Thursday.") == "nothing")
  }

  @Test(arguments: [
    ("The fire was caused by an electrical fault.", "Arson was behind the fire.", "an electrical fault ≠ Arson"),
    (
      "The strike began because of low pay.", "The firm blamed the strike on political agitators.",
      "low pay ≠ political agitators"
    ),
    (
      "The minister attributed the price rise to the drought.", "The price rise stems from the new tariff.",
      "the drought ≠ the new tariff"
    ),
    (
      "The teacher was dismissed for criticising the board.", "The teacher was dismissed because of poor attendance.",
      "criticising the board ≠ poor attendance"
    ),
    ("Pilot error caused the crash.", "The crash was the result of a broken rudder.", "Pilot error ≠ a broken rudder"),
  ])
  func marksTwoCausesOfOneThing(left: String, right: String, clash: String) throws {
    #expect(try verdict(FrameJudge(kind: .cause), left, right) == "cause/framing: \(clash)")
  }

  @Test(arguments: [
    ("The fire was caused by an electrical fault.", "An earlier fire was caused by arson."),
    ("The teacher was dismissed for criticising the board.", "The headmaster was dismissed because of poor results."),
    ("The committee is due to vote on Tuesday.", "The committee will vote because of the strike."),
    ("A fault stopped the crane.", "The crane was stopped because of the wind."),
  ])
  func leavesTwoCausesOfTwoThingsAlone(left: String, right: String) throws {
    #expect(try verdict(FrameJudge(kind: .cause), left, right) == "nothing")
  }

  @Test func marksTwoPurposesOfOneDeed() throws {
    let left = "The troops were sent to keep the peace."
    #expect(
      try verdict(FrameJudge(kind: .purpose), left, "The troops were sent to seize the port.", speakers: [nil, 0])
        == "purpose/tension: keep the peace ≠ seize the port")
    #expect(
      try verdict(FrameJudge(kind: .purpose), left, "Observers were sent to count the votes.", speakers: [nil, 0])
        == "nothing")
  }

  @Test(arguments: [
    ("The mayor ordered the demolition.", "The treasurer ordered the demolition.", "mayor ≠ treasurer"),
    (
      "The order was signed by the prime minister.", "The order was signed by the defence minister.",
      "minister ≠ minister"
    ),
    ("The rebels started the fighting.", "The army started the fighting.", "rebels ≠ army"),
  ])
  func marksTwoDoersOfOneDeed(left: String, right: String, clash: String) throws {
    #expect(try verdict(DoerJudge(), left, right) == "roles/contradiction: \(clash)")
  }

  @Test(arguments: [
    ("The mayor ordered the demolition.", "The treasurer ordered the repair."),
    ("The mayor ordered the demolition.", "The treasurer did not order the demolition."),
    ("The minister signed the order.", "The prime minister signed the order."),
    ("The new model starts at noon.", "The basic ship starts at noon."),
    ("The mayor and the treasurer signed the order.", "The minister signed the order."),
  ])
  func leavesOtherDeedsAndDoersAlone(left: String, right: String) throws {
    #expect(try verdict(DoerJudge(), left, right) == "nothing")
  }

  @Test func anotherOfItsKindMayBeRejected() throws {
    let welcomed = "The union of the harbour welcomed the offer on Monday."
    #expect(try verdict(StanceJudge(), welcomed, "The union of the harbour rejected the offer on Monday.") != "nothing")
    #expect(
      try verdict(StanceJudge(), welcomed, "The union of the harbour rejected a rival offer on Monday.") == "nothing")
  }

  /// Who promises the one and will not promise the other has taken no two sides.
  @Test func oneWordOverTwoMattersPartsNobody() throws {
    let promised = "Orlov promised to build the harbour bridge within two years, his office told the northern council."
    #expect(try verdict(StanceJudge(), promised, "Orlov declined to promise to build the harbour bridge.") != "nothing")
    #expect(try verdict(StanceJudge(), promised, "Orlov declined to promise that he would quit the firm.") == "nothing")
  }

  /// Who is cleared of the one may be guilty of the other; who denies an order does not deny what was ordered.
  @Test func polesOverTwoMattersPartNobody() throws {
    let cleared = "A northern court cleared Orlov of taking bribes on Monday."
    #expect(try verdict(StanceJudge(), cleared, "The northern court found Orlov guilty on Monday.") != "nothing")
    #expect(
      try verdict(StanceJudge(), cleared, "Orlov was guilty of burning the harbour, a northern court said.")
        == "nothing")
    let denied = try pair("Orlov denied that he had ordered the raid.", "The ships left.").left
    #expect(denied.words.filter { $0.isNegated && $0.tag != .punct }.map(\.norm).contains("ordered"))
    #expect(!denied.words.filter(\.isNegated).map(\.norm).contains("raid"))
  }

  @Test(arguments: [
    ("The harbour road of Norburg reopened on Saturday.", "The harbour road of Norburg remained closed on Saturday."),
    (
      "Such ships are legal in Norburg, the harbour court said.",
      "The harbour court of Norburg said such ships break the law."
    ),
  ])
  func openAndClosedOrLegalAndNotPart(left: String, right: String) throws {
    #expect(try verdict(StanceJudge(), left, right, actors: ["Norburg"]) != "nothing")
  }

  /// Sales rise while profits fall.
  @Test func theStatesOfTwoThingsAreNoClash() throws {
    let rose = "The sales of the northern harbour firm rose last year in Norburg."
    #expect(
      try verdict(StanceJudge(), rose, "The profits of the northern harbour firm fell last year in Norburg.")
        == "nothing")
    #expect(
      try verdict(StanceJudge(), rose, "In Norburg the sales of the harbour firm fell, its northern rivals said.")
        != "nothing")
  }

  /// Sentences that share much that is rare explain one thing, whatever they call it.
  @Test func twoReasonsForOneMatterPartTheAccounts() throws {
    let left = "The northern harbour match was abandoned by Orlov because the floodlights failed."
    let right = "Fighting in the stands forced Orlov to call off the northern harbour match."
    #expect(try verdict(FrameJudge(kind: .cause), left, right, actors: ["Orlov"]).hasPrefix("cause/framing"))
    let pending = "The results of the northern harbour blood test are pending, Orlov said."
    #expect(try verdict(FrameJudge(kind: .cause), left, pending, actors: ["Orlov"]) == "nothing")
  }
}
