import Dossier
import Language
import Testing

@testable import Reading

/// Words that meet by chance and part nobody.
@Suite struct AccountsChanceTests {
  @Test(arguments: [
    // A score, an address.
    ("Norburg beat the harbour team 15-2 in goals.", "Norburg beat the harbour team 9-4 in goals."),
    ("Officers searched the 12200 block of Harbour Street.", "Officers searched the 22000 block of Harbour Street."),
  ])
  func scoresAndAddressesCountNothing(left: String, right: String) throws {
    #expect(try verdict(NumberJudge(), left, right, actors: ["Norburg"]) == "nothing")
  }

  @Test func whatOneAccountCountsManyTimesIsHardlyTheSame() throws {
    var pair = try pair(
      "Orlov scored 23 points in the harbour game.", "Orlov scored 10 points in the harbour game.", actors: ["Orlov"])
    let alone = try #require(NumberJudge().judge(pair)).confidence
    pair.background.counts = [Stem.of("point"): 8]
    let among = try #require(NumberJudge().judge(pair)).confidence
    #expect(among < alone - 0.2)
  }

  @Test(arguments: [
    ("The guard was taken to the harbour in critical condition.", "importance"),
    ("They could not help but watch the harbour team.", "harm"),
    ("He was charged with lying in wait at the harbour.", "truth"),
    ("The fact that the harbour was closed surprised them.", "truth"),
  ])
  func phrasesThatTakeNoSide(sentence: String, axis: String) throws {
    let claim = try pair(sentence, "The ships left.").left
    #expect(!claim.projections.map { AxisLexicon.shared.axes[$0.axis].name }.contains(axis))
  }

  @Test(arguments: [
    ("Orlov closed the harbour over the weekend.", "Orlov closed the harbour because the storm had wrecked it."),
    ("Orlov was shot over the weekend in Norburg.", "Orlov was shot because he had pointed a gun."),
  ])
  func whenIsNoReason(left: String, right: String) throws {
    #expect(try verdict(FrameJudge(kind: .cause), left, right, actors: ["Orlov"]) == "nothing")
  }

  @Test func whatOnlyCameBeforeStaysUnderTheBar() throws {
    let pair = try pair(
      "Orlov was arrested after a chase on the northern road.", "Orlov was arrested after the killings at the harbour.",
      actors: ["Orlov"])
    let divergence = FrameJudge(kind: .cause).judge(pair)
    #expect((divergence?.confidence ?? 0) < Ranking.bar)
  }

  @Test func aReasonDeniedDoesNotDenyTheFact() throws {
    let left = "Orlov returned not because he cared about breaking the old harbour record."
    let right = "On Friday Orlov broke the old harbour record in style."
    #expect(try verdict(FrameJudge(kind: .cause), left, right, actors: ["Orlov"]) == "nothing")
  }

  @Test func whoAccusesIsAccusedBack() throws {
    let verdict = try verdict(
      RolesJudge(), "Norland accused Sudland of shelling the harbour.",
      "Sudland accused Norland of arming the rebels of the harbour.", actors: ["Norland", "Sudland"])
    #expect(verdict == "nothing")
  }

  @Test func whoAppearsInCourtIsNoGuess() throws {
    let claim = try pair("Orlov and Dorn were to appear in court on Friday.", "The ships left.").left
    #expect(claim.words.allSatisfy { !$0.marks.contains(.hedge) })
    let guess = try pair("Orlov and Dorn appear to be ready.", "The ships left.").left
    #expect(guess.words.contains { $0.marks.contains(.hedge) })
  }

  @Test func oneThingIsDeterminedAndAnotherIsNot() throws {
    let verdict = try verdict(
      NegationJudge(), "The harbour doctors determined the path of the bullets.",
      "The harbour doctors have not determined the age of the gun.")
    #expect(verdict == "nothing")
  }

  @Test func thereIsSuchAThingOrThereIsNone() throws {
    let none = "There is no humanitarian crisis in the harbour, Orlov said."
    #expect(
      try verdict(NegationJudge(), none, "There is a humanitarian crisis already, the doctors said.")
        .hasPrefix("negation/"))
    #expect(
      try verdict(NegationJudge(), none, "There is a financial crisis already, the doctors said.") == "nothing")
  }

  @Test func praiseAndCriticismOfTwoPeopleAreNoClash() throws {
    let verdict = try verdict(
      StanceJudge(), "His rivals heaped criticism on Orlov at the harbour debate.",
      "For months Dorn had praised Marsh before the harbour debate.", actors: ["Orlov", "Dorn", "Marsh"])
    #expect(verdict == "nothing")
  }

  @Test func largeAndSmallAreSaidOfOneThing() throws {
    let verdict = try verdict(
      StanceJudge(), "The harbour has one of our largest cranes.", "Layoffs at the harbour are expected to be minimal.")
    #expect(verdict == "nothing")
  }

  @Test(arguments: [
    ("Neither of them has secured the votes necessary for the office.", "necessity"),
    ("Dorn said no harbour leader should make such remarks.", "democracy"),
    ("On Friday the harbour town asked the Public Protector for help.", "openness"),
  ])
  func whichOneIsMeantAndNoStance(sentence: String, axis: String) throws {
    let claim = try pair(sentence, "The ships left.").left
    #expect(!claim.projections.map { AxisLexicon.shared.axes[$0.axis].name }.contains(axis))
  }

  @Test func wonWithoutASecondRoundDeniesNoRound() throws {
    let verdict = try verdict(
      NegationJudge(), "Orlov needed half of the harbour votes to win without a second round.",
      "The harbour opposition looked forward to a second round with Orlov.", actors: ["Orlov"])
    #expect(verdict == "nothing")
  }

  @Test(arguments: [
    (
      "A royal order was issued Sunday naming Orlov as minister of the harbour.",
      "A royal order was issued Tuesday accepting the resignation of the harbour council."
    ),
    (
      "The harbour army killed 40 people near the northern school on Tuesday.",
      "The harbour army killed four people near the northern school on Monday."
    ),
  ])
  func twoDeedsAreDoneOnTwoDays(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right, actors: ["Orlov"]) == "nothing")
  }

  @Test func earlierThisMonthIsATimeByItself() throws {
    let verdict = try verdict(
      DateJudge(), "Orlov left the harbour council last year to return to private practice.",
      "Orlov left the harbour council earlier this month to join a private practice.", actors: ["Orlov"])
    #expect(verdict == "date/contradiction: last year ≠ earlier this month")
  }

  /// One outcome has two ends.
  @Test func whoWonAndWhoLostToThemDoNotPart() throws {
    let left = "Norburg won by five goals."
    let right = "Sudheim kept the side who lost to Norburg by five goals."
    #expect(try verdict(StanceJudge(), left, right, actors: ["Norburg", "Sudheim"]) == "nothing")
  }

  /// Names, compounds and idioms, and laws by their capitals.
  @Test(arguments: [
    ("Orlov made sure that the harbour was safe.", "The harbour of Orlov was perhaps lost."),
    ("Orlov was let go from the northern firm.", "Orlov was held for the northern harbour fire."),
    ("The court weighed the Defence of the Harbour Act.", "Orlov opposed the harbour court."),
  ])
  func idiomsAndNamesTakeNoSide(left: String, right: String) throws {
    #expect(try verdict(StanceJudge(), left, right, actors: ["Orlov"]) == "nothing")
  }

  /// The longer two sentences are, the more poles meet in them by chance.
  @Test func polesInLongSentencesWeighLess() throws {
    let (left, right) = ("Orlov supported the harbour plan.", "Dorn opposed the harbour plan.")
    let tail =
      " while the ships of the north lay before the town and nobody on the pier knew when they would leave again"
    let actors = ["Orlov", "Dorn"]
    let short = try #require(StanceJudge().judge(try pair(left, right, actors: actors))).confidence
    let long = try #require(
      StanceJudge().judge(
        try pair(left.dropLast() + tail + ".", right, actors: actors)))
    #expect(long.confidence < short)
  }
}

@Suite struct AccountsSamenessTests {
  private func sameness(_ left: String, _ right: String) throws -> Double {
    LikePair(try pair(left, right, actors: ["Orlov", "Norburg"]), left: 0, right: 1).sameness
  }

  @Test func oneFactInOtherWordsCountsMoreThanSharedNames() throws {
    let told = try sameness(
      "Orlov closed the northern harbour of Norburg on Friday.", "The northern harbour of Norburg was closed by Orlov.")
    let names = try sameness(
      "Orlov was born in Norburg to a family of bakers.", "In Norburg critics of Orlov marched against the new tax.")
    #expect(names < told - 2)
  }

  @Test func whoCountOtherwiseDoNotAgree() throws {
    let same = try sameness("The storm killed 40 sailors of Norburg.", "The storm killed 40 sailors off Norburg.")
    let other = try sameness("The storm killed 40 sailors of Norburg.", "The storm killed 97 sailors off Norburg.")
    #expect(same > -.infinity && other == -.infinity)
  }

  /// Who speak of one matter agree only where they say much the same.
  @Test func twoSpeakersOfOneMatterTellNoFactAlike() throws {
    let left =
      "Orlov underlined that the northern harbour was ready for talks with sailors, bakers, teachers, nurses and drivers."
    let right =
      "The mayor of Norburg stressed how the old northern lighthouse needs talks on lamps, keepers, stairs, doors and paint."
    func sameness(_ speakers: [Int?]) throws -> Double {
      LikePair(try pair(left, right, actors: ["Orlov", "Norburg"], speakers: speakers), left: 0, right: 1).sameness
    }
    #expect(try sameness([0, 1]) == -.infinity)
    #expect(try sameness([0, 0]) > -.infinity)
    #expect(try sameness([0, nil]) > -.infinity)
  }

  @Test func namesAloneAreNoFact() throws {
    #expect(try sameness("Orlov left Norburg for good.", "Norburg sued Orlov again.") == -.infinity)
  }
}
