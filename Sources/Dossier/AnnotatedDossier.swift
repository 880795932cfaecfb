/// Annotations laid over a dossier: what was read, as the person has corrected it, and the marks that the person made.
///
/// The dossier beneath is untouched; an annotation that is removed leaves no trace.
public struct AnnotatedDossier: Sendable {
  /// The dossier with merges, splits, names, speakers and outlets as the person has them.
  public private(set) var dossier: Dossier
  /// What the person thinks of disagreements, agreements and omissions.
  public private(set) var remarks: [Finding: Remark] = [:]
  /// Notes, tags and bookmarks on passages, in the order in which they were made.
  public private(set) var marks: [Mark] = []
  /// Corrections that hold, in the order in which they were made.
  public private(set) var corrections: [PlacedAnnotation] = []
  /// Annotations whose passages are not found in these texts though they belong there, or where nothing of the kind stands
  /// any more.
  public private(set) var lost: [Annotation] = []
  /// Annotations that stand, in whole or in part, on texts that are not among these.
  public private(set) var elsewhere: [Annotation] = []
  /// Indexes into `marks`.
  private var marksOfDocument: [Document.ID: [Int]] = [:]
  /// What was added to findings, wherever they are told, and corrections of speakers and outlets.
  private var furtherOfDocument: [Document.ID: [Mark]] = [:]

  /// Verdict, note, tags and bookmark on a finding; of several verdicts the last one made holds, of several notes all.
  public struct Remark: Hashable, Sendable {
    public var verdict: Annotation.Verdict?
    public var note: String
    public var tags: [String]
    public var isBookmarked: Bool
    /// The annotations that say so.
    public var annotations: [Annotation.ID]

    public init(
      verdict: Annotation.Verdict? = nil, note: String = "", tags: [String] = [], isBookmarked: Bool = false,
      annotations: [Annotation.ID] = []
    ) {
      self.verdict = verdict
      self.note = note
      self.tags = tags
      self.isBookmarked = isBookmarked
      self.annotations = annotations
    }

    /// What it says, piece by piece.
    fileprivate var contents: [Annotation.Content] {
      [verdict.map(Annotation.Content.verdict), note.isEmpty ? nil : .note(note)].compactMap(\.self)
        + tags.map(Annotation.Content.tag) + (isBookmarked ? [.bookmark] : [])
    }
  }

  /// A verdict, note, tag, bookmark or correction and where it stands.
  public struct Mark: Hashable, Sendable {
    public var annotation: Annotation.ID
    public var passage: Passage
    public var content: Annotation.Content
    /// Whom it is on: its passage is exactly the words of a mention.
    public var actor: Actor.ID?
  }

  /// The confidence from which disagreements are shown, as a person moved it.
  public mutating func setBar(_ bar: Double) { dossier.bar = bar }

  /// A dossier to which nobody has added anything.
  public init(_ dossier: Dossier) { self.dossier = dossier }

  /// Lays `annotations`, oldest first, over `dossier`.
  /// - Complexity: that of placing them, and of laying them.
  public init(_ annotations: [Annotation], on dossier: Dossier) {
    self.init(PlacedAnnotation.place(annotations, in: dossier.documents), on: dossier)
  }

  /// Lays annotations, oldest first, over `dossier`.
  /// - Complexity: O(annotations), and O(dossier) for each correction.
  public init(_ placed: [PlacedAnnotation], on dossier: Dossier) {
    self.dossier = dossier
    for entry in placed where entry.annotation.content.isCorrection {
      if let passages = entry.passages, self.dossier.correct(entry.annotation.content, at: passages) {
        corrections.append(entry)
      } else {
        miss(entry)
      }
    }
    mark(placed)
  }

  /// Lays other verdicts, notes, tags and bookmarks, where the corrections among `placed` are the same as before.
  /// - Complexity: O(annotations + findings).
  public mutating func remark(_ placed: [PlacedAnnotation]) {
    remarks = [:]
    marks = []
    marksOfDocument = [:]
    furtherOfDocument = [:]
    lost.removeAll { !$0.content.isCorrection }
    elsewhere.removeAll { !$0.content.isCorrection }
    mark(placed)
  }

  /// Notes, tags and bookmarks in a document, in the order in which they were made.
  public func marks(in document: Document.ID) -> [Mark] { (marksOfDocument[document] ?? []).map { marks[$0] } }

  /// Notes, tags and bookmarks that share a byte with a passage.
  public func marks(on passage: Passage) -> [Mark] {
    marks(in: passage.document).filter { $0.passage.span.overlaps(passage.span) }
  }

  /// What else was added in a document: to findings that are told there, to who speaks there, to its outlet.
  public func furtherMarks(in document: Document.ID) -> [Mark] { furtherOfDocument[document] ?? [] }

  /// What else was added where a passage is: to findings of which one passage shares a byte with it, to who speaks there.
  public func furtherMarks(on passage: Passage) -> [Mark] {
    furtherMarks(in: passage.document).filter { mark in
      switch mark.content {
      case .outlet, .published: false
      default: mark.passage.span.overlaps(passage.span)
      }
    }
  }

  /// Corrections, each at all of its passages.
  public var correctionMarks: [Mark] {
    corrections.flatMap { entry in
      (entry.passages ?? []).map {
        Mark(annotation: entry.annotation.id, passage: $0, content: entry.annotation.content)
      }
    }
  }

  // MARK: Laying

  private mutating func mark(_ placed: [PlacedAnnotation]) {
    for mark in correctionMarks {
      switch mark.content {
      case .speaker, .outlet, .published: furtherOfDocument[mark.passage.document, default: []].append(mark)
      default: continue
      }
    }
    let others = placed.filter { !$0.annotation.content.isCorrection }
    guard !others.isEmpty else { return }
    var finder = FindingFinder(dossier, touched: Set(others.flatMap { $0.passages ?? [] }))
    let named = actorsNamed(at: Set(others.compactMap(\.onlyPassage)))
    for entry in others {
      if let passage = entry.onlyPassage {
        marksOfDocument[passage.document, default: []].append(marks.count)
        marks.append(
          Mark(
            annotation: entry.annotation.id, passage: passage, content: entry.annotation.content, actor: named[passage])
        )
        continue
      }
      let subject = entry.annotation.subject
      var found = entry.passages.map { finder.findings(subject, on: $0) } ?? []
      if found.isEmpty, let near = entry.passages ?? entry.edited { found = finder.findings(subject, near: near) }
      if found.isEmpty { miss(entry) }
      for finding in found { remark(entry.annotation, on: finding) }
    }
    for (finding, remark) in remarks.sorted(by: { $0.key < $1.key }) {
      for passage in dossier.passages(of: finding) {
        furtherOfDocument[passage.document, default: []] += remark.contents.map {
          Mark(annotation: remark.annotations[0], passage: passage, content: $0)
        }
      }
    }
  }

  /// Whom passages name, where they are exactly the words of a mention. Cost: one pass over all mentions.
  private func actorsNamed(at passages: Set<Passage>) -> [Passage: Actor.ID] {
    guard !passages.isEmpty else { return [:] }
    let documents = Set(passages.map(\.document))
    var named: [Passage: Actor.ID] = [:]
    for actor in dossier.actors {
      for mention in actor.mentions where documents.contains(mention.document) {
        let passage = Passage(document: mention.document, span: mention.span)
        if passages.contains(passage) { named[passage] = actor.id }
      }
    }
    return named
  }

  private mutating func miss(_ entry: PlacedAnnotation) {
    if entry.isElsewhere { elsewhere.append(entry.annotation) } else { lost.append(entry.annotation) }
  }

  private mutating func remark(_ annotation: Annotation, on finding: Finding) {
    var remark = remarks[finding] ?? Remark()
    switch annotation.content {
    case .verdict(let verdict): remark.verdict = verdict
    case .note(let words): remark.note = Annotation.note(remark.note, and: words)
    case .tag(let tag): if !remark.tags.contains(tag) { remark.tags.append(tag) }
    case .bookmark: remark.isBookmarked = true
    case .speaker, .actorName, .sameActor, .otherActor, .outlet, .published: break
    }
    remark.annotations.append(annotation.id)
    remarks[finding] = remark
  }
}

extension PlacedAnnotation {
  /// Where it stands, if it is on a passage by itself.
  fileprivate var onlyPassage: Passage? {
    annotation.subject == .passages && passages?.count == 1 ? passages?[0] : nil
  }
}
