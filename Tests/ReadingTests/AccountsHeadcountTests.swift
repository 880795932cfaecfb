import Dossier
import Language
import Testing

@testable import Reading

/// Tolls, crowds, arrests, votes and shares, whose accounts may have no word in common.
@Suite struct AccountsHeadcountTests {
  @Test(arguments: [
    (
      "The blast killed at least 31 workers.", "Twenty-three citizens lost their lives.",
      "31 workers ≠ Twenty-three citizens"
    ),
    ("The attack left seven people dead.", "The death toll stands at twelve.", "seven people ≠ twelve"),
    ("Forty-one people were arrested.", "Sources put the number taken into custody at 58.", "Forty-one people ≠ 58"),
    (
      "Sixty people were led away in handcuffs.", "She is one of 47 people who were arrested.",
      "Sixty people ≠ 47 people"
    ),
    ("Several thousand people marched.", "Some 400 protesters turned out.", "Several thousand people ≠ 400 protesters"),
    (
      "Tens of thousands of people marched.", "Some hundreds of protesters sang.",
      "Tens of thousands of people ≠ hundreds of protesters"
    ),
    ("Eleven infants have fallen ill.", "The plant was linked to nine illnesses.", "Eleven infants ≠ nine illnesses"),
    ("Three people are missing.", "Five people were missing.", "Three people ≠ Five people"),
    ("The fire destroyed 300 homes.", "Some 450 houses were destroyed.", "300 homes ≠ 450 houses"),
    ("The firm laid off 200 workers.", "Some 350 workers were laid off.", "200 workers ≠ 350 workers"),
    ("The plane was carrying 181 people.", "The jet had 189 people on board.", "181 people ≠ 189 people"),
    ("All 181 people on board were killed.", "There were 189 people aboard.", "181 people ≠ 189 people"),
    ("A total of 12 people were killed.", "The blast killed 19 people.", "12 people ≠ 19 people"),
    ("About 50,000 people marched.", "Police estimated the march at 12,000 people.", "50,000 people ≠ 12,000 people"),
  ])
  func marksAnotherHeadcount(left: String, right: String, clash: String) throws {
    #expect(try verdict(HeadcountJudge(), left, right) == "number/contradiction: \(clash)")
  }

  /// Both can be true, and yet each outlet has its own.
  @Test func setsBoundsBesideEachOther() throws {
    let left = "The storm killed at least seven sailors."
    #expect(
      try verdict(HeadcountJudge(), left, "At least six sailors died.") == "number/tension: seven sailors ≠ six sailors"
    )
    #expect(try verdict(HeadcountJudge(), left, "At least seven sailors died.") == "nothing")
    #expect(try verdict(HeadcountJudge(), left, "Some eight sailors died.") == "nothing")
  }

  /// Whence people come is not where they are.
  @Test func placesOfOriginPartNothing() throws {
    let left = "Sixty people from Sudheim, Ostheim and Lindau were arrested."
    let right = "She is one of 47 people who were arrested in Norburg."
    let actors = ["Sudheim", "Ostheim", "Lindau", "Norburg"]
    #expect(
      try verdict(HeadcountJudge(), left, right, actors: actors, places: [0, 1, 2, 3])
        == "number/contradiction: Sixty people ≠ 47 people")
    let elsewhere = "Sixty people were arrested in Sudheim."
    #expect(try verdict(HeadcountJudge(), elsewhere, right, actors: actors, places: [0, 1, 2, 3]) == "nothing")
  }

  @Test(arguments: [
    ("Nobody was hurt in the fire.", "Two firefighters were injured.", "Nobody ≠ Two firefighters"),
    ("Police made nine arrests.", "No arrests were reported.", "nine arrests ≠ No arrests"),
    ("No injuries were reported.", "A man was injured.", "No injuries ≠ A man"),
    ("Nobody was charged.", "Two men were charged with theft.", "Nobody ≠ Two men"),
  ])
  func marksNoneAgainstSome(left: String, right: String, clash: String) throws {
    #expect(try verdict(HeadcountJudge(), left, right) == "negation/contradiction: \(clash)")
  }

  @Test(arguments: [
    // A part is no other count.
    ("Twelve people died.", "Twelve people were killed, among them three children."),
    ("Police arrested 85 people.", "Police arrested 12 of the people."),
    ("The blast killed 14 people.", "The blast killed two firefighters."),
    // Another thing befell them, or nothing did.
    ("The blast killed 14 people.", "The blast wounded 30 people."),
    ("The blast killed 14 people.", "The blast could have killed 90 people."),
    // Helicopters are not hurt, and of a number nobody knows how many.
    ("Two helicopters were evacuating injured people.", "The blast wounded 30 people."),
    ("Nobody was hurt.", "A helicopter was evacuating injured people."),
    // Another time or place, another order of size, a rounding.
    ("No injuries were reported in the north.", "A man was injured in the south."),
    ("The blast killed 14 people.", "A blast last year killed 30 people."),
    ("The blast killed 14 people.", "The war killed 30,000 people."),
    ("Some 3,000 people marched.", "About 3,200 people marched."),
  ])
  func leavesPartsAndOtherCountsAlone(left: String, right: String) throws {
    #expect(try verdict(HeadcountJudge(), left, right) == "nothing")
  }

  @Test func leavesAloneWhatEitherDocumentGivesToo() throws {
    var pair = try pair("The blast killed 14 people.", "The death toll rose to 19.")
    #expect(HeadcountJudge().judge(pair) != nil)
    pair.background.headcounts = [1: [.dead: pair.left.headcounts + pair.right.headcounts]]
    #expect(HeadcountJudge().judge(pair) == nil)
  }

  @Test(arguments: [
    ("The Senate approved it 64-34 in May.", "The bill cleared the Senate in May by 61 to 37.", "64-34 ≠ 61 to 37"),
    ("The act cleared the chamber 217-214.", "The vote was 217 to 213.", "217-214 ≠ 217 to 213"),
    ("The council approved it by 12 votes to 7.", "The council passed it 11-8.", "12 votes to 7 ≠ 11-8"),
  ])
  func marksAnotherOutcomeOfAVote(left: String, right: String, clash: String) throws {
    #expect(try verdict(TallyJudge(), left, right) == "number/contradiction: \(clash)")
  }

  @Test(arguments: [
    // Another body, a game, a growth, the same.
    ("The Senate approved it 64-34.", "The House passed it 217-214."),
    ("Norburg won 24-17.", "Norburg won 21-20."),
    ("Turnout for the vote rose from 61 to 67.", "The vote was 64-64."),
    ("The Senate approved it 64-34.", "The bill passed by 64 to 34."),
  ])
  func leavesOtherVotesAlone(left: String, right: String) throws {
    #expect(try verdict(TallyJudge(), left, right) == "nothing")
  }

  @Test(arguments: [
    ("A third of voters support it.", 33.0), ("Half of the sales are lost.", 50),
    ("Two-thirds of the shares are sold.", 66),
    ("One in five pupils missed school.", 20), ("Seven in ten voters are for it.", 70),
    ("His 40 per cent stake is sold.", 40),
  ])
  func readsSharesToldInWords(sentence: String, percent: Double) throws {
    let found = try pair(sentence, "Nothing else was said.").left.quantities
    #expect(found.map(\.unit) == ["percent"])
    #expect(found.map { $0.low.rounded(.down) } == [percent])
  }

  @Test(arguments: ["One in five days was dry.", "A third man was seen.", "Half an hour passed."])
  func takesNoOtherWordsForShares(sentence: String) throws {
    #expect(try pair(sentence, "Nothing else was said.").left.quantities.allSatisfy { $0.unit != "percent" })
  }

  @Test func marksTwoFiguresOfOneProperty() throws {
    #expect(
      try verdict(
        NumberJudge(), "The harbour firm paid a fine of $60,000.", "The fine of $110,000 shook the harbour firm.")
        == "number/contradiction: $60,000 ≠ $110,000")
    #expect(
      try verdict(NumberJudge(), "The harbour firm paid a fine of $60,000.", "The harbour firm had sales of $110,000.")
        == "nothing")
  }
}
