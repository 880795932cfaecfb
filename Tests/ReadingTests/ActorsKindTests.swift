import Dossier
import Reading
import Testing

/// What kind of actor a name is that the name finder takes for a person's, by the words beside it.
@Suite struct ActorsKindTests {
  @Test(arguments: [
    ("The thief robbed the Swiss firm [PER Holm] on Monday. [PER Holm] said nothing.", Actor.Kind.organisation),
    ("[PER Holm], a Swiss firm, said nothing.", .organisation),
    ("The daily [PER Holm Lund] reported the plan. [PER Holm Lund] said so.", .organisation),
    ("The [PER Holm Lund] newspaper reported the plan. [PER Holm Lund] said so.", .organisation),
    ("Few live in the town of [PER Holm]. [PER Holm] voted early.", .place),
    ("She won in [PER Holm] and spoke at [PER Holm].", .place),
    ("Police sought the [PER Holm]-raiders.", .other),
    ("The [PER Holms] left on Monday.", .organisation),
    ("[PER Anna Lund] left. A group [PER Holm] led won.", .person),
    ("[LOC New Holm] voted. A [LOC New Holm] newspaper told of it.", .place),
    ("With [PER Holm], a group of voters left.", .person),
    // One who founds a firm is none; one may trust in a person.
    ("The firm [PER Holm] founded was sold. [PER Holm] left.", .person),
    ("She has faith in [PER Holm].", .person),
    ("She won in [PER Holm]. [PER Anna Holm] spoke.", .person),
  ]) func theWordsBesideANameTellItsKind(_ text: String, _ kind: Actor.Kind) {
    #expect(ActorsFixture(text).actors().first { $0.name.contains("Holm") }?.kind == kind)
  }

  /// What goes on telling right behind the one body that told.
  @Test(arguments: [
    ("[ORG Lorne One] aired the report on Monday. The network said it was right.", "Lorne One"),
    ("[ORG Lorne One] sued [ORG Holm Bank]. The network said it was right.", nil),
    ("[ORG Lorne One] quoted a newspaper. The newspaper said it was right.", nil),
  ]) func aBodyIsTakenUpByWhatItIs(_ text: String, _ name: String?) {
    let told = ActorsFixture(text).actors().filter { $0.mentions.contains { $0.kind == .epithet } }
    #expect(told.first?.name == name)
  }

  @Test func aRoleEndsBeforeWhatTheOneNamedHas() {
    let fixture = ActorsFixture("[PER Nils Marlow], a law professor in his first-ever campaign, won.")
    #expect(fixture.actors().first?.roles.map(\.text) == ["a law professor"])
  }

  @Test(arguments: [
    ("Campaign chairman [PER Nils Marlow] won.", "Campaign chairman"),
    ("The plan of Agriculture Secretary [PER Nils Marlow] won.", "Agriculture Secretary"),
  ]) func aTitleBeginsWithWhatItIsOf(_ text: String, _ role: String) {
    #expect(ActorsFixture(text).actors().first?.roles.map(\.text) == [role])
  }

  @Test(arguments: [
    ("Rev. [PER Al Holm] spoke. [PER Holm] left. [PER Holm] smiled.", "Al Holm"),
    ("[PER Anna Lund Holm] spoke. [PER Lund Holm] left. [PER Lund Holm] smiled.", "Anna Lund Holm"),
  ]) func theFullestNameIsShown(_ text: String, _ name: String) {
    #expect(ActorsFixture(text).actors().map(\.name) == [name])
  }
}
