import Dossier
import Terminal

// How what a person added shows in every view: one glyph, the strongest of note, tag, bookmark and verdict.
extension Remarks {
  /// What was added to passages that share a byte with one, to findings that are told in such a passage, and to who speaks
  /// there.
  func added(on passage: Passage) -> [AnnotatedDossier.Mark] {
    annotated.marks(on: passage) + annotated.furtherMarks(on: passage)
  }

  /// What was added to passages in a document, to findings that are told there, to its speakers and its outlet.
  func added(in document: Document.ID) -> [AnnotatedDossier.Mark] {
    annotated.marks(in: document) + annotated.furtherMarks(in: document)
  }

  /// What was added to the words of a passage, and not to somebody whom they name.
  func added(toWordsOf passage: Passage) -> [AnnotatedDossier.Mark] {
    added(on: passage).filter { $0.actor == nil }
  }

  /// The glyph of what was added to the words of a passage.
  func glyph(on passage: Passage) -> String? { strongest(added(toWordsOf: passage).map(\.content)) }

  /// The glyphs of what was added to the words of a passage where two are to be seen: the verdict, and what else there is.
  func glyphs(on passage: Passage) -> (first: String?, second: String?) { glyphs(of: added(toWordsOf: passage)) }

  /// The same of passages that start in a line of text.
  func glyphs(startingIn line: Passage) -> (first: String?, second: String?) {
    glyphs(of: added(in: line.document).filter { line.span.contains(Int($0.passage.span.start)) })
  }

  private func glyphs(of marks: [AnnotatedDossier.Mark]) -> (first: String?, second: String?) {
    let verdicts = marks.map(\.content).filter { if case .verdict = $0 { true } else { false } }
    let others = marks.map(\.content).filter { if case .verdict = $0 { false } else { true } }
    let found = [verdicts.first?.glyph, strongest(others)].compactMap(\.self)
    return (found.first, found.dropFirst().first)
  }

  /// The glyph of what was added to just a passage, and not to a finding that is told there.
  func ownGlyph(on passage: Passage) -> String? { strongest(annotated.marks(on: passage).map(\.content)) }

  /// The glyph of what was added to passages that start in a line of text.
  func glyph(startingIn line: Passage) -> String? {
    strongest(
      added(in: line.document).filter { line.span.contains(Int($0.passage.span.start)) }.map(\.content))
  }

  /// The glyph of what was added to a finding, its verdict aside.
  func glyph(on finding: Finding) -> String? {
    guard let remark = self[finding] else { return nil }
    if !remark.note.isEmpty { return Annotation.Content.note("").glyph }
    if !remark.tags.isEmpty { return Annotation.Content.tag("").glyph }
    return remark.isBookmarked ? Annotation.Content.bookmark.glyph : nil
  }

  /// How much was added to a document; all that was added to a finding is one, as it has one row.
  func count(in document: Document.ID) -> Int {
    Set(added(in: document).map(\.annotation)).count
  }

  /// The glyph of what was added to an actor.
  static func glyph(of marks: [AnnotatedDossier.Mark]) -> String? { strongest(marks.map(\.content)) }

  private func strongest(_ contents: [Annotation.Content]) -> String? { Self.strongest(contents) }

  private static func strongest(_ contents: [Annotation.Content]) -> String? {
    func rank(_ content: Annotation.Content) -> Int {
      switch content {
      case .note: 0
      case .tag: 1
      case .bookmark: 2
      case .verdict: 3
      default: 4
      }
    }
    return contents.min { rank($0) < rank($1) }?.glyph
  }
}

extension AnnotatedDossier.Remark {
  /// Note, tags and bookmark after a reason: ` · note: to be checked · #quay ◆`; empty where there are none.
  var tail: String {
    (note.isEmpty ? "" : " · note: \(note)")
      + (tags.isEmpty ? "" : " · " + tags.map { "#\($0)" }.joined(separator: ", "))
      + (isBookmarked ? " ◆" : "")
  }
}
