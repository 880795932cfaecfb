import Dossier

extension ReaderState {
  /// What `y` copies: the words with who said them, where, when, in which file and line; `nil` where nothing is selected.
  var citation: String? {
    if let differenceGoneTo { return cite(differenceGoneTo) }
    if isSelectionHidden { return nil }
    switch pane {
    case .quotes: return selectedText.map(cite) ?? statement.map(cite)
    case .article: return selectedText.map(cite) ?? statementUnderCursor.map(cite) ?? passageUnderCursor.map(cite)
    case .timeline:
      if case .statement(let id) = timeline.selected { return cite(id) }
      return selectedDifference.map(cite)
    case .strip: return selectedDifference.map(cite)
    case .compare: return selectedDifference.map(cite) ?? passageAtCursor.map(cite)
    case .differences:
      switch accounts.selected[accounts.section] {
      case .difference(let id): return cite(id)
      case .agreement(let number): return dossier.agreements[number].passages.map(cite).joined(separator: " / ")
      case .omission(let number): return cite(dossier.omissions[number].present)
      case nil: return nil
      }
    case .sources: return document.map { cite(source: dossier[$0]) }
    case .actors: return actor.map { dossier[$0].name }
    case .matrix: return nil
    }
  }

  private func cite(_ id: Statement.ID) -> String {
    let statement = dossier[id]
    let document = dossier[statement.document]
    // Who is no known actor is cited as the article has it: “they”.
    let speaker =
      dossier.speakerNames(of: statement)
      ?? statement.speaker?.mention.map { Wording.quoted(Wording.line(document.text[$0])) }
    let parts = dossier.spans(of: statement).map { Passage(document: document.id, span: $0) }
    return cite(parts, document, speaker: speaker, isQuoted: statement.kind == .direct)
  }

  /// What is reported, and not quoted, are the article's words: in no quotation marks before the name of whom it is about, and
  /// it is said whose they are.
  private func cite(_ parts: [Passage], _ document: Document, speaker: String?, isQuoted: Bool) -> String {
    let place = cite(document, at: parts[0].span)
    let words = parts.map(words).joined(separator: " … ")
    guard let speaker else { return "\(words) — \(place)" }
    if isQuoted { return "\(words) — \(speaker), \(place)" }
    let plain = parts.map { Wording.line(dossier[$0]) }.joined(separator: " … ")
    return "\(speaker), in the words of \(document.label): \(plain) — \(place)"
  }

  private func cite(_ passage: Passage) -> String {
    words(passage) + " — " + cite(dossier[passage.document], at: passage.span)
  }

  private func cite(_ id: Disagreement.ID) -> String {
    let difference = dossier[id]
    let sides = difference.sides.map { side in
      cite(
        [side.passage], dossier[side.passage.document], speaker: dossier.holder(of: side),
        isQuoted: dossier.isQuoted(side))
    }
    return sides.joined(separator: " / ") + " (\(difference.relation.rawValue): \(dossier.because(difference)))"
  }

  private func cite(source document: Document) -> String {
    let title = document.headline.map { "“\($0)”, " } ?? ""
    return title
      + [document.label, Wording.date(document.published?.date), document.path].filter { !$0.isEmpty }.joined(
        separator: ", ")
  }

  /// Source, date of publication where the article gives one, file and line.
  private func cite(_ document: Document, at span: Span) -> String {
    let place = document.place(at: Int(span.start))
    return [document.label, Wording.date(document.published?.date), place].filter { !$0.isEmpty }.joined(
      separator: ", ")
  }

  /// The words of a passage on one line as the article has them, no mark added inside: in marks of another kind where they
  /// have some of their own.
  private func words(_ passage: Passage) -> String {
    let words = Wording.line(dossier[passage])
    let marks = words.filter { "“”\"„«»".contains($0) }
    guard !marks.isEmpty else { return "“\(words)”" }
    // All of it is one quotation, which has its marks.
    let isQuotation = marks.count == 2 && words.first == marks.first && words.last == marks.last
    return isQuotation ? words : "‘\(words)’"
  }
}
