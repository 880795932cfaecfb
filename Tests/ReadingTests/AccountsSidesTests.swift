import Dossier
import Testing

@testable import Reading

@Suite struct AccountsAccusationTests {
  private let actors = ["Anna Berg", "Carl Dorn", "Emil Falk"]

  @Test(arguments: [
    ("Aides accused Carl Dorn of fraud.", "Carl Dorn has denied the claims."),
    ("Carl Dorn resigned after allegations of fraud.", "An inquiry cleared Carl Dorn of fraud."),
    ("Anna Berg alleged that Carl Dorn took the money.", "Carl Dorn is innocent, his lawyers said."),
    ("The complaint against Carl Dorn was filed in May.", "A court acquitted Carl Dorn in June."),
  ])
  func marksAnAccusationAndItsDenial(accusation: String, denial: String) throws {
    #expect(try verdict(AccusationJudge(), accusation, denial, actors: actors).hasPrefix("stance/tension"))
    #expect(try verdict(AccusationJudge(), denial, accusation, actors: actors).hasPrefix("stance/tension"))
  }

  @Test(arguments: [
    // Another is accused than he who denies.
    ("Aides accused Carl Dorn of fraud.", "Emil Falk has denied the claims."),
    // Told whole by both.
    ("Aides accused Carl Dorn of fraud, but Carl Dorn denied it.", "Carl Dorn has denied the claims."),
    ("Aides accused Carl Dorn of fraud.", "An inquiry has not cleared Carl Dorn of fraud."),
    ("Aides accused Carl Dorn of fraud.", "Has Carl Dorn denied the claims?"),
  ])
  func leavesAloneWhatAnswersNothing(accusation: String, denial: String) throws {
    #expect(try verdict(AccusationJudge(), accusation, denial, actors: actors) == "nothing")
  }
}

@Suite struct AccountsEmphasisTests {
  private let actors = ["Anna Berg", "Carl Dorn"]

  @Test func marksWhatEachAccountHasOneSpeakerStress() throws {
    #expect(
      try verdict(
        EmphasisJudge(), "Anna Berg stressed that the harbour will never be sold.",
        "At the dinner Anna Berg stressed the need for further talks with the union.", actors: actors)
        == "wording/framing: harbour will never be sold ≠ need for further talks with the union")
  }

  @Test(arguments: [
    ("Anna Berg stressed the need for talks.", "Anna Berg stressed that talks are what the town needs."),
    ("Anna Berg stressed the need for talks.", "Carl Dorn stressed that the harbour will never be sold."),
    ("Anna Berg stressed the need for talks.", "Anna Berg said that the harbour will never be sold."),
  ])
  func leavesAloneOneThingAndTwoSpeakers(left: String, right: String) throws {
    #expect(try verdict(EmphasisJudge(), left, right, actors: actors) == "nothing")
  }
}

@Suite struct AccountsDemandingTests {
  private let actors = ["Norburg", "Sudheim", "Anna Berg"]

  @Test(arguments: [
    ("Anna Berg resents Norburg's ultimatums to Sudheim.", "Norburg must meet Sudheim's demands."),
    (
      "Norburg is demanding the return of the islands from Sudheim.", "Sudheim demands that Norburg pay for the bridge."
    ),
  ])
  func marksDemandsFromEitherSide(left: String, right: String) throws {
    #expect(try verdict(DemandingJudge(), left, right, actors: actors).hasPrefix("roles/tension"))
  }

  @Test(arguments: [
    // One side demands in both.
    ("Norburg must meet Sudheim's demands.", "Sudheim demands that Norburg pay for the bridge."),
    // Neither has to do with the other.
    ("Norburg demands more light.", "Sudheim demands less noise."),
    // A text that tells both.
    ("Norburg's demands answered Sudheim's demands.", "Sudheim demands that Norburg pay."),
  ])
  func leavesAloneOneSidedDemands(left: String, right: String) throws {
    #expect(try verdict(DemandingJudge(), left, right, actors: actors) == "nothing")
  }
}

@Suite struct AccountsPartTests {
  private let actors = ["Norburg", "Sudheim", "Anna Berg"]

  @Test(arguments: [
    ("Norburg launched an offensive in May.", "Norburg calls for peace talks."),
    ("Troops launched an offensive from Norburg into the plain.", "Norburg is working for a ceasefire."),
    ("Norburg launched an offensive in May.", "Norburg is ready to end the war."),
    ("Although few backed the invasion, Norburg opened its ports.", "Norburg is helping the peace process."),
  ])
  func marksWarAndPeaceOfOneSide(war: String, peace: String) throws {
    #expect(try verdict(PartJudge(), war, peace, actors: actors).hasPrefix("wording/framing"))
    #expect(try verdict(PartJudge(), peace, war, actors: actors).hasPrefix("wording/framing"))
  }

  @Test(arguments: [
    ("Norburg launched an offensive in May.", "Sudheim calls for peace talks."),
    ("Norburg launched an offensive and Norburg calls for peace talks.", "Norburg calls for peace talks."),
    ("Norburg did not launch an invasion.", "Norburg calls for peace talks."),
  ])
  func leavesAloneTwoSidesAndFairAccounts(war: String, peace: String) throws {
    #expect(try verdict(PartJudge(), war, peace, actors: actors) == "nothing")
  }
}

@Suite struct AccountsStandingTests {
  private let actors = ["Anna Berg", "Carl Dorn", "Emil Falk"]

  @Test(arguments: [
    ("Anna Berg questioned the legitimacy of Carl Dorn.", "Anna Berg did not rule out a meeting with Carl Dorn."),
    ("Anna Berg disputes Carl Dorn's legitimacy.", "The talks between Anna Berg and Carl Dorn went on."),
  ])
  func marksAPartnerWhoseStandingOneDisputes(disputed: String, met: String) throws {
    #expect(try verdict(StandingJudge(), disputed, met, actors: actors).hasPrefix("stance/tension"))
    #expect(try verdict(StandingJudge(), met, disputed, actors: actors).hasPrefix("stance/tension"))
  }

  @Test(arguments: [
    // Another disputes it than he who meets.
    ("Anna Berg questioned the legitimacy of Carl Dorn.", "Emil Falk praised the talks with Carl Dorn."),
    ("Anna Berg praised the legitimacy of Carl Dorn.", "Anna Berg announced a meeting with Carl Dorn."),
    ("Anna Berg questioned the legitimacy of Carl Dorn.", "Anna Berg announced a meeting with Emil Falk."),
  ])
  func leavesAloneOthersAndOtherPartners(disputed: String, met: String) throws {
    #expect(try verdict(StandingJudge(), disputed, met, actors: actors) == "nothing")
  }
}
