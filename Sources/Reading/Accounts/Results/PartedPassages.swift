internal import Dossier

/// Which passages a disagreement above the bar sets against each other.
struct PartedPassages {
  private struct Pair {
    var own: Span
    var other: Span
    /// Whether they agree on nothing: they contradict each other or are in tension.
    var isApart: Bool
  }

  private var byDocuments: [[Document.ID]: [Pair]] = [:]
  /// By document, what another passage denies, and what denies another.
  private var denied: [Document.ID: [Span]] = [:]

  init(_ dossier: Dossier) {
    for disagreement in dossier.disagreements
    where disagreement.confidence >= dossier.bar {
      let isApart = [.contradiction, .tension].contains(disagreement.relation)
      let (left, right) = (disagreement.left.passage, disagreement.right.passage)
      let isDenial = disagreement.relation == .contradiction && disagreement.kind == .negation
      for (own, other) in [(left, right), (right, left)] {
        if isDenial { denied[own.document, default: []].append(own.span) }
        byDocuments[[own.document, other.document], default: []].append(
          Pair(own: own.span, other: other.span, isApart: isApart))
      }
    }
  }

  /// Whether the two agree on nothing. Cost: the disagreements of the two documents.
  func contains(_ left: Passage, _ right: Passage) -> Bool {
    (byDocuments[[left.document, right.document]] ?? []).contains {
      $0.isApart && $0.own.overlaps(left.span) && $0.other.overlaps(right.span)
    }
  }

  /// Whether another passage denies what a passage tells, or the reverse. Cost: the denials in its document.
  func isDenied(_ passage: Passage) -> Bool { (denied[passage.document] ?? []).contains { $0.overlaps(passage.span) } }

  /// Whether a document tells what a passage tells, though otherwise. Cost: the disagreements of the two documents.
  func isAnswered(_ passage: Passage, in document: Document.ID) -> Bool {
    (byDocuments[[passage.document, document]] ?? []).contains { $0.own.overlaps(passage.span) }
  }
}
