import Dossier
import Query
import Terminal

extension ReaderState {
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
      // Ready for one more.
      case .tags(let subject): tags(on: subject).map { "\($0), " }.joined()
      case .actorName(let id): dossier[id].name
      case .outlet(let id): dossier[id].source?.name ?? ""
      case .published(let id): dossier[id].published?.date.description ?? ""
      case .export(let excerpt): defaultPath(of: excerpt)
      case .merge, .overwrite: ""
      }
    let history = histories[purpose.kind] ?? PromptHistory()
    layers.append(
      .prompt(
        Prompt(
          purpose: purpose, line: LineEditor(text ?? before), history: history, origin: place, before: before,
          refusal: refusal, texts: TextPlaces(places: places, opened: opened))))
  }

  /// Adds typed text to whatever is being typed.
  mutating func type(_ text: String) { changeLine { $0.insert(text) } }

  /// What a line holds at most, in characters.
  static let longestLine = 100_000

  /// Adds pasted text, as one line; where nothing is being typed it is let fall, so that a paste never acts as keys. What does
  /// not fit is refused, and not cut: nobody would see what is missing.
  mutating func paste(_ text: String) {
    guard !reach.isDisjoint(with: .typing) else {
      message = "Pasted text is taken where you type: \(hint(.search)) searches, \(hint(.filter)) filters"
      return
    }
    let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let room = Self.longestLine - (layers.last?.line?.count ?? 0)
    guard line.count <= room else {
      let why = "Not pasted: it has \(line.count) characters, and there is room for \(max(0, room))"
      // Where a line is typed on, that is where it is said.
      if case .prompt(var prompt) = layers.last {
        prompt.refusal = why
        layers[layers.count - 1] = .prompt(prompt)
      } else {
        message = why
      }
      return
    }
    type(line)
  }

  /// Moves in what is being typed, or changes it. Erasing a letter of nothing closes a prompt.
  mutating func edit(_ edit: LineEditor.Edit) {
    if edit == .erase, case .prompt(let prompt) = layers.last, prompt.line.isEmpty { return peel() }
    changeLine { $0.apply(edit) }
  }

  private mutating func changeLine(_ change: (inout LineEditor) -> Void) {
    guard let layer = layers.last, var line = layer.line else { return }
    let before = line.text
    change(&line)
    let isChanged = line.text != before
    if case .prompt(var prompt) = layer {
      prompt.line = line
      if isChanged {
        prompt.history.leave()
        prompt.refusal = nil
      }
      layers[layers.count - 1] = .prompt(prompt)
      if isChanged { textChanged(prompt) }
    } else if var picker = layer.picker {
      picker.line = line
      if isChanged { picker.place = ListPlace() }
      layers[layers.count - 1].picker = picker
      if isChanged, case .hits(let list) = layers.last { layers[layers.count - 1] = .hits(narrowed(list)) }
      // To the first row that can be selected.
      if isChanged { movePicker(by: 0) }
    }
  }

  /// Puts what was typed before, or after, in the place of what is being typed.
  /// - Returns: whether the keys are for that: in a search and a filter they pick what was found, where there is any.
  mutating func recall(by delta: Int) -> Bool {
    guard case .prompt(var prompt) = layers.last else { return false }
    switch prompt.purpose {
    case .search: guard prompt.line.isEmpty || prompt.history.isWalking else { return false }
    case .filter: return false
    case .note, .tags, .actorName, .merge, .outlet, .published, .export, .overwrite: break
    }
    guard let line = prompt.history.step(by: delta, from: prompt.text) else {
      message = delta < 0 ? "Nothing was typed here before that" : "That is the last"
      return true
    }
    prompt.line = LineEditor(line)
    prompt.refusal = nil
    layers[layers.count - 1] = .prompt(prompt)
    textChanged(prompt)
    return true
  }

  /// Keeps what was typed for prompts of its kind, whether it was taken or left.
  private mutating func remember(_ prompt: Prompt) {
    guard prompt.text != prompt.before else { return }
    histories[prompt.purpose.kind, default: PromptHistory()].keep(prompt.text)
  }

  /// Search and filters follow every letter.
  private mutating func textChanged(_ prompt: Prompt) {
    switch prompt.purpose {
    case .search: searchAsTyped(prompt)
    case .filter(let pane):
      filters[pane] = prompt.text.isEmpty ? nil : prompt.text
      tops[pane] = 0
      if pane == .differences { accounts = prompt.origin.accounts }
    case .note, .tags, .actorName, .merge, .outlet, .published, .export, .overwrite: break
    }
  }

  /// Keeps what was typed, does what is selected, or closes what has been read.
  mutating func confirm() -> [Effect] {
    if refuseQuery() { return [] }
    switch layers.last {
    case .prompt(let prompt):
      layers.removeLast()
      remember(prompt)
      return confirm(prompt)
    case .chooser(let chooser):
      layers.removeLast()
      confirm(chooser)
    case .palette(let picker):
      let found = PaletteOverlay.matches(picker.text, in: self)
      if found.indices.contains(picker.place.selected) { return call(found[picker.place.selected]) }
    case .help(let picker): return confirmHelp(picker)
    case .facets(var facets):
      // It stays open: one narrows by several.
      let found = facets.matches
      if found.indices.contains(facets.picker.place.selected) {
        toggle(found[facets.picker.place.selected], among: facets.facets)
        facets.take(self.facets())
        layers[layers.count - 1] = .facets(facets)
      }
    case .hits(let list): openHit(of: list)
    case .popup: layers.removeLast()
    case nil: break
    }
    return []
  }

  /// Does the action that is selected in the list which is open, and closes that; or says why not, and leaves it.
  mutating func call(_ action: Action) -> [Effect] {
    if let why = whyNot(action) {
      message =
        action.reach.contains(Reach(pane))
        ? "\(action.name): \(why)" : "\(hint(action.id)) \(why): \(action.name.lowercasedFirst)"
      return []
    }
    layers.removeLast()
    return attempt(action)
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
        let remedy = index.finder.directory.remedy(for: search.query).map { " · \($0)" } ?? ""
        message = "“\(prompt.text)” is in none of the articles\(remedy)"
        self.search = nil
      } else if search != nil {
        jumps.leave(prompt.origin)
        if view == .read { readPane = .article }
      }
    case .filter(let pane):
      let row = selectedRow(of: pane) ?? 0
      let isMoved = pane == .differences && accounts != prompt.origin.accounts
      if isMoved || selectedRow(of: pane) == nil { select(row: row, in: pane) }
    case .note(let subject): keep(note: prompt.text, on: subject)
    case .tags(let subject): keep(tags: prompt.text, on: subject)
    case .actorName(let id): rename(id, to: prompt.text)
    case .merge(let kept, let other): confirmMerging(prompt.text, kept, with: other)
    case .outlet(let id): name(source: id, prompt.text)
    case .published(let id): date(source: id, prompt.text)
    case .export(let excerpt):
      if !prompt.text.isEmpty { return [.export(excerpt, path: prompt.text, overwrites: false)] }
    case .overwrite(let excerpt, let path): return confirmOverwriting(prompt.text, excerpt, path)
    }
    return []
  }

  /// Takes the topmost thing away: a layer, the search, the filter of the pane, the zoom, the view, the filter of another
  /// pane, the chosen actor.
  mutating func peel() {
    if let layer = layers.popLast() {
      if case .prompt(let prompt) = layer {
        remember(prompt)
        cancel(prompt)
      }
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
      go(to: prompt.origin, prompt.texts)
    case .filter(let pane):
      filters[pane] = prompt.before.isEmpty ? nil : prompt.before
      if pane == .differences { accounts = prompt.origin.accounts }
    case .note, .tags, .actorName, .merge, .outlet, .published, .export, .overwrite: break
    }
  }
}
