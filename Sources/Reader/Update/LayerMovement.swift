import Terminal

// Moving in the lists that lie over the screen: all alike, by a row, a page or half of one, and to the ends.
extension ReaderState {
  /// The rows of the list that lies over the screen; `nil` where none does.
  var layerRows: LayerRows? {
    switch layers.last {
    case .palette(let picker):
      LayerRows(
        count: PaletteOverlay.matches(picker.text, in: self).count,
        height: PickerBox.height(PaletteOverlay.rect(in: self)))
    case .chooser(let chooser):
      LayerRows(count: chooser.matches.count, height: PickerBox.height(PaletteOverlay.rect(in: self)))
    case .facets(let facets):
      LayerRows(count: facets.matches.count, height: PickerBox.height(FacetOverlay.rect(in: self)))
    case .help(let picker): HelpOverlay.rows(HelpOverlay.lines(picker.text, in: self), in: self)
    case .hits(let list): LayerRows(count: list.rows.count, height: HitsOverlay.listRows(in: self))
    case .prompt, .popup, nil: nil
    }
  }

  /// Whether keys go to a list that nothing was typed to narrow.
  var isInUntypedPicker: Bool { layers.last?.picker?.line.isEmpty ?? false }

  /// Moves in the list that lies over the screen.
  mutating func movePicker(by delta: Int, goesAround: Bool = false) {
    guard let rows = layerRows, var picker = layers.last?.picker else { return }
    picker.place.move(by: delta, in: rows, goesAround: goesAround)
    layers[layers.count - 1].picker = picker
  }

  /// Moves by a row in what a layer lists, or in what the words of a search or a filter have found.
  mutating func pickRow(by delta: Int) {
    guard case .prompt(let prompt) = layers.last else { return movePicker(by: delta, goesAround: true) }
    switch prompt.purpose {
    case .search: stepHit(by: delta)
    case .filter(let pane):
      let row = (selectedRow(of: pane) ?? (delta > 0 ? -1 : 0)) + delta
      select(row: min(max(0, row), max(0, rowCount(of: pane) - 1)), in: pane, direction: delta)
    case .note, .tags, .actorName, .merge, .outlet, .published, .export, .overwrite: break
    }
  }
}
