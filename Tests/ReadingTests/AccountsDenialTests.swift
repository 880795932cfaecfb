import Dossier
import Language
import Testing

@testable import Reading

/// What one account tells and another denies, in the words that news has for it.
@Suite struct AccountsDenialTests {
  @Test(arguments: [
    ("The ministry paid the ransom.", "No ransom was paid by the ministry."),
    ("The ministry paid the ransom to the army.", "The ministry paid no ransom to the army."),
    ("The army used gas shells in the town.", "The army denied using gas shells in the town."),
    ("The ministry played a role in the attack.", "The ministry denies any role in the attack."),
    ("Chemists found poison in the northern wells.", "No trace of poison was found in the northern wells."),
    ("Police have named suspects in the attack.", "Police did not have any suspects in the attack."),
  ])
  func marksWhatIsDenied(left: String, right: String) throws {
    #expect(try verdict(NegationJudge(), left, right).hasPrefix("negation/contradiction"))
  }

  @Test(arguments: [
    ("The ministry announced plans to build a harbour.", "The ministry has no plans to sell the harbour."),
    ("Police named the suspects in the attack.", "Police had no women suspects in the attack."),
    // Who denies that he did it does not deny that it was done.
    ("The letter was sent from the harbour.", "Weber denied sending the letter from the harbour."),
    ("The army used gas shells in the town.", "The army denied using boats in the town."),
  ])
  func leavesAloneWhatIsNotDenied(left: String, right: String) throws {
    #expect(try verdict(NegationJudge(), left, right, actors: ["Weber"]) == "nothing")
  }

  /// What one speaker said is told with and without a *not*.
  @Test func marksWhatTwoAccountsHeardOtherwise() throws {
    let told = "The residents of the harbour were warned before the flood."
    func heard(_ right: String) throws -> String {
      try verdict(NegationJudge(), told, right, actors: ["Orlov"], speakers: [0, 0])
    }
    #expect(
      try heard("The residents of the harbour were not warned before the flood.").hasPrefix("negation/contradiction"))
    #expect(try heard("The residents of the northern town were not warned of thieves in the market.") == "nothing")
  }

  @Test func marksADisputedClaim() throws {
    let told = "Orlov drew a revolver in the harbour."
    let disputed = "The family contests the allegation that Orlov drew a revolver in the harbour."
    #expect(try verdict(DisputeJudge(), told, disputed).hasPrefix("negation/contradiction"))
    #expect(try verdict(DisputeJudge(), disputed, told).hasPrefix("negation/contradiction"))
    #expect(try verdict(DisputeJudge(), "Orlov drew no revolver in the harbour.", disputed) == "nothing")
    #expect(try verdict(DisputeJudge(), "Orlov sold a boat in the harbour.", disputed) == "nothing")
    #expect(
      try verdict(DisputeJudge(), told, "The family does not contest the allegation that Orlov drew a revolver.")
        == "nothing")
  }

  @Test(arguments: [
    "The minister denied shelling the town of Barda.", "The minister denied any shelling of Barda.",
    "The minister dismissed the reports of shelling around the town of Barda.",
  ]) func marksWhatIsDisputedByItsName(disputed: String) throws {
    let told = "Shells fell on the town of Barda on Saturday."
    #expect(try verdict(DisputeJudge(), told, disputed, actors: ["Barda"]).hasPrefix("negation/contradiction"))
    for other in ["They will sue the state for any shelling of the town of Barda.", "Barda is a town on a hill."] {
      #expect(try verdict(DisputeJudge(), other, disputed, actors: ["Barda"]) == "nothing")
    }
  }

  /// Who denies it is named, though the word of denial stands before what is denied.
  @Test func whoDisputesItSaysSo() throws {
    let texts = [
      "The army chief of Norland, Anna Orlov, spoke in Norburg on Saturday. Orlov denied that soldiers had shelled the market of "
        + "Barda.",
      "Barda buried a baker on Sunday. Soldiers of Norland shelled the market of Barda on Saturday, and the baker died.",
    ]
    let documents = texts.enumerated().map { index, string in
      let text = SourceText(string)
      return Document(
        id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: text,
        blocks: [Block(span: text.span, kind: .paragraph)])
    }
    let dossier = DossierReader().read(documents)
    let found = try #require(dossier.disagreements.first { $0.kind == .negation })
    #expect(found.left.actor.map { dossier[$0].name } == "Anna Orlov")
    #expect(found.right.actor == nil)
  }

  /// However much more is disputed of it, the deed of the one upon the other is told.
  @Test func marksADisputedReportOfADeed() throws {
    let actors = ["Orlov", "Marsh"]
    let disputed =
      "The director of the office denied a report in Norland's Tide newspaper that Orlov had already invited Marsh to his "
      + "private home for talks in the coming week on the future of the harbour process."
    func told(_ sentence: String) throws -> String {
      try verdict(DisputeJudge(), sentence, disputed, actors: actors)
    }
    #expect(try told("Orlov has invited Marsh to dinner, a paper said.").hasPrefix("negation/contradiction"))
    #expect(try told("Marsh has invited Orlov to dinner, a paper said.") == "nothing")
    #expect(try told("Orlov has not invited Marsh to dinner, a paper said.") == "nothing")
    #expect(try told("Orlov may have invited Marsh to dinner, a paper said.") == "nothing")
  }

  /// What one does not do another may do.
  @Test func aDeedIsDeniedOfItsDoer() throws {
    func judged(_ right: String) throws -> String {
      try verdict(
        NegationJudge(), "Orlov did not sign the harbour pact with the union.", right, actors: ["Orlov", "Marsh"])
    }
    #expect(try judged("Orlov signed the harbour pact with the union.").hasPrefix("negation/"))
    #expect(try judged("Marsh signed the harbour pact with the union.") == "nothing")
  }

  /// What a thing is about nobody is said to have done.
  @Test func whatAThingIsAboutIsNoDeed() throws {
    let left = "The plan did not solve the problem of the harbour in the town."
    #expect(
      try verdict(NegationJudge(), left, "The plan is solving the problem of the harbour in the town.")
        .hasPrefix("negation/"))
    #expect(
      try verdict(NegationJudge(), left, "Office is about solving the problem of the harbour in the town.") == "nothing"
    )
  }

  @Test func aRequestThatIsDeniedIsNotDisputed() throws {
    #expect(
      try verdict(
        DisputeJudge(), "The motion to delay the trial was filed on Monday.",
        "The judge denied a motion to delay the trial.") == "nothing")
  }
}
