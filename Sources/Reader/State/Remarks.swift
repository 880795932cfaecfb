public import Dossier

/// What a person laid over the dossier, with one history for all of it.
public struct Remarks: Sendable {
  typealias Remark = AnnotatedDossier.Remark

  /// One thing that a person did, which can be undone: annotations taken away, others put in their place.
  struct Step: Sendable {
    /// What it was, as the foot of the screen says it: `note`, `merge of Bell and Ada Bell`.
    var name: String
    var removed: [PlacedAnnotation] = []
    var added: [PlacedAnnotation] = []
    /// Where it was done.
    var subject: RemarkSubject?

    var isCorrection: Bool { (removed + added).contains { $0.annotation.content.isCorrection } }
    /// The step that takes it back.
    var reversed: Step { Step(name: name, removed: added, added: removed, subject: subject) }
  }

  /// The dossier as it was read.
  private var base: Dossier
  /// All annotations that are in force, oldest first.
  private(set) var placed: [PlacedAnnotation]
  /// The dossier with all of them laid over it.
  private(set) var annotated: AnnotatedDossier
  /// Changes with every step.
  private(set) var revision = 0
  /// Changes with every correction.
  private(set) var corrections = 0
  /// Whether the articles were read anew, and all of this is not laid over that yet.
  private(set) var isReadAnew = false
  private var done: [Step] = []
  private var undone: [Step] = []
  /// Steps that nobody has kept yet, in order.
  private var unkept: [Step] = []

  /// Lays annotations of an earlier day over a dossier as it was read; they are nothing to undo.
  public init(_ annotations: [Annotation] = [], on base: Dossier) {
    self.base = base
    placed = PlacedAnnotation.place(annotations, in: base.documents)
    annotated = AnnotatedDossier(placed, on: base)
  }

  /// What was read, as the person has corrected it.
  public var dossier: Dossier { annotated.dossier }

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  /// Verdicts, notes, tags and bookmarks on differences, agreements and omissions.
  var remarks: [Finding: Remark] { annotated.remarks }

  /// What a person thinks of a finding.
  subscript(finding: Finding) -> Remark? { annotated.remarks[finding] }

  /// Notes, tags and bookmarks on passages.
  var marks: [AnnotatedDossier.Mark] { annotated.marks }

  /// What was made of passages that are not in these texts any more.
  var lost: [Annotation] { annotated.lost }
  /// What stands, in whole or in part, on texts that are not open.
  var elsewhere: [Annotation] { annotated.elsewhere }

  /// Why there is nothing to undo; `nil` where there is.
  var whyNoUndo: String? {
    if canUndo { return nil }
    return placed.isEmpty ? "nothing to undo" : "nothing was added since this reading began"
  }

  /// A second no earlier than now and later than that of every annotation.
  func nextSecond(now: Int64) -> Int64 { max(now, (placed.last?.annotation.made ?? 0) + 1) }

  /// Does a step.
  mutating func take(_ step: Step) {
    done.append(step)
    undone = []
    apply(step)
  }

  /// What came of undoing a step, or of doing it again.
  enum Return: Sendable {
    case done(Step)
    /// What it added is there no more: another copy of the program has put something else in its place.
    case overtaken(Step)
  }

  /// Takes the last step back.
  /// - Returns: the step, as it is now to be taken to undo it; `nil` where there is none.
  mutating func undo() -> Return? { back(from: \.done, to: \.undone) { $0.reversed } }

  /// Takes the last undone step again.
  mutating func redo() -> Return? { back(from: \.undone, to: \.done) { $0 } }

  /// A step that has been overtaken is let fall: what another copy wrote since is not taken away with it.
  private mutating func back(
    from source: WritableKeyPath<Remarks, [Step]>, to target: WritableKeyPath<Remarks, [Step]>, as way: (Step) -> Step
  ) -> Return? {
    guard let step = self[keyPath: source].popLast() else { return nil }
    let taken = way(step)
    let present = Set(placed.map(\.annotation.id))
    guard taken.removed.allSatisfy({ present.contains($0.annotation.id) }),
      !taken.added.contains(where: { present.contains($0.annotation.id) })
    else { return .overtaken(taken) }
    self[keyPath: target].append(step)
    apply(taken)
    return .done(taken)
  }

  /// The steps since the last time, for whoever keeps them.
  mutating func takeUnkept() -> [Step] {
    defer { unkept = [] }
    return unkept
  }

  /// Goes on with what was done while the dossier was still being read.
  mutating func adopt(_ earlier: Remarks) {
    (done, undone, unkept) = (earlier.done, earlier.undone, earlier.unkept)
    revision = earlier.revision + 1
    corrections = earlier.corrections + 1
    let steps = earlier.done + earlier.undone
    guard !steps.isEmpty else { return }
    let touched = Set(steps.flatMap { $0.removed + $0.added }.map(\.annotation.id))
    placed.removeAll { touched.contains($0.annotation.id) }
    placed += earlier.placed.filter { touched.contains($0.annotation.id) }
    sort()
    annotated = AnnotatedDossier(placed, on: base)
  }

  /// Lays in what others added: nothing of it is to be undone or kept here.
  /// - Returns: whether corrections are among it, which are laid by whoever asks for `laying`.
  mutating func receive(_ arrival: RemarkArrival) -> Bool {
    let gone = arrival.removed.union(arrival.added.map(\.annotation.id))
    let changed = placed.filter { gone.contains($0.annotation.id) } + arrival.added
    placed.removeAll { gone.contains($0.annotation.id) }
    placed += arrival.added
    sort()
    revision += 1
    let isCorrection = changed.contains { $0.annotation.content.isCorrection }
    if isCorrection { corrections += 1 }
    annotated.remark(placed)
    return isCorrection
  }

  private mutating func apply(_ step: Step) {
    let gone = Set(step.removed.map(\.annotation.id))
    placed.removeAll { gone.contains($0.annotation.id) }
    placed += step.added
    sort()
    revision += 1
    unkept.append(step)
    if step.isCorrection {
      // Laid by whoever asks for `laying`; until then the dossier is as it was.
      corrections += 1
    } else {
      annotated.remark(placed)
    }
  }

  /// Laying all annotations over the dossier anew.
  struct Laying: Sendable {
    fileprivate let base: Dossier
    fileprivate let placed: [PlacedAnnotation]
    /// Which correction was the last.
    let number: Int

    /// - Complexity: O(dossier) for each correction.
    func done() -> AnnotatedDossier { AnnotatedDossier(placed, on: base) }
  }

  /// Has everything laid over what was read anew from the same articles, as after a correction.
  mutating func read(anew dossier: Dossier) {
    base = dossier
    isReadAnew = true
    corrections += 1
  }

  /// What is to be done after a correction.
  var laying: Laying { Laying(base: base, placed: placed, number: corrections) }

  /// Takes what came of `laying`.
  /// - Returns: false where there is a later correction, and nothing is taken.
  mutating func adopt(_ laid: AnnotatedDossier, as number: Int) -> Bool {
    guard number == corrections else { return false }
    if isReadAnew {
      renumber(laid.dossier)
      isReadAnew = false
    }
    annotated = laid
    // Notes and verdicts may have come meanwhile.
    annotated.remark(placed)
    revision += 1
    return true
  }

  /// Finds the findings of steps by their passages among those of a dossier that was read anew.
  private mutating func renumber(_ new: Dossier) {
    let old = dossier
    let findings = (done + undone).compactMap { if case .finding(let finding) = $0.subject { finding } else { nil } }
    var finder = FindingFinder(new, touched: Set(findings.flatMap(old.anchoring)))
    func renumbered(_ step: Step, of old: Dossier) -> Step {
      guard case .finding(let finding) = step.subject else { return step }
      var step = step
      step.subject = finder.findings(finding.subject, on: old.anchoring(of: finding)).first.map(RemarkSubject.finding)
      return step
    }
    done = done.map { renumbered($0, of: old) }
    undone = undone.map { renumbered($0, of: old) }
  }

  /// As the library gives them.
  private mutating func sort() {
    placed.sort { ($0.annotation.made, $0.annotation.id) < ($1.annotation.made, $1.annotation.id) }
  }
}

/// What a verdict, a note, a tag or a bookmark is on.
enum RemarkSubject: Hashable, Sendable {
  case finding(Finding)
  case passage(Passage)
}
