package import Dossier
package import Language

/// A pronoun with its candidate antecedents, as the trainer of the pronoun model needs it.
package struct PronounCase: Sendable {
  package var span: Span
  /// For every candidate, the numbers of the features that hold.
  package var features: [[Int]]
  /// For every candidate, where the text names it.
  package var names: [[Span]]
  /// The candidate that the model took.
  package var chosen: Int?
}

extension ActorFinder {
  /// Every `he` and `she` of one text with what was weighed for it, in order.
  package func pronounCases(in text: AnalysedText, of document: Document, statements: [Statement]) -> [PronounCase] {
    var cases: [PronounCase] = []
    _ = actors(in: [text], of: [document], statements: statements) { view, references, found in
      var names: [Int: [Span]] = [:]
      for reference in references where reference.kind == .name {
        names[reference.actor, default: []].append(reference.span)
      }
      cases.append(
        PronounCase(
          span: view.tokens[found.pronoun.token].span, features: found.candidates.map(\.features),
          names: found.candidates.map { names[$0.actor] ?? [] },
          chosen: found.candidates.firstIndex { $0.actor == found.chosen }))
    }
    return cases
  }
}
