/// Annotations laid over a dossier: what was read, as the person has corrected it, and the marks that the person made.
///
/// The dossier beneath is untouched; an annotation that is removed leaves no trace.
public struct AnnotatedDossier: Sendable {
  /// The dossier with merges, splits, names, speakers and outlets as the person has them.
  public private(set) var dossier: Dossier
  /// What the person thinks of disagreements.
  public private(set) var remarks: [Disagreement.ID: Remark] = [:]
  /// Notes, tags and bookmarks on passages, in the order in which they were made.
  public private(set) var marks: [Mark] = []
  /// Annotations whose passages are in none of these texts.
  public private(set) var lost: [Annotation] = []

  /// Verdict and note on a disagreement; of several the last one made holds.
  public struct Remark: Hashable, Sendable {
    public var verdict: Annotation.Verdict?
    public var note: String
    /// The annotations that say so.
    public var annotations: [Annotation.ID]

    public init(verdict: Annotation.Verdict? = nil, note: String = "", annotations: [Annotation.ID] = []) {
      self.verdict = verdict
      self.note = note
      self.annotations = annotations
    }
  }

  /// A note, tag or bookmark and where it stands.
  public struct Mark: Hashable, Sendable {
    public var annotation: Annotation.ID
    public var passage: Passage
    public var content: Annotation.Content
  }

  /// Lays `annotations`, oldest first, over `dossier`.
  /// - Complexity: O(annotations + dossier), and a search of the text for each passage that has moved.
  public init(_ annotations: [Annotation], on dossier: Dossier) {
    self.dossier = dossier
    guard !annotations.isEmpty else { return }
    let finder = PassageFinder(dossier.documents)
    for annotation in annotations {
      let passages = annotation.anchors.compactMap(finder.find)
      if passages.isEmpty || passages.count != annotation.anchors.count || !apply(annotation, at: passages) {
        lost.append(annotation)
      }
    }
  }

  /// - Returns: `false` where nothing of the kind stands there.
  private mutating func apply(_ annotation: Annotation, at passages: [Passage]) -> Bool {
    switch annotation.content {
    case .verdict(let verdict): return remark(annotation.id, on: passages) { $0.verdict = verdict }
    case .note(let words) where passages.count == 2: return remark(annotation.id, on: passages) { $0.note = words }
    case .note, .tag, .bookmark:
      marks.append(Mark(annotation: annotation.id, passage: passages[0], content: annotation.content))
      return true
    case .outlet(let name):
      let index = passages[0].document.index
      dossier.documents[index].source = Source(name: name, basis: .list, span: nil)
      return true
    case .actorName(let name):
      guard let actor = dossier.actor(at: passages[0]) else { return false }
      dossier.actors[actor.index].name = name
      return true
    case .speaker(let name):
      guard
        let index = dossier.statements.firstIndex(where: {
          $0.document == passages[0].document && $0.span == passages[0].span
        })
      else { return false }
      let actor = dossier.actors.first { $0.name == name }?.id ?? dossier.addActor(named: name)
      let mention = dossier.statements[index].speaker?.mention
      dossier.statements[index].speaker = .init(mention: mention, actor: actor)
      dossier.statements[index].basis = "corrected by hand"
      dossier.statements[index].confidence = 1
      return true
    case .sameActor:
      guard passages.count == 2, let kept = dossier.actor(at: passages[0]), let other = dossier.actor(at: passages[1])
      else {
        return false
      }
      if kept != other { dossier.merge(other, into: kept) }
      return true
    case .otherActor:
      guard let actor = dossier.actor(at: passages[0]) else { return false }
      dossier.split(passages[0], from: actor)
      return true
    }
  }

  /// Changes the remark on the disagreement between two passages.
  private mutating func remark(_ id: Annotation.ID, on passages: [Passage], _ change: (inout Remark) -> Void) -> Bool {
    let found = dossier.disagreements.filter { disagreement in
      let sides = [disagreement.left.passage, disagreement.right.passage]
      return sides == passages || sides == passages.reversed()
    }
    for disagreement in found {
      var remark = remarks[disagreement.id] ?? Remark()
      change(&remark)
      remark.annotations.append(id)
      remarks[disagreement.id] = remark
    }
    return !found.isEmpty
  }
}

/// Finds anchors among documents: in the same text first, then in a file of the same path.
private struct PassageFinder {
  private var byHash: [String: [Document]] = [:]
  private var byPath: [String: [Document]] = [:]

  init(_ documents: [Document]) {
    for document in documents {
      byHash[document.contentHash, default: []].append(document)
      byPath[document.path, default: []].append(document)
    }
  }

  func find(_ anchor: Anchor) -> Passage? {
    for document in (byHash[anchor.contentHash] ?? []) + (byPath[anchor.path] ?? []) {
      if let span = anchor.find(in: document.text) { return Passage(document: document.id, span: span) }
    }
    return nil
  }
}
