import Dossier

extension Annotation.Verdict {
  var glyph: String {
    switch self {
    case .accepted: "✓"
    case .rejected: "✗"
    case .unsure: "?"
    }
  }
}

/// What a person laid over the dossier: verdicts and notes, each step of which can be undone.
struct Remarks: Sendable {
  /// A verdict and a note on one difference.
  struct Remark: Hashable, Sendable {
    var verdict: Annotation.Verdict?
    var note = ""
  }

  private(set) var remarks: [Disagreement.ID: Remark] = [:]
  private var undone: [(Disagreement.ID, Remark?)] = []
  private var done: [(Disagreement.ID, Remark?)] = []

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  init() {}

  /// Remarks of an earlier day; they are nothing to undo.
  init(_ kept: [Disagreement.ID: AnnotatedDossier.Remark]) {
    remarks = kept.mapValues { Remark(verdict: $0.verdict, note: $0.note) }
  }

  subscript(id: Disagreement.ID) -> Remark? { remarks[id] }

  mutating func set(_ remark: Remark, on id: Disagreement.ID) {
    done.append((id, remarks[id]))
    undone = []
    remarks[id] = remark == Remark() ? nil : remark
  }

  /// Takes the last step back.
  /// - Returns: the difference that it was about.
  mutating func undo() -> Disagreement.ID? {
    guard let (id, before) = done.popLast() else { return nil }
    undone.append((id, remarks[id]))
    remarks[id] = before
    return id
  }

  /// Takes the last undone step again.
  mutating func redo() -> Disagreement.ID? {
    guard let (id, after) = undone.popLast() else { return nil }
    done.append((id, remarks[id]))
    remarks[id] = after
    return id
  }
}
