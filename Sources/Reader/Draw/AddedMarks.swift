import Dossier
import Terminal

// How what a person added shows in every view: one glyph, the strongest of note, tag and bookmark.
extension Remarks {
  /// The glyph of what was added to a passage.
  func glyph(on passage: Passage) -> String? { strongest(annotated.marks(on: passage).map(\.content)) }

  /// The glyph of what was added to passages that start in a line of text.
  func glyph(startingIn line: Passage) -> String? {
    let starting = annotated.marks(in: line.document).filter { line.span.contains(Int($0.passage.span.start)) }
    return strongest(starting.map(\.content))
  }

  /// The glyph of what was added to a difference, its verdict aside.
  func glyph(on id: Disagreement.ID) -> String? {
    guard let remark = self[id] else { return nil }
    if !remark.note.isEmpty { return Annotation.Content.note("").glyph }
    if !remark.tags.isEmpty { return Annotation.Content.tag("").glyph }
    return remark.isBookmarked ? Annotation.Content.bookmark.glyph : nil
  }

  /// How much was added to a document.
  func count(in document: Document.ID) -> Int { annotated.marks(in: document).count }

  /// The glyph of what was added to an actor.
  static func glyph(of marks: [AnnotatedDossier.Mark]) -> String? { strongest(marks.map(\.content)) }

  private func strongest(_ contents: [Annotation.Content]) -> String? { Self.strongest(contents) }

  private static func strongest(_ contents: [Annotation.Content]) -> String? {
    func rank(_ content: Annotation.Content) -> Int {
      switch content {
      case .note: 0
      case .tag: 1
      default: 2
      }
    }
    return contents.min { rank($0) < rank($1) }?.glyph
  }
}

extension AnnotatedDossier.Remark {
  /// Note, tags and bookmark after a reason: ` · note: to be checked · #quay ◆`.
  var tail: String {
    (note.isEmpty ? "" : " · note: \(note)")
      + (tags.isEmpty ? "" : " · " + tags.map { "#\($0)" }.joined(separator: ", "))
      + (isBookmarked ? " ◆" : "")
  }
}
