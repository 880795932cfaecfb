import Dossier
import Reading
import Testing

/// Whom a bare surname means that several in a text bear.
@Suite struct ActorsNamesakeTests {
  /// Who is meant by the last name of the text.
  @Test(arguments: [
    (
      "[PER Nils Marlow] was fined. [PER Marlow] ran a mill. His father, [PER Per Marlow], was a tailor. [PER Marlow] left school.",
      "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] was fined. He is one of five sons of [PER Per Marlow], a tailor. Mr. [PER Marlow] left school.",
      "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] spoke. He served under President [PER Per Marlow] for years. [PER Marlow] said the mill was safe.",
      "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] was fined. His brother [PER Per Marlow] said the mill was safe. [PER Marlow] said it was new.",
      "Per Marlow"
    ),
    (
      "[PER Nils Marlow] was fined. [PER Marlow] ran a mill.\n[PER Per Marlow] opened a school in the north. [PER Marlow] teaches there.",
      "Per Marlow"
    ),
    (
      "[PER Nils Marlow] was fined. [PER Marlow] ran a mill.\n[PER Per Marlow] opened a school. It grew.\nIt is full now.\n[PER Marlow] sold the mill.",
      "Nils Marlow"
    ),
    (
      "President [PER Nils Marlow] spoke. Senator [PER Per Marlow] left. President [PER Marlow] smiled.", "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] spoke. [PER Hanna Marlow] came in. [PER Marlow] said he was tired.", "Nils Marlow"
    ),
    (
      "[PER Nils Marlow] spoke. [PER Hanna Marlow] came in. [PER Marlow] said she was tired.", "Hanna Marlow"
    ),
  ]) func theBareSurnameMeans(_ text: String, _ name: String) throws {
    let names = ActorsFixture(text).actors().flatMap { actor in
      actor.mentions.filter { $0.kind == .name }.map { (actor.name, $0.span) }
    }
    #expect(names.max { $0.1 < $1.1 }?.0 == name)
  }

  /// Names that are one, or are not, however they are written.
  @Test(arguments: [
    ("[PER Mahdi Iransad] spoke. Later [PER Mahdi Iran-Sad] left.", 1),
    ("[PER Lawrense Marlow] died. They want justice for [PER Lawrrense].", 1),
    ("[PER Nils Marlow] left. [PER Per Marlow] came.", 2),
    ("The [ORG LA Herald] spoke. The [ORG Los Angeles Herald] denied it.", 1),
    ("[ORG Lorne County News] spoke. [LOC Lorne County] was calm.", 2),
    ("[PER Vito Marlow] ran the [PER Marlow] crime family. The [PER Marlow] family met.", 2),
    ("The [PER Marlow] family met.", 1),
    ("It was [MISC un-American]. An [MISC Ohio Republican] came.", 0),
    ("[MISC Democrats] left.", 1),
  ]) func namesAreOneOrNot(_ text: String, _ count: Int) {
    let actors = ActorsFixture(text).actors()
    #expect(actors.count == count, "\(actors.map(\.name))")
  }
}
