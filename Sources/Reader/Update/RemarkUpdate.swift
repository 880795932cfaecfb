import Dossier
import Glibc

// Verdicts, notes, tags and bookmarks.
extension ReaderState {
  /// What a remark made here is on: the selected finding, the statement or paragraph under the cursor.
  var remarkSubject: RemarkSubject? {
    if let differenceGoneTo { return .finding(.difference(differenceGoneTo)) }
    if isSelectionHidden { return nil }
    switch pane {
    case .strip, .differences: return selectedFinding.map(RemarkSubject.finding)
    case .compare:
      return selectedDifference.map { .finding(.difference($0)) } ?? passageAtCursor.map(RemarkSubject.passage)
    case .quotes: return statement.map { .passage(passage(of: $0)) }
    case .timeline:
      switch timeline.selected {
      case .statement(let id): return .passage(passage(of: id))
      case .shift(let id): return .finding(.difference(id))
      case .date, nil: return nil
      }
    case .sources: return document.flatMap(dossier.passage(standingFor:)).map(RemarkSubject.passage)
    case .article: return (selectedText ?? passageUnderCursor).map(RemarkSubject.passage)
    case .actors: return actor.flatMap { passage(standingFor: dossier[$0]) }.map(RemarkSubject.passage)
    case .matrix: return nil
    }
  }

  var whyNoRemark: String? { remarkSubject == nil ? "nothing here to remark on" : nil }

  func passage(of id: Statement.ID) -> Passage { Passage(document: dossier[id].document, span: dossier[id].span) }

  /// The words around the cursor that were remarked on before, else the innermost statement that it stands in, else its
  /// paragraph.
  var passageUnderCursor: Passage? {
    guard let document else { return nil }
    let cursor = places[document.index]?.cursor ?? 0
    let marked = remarks.annotated.marks(in: document).map(\.passage).filter { $0.span.contains(cursor) }
    if let innermost = marked.min(by: { $0.span.count < $1.span.count }) { return innermost }
    if let statement = index.marks[document.index].statements.containing(cursor).last {
      return Passage(document: document, span: statement.span)
    }
    return dossier[document].blocks.first { Int($0.span.end) > cursor }.map {
      Passage(document: document, span: $0.span)
    }
  }

  // MARK: What is there already

  /// The annotations on exactly this.
  private func annotations(on subject: RemarkSubject) -> [PlacedAnnotation] {
    switch subject {
    case .finding(let finding):
      let wanted = Set(remarks[finding]?.annotations ?? [])
      return remarks.placed.filter { wanted.contains($0.annotation.id) }
    case .passage(let passage):
      return remarks.placed.filter {
        !$0.annotation.content.isCorrection && $0.annotation.subject == .passages && $0.passages == [passage]
      }
    }
  }

  func note(on subject: RemarkSubject) -> String {
    annotations(on: subject).reduce("") { note, entry in
      if case .note(let words) = entry.annotation.content { Annotation.note(note, and: words) } else { note }
    }
  }

  func tags(on subject: RemarkSubject) -> [String] {
    var tags: [String] = []
    for entry in annotations(on: subject) {
      if case .tag(let tag) = entry.annotation.content, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }

  // MARK: Steps

  mutating func judge(_ verdict: Annotation.Verdict) {
    guard let finding = selectedFinding else { return }
    let isTakenAway = remarks[finding]?.verdict == verdict
    // As it is before it is counted no more.
    let name = name(of: finding)
    replace(on: .finding(finding), "verdict", with: isTakenAway ? [] : [.verdict(verdict)]) {
      if case .verdict = $0 { true } else { false }
    }
    let done = isTakenAway ? "Verdict taken away" : verdict.rawValue.capitalisedFirst
    let left = !isTakenAway && verdict == .rejected && view == .read ? "not counted now · " : ""
    message = "\(done): \(name) · \(left)\(hint(.undo)) undoes"
  }

  mutating func keep(note words: String, on subject: RemarkSubject) {
    guard words != note(on: subject) else { return }
    replace(on: subject, "note", with: words.isEmpty ? [] : [.note(words)]) {
      if case .note = $0 { true } else { false }
    }
    message =
      "\(words.isEmpty ? "Note taken away from" : "Noted on") \(name(of: subject)) · \(hint(.undo)) undoes"
  }

  /// The tags that a line names, with commas between; a `#` before one is no part of it.
  static func tags(in line: String) -> [String] {
    var tags: [String] = []
    for part in line.split(separator: ",") {
      let words = part.singleSpaced
      let tag = String(words.drop { $0 == "#" })
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags
  }

  /// - Parameter line: all tags, with commas between.
  mutating func keep(tags line: String, on subject: RemarkSubject) {
    let tags = Self.tags(in: line)
    guard tags != self.tags(on: subject) else { return }
    replace(on: subject, "tags", with: tags.map(Annotation.Content.tag)) {
      if case .tag = $0 { true } else { false }
    }
    message =
      "\(tags.isEmpty ? "Tags taken away from" : "Tagged \(tags.joined(separator: ", ")):") \(name(of: subject))"
      + " · \(hint(.undo)) undoes"
  }

  mutating func toggleBookmark() {
    guard let subject = remarkSubject else { return }
    let isMarked = annotations(on: subject).contains { $0.annotation.content == .bookmark }
    replace(on: subject, "bookmark", with: isMarked ? [] : [.bookmark]) { $0 == .bookmark }
    message =
      isMarked
      ? "Bookmark taken away from \(name(of: subject)) · \(hint(.undo)) undoes"
      : "Bookmarked: \(name(of: subject)) · \(hint(.added)) lists what you added"
  }

  /// Puts contents of one kind in the place of those that are on `subject`.
  private mutating func replace(
    on subject: RemarkSubject, _ name: String, with contents: [Annotation.Content],
    _ isOfKind: (Annotation.Content) -> Bool
  ) {
    let old = annotations(on: subject).filter { isOfKind($0.annotation.content) }
    let added: [PlacedAnnotation]
    switch subject {
    case .finding(let finding):
      let passages = dossier.anchoring(of: finding)
      added = annotate(contents.map { ($0, passages) }, as: finding.subject)
    case .passage(let passage): added = annotate(contents.map { ($0, [passage]) })
    }
    take(Remarks.Step(name: "\(name) on \(self.name(of: subject))", removed: old, added: added, subject: subject))
    selection = nil
  }

  /// New annotations, in the order in which they were made.
  func annotate(
    _ contents: [(content: Annotation.Content, passages: [Passage])], as subject: Annotation.Subject = .passages
  ) -> [PlacedAnnotation] {
    let first = remarks.nextSecond(now: Int64(time(nil)))
    return contents.enumerated().map { number, entry in
      PlacedAnnotation(entry.content, on: entry.passages, as: subject, of: dossier, made: first + Int64(number))
    }
  }

  /// Does a step and shows it everywhere.
  mutating func take(_ step: Remarks.Step) {
    changeRemarks { $0.take(step) }
    if step.isCorrection { layCorrections() }
  }

  /// Changes what was added. Where that changes which passages face each other in Compare, the cursor stays on what it
  /// stands on.
  private mutating func changeRemarks<Result>(_ change: (inout Remarks) -> Result) -> Result {
    let anchor = view == .compare ? compareAnchor : nil
    let before = rejectedFindings
    let result = change(&remarks)
    if let anchor, rejectedFindings != before {
      refreshLists()
      stand(on: anchor)
    }
    return result
  }

  mutating func undoRemark() {
    show(changeRemarks { $0.undo() }, "Undone", "\(hint(.redo)) does it again")
  }

  mutating func redoRemark() {
    show(changeRemarks { $0.redo() }, "Done again", "\(hint(.undo)) undoes")
  }

  private mutating func show(_ outcome: Remarks.Return?, _ done: String, _ back: String) {
    switch outcome {
    case .done(let step): show(step, "\(done): \(step.name) · \(back)")
    case .overtaken(let step):
      message = "Another copy of crossread has replaced it: the \(step.name) stays as it is"
    case nil: break
    }
  }

  private mutating func show(_ step: Remarks.Step, _ words: String) {
    if step.isCorrection { layCorrections() }
    switch step.subject {
    case .finding(let finding):
      if case .difference(let id) = finding {
        if view == .read { show(difference: id) } else { difference = id }
      }
      if view == .differences { accounts.selected[AccountSection(of: finding)] = finding }
    case .passage(let passage):
      if view == .read {
        isAtDifference = false
        reveal(passage)
      }
    case nil: break
    }
    message = words
  }

  // MARK: All that was added

  /// Takes away annotations of any kind, those too that stand nowhere.
  mutating func remove(_ id: Annotation.ID) {
    let gone = remarks.placed.filter { $0.annotation.id == id }
    guard let first = gone.first else { return }
    take(Remarks.Step(name: first.annotation.content.label, removed: gone))
    message = "\(first.annotation.content.label.capitalisedFirst) taken away · \(hint(.undo)) undoes"
  }
}

extension Annotation.Content {
  /// What a person would call it.
  var label: String {
    switch self {
    case .verdict: "verdict"
    case .note: "note"
    case .tag: "tag"
    case .bookmark: "bookmark"
    case .speaker: "corrected speaker"
    case .actorName: "name of an actor"
    case .sameActor: "merge of two actors"
    case .otherActor: "split of an actor"
    case .outlet: "name of a source"
    case .published: "date of an article"
    }
  }
}

extension String {
  /// With a capital at its start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  /// Without one.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
