import Dossier

/// Words of an article that a person has selected, for a note, a tag or a copy.
struct TextSelection: Hashable, Sendable {
  var document: Document.ID
  /// Offsets of a word at either end; the cursor stands at the second.
  var anchor: Int
}

extension ReaderState {
  /// Whether the arrows extend a selection.
  var isSelecting: Bool { selectedText != nil }

  /// The words that are selected in the open article: whole words, from one end to the other.
  var selectedText: Passage? {
    guard let selection, view == .read, pane == .article, selection.document == document else { return nil }
    let cursor = places[selection.document.index]?.cursor ?? 0
    let text = dossier[selection.document].text
    let end = text.endOfWord(at: max(selection.anchor, cursor))
    let start = min(selection.anchor, cursor)
    return start < end ? Passage(document: selection.document, span: Span(start, end)) : nil
  }

  /// Begins to select at the word under the cursor; where that is done already, goes to the other end.
  mutating func selectText() {
    guard let document else { return }
    let cursor = places[document.index]?.cursor ?? 0
    if let selection, isSelecting {
      self.selection?.anchor = cursor
      places[document.index]?.cursor = selection.anchor
    } else {
      selection = TextSelection(document: document, anchor: cursor)
      message = "The arrows select words · \(hint(.escape)) ends it"
    }
  }

  /// Moves the cursor to the word before or after.
  mutating func stepCursorWord(by delta: Int) {
    guard let document else { return }
    let text = dossier[document].text
    let cursor = places[document.index]?.cursor ?? 0
    let next = delta > 0 ? text.startOfWord(after: cursor) : text.startOfWord(before: cursor)
    if let next { places[document.index, default: ArticlePlace()].cursor = next }
  }
}

// Words as a person sees them: what stands between blanks.
extension SourceText {
  private func isBlank(_ index: Int) -> Bool { bytes[index] <= 0x20 }

  /// Where the word at `offset` ends.
  fileprivate func endOfWord(at offset: Int) -> Int {
    var index = offset
    while index < count, isBlank(index) { index += 1 }
    while index < count, !isBlank(index) { index += 1 }
    return index
  }

  fileprivate func startOfWord(after offset: Int) -> Int? {
    var index = endOfWord(at: offset)
    while index < count, isBlank(index) { index += 1 }
    return index < count ? index : nil
  }

  fileprivate func startOfWord(before offset: Int) -> Int? {
    var index = min(offset, count) - 1
    while index >= 0, isBlank(index) { index -= 1 }
    guard index >= 0 else { return nil }
    while index > 0, !isBlank(index - 1) { index -= 1 }
    return index
  }
}
