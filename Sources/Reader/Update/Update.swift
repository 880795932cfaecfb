public import Dossier
public import Terminal

/// What the reader asks of the world outside; the app loop does it.
public enum Effect: Sendable, Hashable {
  /// Puts text on the person's clipboard (OSC 52).
  case copy(String)
  /// Opens a file in the person's editor at a line, from 1; where it begins if there is none.
  case edit(path: String, line: Int?)
  /// Shows text in the person's pager from a line on, from 1.
  case page(String, line: Int)
  /// Opens a web address in the person's browser.
  case browse(String)
  /// Writes a part of the dossier to a file; the ending of its name says the form.
  case export(Excerpt, path: String, overwrites: Bool)
  /// Takes the mouse, or leaves it to the terminal.
  case captureMouse(Bool)
  /// Shows everything in the next theme.
  case nextTheme
  /// Paints the whole screen again.
  case repaint
  /// Ends the reading after the step that it is at.
  case stopReading
  /// Begins to read what a stop left unread.
  case readOn
  /// Ends, to begin anew with the files as they are now.
  case reload
  case quit
}

extension ReaderState {
  /// Moves the state by one event.
  /// - Returns: what the app loop is to do, in order.
  /// - Complexity: independent of the length of the texts, but for a search, which scans them once for each letter typed.
  public mutating func handle(_ event: TerminalEvent) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .resize, .resumed: break
    default: awaitedStep = nil
    }
    if case .resize = event {} else { beforeResize = nil }
    switch event {
    // Who sees nothing does nothing by mistake.
    case .key(let key) where layout.shape == .tooSmall:
      let action = keys.action(for: key, in: self)
      if let action, [.quit, .leave].contains(action.id) { effects = press(key) }
    case .paste where layout.shape == .tooSmall, .mouse where layout.shape == .tooSmall: break
    case .key(let key):
      message = nil
      isLineRefused = false
      effects = press(key)
    case .paste(let text):
      message = nil
      paste(text)
    case .mouse(let mouse):
      message = nil
      effects = point(mouse)
    case .resize(let columns, let rows):
      resize(columns: columns, rows: rows)
    case .resumed:
      effects = [.repaint]
    case .ended:
      // There is nobody left to ask.
      isQuitAsked = true
      effects = [.quit]
    }
    settle()
    return effects
  }

  /// Does an action as its key would.
  mutating func handle(_ action: Action) -> [Effect] {
    message = nil
    let effects = attempt(action)
    settle()
    return effects
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if case .character(let character) = key, !character.isASCII, character.isLetter { foreignLetter = character }
    // What is ticked is ticked with Space too.
    if case .facets = layers.last, key == .character(" ") { return confirm() }
    let action = keys.action(for: key, in: self)
    if action?.id != .quit { isQuitAsked = false }
    if let action {
      isLineRefused = action.asksForWords && action.disabled(self) != nil
      return attempt(action)
    }
    if case .character(let character) = key, !reach.isDisjoint(with: .typing) {
      type(String(character))
    } else if case .alt(let character) = key {
      // A terminal sends Esc and a key pressed at once after it as one chord; where none is bound, it is the two keys.
      let effects = press(.escape)
      settle()
      return effects + press(.character(character))
    } else {
      let elsewhere = layers.isEmpty ? keys.actions(for: key).first { !$0.reach.isDisjoint(with: .views) } : nil
      isLineRefused = elsewhere?.asksForWords ?? false
      message =
        elsewhere.map { "\(key.name) \($0.reach.words): \($0.name.lowercasedFirst)" }
        ?? "\(key.name) does nothing here · \(wayOn)"
    }
    return []
  }

  /// What to press where a key does nothing: the help, or else the way back to where it can be had.
  private var wayOn: String {
    keys[.help].isEmpty || keys[.help].contains { keys.action(for: $0, in: self)?.id == .help }
      ? "\(hint(.help)) shows what the keys do" : "\(hint(.escape)) goes back"
  }

  /// Why an action cannot be called from a list of actions over the view, or where it can; `nil` where it can.
  func whyNot(_ action: Action) -> String? {
    action.reach.contains(Reach(pane)) ? action.disabled(self) : action.reach.words
  }

  /// Does an action, or says why it cannot be done.
  mutating func attempt(_ action: Action) -> [Effect] {
    if let why = action.disabled(self) {
      status = .barred(action.id, why: why)
      if index.isReading, action.isDifferenceStep { awaitedStep = action }
      return []
    }
    if !action.leavesPlace { isAtDifference = false }
    return perform(action.id)
  }

  /// Does an action that is enabled.
  mutating func perform(_ id: ActionID) -> [Effect] {
    switch id {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .left: moveSideways(by: -1)
    case .right: moveSideways(by: 1)
    case .pageUp: move(by: -pageHeight)
    case .pageDown: move(by: pageHeight)
    case .halfPageUp: move(by: -max(1, pageHeight / 2))
    case .halfPageDown: move(by: max(1, pageHeight / 2))
    case .top: move(by: -Self.far)
    case .bottom: move(by: Self.far)
    case .nextPane: cyclePane(by: 1)
    case .previousPane: cyclePane(by: -1)
    case .paneSources: go(to: .sources)
    case .paneActors: go(to: .actors)
    case .paneQuotes: go(to: .quotes)
    case .paneArticle: go(to: .article)
    case .paneStrip: go(to: .strip)
    case .viewRead: show(.read)
    case .viewCompare:
      // Who stands at a difference compares there, by whichever key.
      if standsAtFinding { compareHere() } else { openCompare() }
      isAtDifference = false
      viewsBelow = []
    case .viewMatrix: show(.matrix)
    case .viewTimeline: show(.timeline)
    case .viewDifferences: show(.differences)
    case .open: open()
    case .compareHere: compareHere()
    case .nextDifference: stepDifference(by: 1)
    case .previousDifference: stepDifference(by: -1)
    case .nextMark: stepMark(by: 1)
    case .previousMark: stepMark(by: -1)
    case .nextHit: stepHit(by: 1)
    case .previousHit: stepHit(by: -1)
    case .search: openPrompt(.search)
    case .listHits: listHits()
    case .filter: if pane.isList { openPrompt(.filter(pane)) } else { searchArticle() }
    case .facets: layers.append(.facets(FacetPicker(facets: facets())))
    case .palette: layers.append(.palette(Picker()))
    case .help: openHelp()
    case .jumpBack: if let place = jumps.goBack(from: place) { go(to: place) }
    case .jumpForward: if let place = jumps.goForward(from: place) { go(to: place) }
    case .zoom: isZoomed.toggle()
    case .toggleStrip: toggleStrip()
    case .widen: widen(by: 2)
    case .narrow: widen(by: -2)
    case .taller: grow(by: 1)
    case .shorter: grow(by: -1)
    case .hidePane: hidePane()
    case .resetPanes: resetPanes()
    case .reason: explain()
    case .selectText: selectText()
    case .directOnly: quotes.directOnly.toggle()
    case .allArticles: quotes.allArticles.toggle()
    case .openDebris: toggleDebris()
    case .belowBar: toggleBelowBar()
    case .raiseBar: moveBar(by: 0.05)
    case .lowerBar: moveBar(by: -0.05)
    case .otherSide, .swapSides, .addThird, .dropThird, .differencesOnly, .nextArticle, .previousArticle:
      changeCompare(id)
    case .nextSection: cycleSection(by: 1)
    case .previousSection: cycleSection(by: -1)
    case .nextActor: cycleActor(by: 1)
    case .previousActor: cycleActor(by: -1)
    case .accept: judge(.accepted)
    case .unsure: judge(.unsure)
    case .reject: judge(.rejected)
    case .note: if let subject = remarkSubject { openPrompt(.note(subject)) }
    case .tag: if let subject = remarkSubject { openPrompt(.tags(subject)) }
    case .bookmark: toggleBookmark()
    case .undo: undoRemark()
    case .redo: redoRemark()
    case .added: listAdded()
    case .remove: removeChosen()
    case .attach: attachLost()
    case .mergeActors: askMerge()
    case .splitActor: askSplit()
    case .rename: askName()
    case .dateSource: askDate()
    case .correctSpeaker: askSpeaker()
    case .export: askExport()
    case .previousRow: if !recall(by: -1) { pickRow(by: -1) }
    case .nextRow: if !recall(by: 1) { pickRow(by: 1) }
    case .confirm: return confirm()
    case .cursorLeft: edit(.left)
    case .cursorRight: edit(.right)
    case .wordLeft: edit(.wordLeft)
    case .wordRight: edit(.wordRight)
    case .lineStart: edit(.start)
    case .lineEnd: edit(.end)
    case .erase: edit(.erase)
    case .eraseAfter: edit(.eraseAfter)
    case .eraseWord: edit(.eraseWord)
    case .eraseRest: edit(.eraseRest)
    case .eraseLine: edit(.eraseAll)
    case .escape, .dismiss, .leave: peel()
    case .copy, .edit, .page, .browse, .mouse, .nextTheme, .redraw, .stopReading, .reload, .quit: return ask(id)
    }
    return []
  }

  /// Actions that only ask something of the world outside.
  private mutating func ask(_ id: ActionID) -> [Effect] {
    switch id {
    case .copy:
      guard let citation else { return [] }
      message = "Copied: \(citation)"
      return [.copy(citation)]
    case .edit:
      guard let (document, line) = lineInText else { return [] }
      guard dossier[document].isPage else { return [.edit(path: dossier[document].path, line: line)] }
      message = "The page opens at its start: lines here are those of its text"
      return [.edit(path: dossier[document].path, line: nil)]
    case .page:
      guard let (document, line) = lineInText else { return [] }
      let paged = PagedText(
        dossier[document].text, at: line, columns: max(Layout.minimumColumns, min(columns, options.measure)))
      return [.page(paged.text, line: paged.line)]
    case .browse: return lineInText.flatMap { dossier[$0.document].url }.map { [.browse($0)] } ?? []
    case .mouse:
      capturesMouse.toggle()
      message = capturesMouse ? "The mouse works here" : "The mouse is the terminal's, to select and copy"
      return [.captureMouse(capturesMouse)]
    case .nextTheme: return [.nextTheme]
    case .redraw: return [.repaint]
    case .reload: return [.reload]
    case .stopReading where stopped != nil:
      readOn()
      message = "Reading on"
      return [.readOn]
    case .stopReading:
      message = "Stopping · what was read is kept"
      return [.stopReading]
    default: return quit()
    }
  }

  /// Ends; where something would be lost only when asked again.
  mutating func quit() -> [Effect] {
    guard !isKept, !isQuitAsked else { return [.quit] }
    isQuitAsked = true
    message = "What you added is not kept: \(hint(.export)) exports it · \(hint(.quit)) again quits without it"
    return []
  }

  /// The article that the person is in, and the line of its file: in Compare what the cursor stands on.
  var lineInText: (document: Document.ID, line: Int)? {
    if view == .compare, let passage = passageAtCursor {
      return (passage.document, dossier[passage.document].text.line(at: Int(passage.span.start)))
    }
    return document.map { ($0, dossier[$0].text.line(at: places[$0.index]?.cursor ?? 0)) }
  }

  /// More rows than any list has.
  static var far: Int { Int(Int32.max) }
}
