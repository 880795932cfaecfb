import Dossier
import Reading
import Testing

/// Who answers whom in one text.
@Suite struct RejoinderTests {
  /// What is marked in a text of these sentences, as relation, kind and the words on both sides.
  private func marks(_ sentences: String) -> [String] {
    let fixture = ActorsFixture(
      "The council met on Monday to hear of the pier.\n\(sentences)\nA choir sang before the break in the old customs house."
    )
    let dossier = DossierReader().read(fixture.documents, texts: fixture.texts)
    return dossier.disagreements.filter { $0.confidence >= dossier.bar }.map { mark in
      let holders = mark.sides.map { dossier.holder(of: $0) ?? "reporter" }
      return "\(mark.relation.rawValue) \(mark.kind.rawValue): \(holders[0]) / \(holders[1])"
    }
  }

  @Test(arguments: [
    "Mayor [PER Anna Holm] said the pier was safe. Engineer [PER Olaf Strand] disputed that.",
    "Mayor [PER Anna Holm] said the pier was safe. But [PER Olaf Strand] called the claim false.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] disputed that in a letter to the council.",
    "Mayor [PER Anna Holm] said the pier was safe. “That is simply not true,” [PER Olaf Strand] said.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] says otherwise.",
    "Mayor [PER Anna Holm] has said that the pier was safe, a point that [PER Olaf Strand] has disputed.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] insists it was not.",
  ]) func whoDeniesContradicts(_ sentences: String) {
    #expect(marks(sentences) == ["contradiction negation: Anna Holm / Olaf Strand"])
  }

  @Test(arguments: [
    ("Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] rejected the claim.", "tension negation"),
    ("Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] disagrees.", "tension negation"),
    ("Mayor [PER Anna Holm] said the pier was safe. “That is ridiculous,” [PER Olaf Strand] said.", "tension negation"),
    ("Mayor [PER Anna Holm] proposed a tax on boats. [PER Olaf Strand] rejected the idea.", "tension stance"),
  ]) func whoTurnsDownIsInTension(_ sentences: String, _ kind: String) {
    #expect(marks(sentences) == ["\(kind): Anna Holm / Olaf Strand"])
  }

  @Test func whoIsNotKnownByNameHoldsIt() {
    #expect(
      marks("Witnesses said the police fired first. Police deny this.") == [
        "contradiction negation: Witnesses / Police"
      ])
  }

  /// Whose saying it is may be told by name, by office or as the speaker was called.
  @Test(arguments: [
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] disputed Holm's claim.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] disputed the mayor's claim.",
  ]) func whoIsNamedIsAnswered(_ sentences: String) {
    #expect(marks(sentences) == ["contradiction negation: Anna Holm / Olaf Strand"])
  }

  @Test(arguments: [
    // Nothing is answered.
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] did not dispute that.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] said it was good to hear.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] said it was wrong to build it.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] said it was.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] said that is true.",
    "Mayor [PER Anna Holm] called on him to resign over the accusations, which [PER Olaf Strand] has denied.",
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] disputed that the mill was.",
    // Somebody else's.
    "Mayor [PER Anna Holm] said the pier was safe. [PER Olaf Strand] disputed the ministry's claim.",
    "Mayor [PER Anna Holm] said the pier was safe. Disputing the ministry's claims, [PER Olaf Strand] left.",
    // By the same one.
    "Mayor [PER Anna Holm] said the pier was safe. [PER Anna Holm] denied the claim.",
    // Too far off.
    "Mayor [PER Anna Holm] said the pier was safe. It rained. Boats lay idle. Gulls cried. The wind rose. [PER Olaf Strand] disputed that.",
  ]) func whatAnswersNothingIsNotMarked(_ sentences: String) {
    #expect(marks(sentences) == [])
  }
}
