import Dossier
import Glibc
import Library

/// Writes verdicts and notes to the library as the person makes them, so that a crash loses none.
struct RemarkKeeper: Sendable {
  private let library: Library
  private let dossier: Dossier
  /// What the library holds.
  private var kept: [Disagreement.ID: AnnotatedDossier.Remark]
  /// What was last tried, so that a full disk is tried again with the next change and not with every key.
  private var tried: [Disagreement.ID: Remarks.Remark]?

  /// - Parameter kept: what was read from the library.
  init(_ library: Library, _ dossier: Dossier, kept: [Disagreement.ID: AnnotatedDossier.Remark]) {
    self.library = library
    self.dossier = dossier
    self.kept = kept
  }

  /// Writes what has changed since the last time.
  /// - Returns: what went wrong, as one line; what was not written is tried again with the next change.
  mutating func keep(_ remarks: [Disagreement.ID: Remarks.Remark]) -> String? {
    guard remarks != tried else { return nil }
    tried = remarks
    let ids = Set(remarks.keys).union(kept.keys).sorted()
    do throws(LibraryProblem) {
      for id in ids {
        let remark = remarks[id] ?? Remarks.Remark()
        let before = kept[id] ?? AnnotatedDossier.Remark()
        guard remark.verdict != before.verdict || remark.note != before.note else { continue }
        let annotations = annotations(of: remark, on: id)
        try library.replace(before.annotations, with: annotations)
        kept[id] = .init(verdict: remark.verdict, note: remark.note, annotations: annotations.map(\.id))
      }
      return nil
    } catch {
      return "Not kept: \(error)"
    }
  }

  private func annotations(of remark: Remarks.Remark, on id: Disagreement.ID) -> [Annotation] {
    let difference = dossier[id]
    let anchors = [difference.left.passage, difference.right.passage].map {
      Anchor($0.span, in: dossier[$0.document])
    }
    var contents: [Annotation.Content] = []
    if let verdict = remark.verdict { contents.append(.verdict(verdict)) }
    if !remark.note.isEmpty { contents.append(.note(remark.note)) }
    return contents.map {
      Annotation(id: .unique(), made: Int64(time(nil)), anchors: anchors, content: $0)
    }
  }
}
