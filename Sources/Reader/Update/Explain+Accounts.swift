import Dossier

extension ReaderState {
  /// The reason for a row of the Differences view.
  func explanation(of account: Finding) -> Popup {
    switch account {
    case .difference(let id): return explanation(of: id)
    case .agreement(let number):
      let agreement = dossier.agreements[number]
      let lines = agreement.passages.map { "\(place(of: $0)): \(Wording.quoted(dossier[$0]))" }
      let why = "Because: \(agreement.because)"
      let count =
        !dossier.knowsSources(of: agreement)
        ? "\(dossier.tellers(of: agreement)): not all name their outlet, so nobody knows how many sources that is"
        : (agreement.independentSources == 1
          ? "One source" : "\(agreement.independentSources) sources that do not copy each other")
          + ": reprints, repeats and the articles of one outlet count once"
      return Popup(
        title: "= Agreement",
        lines: lines + [why, count, "Confidence: \(Percent.text(agreement.confidence))"] + remarkLines(on: account))
    case .omission(let number):
      let omission = dossier.omissions[number]
      let missing = dossier[omission.missingFrom].label
      return Popup(
        title: "○ Omission",
        lines: [
          "\(place(of: omission.present)): \(Wording.quoted(dossier[omission.present]))",
          "Because: no sentence of \(missing) shares enough words of weight with it",
          "Weighed by how many others tell it, the sides, actors and figures that it names, and whether it answers what "
            + "stands before",
          "Confidence: \(Percent.text(omission.confidence))",
        ] + remarkLines(on: account))
    }
  }

  /// Source and line.
  func place(of passage: Passage) -> String {
    let document = dossier[passage.document]
    return "\(document.label) \(document.text.line(at: Int(passage.span.start)))"
  }
}
