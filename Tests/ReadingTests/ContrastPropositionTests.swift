import Dossier
import Language
import Testing

@testable import Reading

/// Short propositions against longer texts.
@Suite struct PropositionJudgeTests {
  /// What the judges find.
  private func finding(_ premise: String, _ hypothesis: String) -> PropositionFinding? {
    let analyser = Analyser()
    return PropositionJudges.finding(
      ContrastAlignment(ContrastText(premise, analyser: analyser), ContrastText(hypothesis, analyser: analyser)))
  }

  @Test(arguments: [
    // The same deed, denied.
    (
      "The guild sells oil, but like most of its rivals it will not sell salt to the islands, the clerk said.",
      "The guild sells salt to the islands.", Disagreement.Kind.negation
    ),
    (
      "The clerk said that the mayor failed to sign the harbour treaty.", "The mayor signed the harbour treaty.",
      .negation
    ),
    // A thing declined and obtained.
    (
      "Vera Lind stayed at home that year. She declined the Bergen Medal and went on writing.",
      "Vera Lind received the Bergen Medal.", .antonym
    ),
    // Opposite deeds.
    (
      "The ship came in on 3 May. It lay at the quay for weeks, leaving Bergen on 9 June.",
      "The ship reached Bergen on 9 June.", .antonym
    ),
    // Roles.
    ("In 1931 Marek Dorn succeeded Vera Lind as head of the guild.", "Vera Lind succeeded Marek Dorn.", .roles),
    (
      "Crowds filled Bergen after Marek Dorn opened the fair for Vera Lind, who died in Oslo in 1931.",
      "Marek Dorn died in 1931.", .roles
    ),
    ("The council greeted Vera Lind, the predecessor of Marek Dorn.", "Vera Lind succeeded Marek Dorn.", .roles),
    ("Dorn Salt is a subsidiary of a Norwegian trader, Lind Shipping.", "Dorn Salt owns Lind Shipping.", .roles),
    (
      "A guild inquiry turned up mould in roughly 40 barrels of the old salt, according to the Bergen Council.",
      "The Bergen Council turned up mould in roughly 40 barrels of the old salt.", .roles
    ),
    // What somebody is, and how it was done.
    ("Marek Dorn was a rich merchant whose ships sailed far.", "Marek Dorn was a poor merchant.", .antonym),
    (
      "The guild says that obtaining permits for its Norwegian sailors is a particular challenge.",
      "Norwegian sailors easily obtain permits.", .antonym
    ),
    // Figures and times.
    ("The brewery, owner of two inns, reported earnings of $37m in the spring.", "The brewery lost $37m.", .antonym),
    (
      "The guild, which trades in salt, reported a profit of 374 million dollars for the year.",
      "The guild reported a loss of 374 million dollars.", .antonym
    ),
    ("Vera Lind, whose father built ships, was born in Norway in 1931.", "Vera Lind was born in Sweden.", .place),
    ("The Dorn bridge, painted green, was built in 1931 by the crown.", "The Dorn bridge was built in 1957.", .date),
    ("The trials involve 240 horses from ten farms.", "The trials involve 200 horses.", .number),
    (
      "Since the flood the two towns have fought four suits, three over the old mill.",
      "The two towns have fought four suits over the old mill.", .number
    ),
    (
      "Marek Dorn and Vera Lind were fined and were sentenced to 8 months and 5 months, respectively.",
      "Marek Dorn was sentenced to 5 months.", .number
    ),
  ])
  func marks(premise: String, hypothesis: String, kind: Disagreement.Kind) {
    #expect(finding(premise, hypothesis)?.kind == kind)
  }

  @Test(arguments: [
    ("The guild will not sell oil, but it sells salt to the islands.", "The guild sells salt to the islands."),
    ("The mayor did not fail to sign the harbour treaty.", "The mayor signed the harbour treaty."),
    ("Vera Lind declined the Bergen Medal but received the Oslo Prize.", "Vera Lind received the Oslo Prize."),
    (
      "The ship reached Bergen on 3 May. It lay at the quay for weeks, leaving Bergen on 9 June.",
      "The ship reached Bergen in May."
    ),
    ("Marek Dorn, whom the guild had sent, succeeded Vera Lind.", "Marek Dorn succeeded Vera Lind."),
    ("Vera Lind was succeeded by Marek Dorn.", "Marek Dorn succeeded Vera Lind."),
    ("Vera Lind, the predecessor of Marek Dorn, spoke.", "Marek Dorn succeeded Vera Lind."),
    ("Lind Shipping is the parent of Dorn Salt.", "Lind Shipping owns Dorn Salt."),
    ("The Dorn inn was bought by Vera Lind in 1931.", "The Dorn inn was sold in 1931."),
    ("Marek Dorn was a rich merchant who fed poor children.", "Marek Dorn was a merchant."),
    ("Vera Lind was born in Oslo, Norway.", "Vera Lind was born in Norway."),
    ("Vera Lind was born in Norway and worked in Sweden.", "Vera Lind worked in Norway."),
    ("Ada Lind died in Bergen on 3 May 1957, a niece of Marek Lind.", "Marek Lind died in 1931."),
    ("The guild has salt enough to be able to feed the town.", "The guild is able to feed the town."),
    ("Marek Dorn married Ada Lind in Bergen.", "Ada Lind married in Bergen."),
    ("Marek Dorn visited Bergen with Vera Lind in 1931.", "Vera Lind visited Bergen in 1931."),
    ("The hymn was written by Vera Lind.", "The hymn was written by Marek Dorn and Vera Lind."),
    ("The trials involve 240 horses from ten farms.", "The trials involve more than 200 horses."),
    ("The two towns have fought four suits, three over the old mill.", "The two towns have fought four suits."),
    (
      "Marek Dorn and Vera Lind were sentenced to 8 months and 5 months, respectively.",
      "Vera Lind was sentenced to 5 months."
    ),
  ])
  func leavesAlone(premise: String, hypothesis: String) {
    #expect(finding(premise, hypothesis) == nil)
  }
}

/// Where the trained score may speak.
@Suite struct ContrastRegimeTests {
  /// What the first clash of a kind comes to, with the score well above the bar or barely.
  private func admits(_ premise: String, _ hypothesis: String, _ ground: ContrastClash.Ground, score: Float) -> Bool? {
    let analyser = Analyser()
    let parting = Parting(ContrastText(premise, analyser: analyser), ContrastText(hypothesis, analyser: analyser))
    return parting.clashes.first { $0.ground == ground }.map {
      ContrastRegime(parting.alignment).admits($0, score: score)
    }
  }

  @Test func admitsAnotherWordInOneStatement() {
    #expect(admits("Marek Dorn is a Norwegian painter.", "Marek Dorn is a driver.", .other, score: 0.6) == true)
    #expect(admits("Marek Dorn is a Norwegian painter.", "Marek Dorn is a driver.", .other, score: 0.1) == false)
  }

  @Test func leavesAnotherWordOfASubordinateClause() {
    #expect(
      admits(
        "The town honoured Vera Lind on Monday, although Marek Dorn is a painter.", "Marek Dorn is a driver.", .other,
        score: 0.6) != true)
  }

  @Test func knowsThatBuyingIsSelling() {
    #expect(
      admits("The inn was bought by Vera Lind.", "The inn was sold by Vera Lind.", .opposite, score: 2) == false)
  }
}
