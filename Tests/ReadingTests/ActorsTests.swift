import Dossier
import Ingest
import Language
import Reading
import TestSupport
import Testing

@Suite struct ActorsTests {
  @Test func namesOfOnePersonAreOneActor() {
    let fixture = ActorsFixture(
      "[PER Henrik Falk] spoke first. [PER Falk] was followed by [PER Anna Holm]. Later Mr. [PER Falk] left.")
    let actors = fixture.actors()
    #expect(actors.map(\.name) == ["Henrik Falk", "Anna Holm"])
    #expect(actors[0].aliases == [.init(text: "Falk", count: 2), .init(text: "Henrik Falk", count: 1)])
    #expect(actors[0].mentions.map(\.basis) == ["name", "surname", "surname"])
  }

  @Test func benIsAGivenName() {
    let fixture = ActorsFixture("[PER Ben Falk] spoke, then [PER Falk].", "[PER Niall Falk] left.")
    #expect(fixture.actors().map(\.name) == ["Ben Falk", "Niall Falk"])
  }

  @Test func aRoleHoldsNoMarkBeforeIt() {
    let fixture = ActorsFixture("LORNE (The Example) - Belarusian President [PER Anna Holm] spoke.")
    #expect(fixture.actors().first?.roles.map(\.text) == ["Belarusian President"])
  }

  @Test func partyAndStateAreNoActor() {
    let fixture = ActorsFixture("[PER Anna Holm], [ORG R-Ohio], and [PER Henrik Falk] ([ORG D-N.Y.]) spoke.")
    #expect(fixture.actors().map(\.name) == ["Anna Holm", "Henrik Falk"])
  }

  @Test func contradictingGivenNamesStayApart() {
    let fixture = ActorsFixture(
      "[PER Vladimir Orlov] met [PER Vladimir Senko]. [PER Orlov] spoke to [PER Dmitry Orlov].",
      "[PER Dmitri Orlov] came.")
    let names = fixture.actors().map(\.name)
    #expect(names.count == 3)
    #expect(names.contains("Vladimir Orlov") && names.contains("Vladimir Senko"))
  }

  @Test func spellingsJoinAcrossTexts() {
    let fixture = ActorsFixture(
      "[PER Alexander Rudenko] spoke.", "[PER Aleksandr Rudenko] spoke.", "[PER Rudenko] left.")
    #expect(fixture.actors().count == 1)
  }

  @Test func acronymInBracketsBelongsToItsName() {
    let fixture = ActorsFixture(
      "The [ORG Institute of Polar Studies] ([ORG IPS]) opened. [ORG IPS] grew.", "[ORG IPS] closed.")
    let actors = fixture.actors()
    #expect(actors.map(\.name) == ["Institute of Polar Studies"])
    #expect(actors[0].mentions.count == 4)
    #expect(actors[0].mentions[1].basis == "acronym in brackets")
  }

  @Test func roleGoesToTheHolderThatTheTextIntroduces() {
    let fixture = ActorsFixture(
      """
      Latvian President [PER Juris Berg] met Estonian President [PER Mart Kask].
      The Latvian leader smiled. The Estonian politician did not. The Lithuanian leader was absent.
      """)
    #expect(fixture.actor("The Latvian leader")?.name == "Juris Berg")
    #expect(fixture.actor("The Estonian politician")?.name == "Mart Kask")
    #expect(fixture.actor("The Lithuanian leader") == nil)
    #expect(fixture.actor("Juris Berg")?.roles.map(\.text) == ["Latvian President"])
  }

  @Test(arguments: [
    (
      "Sen. [PER Nils Marlow] (D-Vt.) met Sen. [PER Olaf Strand] of [LOC Florida]. The [LOC Vermont] senator left.",
      "Nils Marlow"
    ),
    (
      "Sen. [PER Nils Marlow] (D-Vt.) met Sen. [PER Olaf Strand] of [LOC Florida]. The [LOC Florida] senator left.",
      "Olaf Strand"
    ),
    ("Sen. [PER Nils Marlow] met Gov. [PER Olaf Strand]. The independent [LOC Vermont] senator left.", "Nils Marlow"),
    ("Sen. [PER Nils Marlow] (D-Vt.) spoke. The [LOC Texas] senator left.", nil),
    ("Sen. [PER Nils Marlow] of [LOC New Jersey] spoke. The [LOC Texas] senator left.", nil),
    ("Sen. [PER Nils Marlow] met Sen. [PER Olaf Strand]. The [LOC Texas] senator left.", nil),
  ]) func aPlaceTellsWhoseOfficeIsMeant(_ text: String, _ holder: String?) {
    let actors = ActorsFixture(text).actors()
    #expect(actors.first { $0.mentions.contains { $0.kind == .title } }?.name == holder)
  }

  @Test(arguments: [
    ("Sen. [PER Nils Marlow] (D-Vt.) met Sen. [PER Olaf Strand] (R-Fla.). The Democratic senator left.", "Nils Marlow"),
    ("Republican candidate [PER Nils Marlow] met President [PER Olaf Strand]. The GOP candidate left.", "Nils Marlow"),
    ("President [PER Olaf Strand] spoke. The Republican nominee left.", nil),
    ("Democratic candidate [PER Nils Marlow] spoke. The Republican candidate left.", nil),
    ("Candidate [PER Nils Marlow] spoke. Whoever wins will be the candidate.", nil),
    ("Candidate [PER Nils Marlow] spoke. The candidate will win.", "Nils Marlow"),
  ]) func aPartyTellsWhoIsMeant(_ text: String, _ holder: String?) {
    let actors = ActorsFixture(text).actors()
    #expect(actors.first { $0.mentions.contains { $0.kind == .title } }?.name == holder)
  }

  /// *The bureau* is the one that the text named, where it named one and no other is meant.
  @Test(arguments: [
    ("The [ORG Bureau of Harbour Review] met. Later the bureau said no more.", true),
    ("The [ORG Harbour Ministry] spoke. Orders came from the ministry.", true),
    ("The [ORG Harbour Ministry] and the [ORG Ministry of Trade] spoke. Orders came from the ministry.", false),
    ("The [ORG Harbour Ministry] spoke. A ministry elsewhere did not. Orders came from the ministry.", false),
    ("The [ORG Harbour Ministry] spoke. Orders came from the ministry building.", false),
    ("The [ORG Harbour Ministry] spoke. Orders came from the ministry of another state.", false),
    ("Orders came from the ministry. The [ORG Harbour Ministry] spoke.", false),
  ]) func theKindOfABodyStandsForTheOneNamed(_ text: String, isTied: Bool) {
    let mentions = ActorsFixture(text).actors().flatMap(\.mentions)
    #expect(mentions.contains { $0.kind == .epithet } == isTied)
  }

  @Test func headOfStateIsTheOneInFocus() {
    let fixture = ActorsFixture(
      """
      Latvian President [PER Juris Berg] met Estonian President [PER Mart Kask].
      [PER Kask] praised the talks.
      The head of state called for calm.
      """)
    #expect(fixture.actor("The head of state")?.name == "Mart Kask")
  }

  @Test func givenNameAndPatronymic() {
    let fixture = ActorsFixture(
      "[PER Pavel Sokolov] arrived. [PER Pavel Andreevich] was tired, said [PER Ivan Sokolov].")
    #expect(fixture.actor("Pavel Andreevich")?.name == "Pavel Sokolov")
  }

  @Test func capitalsSpeakForTheirStatesAndStayApart() {
    let fixture = ActorsFixture(
      "[LOC Riga] and [LOC Latvia] signed. The [LOC Kremlin] and [LOC Russia] watched [LOC Kiev] and [LOC Kyiv].")
    let actors = fixture.actors()
    let riga = actors.first { $0.name == "Riga" }
    #expect(riga?.kind == .place)
    #expect(riga?.speaksFor.map { actors[$0.index].name } == "Latvia")
    #expect(actors.first { $0.name == "Kremlin" }?.kind == .organisation)
    #expect(actors.filter { $0.name == "Kyiv" || $0.name == "Kiev" }.count == 1)
  }

  @Test func housesOfOneStateAreNotOne() {
    let actors = ActorsFixture(
      "The [ORG Pentagon] spoke. The [ORG White House] denied it. The [ORG White House] is shut."
    ).actors()
    #expect(Set(actors.map(\.name)) == ["Pentagon", "White House"])
  }

  /// One body under the names that news gives it; a part of a state under its abbreviation.
  @Test(arguments: [
    ("The [ORG Treasury Department] spoke. The [ORG U.S. Department of the Treasury] denied it.", 1),
    ("The [ORG Supreme Court] ruled. The [ORG U.S. Supreme Court] sits in June.", 1),
    ("The [ORG House of Representatives] voted. The [ORG House] is split.", 1),
    ("[PER Nils Marlow], D-[LOC Nev.], spoke. He left [LOC Nevada].", 2),
    ("[ORG U.S. Steel] rose. [ORG Steel Dynamics] fell.", 2),
    ("The [ORG Justice Department] spoke. The [ORG Labor Department] did not.", 2),
  ]) func namesOfOneBodyAreOne(_ text: String, _ count: Int) {
    let actors = ActorsFixture(text).actors().filter { $0.kind != .group }
    #expect(actors.count == count, "\(actors.map(\.name))")
  }

  @Test func whoWorksForAPersonSpeaksForThem() throws {
    let fixture = ActorsFixture(
      "[PER Anna Holm] left. The [PER Holm] campaign said the pier was safe. [PER Holm]'s campaign manager came.")
    let dossier = fixture.dossier()
    let speaker = try #require(dossier.statements.first?.speaker?.actor)
    #expect(dossier[speaker].name == "Holm campaign")
    #expect(dossier[speaker].kind == .group)
    #expect(dossier[speaker].speaksFor.map { dossier[$0].name } == "Anna Holm")
    #expect(dossier[speaker].mentions.count == 1)
  }

  @Test func aPeopleIsNamedWithoutTheMarkAfterIt() {
    let actors = ActorsFixture("The Latvians, he said, won. — Latvians.").actors()
    #expect(actors.first { $0.kind == .group }?.aliases.map(\.text) == ["Latvians"])
  }

  @Test func peoplesAndTheirBodiesAreGroups() {
    let fixture = ActorsFixture(
      "[LOC Latvia] moved. Latvians cheered as [MISC Latvian] troops left. The Latvian side agreed.")
    let groups = fixture.actors().filter { $0.kind == .group }
    #expect(groups.map(\.name).sorted() == ["Latvian side", "Latvian troops", "Latvians"])
    #expect(groups.filter { $0.speaksFor != nil }.map(\.name) == ["Latvian side"])
  }

  @Test func firstPersonInAQuotationIsItsSpeaker() {
    let fixture = ActorsFixture("“I will resign in my own time,” [PER Anna Holm] said on Monday.")
    let actor = fixture.actors().first { $0.name == "Anna Holm" }
    #expect(actor?.mentions.filter { $0.kind == .pronoun }.count == 2)
    #expect(fixture.dossier().statements.first?.speaker?.actor != nil)
  }

  @Test func speakerIsTheHeadOfTheWordsThatNameIt() {
    let fixture = ActorsFixture("“We are ready,” [LOC Kremlin] spokesman [PER Pavel Sokolov] said.")
    let dossier = fixture.dossier()
    #expect(dossier.statements.first?.speaker?.actor.map { dossier.actors[$0.index].name } == "Pavel Sokolov")
  }

  /// A body may be taken for a name of somebody; an acronym may not.
  @Test func noAcronymIsHe() {
    let fixture = ActorsFixture(
      "[PER Nils Marlow] spoke on Friday of the deal. “We will never pass the [ORG NHTC],” he said.")
    #expect(fixture.actor("he")?.name == "Nils Marlow")
  }

  /// Whoever was named before a long quotation is as near as before a short one.
  @Test func aPronounLooksBackOverALongQuotation() {
    let long = (1...8).map { "Point \($0) of it stands." }.joined(separator: " ")
    let fixture = ActorsFixture("[PER Henrik Falk] warned of haste: “Ask [PER Olaf Strand]. \(long)” he concluded.")
    #expect(fixture.actor("he")?.name == "Henrik Falk")
  }

  @Test func whoeverSpeaksIsNotWhoeverIsSpokenOf() {
    let fixture = ActorsFixture(
      "[PER Henrik Falk] praised the deal on Monday. The works go on: “The plans ([PER Olaf Strand] called me) stand,” he stated."
    )
    #expect(fixture.actor("he")?.name == "Henrik Falk")
  }

  @Test func aNameThatOnlyTellsWhichDoesNotSpeak() {
    let fixture = ActorsFixture("A warrant is needed, the [PER Anna Holm] e-mail probe officials said on Monday.")
    #expect(fixture.dossier().statements.first?.speaker != nil)
    #expect(fixture.dossier().statements.allSatisfy { $0.speaker?.actor == nil })
  }

  /// Whoever was brought in without a name is not the one who holds that office.
  @Test func aRoleOfSomebodyUnnamedIsNobodys() {
    let named = ActorsFixture("Official [PER Anna Holm] came on Monday. The talks failed. The official left.")
    #expect(named.actor("The official")?.name == "Anna Holm")
    let unnamed = ActorsFixture(
      "Official [PER Anna Holm] came on Monday. An official familiar with the talks spoke. The official left.")
    #expect(unnamed.actor("The official") == nil)
    for words in ["[PER Anna Holm], an official in the north, spoke.", "An official, [PER Anna Holm], spoke."] {
      let apposed = ActorsFixture("Official [PER Anna Holm] came on Monday. \(words) The official left.")
      #expect(apposed.actor("The official")?.name == "Anna Holm")
    }
  }

  @Test func pronounsFollowGender() {
    let fixture = ActorsFixture("[PER Anna Holm] met [PER Henrik Falk]. She thanked him.")
    #expect(fixture.actor("She")?.name == "Anna Holm")
    #expect(fixture.actor("him")?.name == "Henrik Falk")
  }

  @Test func nicknameBetweenTheNamesIsOneMoreGivenName() {
    let fixture = ActorsFixture("[PER Luis Arden] sang.", "[PER Luis \"Kit\" Arden] danced.")
    let actors = fixture.actors()
    #expect(actors.map(\.name) == ["Luis Arden"])
    #expect(actors[0].mentions.count == 2)
  }

  @Test func headlineRunTogetherIsParted() {
    let fixture = ActorsFixture(
      """
      [ORG Acme Buys Polar Group In Record Deal]
      [ORG Acme] said on Monday that it bought [ORG Polar Group]. [ORG Acme] is from [LOC Riga]. [ORG Polar Group] agreed.
      """)
    #expect(fixture.actors().map(\.name).sorted() == ["Acme", "Polar Group", "Riga"])
    #expect(fixture.actors().first { $0.name == "Acme" }?.mentions.filter { $0.kind == .name }.count == 3)
  }

  @Test func titleTellsSpousesApart() {
    let fixture = ActorsFixture(
      "[PER Hanna Vester] met [PER Peter Vester]. Mrs. [PER Vester] spoke. Mr. [PER Vester] did not.")
    #expect(fixture.actor("Vester", occurrence: 0)?.name == "Hanna Vester")
    #expect(fixture.actor("Vester", occurrence: 1)?.name == "Peter Vester")
  }

  @Test func textsWithoutNamesHaveNoActors() {
    #expect(ActorsFixture("", "Nothing happened. It rained.").actors().isEmpty)
  }

  @Test func theSeedsNameEachLeaderOnce() throws {
    let documents = Loader().load([Repository.seeds]).documents
    try #require(documents.count == 5)
    let names = DossierReader().read(documents).actors.filter { $0.kind == .person }.map(\.name)
    for surname in ["Putin", "Lukashenko", "Zelensky", "Peskov", "Kuleba"] {
      #expect(names.filter { $0.hasSuffix(surname) }.count == 1)
    }
  }
}
