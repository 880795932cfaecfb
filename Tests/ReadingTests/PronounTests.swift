import Dossier
@testable import Reading
import Testing

/// Whom *he* and *she* stand for, in the ways in which news tells it.
@Suite struct PronounTests {
  /// The last *he*, *she*, *him* or *her* of a text must stand for the one named.
  @Test(arguments: [
    (
      "[PER Nils Marlow] said that he would lean on [PER Olaf Strand]'s staff and go on with [PER Olaf Strand]'s work. “Nothing will change,” he said.",
      "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] said praise from President [PER Olaf Strand] would not sway him. He said [PER Olaf Strand] had been a strong leader.",
      "Nils Marlow"
    ),
    (
      "[PER Olaf Strand] spoke first.\nRep. [PER Nils Marlow], who opposes the mine, said Monday that the ministry had softened its words.\n“Everyone knows what it wants,” he told the paper.",
      "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] joined the talks late. [PER Olaf Strand] did not help him.",
      "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] told Sens. [PER Olaf Strand] and [PER Per Ravn] that he regrets the quarrel.\n“I can assure you that I meant no harm,” he told the senators in a letter.",
      "Nils Marlow"
    ),
    // Who says it, whoever the text has been about.
    (
      "[PER Olaf Strand] led for weeks. [PER Strand] spoke often. [PER Strand] was ahead of [PER Nils Marlow], who said he would leave only if asked.",
      "Nils Marlow"
    ),
    // Not who does it to him.
    (
      "[PER Nils Marlow] spoke. [PER Olaf Strand] led for weeks. [PER Strand] spoke often. [PER Strand] won the vote. Speaking at a fair in [LOC Norburg], [LOC Ohio], [PER Strand] went after [PER Marlow], calling him a total bore.",
      "Nils Marlow"
    ),
    // Not with whom he does it.
    (
      "[PER Nils Marlow] spoke. [PER Olaf Strand] led for weeks. [PER Strand] won. [PER Strand] hit back. At the fair [PER Marlow], the former governor of [LOC Ohio], also attacked the billionaire [PER Olaf Strand], with whom he clashed at the May debate over the issue of land.",
      "Nils Marlow"
    ),
    // Not whom the words name that are spoken.
    (
      "[PER Gerda Holm] led for weeks. She spoke often. [PER Holm] met voters. She smiled.\nSome blamed [PER Anna Strand], the mill's owner.\n“It has never made sense to me that [PER Gerda Holm] can be blamed for letters from somebody else,” she said.",
      "Anna Strand"
    ),
    // Whoever heads the paragraph.
    (
      "[PER Olaf Strand] is slipping. [PER Strand] has raised money. He is liked by many.\n5. [PER Nils Marlow]. He has a strong team in [LOC Norburg].",
      "Nils Marlow"
    ),
    (
      "[PER Gerda Holm] met [PER Nils Marlow] on Friday. [PER Nils Marlow] praised her.", "Gerda Holm"
    ),
  ])
  func itStandsForWhoIsMeant(_ text: String, _ name: String) throws {
    let actors = ActorsFixture(text).actors()
    let pronouns = actors.flatMap { actor in
      actor.mentions.filter { $0.kind == .pronoun && $0.confidence < 1 }.map { (actor.name, $0.span) }
    }
    #expect(pronouns.max { $0.1 < $1.1 }?.0 == name)
  }

  /// What only bodies are called by is nobody of whom *he* is said.
  @Test func aBodyIsNotHe() {
    let fixture = ActorsFixture("The [ORG Black Hand] is strong there. He was found dead in his cell.")
    #expect(fixture.actor("He") == nil)
    #expect(fixture.actor("his") == nil)
  }

  /// *Mine* is the speaker's, *the mine* is not.
  @Test func theMineIsNobodysWord() {
    let fixture = ActorsFixture("“The voters like the mine,” [PER Anna Strand] said. “That vote is mine.”")
    #expect(fixture.actor("mine")?.mentions.filter { $0.kind == .pronoun }.count ?? 0 <= 1)
  }

  /// Whoever speaks does not say *he* of himself, named or called *he* beside the quotation.
  @Test(arguments: [
    "[PER Nils Marlow] blamed [PER Olaf Strand]. “He goes on with this,” [PER Marlow] said.",
    "[PER Olaf Strand] spoke. [PER Nils Marlow] said [PER Strand] had failed. “He did not answer the question,” he said.",
  ]) func whoeverSpeaksIsNotHe(_ text: String) {
    #expect(ActorsFixture(text).actor("He")?.name == "Olaf Strand")
  }

  @Test func aStatementIsDoubtedAsFarAsItsPronoun() throws {
    let fixture = ActorsFixture(
      "[PER Nils Marlow] met [PER Olaf Strand] and [PER Per Ravn] at the mill. He said the mill was safe.")
    let dossier = fixture.dossier()
    let statement = try #require(dossier.statements.last)
    let speaker = try #require(statement.speaker?.actor)
    let mention = try #require(dossier[speaker].mentions.last { $0.kind == .pronoun })
    #expect(mention.confidence < 1 && mention.confidence > 0.3)
    let unlinked = try #require(fixture.statements.last)
    #expect(statement.confidence == unlinked.confidence * mention.confidence)
  }

  @Test func whatOtherPronounsTellOfGenderCounts() {
    var votes = GenderVotes()
    votes.add(1, .feminine, at: 10)
    votes.add(1, .feminine, at: 20)
    votes.add(2, .masculine, at: 30)
    #expect(votes.leaning(1, .feminine, except: 99) == 2)
    #expect(votes.leaning(1, .masculine, except: 99) == 4)
    #expect(votes.leaning(2, .masculine, except: 30) == 0)
    #expect(votes.leaning(3, .masculine, except: 99) == 0)
  }
}
