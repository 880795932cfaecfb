import Dossier
import Language
import Testing

@testable import Reading

/// How two accounts tell one thing: hedged or flat, whole or in part, with one reason or another.
@Suite struct AccountsTellingTests {
  @Test func marksWhatOneHedgesAndTheOtherHasForCertain() throws {
    let left = "I know for a fact that my office was robbed."
    let right = "He believed that his office had been robbed by a boy."
    #expect(
      try verdict(HedgeJudge(), left, right, speakers: [0, 0]) == "stance/tension: office was robbed ≠ believed")
  }

  @Test func marksAHedgeThatOneLeavesOut() throws {
    let left = "The treaty is ruinous to the fishing villages."
    let right = "I think that the treaty is ruinous to the fishing villages."
    #expect(try verdict(HedgeJudge(), left, right, speakers: [0, 0]).hasPrefix("attribution/framing"))
  }

  @Test(arguments: [
    // Another speaker, another matter, a denial.
    ("The treaty is ruinous to the villages.", "I think that the treaty is ruinous to the villages.", 1),
    ("The treaty is ruinous to the villages.", "I think that the harbour was dredged in May.", 0),
    ("We must repair the treaty of the villages.", "Everything possible is to repair the treaty of the villages.", 0),
    ("The treaty is ruinous to the villages.", "I do not believe that the treaty is ruinous to the villages.", 0),
  ])
  func leavesAloneWhatIsNotOneUtterance(left: String, right: String, speaker: Int) throws {
    #expect(try verdict(HedgeJudge(), left, right, speakers: [0, speaker]) == "nothing")
  }

  @Test func marksThePartAgainstTheWhole() throws {
    let left = "The court struck down the harbour treaty of 1996."
    let right = "The court overturned a part of the harbour treaty of 1996."
    let found = try verdict(ExtentJudge(), left, right)
    #expect(found.hasPrefix("incompatible/contradiction: struck down the harbour treaty ≠ overturned a part"))
  }

  @Test(arguments: [
    ("The court struck down a part of the Harbour Act.", "The court overturned a part of the Harbour Act."),
    ("The court praised the Harbour Defence Act.", "The court overturned a part of the Harbour Defence Act."),
    ("The court did not overturn the Harbour Act.", "The court overturned a part of the Harbour Act."),
  ])
  func leavesAloneOtherActsAndParts(left: String, right: String) throws {
    #expect(try verdict(ExtentJudge(), left, right) == "nothing")
  }

  @Test func marksTwoReasonsForOneDeed() throws {
    let left = "Dorn would not run for mayor amid anger over the harbour."
    let right = "Dorn would not seek the office of mayor after doctors urged rest."
    #expect(try verdict(FrameJudge(kind: .cause), left, right, actors: ["Dorn"]).hasPrefix("cause/framing"))
    let elsewhere = "Dorn would not sell the boat after doctors urged rest."
    #expect(try verdict(FrameJudge(kind: .cause), left, elsewhere, actors: ["Dorn"]) == "nothing")
  }

  @Test func twoWhoWereShotAreTwoDeeds() throws {
    let left = "Dorn was shot and killed by a guard after the boat ran aground in the harbour."
    let right = "Dorn was shot and killed by a guard after he drew a pistol in the harbour."
    let actors = ["Dorn", "Lind"]
    #expect(try verdict(FrameJudge(kind: .cause), left, right, actors: actors).hasPrefix("cause/"))
    let other = right.replacing("Dorn", with: "Lind")
    #expect(try verdict(FrameJudge(kind: .cause), left, other, actors: actors) == "nothing")
  }

  @Test func takesNoReasonFromWhatWasDoneInSpiteOfIt() throws {
    let claim = try pair("Dorn sent the letter over the objections of the council.", "Dorn resigned over the letter.")
    #expect(claim.left.frames.isEmpty)
    #expect(claim.right.frames.map(\.kind) == [.cause])
  }

  @Test func sinceABeginningTellsWhenAndNotWhy() throws {
    let pair = try pair(
      "More than forty villagers have been killed since the assault began 12 days ago.",
      "Forty villagers were killed because a missile exploded outside a school.")
    #expect(pair.left.frames.isEmpty && pair.right.frames.map(\.kind) == [.cause])
  }

  @Test func marksWhatOneSpeakerSaidToldInOtherWords() throws {
    let left = "The mayor's announcement of the dredging broke the old harbour law before the May elections."
    let right = "Announcing the dredging before elections in May looked at odds with custom, the harbour board heard."
    #expect(try verdict(RetellingJudge(), left, right, speakers: [0, 0]).hasPrefix("wording/framing"))
    #expect(try verdict(RetellingJudge(), left, right, speakers: [0, 1]) == "nothing")
    // The same words, and words on another matter, are no retelling.
    #expect(try verdict(RetellingJudge(), left, left, speakers: [0, 0]) == "nothing")
    let other = "The mayor praised the brass band of the fishing village for its patience."
    #expect(try verdict(RetellingJudge(), left, other, speakers: [0, 0]) == "nothing")
  }

  @Test func marksWhatOneSpeakerDidAndDidNotState() throws {
    let left = "Dorn did not state that the minister had told him to burn the letters."
    let right = "Dorn acknowledged that he was told to burn the letters."
    #expect(try verdict(NegationJudge(), left, right, actors: ["Dorn"]).hasPrefix("negation/"))
    let other = "Lind acknowledged that she was told to burn the letters."
    #expect(try verdict(NegationJudge(), left, other, actors: ["Dorn", "Lind"]) == "nothing")
  }

  @Test func takesVerbsOfOneMeaningForOneAct() throws {
    let left = "Dorn left the harbour company of Lind last year."
    let right = "Dorn quit the harbour company of Lind this month."
    #expect(try verdict(DateJudge(), left, right, actors: ["Dorn", "Lind"]).hasPrefix("date/"))
  }
}

/// Who could not and who would not; what one calls a myth.
@Suite struct AccountsWillTests {
  @Test func marksUnableAgainstUnwilling() throws {
    let left = "Dorn could not meet with the miners."
    let right = "Dorn refused to meet with the miners."
    #expect(
      try verdict(WillJudge(), left, right, actors: ["Dorn"])
        == "wording/framing: could not meet ≠ refused to meet")
  }

  @Test(arguments: [
    ("Dorn could not meet with the miners.", "Lind refused to meet with the miners."),
    ("Dorn could not meet with the miners.", "Dorn refused to sell the mine."),
    ("Dorn could meet with the miners.", "Dorn refused to meet with the miners."),
  ])
  func leavesAloneOtherDoersAndActs(left: String, right: String) throws {
    #expect(try verdict(WillJudge(), left, right, actors: ["Dorn", "Lind"]) == "nothing")
  }

  @Test func marksAReasonThatOneDenies() throws {
    let left = "Dorn was not chosen because he is a miner from the north, but because he works."
    let right = "Lind wanted a miner from the north for the post."
    #expect(
      try verdict(FrameJudge(kind: .cause), left, right, actors: ["Dorn", "Lind"]).hasPrefix("cause/tension"))
    let other = "Lind did not want a miner from the north for the post."
    #expect(try verdict(FrameJudge(kind: .cause), left, other, actors: ["Dorn", "Lind"]) == "nothing")
  }

  @Test func marksWhatIsNotAgainstWhatItIsAgainst() throws {
    let left = "The vote is not against the president of the league."
    let right = "Dorn led the effort against the president of the league."
    #expect(
      try verdict(NegationJudge(), left, right, actors: ["Dorn"])
        == "negation/contradiction: not against the president ≠ against the president")
  }

  @Test func marksTheRightAgainstTheThing() throws {
    let left = "Dorn’s defence of the right of the miners to build a mosque was short."
    let right = "Dorn’s endorsement of the mosque of the miners was short."
    #expect(try verdict(RightJudge(), left, right, actors: ["Dorn"]).hasPrefix("stance/tension: defence of the right"))
    let other = "Lind’s endorsement of the mosque of the miners was short."
    #expect(try verdict(RightJudge(), left, other, actors: ["Dorn", "Lind"]) == "nothing")
  }

  @Test func marksWhatOneCallsAMyth() throws {
    let left = "Dorn spoke of the myth of corruption in the harbour office."
    let right = "Lind found corruption in the harbour office."
    #expect(
      try verdict(DismissalJudge(), left, right, actors: ["Dorn", "Lind"])
        == "stance/tension: myth of corruption ≠ corruption")
    let other = "Lind found no corruption in the harbour office."
    #expect(try verdict(DismissalJudge(), left, other, actors: ["Dorn", "Lind"]) == "nothing")
  }
}

/// What one side demands at two times.
@Suite struct AccountsTermsTests {
  private let actors = ["Ruritania", "Dorn"]

  @Test func marksOtherTermsAtAnotherTime() throws {
    let pair = try pair(
      "Ruritania's conditions: withdrawal of the miners and a neutral port.",
      "Ruritania is demanding timber and recognition of the new border.", actors: actors, isOneEvent: false)
    let divergence = try #require(TermsJudge().judge(pair))
    #expect(divergence.relation == .shift)
    #expect(divergence.reason.hasPrefix("One side's terms at two times"))
  }

  @Test(arguments: [
    // Of one time, of two sides, the same terms.
    ("Ruritania demanded timber and a neutral port.", "Ruritania demanded withdrawal of the miners.", true),
    ("Ruritania demanded timber and a neutral port.", "Dorn demanded withdrawal of the miners.", false),
    ("Ruritania demanded timber and a neutral port.", "Ruritania demanded a neutral port and timber.", false),
  ])
  func leavesAloneOtherSidesAndLikeTerms(left: String, right: String, isOneEvent: Bool) throws {
    let pair = try pair(left, right, actors: actors, isOneEvent: isOneEvent)
    #expect(TermsJudge().judge(pair) == nil)
  }

  @Test func findsWhatAnAgreementMustHold() throws {
    let pair = try pair(
      "Dorn agreed, rejecting any truce that does not recognise the northern mines.", "The port was closed.",
      actors: actors)
    let demand = try #require(pair.left.demands.first)
    let content = try #require(demand.content)
    #expect(pair.left.words[content].map(\.norm) == ["recognise", "the", "northern", "mines"])
    #expect(demand.owner == 1)
  }

  @Test func knowsForWhomAnOfficeSpeaks() {
    let actors = [
      Actor(id: Actor.ID(0), name: "Russia", kind: .place),
      Actor(
        id: Actor.ID(1), name: "Marek Dorn", kind: .person,
        roles: [
          Actor.Role(
            text: "Russian president", passage: Passage(document: Document.ID(0), span: Span(0, 1)))
        ]),
      Actor(id: Actor.ID(2), name: "Lind", kind: .person),
    ]
    let sides = Sides(actors)
    #expect(sides[0] == sides[1])
    #expect(sides[2] == 2)
  }
}
