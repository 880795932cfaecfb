import CPseudoTerminal
import Glibc

/// A program in a real pseudo-terminal, its screen read through a real terminal emulator.
///
/// Waits look at the screen and end as soon as it shows what they wait for; their bound is generous, for slow machines.
final class TerminalSession {
  /// How a program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// What was waited for did not come; carries the screen as it was.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let bound = Duration.seconds(30)

  private(set) var process: pid_t = 0
  private(set) var ending: Ending?
  private(set) var isStopped = false
  /// Everything that was written, for what the emulator does not model.
  private(set) var output: [UInt8] = []
  private var pseudo = pseudo_terminal()
  private let emulator: TerminalEmulator
  private var isHungUp = false

  /// Starts the built program `name` at a terminal of that size.
  ///
  /// - Parameters:
  ///   - environment: laid over a fixed one; an empty value removes a variable.
  ///   - isHushed: whether a hang-up of the terminal comes without SIGHUP, as under `nohup`.
  init(
    _ name: String = "crossread", arguments: [String] = [], size: (columns: Int, rows: Int) = (100, 30),
    environment: [String: String] = [:], isHushed: Bool = false
  ) throws {
    let path = try Products.path(of: name)
    emulator = TerminalEmulator(columns: size.columns, rows: size.rows)
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = Products.environment(with: environment).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    let status = pseudo_terminal_start(
      &pseudo, path, words, variables, Int32(size.columns), Int32(size.rows), isHushed)
    guard status == 0 else { throw Failure(description: "no pseudo-terminal: error \(status)") }
    try wait("the program to start") { process != 0 }
  }

  deinit {
    if ending == nil, process != 0 { kill(-process, SIGKILL) }
    close(pseudo.commands)
    if !isHungUp { close(pseudo.master) }
    close(pseudo.reports)
    // The shell would end by itself when its pipe closes, unless a session that started later inherited the pipe.
    kill(pseudo.shell, SIGKILL)
    var status: Int32 = 0
    while waitpid(pseudo.shell, &status, 0) < 0, errno == EINTR {}
  }

  // MARK: What a person does

  /// Types `keys` as they are; see `Keys` for those that have no character.
  func send(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(pseudo.master, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else { read(upTo: .milliseconds(20)) }
      if ending != nil { return }
    }
  }

  /// Pastes `text`, bracketed.
  func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

  /// Presses and releases the first button, counted from 0.
  func click(row: Int, column: Int) {
    send("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
  }

  func resize(columns: Int, rows: Int) {
    // What came before belongs to the old size.
    read(upTo: .zero)
    emulator.resize(columns: columns, rows: rows)
    _ = pseudo_terminal_resize(pseudo.master, Int32(columns), Int32(rows))
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Lets no file of the program grow beyond a size, as on a full disk.
  func limitFiles(to bytes: UInt64) { _ = pseudo_terminal_limit_files(process, bytes) }

  /// Presses `C-z` and waits until the program has stopped.
  func suspend() throws {
    send(Keys.control("z"))
    try wait("the program to stop") { isStopped }
  }

  /// Brings the program back, as `fg` does.
  func resume() {
    isStopped = false
    _ = write(pseudo.commands, "c", 1)
  }

  /// Closes the terminal.
  func hangUp() {
    close(pseudo.master)
    isHungUp = true
  }

  // MARK: What a person sees

  var screenText: String {
    read(upTo: .zero)
    return emulator.text
  }

  func screenRow(_ row: Int) -> String {
    read(upTo: .zero)
    return emulator.text(row: row)
  }

  var cursor: (row: Int, column: Int) { emulator.cursor }
  var isCursorShown: Bool { emulator.isCursorShown }
  var isColored: Bool { emulator.isColored }
  var hasAttributes: Bool { emulator.hasAttributes }

  /// Waits until the screen shows `text`.
  func waitFor(_ text: String) throws {
    try wait("“\(text)”") { emulator.text.contains(text) }
  }

  /// Waits until the screen no longer shows `text`.
  func waitUntilGone(_ text: String) throws {
    try wait("“\(text)” to go") { !emulator.text.contains(text) }
  }

  /// Waits until the screen satisfies `condition`.
  func waitUntil(_ what: String, _ condition: (String) -> Bool) throws {
    try wait(what) { condition(emulator.text) }
  }

  /// Waits until nothing has been written for a while, and returns the screen.
  @discardableResult
  func settledText(quiet: Duration = .milliseconds(150)) -> String {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < Self.bound {
      let before = output.count
      read(upTo: quiet)
      if output.count == before { break }
    }
    return emulator.text
  }

  /// Waits for the end.
  func waitForEnd() throws -> Ending {
    try wait("the end") { ending != nil }
    // What was written last may still be on its way.
    read(upTo: .zero)
    guard let ending else { throw Failure(description: "no ending") }
    return ending
  }

  /// Waits for the end, or for words on the screen in its place.
  /// - Returns: `nil` where the words came.
  func waitForEnd(orWords words: String) throws -> Ending? {
    try wait("the end") { ending != nil || emulator.text.contains(words) }
    return ending
  }

  /// What is not as it was before the program started; empty when all is.
  var unrestored: [String] {
    read(upTo: .zero)
    var left: [String] = []
    if emulator.isAlternate { left.append("alternate screen") }
    if !emulator.isCursorShown { left.append("hidden cursor") }
    if emulator.isMouseCaptured { left.append("mouse") }
    if isModeOn("?2004") { left.append("bracketed paste") }
    if isModeOn("?1") { left.append("application cursor keys") }
    var now = termios()
    tcgetattr(pseudo.master, &now)
    let before = pseudo.settings
    if now.c_iflag != before.c_iflag || now.c_oflag != before.c_oflag || now.c_lflag != before.c_lflag
      || now.c_cflag != before.c_cflag
    {
      left.append("terminal settings")
    }
    return left
  }

  var isTerminalRestored: Bool { unrestored.isEmpty }

  /// Whether private mode `name` was last switched on.
  private func isModeOn(_ name: String) -> Bool {
    let text = String(decoding: output, as: UTF8.self)
    let on = text.ranges(of: "\u{1B}[\(name)h").last?.lowerBound
    let off = text.ranges(of: "\u{1B}[\(name)l").last?.lowerBound
    guard let on else { return false }
    return off.map { $0 < on } ?? true
  }

  // MARK: Reading

  private func wait(_ what: String, _ condition: () -> Bool) throws {
    let start = ContinuousClock.now
    while true {
      read(upTo: .zero)
      if condition() { return }
      guard ContinuousClock.now - start < Self.bound else {
        throw Failure(description: "waited in vain for \(what); the screen:\n\(emulator.text)")
      }
      if let ending, !isReadable(.milliseconds(50)) {
        read(upTo: .zero)
        if condition() { return }
        throw Failure(description: "the program ended (\(ending)) before \(what); the screen:\n\(emulator.text)")
      }
      read(upTo: .milliseconds(50))
    }
  }

  private func isReadable(_ limit: Duration) -> Bool {
    var source = pollfd(fd: pseudo.master, events: Int16(POLLIN), revents: 0)
    return !isHungUp && poll(&source, 1, Int32(limit / .milliseconds(1))) > 0 && source.revents & Int16(POLLIN) != 0
  }

  /// Reads what there is; waits for at most `limit` for the first of it.
  private func read(upTo limit: Duration) {
    var sources = [
      pollfd(fd: pseudo.reports, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isHungUp ? -1 : pseudo.master, events: Int16(POLLIN), revents: 0),
    ]
    var wait = Int32(limit / .milliseconds(1))
    while poll(&sources, 2, wait) > 0 {
      wait = 0
      var isProgress = false
      if sources[1].revents & Int16(POLLIN) != 0 {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
          count = max(0, Glibc.read(pseudo.master, buffer.baseAddress, buffer.count))
        }
        output += bytes
        emulator.write(bytes)
        isProgress = !bytes.isEmpty
      }
      if sources[0].revents & Int16(POLLIN) != 0 {
        var report = pseudo_terminal_report()
        if Glibc.read(pseudo.reports, &report, MemoryLayout.size(ofValue: report)) > 0 {
          take(report)
          isProgress = true
        }
      }
      if !isProgress { break }
    }
  }

  private func take(_ report: pseudo_terminal_report) {
    switch Int(report.kind) {
    case PSEUDO_TERMINAL_STARTED: process = report.value
    case PSEUDO_TERMINAL_STOPPED: isStopped = true
    case PSEUDO_TERMINAL_EXITED: ending = .exited(report.value)
    default: ending = .signalled(report.value)
    }
  }
}

/// Keys that have no character, as xterm sends them.
enum Keys {
  static let up = "\u{1B}[A", down = "\u{1B}[B", right = "\u{1B}[C", left = "\u{1B}[D"
  static let home = "\u{1B}[H", end = "\u{1B}[F", pageUp = "\u{1B}[5~", pageDown = "\u{1B}[6~"
  static let enter = "\r", tab = "\t", backTab = "\u{1B}[Z", escape = "\u{1B}", backspace = "\u{7F}"
  static let delete = "\u{1B}[3~"

  static func control(_ letter: Unicode.Scalar) -> String {
    String(Unicode.Scalar(UInt8(letter.value & 0x1F)))
  }
}
