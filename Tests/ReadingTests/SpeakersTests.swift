import Dossier
import Testing

@testable import Reading

/// Who says a statement.
@Suite struct SpeakersTests {
  private func expectFirst(_ text: String, saidBy speaker: String?) {
    let dossier = ActorsFixture(text).dossier()
    #expect(dossier.statements.first.map { $0.speaker?.actor.map { dossier[$0].name } } == .some(speaker))
  }

  @Test(arguments: [
    ("[PER Anna Holm] and [PER Peter Roe] say the pier is unsafe.", ["Anna Holm", "Peter Roe"]),
    (
      "[PER Anna Holm], [PER Peter Roe] and [PER Maria Lund] told the council that it must close.",
      ["Anna Holm", "Peter Roe", "Maria Lund"]
    ),
    ("“The pier is safe,” said [PER Anna Holm] and [PER Peter Roe].", ["Anna Holm", "Peter Roe"]),
    ("Neither [PER Holm] nor [PER Roe] acknowledged that it was closed.", ["Holm", "Roe"]),
    ("[PER Holm], like [PER Roe] and [PER Berg], said the pier was safe.", ["Holm"]),
    ("“The pier is safe,” said [PER Anna Holm], a friend of [PER Berg] and [PER Roe].", ["Anna Holm"]),
  ])
  func whoSayItTogether(_ text: String, _ names: [String]) throws {
    let dossier = ActorsFixture(text).dossier()
    let statement = try #require(dossier.statements.first)
    #expect(statement.speakers.map { dossier[$0].name } == names)
    #expect(dossier.speaker(of: statement) == names.joined(separator: " and "))
  }

  /// *Who* stands for the one who is from there, or is what stands between.
  @Test(arguments: [
    "Sen. [PER Marco Berg] of [LOC Norland], who mused that [PER Holm] was unfit, left early.",
    "[PER Marco Berg] of [LOC Norland], the top member of the [ORG Harbour Committee], who said it was safe, left early.",
  ])
  func whoIsNotAPlace(_ text: String) throws {
    let dossier = ActorsFixture(text).dossier()
    #expect(dossier.statements.first.flatMap { dossier.speaker(of: $0) } == "Marco Berg")
  }

  @Test(arguments: [
    ("[PER Anna Holm], who said the pier was safe, left.", "Anna Holm"),
    ("The son of the mayor [PER Anna Holm] came, who said the pier was safe.", nil),
    ("Crowds met [PER Anna Holm], the port's chief engineer, who said the pier was safe.", "Anna Holm"),
    ("Crowds met [PER Anna Holm], the mayor of [LOC Norburg], who said the pier was safe.", "Anna Holm"),
    ("Crowds met engineer [PER Anna Holm] - who said the pier was safe.", "Anna Holm"),
    ("Crowds met [PER Anna Holm], “our best hand”, and others, who said the pier was safe.", nil),
  ]) func whoSaysItIsWhoeverStandsBefore(_ text: String, _ speaker: String?) {
    expectFirst(text, saidBy: speaker)
  }

  @Test(arguments: [
    ("Secretary of State [PER Anna Holm] said that the pier was safe.", "Anna Holm"),
    ("Former [ORG Bank of Norway] governor [PER Anna Holm] said that the pier was safe.", "Anna Holm"),
    ("Minister of infrastructure [PER Anna Holm] said that the pier was safe.", "Anna Holm"),
    ("The wife of Senator [PER Anna Holm] said that the pier was safe.", nil),
    ("A lawyer for [PER Anna Holm] said that the pier was safe.", nil),
    ("Fans of Senator [PER Anna Holm] said that the pier was safe.", nil),
  ]) func anOfficeWithAPrepositionLeavesItsHolderToSpeak(_ text: String, _ speaker: String?) {
    expectFirst(text, saidBy: speaker)
  }

  @Test(arguments: [
    ("His sister, [PER Anna Holm], said that the pier was safe.", "Anna Holm"),
    ("A lawyer for the family, [PER Anna Holm], said that the pier was safe.", "Anna Holm"),
    ("His sister, a nurse, said that [PER Anna Holm] was safe.", nil),
  ]) func theNameBesideWhoSpeaksIsWhoSpeaks(_ text: String, _ speaker: String?) {
    expectFirst(text, saidBy: speaker)
  }

  /// A text may be cut out anywhere: it begins with the verb that reports.
  @Test(arguments: [
    "According to [PER Berg], he ended by telling the men that he would go.", "Saying he was ill, [PER Berg] left.",
    "Of calling the pier unsafe he said nothing.", "Said he would go.", "That he would go.",
  ])
  func aTextMayBeginAnywhere(_ text: String) {
    let dossier = ActorsFixture(text).dossier()
    #expect(dossier.statements.allSatisfy { $0.span.end <= dossier.documents[0].text.count })
  }
}
