import Dossier

// Lists of which one thing is chosen.
extension ReaderState {
  mutating func choose(_ purpose: Chooser.Purpose, _ title: String, _ rows: [Chooser.Row]) {
    layers.append(.chooser(Chooser(purpose: purpose, title: title, rows: rows)))
  }

  /// Does what the chooser is for with the selected row. Where nothing is like what was typed, it stays open.
  mutating func confirm(_ chooser: Chooser) {
    let found = chooser.matches
    let row = found.indices.contains(chooser.picker.selected) ? found[chooser.picker.selected] : nil
    if row == nil, !chooser.takesOtherWords {
      layers.append(.chooser(chooser))
      return
    }
    switch chooser.purpose {
    case .merge(let actor): if let row { merge(actor, with: Actor.ID(row.value)) }
    case .split(let actor): if let row { split(actor, at: row.value) }
    case .speaker(let statement):
      correct(speakerOf: statement, to: row.map { dossier.actors[$0.value].name } ?? chooser.picker.text)
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

  // MARK: What was added

  /// Lists all annotations: what is lost first, then the latest.
  mutating func listAdded() {
    let lost = Set(remarks.lost.map(\.id))
    let order = remarks.placed.indices.sorted { left, right in
      let (one, two) = (remarks.placed[left].annotation, remarks.placed[right].annotation)
      return lost.contains(one.id) != lost.contains(two.id) ? lost.contains(one.id) : left > right
    }
    let rows = order.map { index in
      let annotation = remarks.placed[index].annotation
      let isLost = lost.contains(annotation.id)
      return Chooser.Row(
        wording(of: annotation, isLost: isLost), place(of: remarks.placed[index], isLost), value: index)
    }
    let title = "What you added · \(rows.count)" + (lost.isEmpty ? "" : " · \(lost.count) lost")
    choose(.added, title, rows)
  }

  private func wording(of annotation: Annotation, isLost: Bool) -> String {
    let content = annotation.content
    let passages = annotation.anchors.map { "“\(Self.oneLine($0.words).prefix(60))”" }.joined(separator: " / ")
    let value = content.value.isEmpty ? "" : ": \(Self.oneLine(content.value))"
    return "\(isLost ? "! lost " : "\(content.glyph) ")\(content.label)\(value) — \(passages)"
  }

  private func place(of entry: PlacedAnnotation, _ isLost: Bool) -> String {
    if isLost { return entry.annotation.anchors.first.map { Self.oneLine($0.path) } ?? "" }
    guard let passage = entry.passages?.first else { return "" }
    let document = dossier[passage.document]
    return "\(document.name) \(document.text.line(at: Int(passage.span.start)))"
  }

  private static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }

  private mutating func go(toAdded entry: PlacedAnnotation) {
    guard let passages = entry.passages else {
      explain(lost: entry.annotation)
      return
    }
    let pair = dossier.disagreements.first { passages.count == 2 && Set($0.sides.map(\.passage)) == Set(passages) }
    if let pair {
      show(difference: pair.id)
    } else {
      leavePlace()
      view = .read
      readPane = .article
      refreshLists()
      reveal(passages[0])
      if remarks.lost.contains(where: { $0.id == entry.annotation.id }) { explain(lost: entry.annotation) }
    }
  }

  /// Says all that is known of an annotation whose place is gone.
  private mutating func explain(lost annotation: Annotation) {
    var lines = ["\(annotation.content.label.capitalisedFirst) \(annotation.content.value)"]
    for anchor in annotation.anchors {
      lines.append("It was on “\(anchor.before)[\(anchor.words)]\(anchor.after)”")
      lines.append("in \(anchor.path)")
    }
    lines.append("Those words are in none of these texts now, or what was found there is not found any more.")
    lines.append("It is kept, and shown again where the words are.")
    layers.append(.popup(Popup(title: "Lost", lines: lines)))
  }

  /// The annotation that is selected in the list of what was added.
  var chosenAnnotation: Annotation.ID? {
    guard case .chooser(let chooser) = layers.last, chooser.purpose == .added else { return nil }
    let found = chooser.matches
    guard found.indices.contains(chooser.picker.selected) else { return nil }
    return remarks.placed[found[chooser.picker.selected].value].annotation.id
  }

  mutating func removeChosen() {
    guard let id = chosenAnnotation, case .chooser(let chooser) = layers.popLast() else { return }
    remove(id)
    guard !remarks.placed.isEmpty else { return }
    listAdded()
    guard case .chooser(var next) = layers.last else { return }
    next.picker = chooser.picker
    next.picker.selected = min(next.picker.selected, max(0, next.matches.count - 1))
    layers[layers.count - 1] = .chooser(next)
  }
}
