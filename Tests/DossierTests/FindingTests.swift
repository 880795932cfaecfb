import Dossier
import TestSupport
import Testing

/// What a person says of agreements and omissions, laid over a dossier.
@Suite struct FindingTests {
  private var dossier = SampleDossier().dossier

  private func annotation(
    _ content: Annotation.Content, as subject: Annotation.Subject, on passages: [Passage], made: Int64 = 1
  ) -> Annotation {
    PlacedAnnotation(content, on: passages, as: subject, of: dossier, made: made).annotation
  }

  @Test func aVerdictFindsItsAgreementAndItsOmission() {
    let annotations = [Finding.agreement(0), .omission(0)].map {
      annotation(.verdict(.rejected), as: $0.subject, on: dossier.anchoring(of: $0))
    }
    let annotated = AnnotatedDossier(annotations, on: dossier)
    #expect(annotated.remarks.keys.sorted() == [.agreement(0), .omission(0)])
    #expect(annotated.remarks.values.allSatisfy { $0.verdict == .rejected } && annotated.lost.isEmpty)
    let claim = dossier.agreements[0].claim
    #expect(annotated.furtherMarks(on: claim).map(\.content) == [.verdict(.rejected)])
    // What one article leaves out is told in the other only.
    #expect(annotated.furtherMarks(in: Document.ID(1)).count == 1)
  }

  @Test func anAgreementAndADisagreementOfTheSamePassagesAreTwoThings() {
    var dossier = dossier
    let pair = dossier.disagreements[0]
    dossier.agreements.append(
      Agreement(claim: pair.left.passage, passages: pair.sides.map(\.passage), independentSources: 2))
    let passages = pair.sides.map(\.passage)
    let onAgreement = annotation(.verdict(.rejected), as: .agreement, on: passages)
    let onPair = annotation(.verdict(.accepted), as: .passages, on: passages, made: 2)
    let remarks = AnnotatedDossier([onAgreement, onPair], on: dossier).remarks
    #expect(remarks[.agreement(1)]?.verdict == .rejected && remarks[.difference(pair.id)]?.verdict == .accepted)
  }

  @Test func anAgreementThatAnotherArticleJoinsIsTheSame() {
    let kept = annotation(.note("ask"), as: .agreement, on: dossier.agreements[0].passages)
    var grown = dossier
    grown.agreements[0].passages.append(
      Passage(document: Document.ID(2), span: grown.documents[2].blocks[1].span))
    #expect(AnnotatedDossier([kept], on: grown).remarks[.agreement(0)]?.note == "ask")
    // One that has lost a passage is another.
    grown.agreements[0].passages.removeFirst(2)
    let annotated = AnnotatedDossier([kept], on: grown)
    #expect(annotated.remarks.isEmpty && annotated.lost == [kept])
  }

  @Test func whatIsLeftOutElsewhereIsAnotherOmission() {
    let kept = annotation(.verdict(.accepted), as: .omission, on: dossier.anchoring(of: .omission(0)))
    var other = dossier
    other.omissions[0].missingFrom = Document.ID(2)
    #expect(AnnotatedDossier([kept], on: other).remarks.isEmpty)
    other.omissions.append(dossier.omissions[0])
    #expect(AnnotatedDossier([kept], on: other).remarks[.omission(1)]?.verdict == .accepted)
  }

  /// The first document with other words in the place of some.
  private func edited(_ dossier: Dossier, _ words: String, to others: String) -> Dossier {
    var dossier = dossier
    let before = dossier.documents[0]
    let text = before.text[before.text.span]
    let parts = text.split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
    dossier.documents[0] = Document(
      id: before.id, path: before.path, name: before.name, text: SourceText(parts.joined(separator: others)))
    return dossier
  }

  /// The first difference, of a sentence that is long enough to be known again.
  private func quarrel(_ dossier: Dossier, _ words: String) -> Dossier {
    var dossier = dossier
    let bytes = dossier.documents[0].text.bytes
    let start = bytes.indices.first { bytes[$0...].starts(with: Array(words.utf8)) } ?? 0
    dossier.disagreements[0].left.passage.span = Span(start, start + words.utf8.count)
    return dossier
  }

  @Test func whatWasAddedToADifferenceOutlastsAnEditOfItsWords() {
    let before = quarrel(
      dossier, "Brandt said that the dockers would return to work once the cranes had been inspected.")
    let kept = annotation(.verdict(.accepted), as: .passages, on: before.passages(of: .difference(Disagreement.ID(0))))
    let after = quarrel(
      edited(dossier, "return to work", to: "come back"),
      "Brandt said that the dockers would come back once the cranes had been inspected.")
    let annotated = AnnotatedDossier([kept], on: after)
    #expect(annotated.remarks[.difference(Disagreement.ID(0))]?.verdict == .accepted && annotated.lost.isEmpty)
    // Of words of which little is left nobody has said anything.
    let other = quarrel(
      edited(dossier, "dockers would return to work once the cranes had been inspected", to: "talks are over"),
      "Brandt said that the talks are over.")
    #expect(AnnotatedDossier([kept], on: other).lost == [kept])
  }

  /// The words stand, and the passage that parts begins elsewhere in the sentence.
  @Test func aDifferenceWhosePassageGrewIsTheSame() {
    let whole = "Brandt said that the dockers would return to work once the cranes had been inspected."
    let before = quarrel(dossier, "that the dockers would return to work once the cranes had been inspected")
    let kept = annotation(.note("ask"), as: .passages, on: before.passages(of: .difference(Disagreement.ID(0))))
    #expect(
      AnnotatedDossier([kept], on: quarrel(dossier, whole)).remarks[.difference(Disagreement.ID(0))]?.note == "ask")
    // What shares little with it is another difference.
    #expect(AnnotatedDossier([kept], on: quarrel(dossier, "would return")).lost == [kept])
  }

  @Test func whatWasAddedComesBackInAChangedText() throws {
    let kept = annotation(.verdict(.accepted), as: .agreement, on: dossier.agreements[0].passages)
    let before = dossier.documents[0]
    var moved = dossier
    let shift = UInt32("A line that came later.\n".utf8.count)
    moved.documents[0] = Document(
      id: before.id, path: before.path, name: before.name,
      text: SourceText("A line that came later.\n" + before.text[before.text.span]))
    func later(_ passage: Passage) -> Passage {
      guard passage.document == before.id else { return passage }
      let span = Span(start: passage.span.start + shift, end: passage.span.end + shift)
      return Passage(document: passage.document, span: span)
    }
    moved.agreements[0].passages = moved.agreements[0].passages.map(later)
    moved.agreements[0].claim = later(moved.agreements[0].claim)
    #expect(AnnotatedDossier([kept], on: moved).remarks[.agreement(0)]?.verdict == .accepted)
  }
}
