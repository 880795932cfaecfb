internal import CNcurses
internal import CTerminalGuard
internal import Glibc

/// The terminal, full-screen: shows finished grids and reports what the person does.
///
/// There is one per process, on the main thread. Whatever ends the program, the terminal is given back as it was.
@MainActor public final class Screen {
  /// What a screen is opened with.
  public struct Options: Sendable {
    public var theme: Theme
    /// Takes the place of `theme` where the terminal, when asked, says that its background is light.
    public var lightTheme: Theme?
    /// Whether clicks and the wheel come to the program; `isMouseCaptured` changes it.
    public var capturesMouse: Bool
    /// Whether frames and marks are drawn in ASCII.
    public var isASCII: Bool

    public init(
      theme: Theme = .plain, lightTheme: Theme? = nil, capturesMouse: Bool = true, isASCII: Bool = false
    ) {
      self.theme = theme
      self.lightTheme = lightTheme
      self.capturesMouse = capturesMouse
      self.isASCII = isASCII
    }
  }

  public internal(set) var columns: Int
  public internal(set) var rows: Int
  /// Colours that are in use.
  public let depth: ColorDepth
  /// Asks for the mouse, or leaves it to the terminal, where a person may want to mark text.
  public var isMouseCaptured: Bool {
    didSet { if isMouseCaptured != oldValue, isTaken { frame.send(isMouseCaptured ? modes.mouseOn : modes.mouseOff) } }
  }
  /// May be changed at any time; the next frame shows it.
  public var theme: Theme {
    get { encoder.theme }
    set {
      encoder.theme = newValue
      shown = nil
    }
  }

  var decoder: InputDecoder
  /// Where keys are read, and what becomes readable when there is something else to see to.
  let input: Int32
  let signals: Int32
  /// Whether the terminal is ours at this moment.
  private(set) var isTaken = true
  var hasEnded = false
  private let lightTheme: Theme?
  private let modes: TerminalModes
  private let frame: FrameChannel
  private let window: UnsafeMutablePointer<WINDOW>
  private let terminal: OpaquePointer
  private var encoder: CellEncoder
  private var shown: CellGrid?
  private var isCursorShown = true
  private var line: [cchar_t] = []

  /// Takes the terminal.
  ///
  /// Standard error is kept, where it is a terminal, and printed when the terminal is given back.
  ///
  /// - Throws: `ScreenError`, with the terminal untouched.
  public init(_ options: Options = Options()) throws(ScreenError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let name = Environment["TERM"] else { throw .noTerminalType }
    // Standard input may be a pipe with an article in it.
    input = isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .notATerminal }
    let characters = CharacterSet.select()
    var status: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &status) == OK else { throw .unknownTerminalType(name) }
    guard cncurses_string("cup") != nil, cncurses_string("clear") != nil else { throw .unableTerminalType(name) }
    modes = TerminalModes()
    frame = FrameChannel(terminal: STDOUT_FILENO)

    signals = terminal_guard_install(input, STDOUT_FILENO)
    guard signals >= 0 else { throw .system(errno) }
    modes.restore.withCString { terminal_guard_raise($0, strlen($0)) }
    guard let terminal = cncurses_open(frame.descriptor), let window = cncurses_window() else {
      terminal_guard_lower()
      terminal_guard_uninstall()
      throw .unknownTerminalType(name)
    }
    self.terminal = terminal
    self.window = window
    terminal_guard_hold_errors()

    depth = Self.startColors()
    encoder = CellEncoder(
      theme: options.theme, depth: depth, characters: characters, isASCII: options.isASCII)
    decoder = InputDecoder(
      sequences: TerminalModes.keySequences(), escapeDelay: Environment["ESCDELAY"].flatMap { Int($0) } ?? 25)
    lightTheme = options.lightTheme
    isMouseCaptured = options.capturesMouse
    columns = Int(getmaxx(window))
    rows = Int(getmaxy(window))
    // A frame is drawn whole, also while keys wait.
    typeahead(-1)
    setInputModes()
    frame.collect()
    if frame.isCollecting { quieten() }
    let asksBackground = lightTheme != nil && depth > .monochrome && Environment["COLORFGBG"] == nil
    frame.send(modes.pasteOn + (isMouseCaptured ? modes.mouseOn : "") + (asksBackground ? modes.askBackground : ""))
  }

  /// Carries `grid` to the screen: only cells that differ from the last frame, in one write.
  ///
  /// What lies beyond the screen is left out; what the grid does not cover stays.
  public func show(_ grid: CellGrid) {
    guard isTaken else { return }
    let last = shown.flatMap { $0.columns == grid.columns && $0.rows == grid.rows ? $0 : nil }
    if last == nil { werase(window) }
    setCursorShown(false, unless: grid.cursor)
    for row in 0..<min(rows, grid.rows) { show(row: row, of: grid, after: last) }
    if let cursor = grid.cursor, grid.bounds.contains(cursor), cursor.row < rows, cursor.column < columns {
      leaveok(window, false)
      wmove(window, Int32(cursor.row), Int32(cursor.column))
    } else {
      leaveok(window, true)
    }
    doupdate()
    if grid.cursor != nil { setCursorShown(true, unless: nil) }
    frame.flush()
    shown = grid
  }

  /// Shows the last frame on a light background.
  func adoptLightBackground() {
    guard let lightTheme, let last = shown else { return }
    theme = lightTheme
    show(last)
  }

  /// Makes the next frame paint every cell anew, for when something else has written to the terminal.
  public func repaint() {
    shown = nil
    clearok(window, true)
  }

  /// Gives the terminal back, runs `body`, and takes it again: for an editor or a pager.
  public func suspended<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    leave()
    defer { enter() }
    return try body()
  }

  /// Gives the terminal back as it was. Nothing can be shown after.
  public func close() {
    guard isTaken else { return }
    leave()
    terminal_guard_uninstall()
    delscreen(terminal)
  }

  /// Puts `text` on the clipboard of whoever sits at the terminal, through any number of remote shells (OSC 52).
  ///
  /// Nothing tells whether the terminal obeyed. Inside tmux it is sent both to tmux and through it.
  /// - Returns: false where `text` is longer than terminals take, 56,000 bytes; then nothing is sent.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    guard let sequence = Clipboard.sequence(for: text, isInTmux: Environment["TMUX"] != nil) else { return false }
    frame.send(sequence)
    return true
  }

  func leave() {
    frame.send(modes.pasteOff + (isMouseCaptured ? modes.mouseOff : ""))
    setCursorShown(true, unless: nil)
    frame.pass()
    endwin()
    isTaken = false
    terminal_guard_lower()
    terminal_guard_release_errors()
  }

  func enter() {
    modes.restore.withCString { terminal_guard_raise($0, strlen($0)) }
    terminal_guard_hold_errors()
    isTaken = true
    reset_prog_mode()
    frame.collect()
    repaint()
    // Enters the alternate screen again.
    doupdate()
    frame.flush(omitting: palette)
    frame.send(modes.pasteOn + (isMouseCaptured ? modes.mouseOn : ""))
  }

  /// Follows the terminal's size; `nil` where it has not changed.
  func adoptSize() -> TerminalEvent? {
    var newRows: Int32 = 0
    var newColumns: Int32 = 0
    guard cncurses_window_size(input, &newRows, &newColumns) else { return nil }
    guard newRows != rows || newColumns != columns else { return nil }
    resizeterm(newRows, newColumns)
    rows = Int(newRows)
    columns = Int(newColumns)
    return .resize(columns: columns, rows: rows)
  }

  private func show(row: Int, of grid: CellGrid, after last: CellGrid?) {
    let start = row * grid.columns
    var first = 0
    var end = min(columns, grid.columns)
    if let last {
      while first < end, grid.cells[start + first] == last.cells[start + first] { first += 1 }
      while end > first, grid.cells[start + end - 1] == last.cells[start + end - 1] { end -= 1 }
    }
    // The whole of a wide cell, also where only the style of its right half differs.
    while first > 0, first < end, grid.cells[start + first].width == 0 { first -= 1 }
    guard first < end else { return }
    line.removeAll(keepingCapacity: true)
    let marks = RightToLeft.marks(in: grid.cells[start..<start + min(columns, grid.columns)])
    // Marks may have come and gone outside of what differs.
    if !marks.isEmpty { (first, end) = (0, min(columns, grid.columns)) }
    for column in first..<end {
      encoder.append(grid.cells[start + column], endsRun: !marks.isEmpty && marks.contains(column), to: &line)
    }
    wmove(window, Int32(row), Int32(first))
    // Moves no cursor, so the last cell of the screen is no special case.
    wadd_wchnstr(window, line, Int32(line.count))
  }

  /// Shows or hides the cursor, except where one is wanted.
  private func setCursorShown(_ isWanted: Bool, unless cursor: Position?) {
    guard cursor == nil, isWanted != isCursorShown else { return }
    curs_set(isWanted ? 1 : 0)
    isCursorShown = isWanted
  }

  /// Keeps ncurses from flushing after every movement of the cursor, which it does until it has once come back from the
  /// shell: forty writes a frame. It goes there and back with nobody looking: how it leaves is dropped, and in
  /// memory there are no modes for it to set.
  private func quieten() {
    endwin()
    frame.drop()
    doupdate()
    frame.flush(omitting: palette)
  }

  /// What puts in the terminal's own palette: coming back from the shell, ncurses would undo the person's.
  private var palette: String { cncurses_string("oc").map { String(cString: $0) } ?? "" }
}
