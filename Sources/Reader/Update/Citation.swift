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
      statement.speaker?.actor.flatMap { _ in dossier.speaker(of: statement) }
      ?? statement.speaker?.mention.map { Wording.quoted(Wording.line(document.text[$0])) }
    let words = dossier.spans(of: statement).map { self.words(Passage(document: document.id, span: $0)) }
      .joined(separator: " … ")
    let place = cite(document, at: statement.span)
    return cite(words, place, speaker: speaker, isQuoted: statement.kind == .direct)
  }

  /// What is reported, and not quoted, are the article's words.
  private func cite(_ words: String, _ place: String, speaker: String?, isQuoted: Bool) -> String {
    guard let speaker else { return "\(words) — \(place)" }
    return isQuoted ? "\(words) — \(speaker), \(place)" : "\(words) — \(place), reporting \(speaker)"
  }

  private func cite(_ passage: Passage) -> String {
    words(passage) + " — " + cite(dossier[passage.document], at: passage.span)
  }

  private func cite(_ id: Disagreement.ID) -> String {
    let difference = dossier[id]
    let sides = difference.sides.map { side in
      let document = dossier[side.passage.document]
      return cite(
        words(side.passage), cite(document, at: side.passage.span), speaker: dossier.holder(of: side),
        isQuoted: dossier.isQuoted(side))
    }
    return sides.joined(separator: " / ") + " (\(difference.relation.rawValue): \(dossier.because(difference)))"
  }

  private func cite(source document: Document) -> String {
    let title = document.title.map { "“\(document.text[$0])”, " } ?? ""
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
