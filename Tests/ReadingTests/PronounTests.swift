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
