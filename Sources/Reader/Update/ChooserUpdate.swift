import Dossier

// Lists of which one thing is chosen.
extension ReaderState {
  mutating func choose(_ purpose: Chooser.Purpose, _ title: String, _ rows: [Chooser.Row]) {
    layers.append(.chooser(Chooser(purpose: purpose, title: title, rows: rows)))
  }

  /// Does what the chooser is for with the selected row. Where nothing is like what was typed, it stays open.
  mutating func confirm(_ chooser: Chooser) {
    let found = chooser.matches
    let row = found.indices.contains(chooser.picker.place.selected) ? found[chooser.picker.place.selected] : nil
    if row == nil, !chooser.takesOtherWords {
      layers.append(.chooser(chooser))
      return
    }
    switch chooser.purpose {
    case .actor(.merge): if let row { askMerge(into: Actor.ID(row.value)) }
    case .actor(.split): if let row { askSplit(of: Actor.ID(row.value)) }
    case .merge(let actor): if let row { askOrMerge(actor, with: Actor.ID(row.value)) }
    case .split(let actor): if let row { split(actor, at: row.value) }
    case .speaker(let statement):
      let isNobody = row?.value == Chooser.nobody
      let name = row.flatMap { isNobody ? nil : dossier.actors[$0.value].name } ?? chooser.picker.text
      correct(speakerOf: statement, to: isNobody ? nil : name)
    case .export: if let row { openPrompt(.export(excerpts[row.value].excerpt)) }
    case .added: if let row { go(toAdded: remarks.placed[row.value]) }
    }
  }

  /// Asks for the name of the selected actor or of the open article's source.
  mutating func askName() {
    if pane == .actors, let actor {
      openPrompt(.actorName(actor))
    } else if let document {
      openPrompt(.outlet(document))
    }
  }

  /// Asks when the open article was published.
  mutating func askDate() {
    if let document { openPrompt(.published(document)) }
  }

  // MARK: What was added

  /// Whether an annotation is shown where it belongs.
  private enum Standing: Int {
    case lost, here, elsewhere
  }

  private var standings: [Annotation.ID: Standing] {
    var standings: [Annotation.ID: Standing] = [:]
    for annotation in remarks.lost { standings[annotation.id] = .lost }
    for annotation in remarks.elsewhere { standings[annotation.id] = .elsewhere }
    return standings
  }

  /// Lists all annotations: what is lost first, what is elsewhere last, otherwise the latest first.
  mutating func listAdded() {
    let standings = standings
    let entries = remarks.placed.enumerated().map { index, entry in
      (index: index, entry: entry, standing: standings[entry.annotation.id] ?? .here)
    }
    let rows = entries.sorted { ($0.standing.rawValue, $1.index) < ($1.standing.rawValue, $0.index) }.map {
      Chooser.Row(wording(of: $0.entry.annotation, $0.standing), place(of: $0.entry, $0.standing), value: $0.index)
    }
    let counts = [(remarks.lost.count, "lost"), (remarks.elsewhere.count, "elsewhere")].filter { $0.0 > 0 }
    choose(.added, "What you added · \(rows.count)" + counts.map { " · \($0.0) \($0.1)" }.joined(), rows)
  }

  private func wording(of annotation: Annotation, _ standing: Standing) -> String {
    let content = annotation.content
    let passages = annotation.anchors.map { "“\(Self.oneLine($0.words).prefix(60))”" }.joined(separator: " / ")
    let value = content.wording.isEmpty ? "" : ": \(Self.oneLine(content.wording))"
    let mark =
      switch standing {
      case .lost: "! lost"
      case .here: "\(content.glyph)"
      case .elsewhere: "· elsewhere"
      }
    return "\(mark) \(content.label)\(value) — \(passages)"
  }

  private func place(of entry: PlacedAnnotation, _ standing: Standing) -> String {
    guard standing == .here, let passage = (entry.passages ?? entry.edited)?.first else {
      let paths = entry.annotation.anchors.map(\.path)
      // Of the two articles of a difference, that which is not open.
      let missing = paths.first { path in !dossier.documents.contains { $0.path == path } } ?? paths.first
      return missing.map(Self.oneLine) ?? ""
    }
    let document = dossier[passage.document]
    return "\(document.name) \(document.text.line(at: Int(passage.span.start)))"
  }

  private static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }

  private mutating func go(toAdded entry: PlacedAnnotation) {
    let standing = standings[entry.annotation.id] ?? .here
    let found = remarks.remarks.filter { $0.value.annotations.contains(entry.annotation.id) }.keys.min()
    if let found {
      show(finding: found)
    } else if let passages = entry.passages {
      leavePlace()
      isAtDifference = false
      view = .read
      readPane = .article
      refreshLists()
      reveal(passages[0])
      if standing == .lost { explain(entry.annotation, standing) }
    } else {
      explain(entry.annotation, standing)
    }
  }

  /// Says all that is known of an annotation that is not shown in these texts.
  private mutating func explain(_ annotation: Annotation, _ standing: Standing) {
    var lines = ["\(annotation.content.label.capitalisedFirst) \(annotation.content.wording)"]
    let isLost = standing == .lost
    for anchor in annotation.anchors {
      lines.append("It \(isLost ? "was" : "is") on “\(anchor.before)[\(anchor.words)]\(anchor.after)”")
      lines.append("in \(anchor.path)")
    }
    if isLost {
      lines.append("Those words are in none of these texts now, or what was found there is not found any more.")
      lines.append("It is kept, and shown again where the words are.")
      if let target = attachTarget, !annotation.content.isCorrection {
        lines.append("\(hint(.attach)) puts it on \(name(of: target))")
      } else if !annotation.content.isCorrection {
        lines.append("\(hint(.nextDifference)) goes to a difference; from there \(hint(.attach)) puts it on that")
      }
    } else {
      lines.append("Not all of these articles are open. It is kept, and shown where they are.")
    }
    let lost = isLost && !annotation.content.isCorrection ? annotation.id : nil
    layers.append(.popup(Popup(title: isLost ? "Lost" : "Elsewhere", lines: lines, lost: lost)))
  }

  /// What is lost and explained in the box that is open.
  var explainedLoss: Annotation.ID? { if case .popup(let popup) = layers.last { popup.lost } else { nil } }

  /// What that can be put on: what the list of findings has selected, else the difference that is shown.
  var attachTarget: Finding? { selectedFinding ?? difference.map(Finding.difference) }

  /// Puts what is lost on the selected finding, in the place of what was lost.
  mutating func attachLost() {
    guard let id = explainedLoss, let target = attachTarget,
      let lost = remarks.placed.first(where: { $0.annotation.id == id })
    else { return }
    layers.removeLast()
    let name = name(of: target)
    let added = annotate([(lost.annotation.content, dossier.anchoring(of: target))], as: target.subject)
    take(
      Remarks.Step(
        name: "\(lost.annotation.content.label) put on \(name)", removed: [lost], added: added,
        subject: .finding(target)))
    show(finding: target)
    message = "The \(lost.annotation.content.label) is on \(name) now · \(hint(.undo)) undoes"
  }

  /// Whether the list of what was added is open.
  var listsAdded: Bool { if case .chooser(let chooser) = layers.last { chooser.purpose == .added } else { false } }

  /// The annotation that is selected in the list of what was added.
  var chosenAnnotation: Annotation.ID? {
    guard case .chooser(let chooser) = layers.last, chooser.purpose == .added else { return nil }
    let found = chooser.matches
    guard found.indices.contains(chooser.picker.place.selected) else { return nil }
    return remarks.placed[found[chooser.picker.place.selected].value].annotation.id
  }

  mutating func removeChosen() {
    guard let id = chosenAnnotation, case .chooser(let chooser) = layers.popLast() else { return }
    remove(id)
    guard !remarks.placed.isEmpty else { return }
    listAdded()
    guard case .chooser(var next) = layers.last else { return }
    next.picker = chooser.picker
    next.picker.place.selected = min(next.picker.place.selected, max(0, next.matches.count - 1))
    layers[layers.count - 1] = .chooser(next)
  }
}
