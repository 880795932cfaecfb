import Dossier
import Query
import Terminal

extension ReaderState {
  enum Erasure {
    case letter, word, line
  }

  /// Opens a line to type on. A filter begins with what it was.
  /// - Parameters:
  ///   - text: what stands there, where that was typed before.
  ///   - refusal: why it could not be taken.
  mutating func openPrompt(_ purpose: Prompt.Purpose, text: String? = nil, refusal: String? = nil) {
    let before =
      switch purpose {
      case .search: ""
      case .filter(let pane): filters[pane] ?? ""
      case .note(let subject): note(on: subject)
      case .tags(let subject): tags(on: subject).joined(separator: " ")
      case .actorName(let id): dossier[id].name
      case .outlet(let id): dossier[id].source?.name ?? ""
      case .export(let excerpt): defaultPath(of: excerpt)
      case .overwrite: ""
      }
    layers.append(
      .prompt(Prompt(purpose: purpose, text: text ?? before, origin: place, before: before, refusal: refusal)))
  }

  /// Adds typed text to whatever is being typed.
  mutating func type(_ text: String) { changeText { $0 += text } }

  /// Adds pasted text, as one line; where nothing is being typed it is let fall, so that a paste never acts as keys.
  mutating func paste(_ text: String) {
    guard !reach.isDisjoint(with: .typing) else {
      message = "Pasted text is taken where you type: \(hint(.search)) searches, \(hint(.filter)) filters"
      return
    }
    let line = String(text.prefix(500).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    type(line)
  }

  mutating func erase(_ erasure: Erasure) {
    if case .prompt(let prompt) = layers.last, prompt.text.isEmpty {
      peel()
      return
    }
    changeText { text in
      switch erasure {
      case .letter: _ = text.popLast()
      case .word:
        while text.last == " " { text.removeLast() }
        while let last = text.last, last != " " { text.removeLast() }
      case .line: text = ""
      }
    }
  }

  private mutating func changeText(_ change: (inout String) -> Void) {
    switch layers.last {
    case .prompt(var prompt):
      change(&prompt.text)
      prompt.refusal = nil
      layers[layers.count - 1] = .prompt(prompt)
      textChanged(prompt)
    case .palette(var picker):
      change(&picker.text)
      picker.selected = 0
      picker.top = 0
      layers[layers.count - 1] = .palette(picker)
    case .help(var picker):
      change(&picker.text)
      picker.selected = 0
      picker.top = 0
      layers[layers.count - 1] = .help(picker)
    case .facets(var facets):
      change(&facets.picker.text)
      facets.picker.selected = 0
      facets.picker.top = 0
      layers[layers.count - 1] = .facets(facets)
    case .chooser(var chooser):
      change(&chooser.picker.text)
      chooser.picker.selected = 0
      chooser.picker.top = 0
      layers[layers.count - 1] = .chooser(chooser)
    case .popup, .hits, nil: break
    }
  }

  /// Search and filters follow every letter.
  private mutating func textChanged(_ prompt: Prompt) {
    switch prompt.purpose {
    case .search: searchAsTyped(prompt)
    case .filter(let pane):
      filters[pane] = prompt.text.isEmpty ? nil : prompt.text
      tops[pane] = 0
    case .note, .tags, .actorName, .outlet, .export, .overwrite: break
    }
  }

  /// Keeps what was typed, does what is selected, or closes what has been read.
  mutating func confirm() -> [Effect] {
    if refuseQuery() { return [] }
    guard let layer = layers.popLast() else { return [] }
    switch layer {
    case .prompt(let prompt):
      return confirm(prompt)
    case .chooser(let chooser):
      confirm(chooser)
      return []
    case .palette(let picker):
      let found = PaletteOverlay.matches(picker.text, in: self)
      guard found.indices.contains(picker.selected) else {
        layers.append(.palette(picker))
        return []
      }
      return attempt(found[picker.selected])
    case .facets(let facets):
      // It stays open: one narrows by several.
      layers.append(.facets(facets))
      let found = facets.matches
      if found.indices.contains(facets.picker.selected) {
        toggle(found[facets.picker.selected], among: facets.facets)
      }
      return []
    case .help, .popup, .hits: return []
    }
  }

  /// Keeps a query that is being typed open where it cannot be read whole, with what is wrong shown at its place.
  /// - Returns: whether that is so.
  private mutating func refuseQuery() -> Bool {
    guard case .prompt(var prompt) = layers.last, let problem = prompt.problem else { return false }
    prompt.refusal = problem.description
    layers[layers.count - 1] = .prompt(prompt)
    return true
  }

  private mutating func confirm(_ prompt: Prompt) -> [Effect] {
    switch prompt.purpose {
    case .search:
      if prompt.text.isEmpty { search = nil }
      if let search, search.hits.isEmpty {
        message = "“\(prompt.text)” is in none of the articles"
        self.search = nil
      } else if search != nil {
        jumps.leave(prompt.origin)
        if view == .read { readPane = .article }
      }
    case .filter(let pane):
      if selectedRow(of: pane) == nil, rowCount(of: pane) > 0 { select(row: 0, in: pane) }
    case .note(let subject): keep(note: prompt.text, on: subject)
    case .tags(let subject): keep(tags: prompt.text, on: subject)
    case .actorName(let id): rename(id, to: prompt.text)
    case .outlet(let id): name(source: id, prompt.text)
    case .export(let excerpt):
      if !prompt.text.isEmpty { return [.export(excerpt, path: prompt.text, overwrites: false)] }
    case .overwrite(let excerpt, let path): return confirmOverwriting(prompt.text, excerpt, path)
    }
    return []
  }

  /// Moves in what a layer lists: the actions of the palette, the lines of the help, the hits of a search.
  mutating func pickRow(by delta: Int) {
    switch layers.last {
    case .prompt(let prompt):
      switch prompt.purpose {
      case .search: stepHit(by: delta)
      case .filter(let pane):
        let row = (selectedRow(of: pane) ?? (delta > 0 ? -1 : 0)) + delta
        select(row: min(max(0, row), max(0, rowCount(of: pane) - 1)), in: pane, direction: delta)
      case .note, .tags, .actorName, .outlet, .export, .overwrite: break
      }
    case .palette(var picker):
      let count = PaletteOverlay.matches(picker.text, in: self).count
      guard count > 0 else { return }
      picker.selected = (picker.selected + delta + count) % count
      picker.top = PaletteOverlay.top(of: picker, in: self)
      layers[layers.count - 1] = .palette(picker)
    case .chooser(var chooser):
      let count = chooser.matches.count
      guard count > 0 else { return }
      chooser.picker.selected = (chooser.picker.selected + delta + count) % count
      chooser.picker.top = PaletteOverlay.top(of: chooser.picker, in: self)
      layers[layers.count - 1] = .chooser(chooser)
    case .help(var picker):
      let count = HelpOverlay.lines(picker.text, in: self).count
      let height = HelpOverlay.rect(in: self).rows - 3
      picker.top = min(max(0, picker.top + delta), max(0, count - height))
      layers[layers.count - 1] = .help(picker)
    case .facets(var facets):
      let count = facets.matches.count
      guard count > 0 else { return }
      facets.picker.selected = (facets.picker.selected + delta + count) % count
      facets.picker.top = FacetOverlay.top(of: facets.picker, in: self)
      layers[layers.count - 1] = .facets(facets)
    case .popup, .hits, nil: break
    }
  }

  /// Takes the topmost thing away: a layer, the search, the filter of the pane, the zoom, the view, the filter of another
  /// pane, the chosen actor.
  mutating func peel() {
    if let layer = layers.popLast() {
      if case .prompt(let prompt) = layer { cancel(prompt) }
    } else if isSelecting {
      selection = nil
    } else if search != nil {
      search = nil
    } else if isFiltered(pane) {
      filters[pane] = nil
    } else if isZoomed {
      isZoomed = false
    } else if let below = viewsBelow.popLast() {
      leavePlace()
      view = below
    } else if view != .read {
      show(.read)
    } else if let other = view.panes.first(where: isFiltered) {
      filters[other] = nil
      message = "\(other.title): filter taken away"
    } else if actor != nil {
      actor = nil
      tops[.actors] = 0
    } else if quotes != QuoteScope() {
      quotes = QuoteScope()
    } else {
      message = "Nothing is open to close · \(hint(.quit)) quits"
    }
  }

  /// Whether Escape would take anything away.
  var hasSomethingToPeel: Bool {
    !layers.isEmpty || search != nil || view.panes.contains(where: isFiltered) || isZoomed || view != .read
      || !viewsBelow.isEmpty || actor != nil || quotes != QuoteScope()
  }

  private func isFiltered(_ pane: Pane) -> Bool { filters[pane]?.isEmpty == false }

  private mutating func cancel(_ prompt: Prompt) {
    switch prompt.purpose {
    case .search:
      search = nil
      go(to: prompt.origin)
    case .filter(let pane): filters[pane] = prompt.before.isEmpty ? nil : prompt.before
    case .note, .tags, .actorName, .outlet, .export, .overwrite: break
    }
  }
}
