public import Dossier
import Terminal

/// The reader without a terminal: keys in, screens out as text, for tests, pictures and reports of what went wrong.
///
/// The same input gives the same screens on every machine: nothing of the person's own is read but what is handed in, and
/// what the reader asks of the world outside (an editor, the clipboard) is let fall.
public struct HeadlessReader {
  private var state: ReaderState
  private var hasQuit = false

  /// - Parameters:
  ///   - title: what was opened, as a person would call it.
  ///   - columns: of the screen, with `rows`.
  ///   - setup: options and keys; no theme shows in text.
  public init(
    _ index: DossierIndex, title: String, columns: Int, rows: Int, setup: ReaderSetup = ReaderSetup()
  ) {
    state = ReaderState(
      index, title: title, columns: columns, rows: rows, options: setup.options, keys: setup.keys)
  }

  /// A reader with what a person added on an earlier day laid over what was read.
  public init(_ remarks: Remarks, title: String, columns: Int, rows: Int, setup: ReaderSetup = ReaderSetup()) {
    let index = DossierIndex(remarks.dossier)
    self.init(index, title: title, columns: columns, rows: rows, setup: setup)
    state.replace(index, remarks: remarks)
  }

  /// What was added and taken away since the last time, change by change.
  public mutating func takeAdded() -> [(removed: [Annotation.ID], added: [Annotation])] {
    state.remarks.takeUnkept().map { ($0.removed.map(\.annotation.id), $0.added.map(\.annotation)) }
  }

  /// Presses keys, written as `KeyScript` reads them, until one quits.
  /// - Throws: `KeyScript.Problem` at a name that no key has; none is pressed then.
  public mutating func press(_ keys: String) throws(KeyScript.Problem) {
    for key in try KeyScript.keys(keys) where !hasQuit { send(.key(key)) }
  }

  /// Does what a script says.
  /// - Parameter isStyled: whether screens are printed with how their cells look.
  /// - Returns: the screens that it prints, each under a line that says where in the script it stands.
  /// - Throws: `ScriptProblem` at a line that cannot be done.
  public mutating func play(_ script: ReaderScript, isStyled: Bool = false) throws(ScriptProblem) -> String {
    var printed = ""
    for line in script.lines {
      guard !hasQuit else {
        throw ScriptProblem(line: line.number, what: "the reader has quit", remedy: "take away what comes after")
      }
      switch line.step {
      case .key(let key): send(.key(key))
      case .text(let text): for character in text { send(.key(.character(character))) }
      case .paste(let text): send(.paste(text))
      case .resize(let columns, let rows): send(.resize(columns: columns, rows: rows))
      case .mouse(let kind, let position): send(.mouse(Mouse(kind: kind, position: position)))
      case .action(let id): try perform(id, line.number)
      case .dump:
        printed += "# line \(line.number), \(state.columns)×\(state.rows)\n" + screen(isStyled: isStyled)
      }
    }
    return printed
  }

  /// The screen as text, each row ended by a line feed.
  /// - Parameter isStyled: adds, after a blank line, how every cell looks that is not plain: `row:first-last role
  ///   attributes`, counted from 0.
  public func screen(isStyled: Bool = false) -> String {
    var grid = state.screen()
    if state.options.ascii { grid.replaceMarks() }
    return isStyled ? grid.plainText + "\n" + grid.styleText { Role.names[Int($0.rawValue)] } : grid.plainText
  }

  private mutating func send(_ event: TerminalEvent) {
    if state.handle(event).contains(.quit) { hasQuit = true }
  }

  private mutating func perform(_ id: ActionID, _ line: Int) throws(ScriptProblem) {
    let action = ActionTable.action(id)
    guard action.reach.contains(state.reach) else {
      throw ScriptProblem(
        line: line, what: "\(id.rawValue) cannot be done here", remedy: "first go where it can: see `crossread man`")
    }
    if let why = action.disabled(state) {
      throw ScriptProblem(
        line: line, what: "\(id.rawValue) cannot be done now: \(why)", remedy: "change what comes before")
    }
    if state.handle(action).contains(.quit) { hasQuit = true }
  }
}
