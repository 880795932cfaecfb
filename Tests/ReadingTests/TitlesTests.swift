import Dossier
import Reading
import Testing

/// Whom a role without a name means.
@Suite struct TitlesTests {
  /// The last role of the text, and whose it is.
  @Test(arguments: [
    ("Mayor [PER Nils Marlow] spoke. [PER Anna Holm], the mayor of [LOC Norburg], left.", "Anna Holm"),
    ("President [PER Nils Marlow] spoke. [PER Anna Holm], the president of the nurses union, left.", "Anna Holm"),
    ("President [PER Nils Marlow] spoke. The president of the [ORG Lorne Union] left.", nil),
    (
      "[PER Anna Holm], the president of the [ORG Lorne Union], spoke. The president of the [ORG Lorne Union] left.",
      "Anna Holm"
    ),
    ("Mayor [PER Nils Marlow] came. After greeting [PER Anna Holm], the mayor left.", "Nils Marlow"),
    ("Party leader [PER Nils Marlow] came. He would be president rather than the leader of a movement.", nil),
    (
      "[LOC Ohio] Gov. [PER Nils Marlow] met Gov. [PER Olaf Strand] of [LOC Florida]. The [LOC Ohio] governor spoke.",
      "Nils Marlow"
    ),
    (
      "[LOC Ohio] Gov. [PER Nils Marlow] met Gov. [PER Olaf Strand] of [LOC Florida]. [LOC Florida]'s governor spoke.",
      "Olaf Strand"
    ),
    ("Former [LOC Ohio] Gov. [PER Nils Marlow] spoke. The former [LOC Ohio] governor smiled.", "Nils Marlow"),
    (
      "Sen. [PER Nils Marlow], R-Ariz., met [PER Olaf Strand]. The [LOC Arizona] [MISC Republican] spoke.",
      "Nils Marlow"
    ),
    ("Sen. [PER Nils Marlow], D-Ariz., met [PER Olaf Strand]. The [LOC Arizona] [MISC Republican] spoke.", nil),
    ("[PER Nils Marlow] (I-Vt.) met [PER Olaf Strand]. The [LOC Vermont] senator spoke.", "Nils Marlow"),
    // A list of persons: the name stands by itself.
    (
      "Former [LOC Florida] Gov. [PER Olaf Strand] leads.\n7. [PER Nils Marlow]. The [LOC Ohio] governor has moved on.",
      "Nils Marlow"
    ),
    ("Mayor [PER Olaf Strand] leads.\n7. [PER Nils Marlow]. The governor has moved on.", "Nils Marlow"),
    ("Sen. [PER Nils Marlow] was unhappy. The [LOC Arizona] [MISC Republican] spoke.", "Nils Marlow"),
    ("Sen. [PER Nils Marlow], R-Ohio, was unhappy. The [LOC Arizona] [MISC Republican] spoke.", nil),
    // All who run are candidates.
    (
      "[PER Olaf Strand], a candidate, came early. The host pointed out that [PER Nils Marlow] had not answered. The candidate smiled.",
      nil
    ),
    (
      "[PER Olaf Strand], a candidate, came early. The host said the candidate was late.", "Olaf Strand"
    ),
    (
      "Sen. [PER Nils Marlow] of [LOC Ohio] spoke. [PER Olaf Strand], a senator, left. The senator from [LOC Ohio] smiled.",
      "Nils Marlow"
    ),
    (
      "Gov. [PER Nils Marlow] spoke. [LOC Ohio] Gov. [PER Olaf Strand] left. [PER Marlow] smiled. The governor spoke.",
      "Nils Marlow"
    ),
  ]) func theRoleMeans(_ text: String, _ holder: String?) {
    let roles = ActorsFixture(text).actors().flatMap { actor in
      actor.mentions.filter { $0.kind == .title }.map { (actor.name, $0.span) }
    }
    #expect(roles.max { $0.1 < $1.1 }?.0 == holder)
  }

  /// Whom another text calls by a role is meant where this text has just named them.
  @Test func theRoleMeansWhoeverWasJustNamed() {
    let fixture = ActorsFixture(
      "Gov. [PER Nils Marlow] spoke. [PER Olaf Strand] took the floor. The governor smiled.",
      "Gov. [PER Olaf Strand] spoke.")
    #expect(fixture.actor("The governor")?.name == "Olaf Strand")
  }

  /// Of whom another text tells where they govern, a governor of another place is not meant.
  @Test func whoGovernsElsewhereIsNotMeant() {
    let fixture = ActorsFixture(
      "[PER Olaf Strand] spoke on Monday. Few listened. The [LOC Ohio] governor smiled. The [LOC Florida] governor left.",
      "Former [LOC Florida] Gov. [PER Olaf Strand] spoke.")
    #expect(fixture.actor("The Ohio governor") == nil)
    #expect(fixture.actor("The Florida governor")?.name == "Olaf Strand")
  }

  /// Nobody whom the text is far from naming is meant.
  @Test func whoIsNamedMuchLaterIsNotMeant() {
    let rest = String(repeating: "Few listened to it. ", count: 12)
    let fixture = ActorsFixture(
      "[PER Nils Marlow] met the former secretary of state. \(rest)Former secretary of state [PER Anna Holm] left.")
    #expect(fixture.actor("the former secretary of state") == nil)
  }

  /// Who is only told by whose they are speaks; the owner does not.
  @Test(arguments: [
    ("[PER Olaf Sands] left. [PER Sands]' spokesman [PER Nils Marlow] said that the mill was safe.", "Nils Marlow"),
    ("[PER Olaf Sands] left. [PER Sands]’ lawyer [PER Anna Holm] said that the mill was safe.", "Anna Holm"),
    ("[PER Olaf Sands] left. [PER Sands]' aides said that the mill was safe.", nil),
    ("The mill was safe, according to a post from [PER Anna Holm].", "Anna Holm"),
    ("The mill was safe, according to a post from [PER Anna Holm]'s office.", nil),
    ("The mill was safe, according to a report by [ORG Senate] Majority Leader [PER Anna Holm].", "Anna Holm"),
    ("A senior [MISC Republican] said that the mill was safe.", nil),
    ("The [LOC Arizona] [MISC Republican] said that the mill was safe.", nil),
  ]) func whoSpeaks(_ text: String, _ speaker: String?) {
    let dossier = ActorsFixture(text).dossier()
    #expect(dossier.statements.first.map { $0.speaker?.actor.map { dossier[$0].name } } == .some(speaker))
  }

  /// Of *R.Latvian President* nobody can tell whose president is meant.
  @Test func damagedWordsGiveNoRole() throws {
    var fixture = ActorsFixture("The talks of R.Latvian President [PER Juris Berg] ended.")
    #expect(fixture.actor("Juris Berg")?.roles.isEmpty == false)
    let damaged = try #require(fixture.documents[0].text.place(of: "R.Latvian"))
    fixture.documents[0].flags.append(Flag(span: damaged, kind: .damagedText, note: "glued"))
    #expect(fixture.actor("Juris Berg")?.roles.isEmpty == true)
  }
}

extension SourceText {
  /// Where words stand first.
  fileprivate func place(of words: String) -> Span? {
    let searched = Array(words.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: searched) }.map { Span($0, $0 + searched.count) }
  }
}
