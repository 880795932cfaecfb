internal import CTerminalGuard
internal import Glibc

/// Gathers what ncurses writes, so that the terminal gets a frame in one piece and shows no half of it.
///
/// ncurses may flush several times a frame. While frames are collected, its descriptor leads into memory;
/// it leads to the terminal only while ncurses reads or sets the terminal's modes.
@MainActor final class FrameChannel {
  /// What ncurses writes to.
  let descriptor: Int32
  private let terminal: Int32
  /// `nil` where the system has no such files; then everything goes to the terminal as it comes.
  private let memory: Int32?
  private var buffer: [UInt8] = []

  init(terminal: Int32) {
    self.terminal = terminal
    descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    let file = terminal_guard_memory_file()
    memory = file < 0 ? nil : file
  }

  /// Whether what ncurses writes can wait.
  var isCollecting: Bool { memory != nil }

  /// Forgets what was collected.
  func drop() {
    if let memory { lseek(memory, 0, SEEK_SET) }
  }

  /// From now on, what ncurses writes waits for `flush()`.
  func collect() {
    if let memory { lead(to: memory) }
  }

  /// Sends what was collected; from now on, what ncurses writes goes to the terminal at once.
  func pass() {
    flush()
    if memory != nil { lead(to: terminal) }
  }

  /// Sends what was collected, but for `unwanted`.
  func flush(omitting unwanted: String = "") {
    guard let memory else { return }
    let size = lseek(memory, 0, SEEK_CUR)
    guard size > 0 else { return }
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: repeatElement(0, count: size))
    let count = buffer.withUnsafeMutableBytes { pread(memory, $0.baseAddress, $0.count, 0) }
    lseek(memory, 0, SEEK_SET)
    buffer.removeLast(buffer.count - max(0, count))
    if !unwanted.isEmpty, let found = buffer.firstRange(of: Array(unwanted.utf8)) { buffer.removeSubrange(found) }
    write(buffer[...])
  }

  /// Sends `text` after what was collected.
  func send(_ text: String) {
    flush()
    write(Array(text.utf8)[...])
  }

  private func lead(to target: Int32) {
    dup2(target, descriptor)
    // An editor that is started gets neither.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  private func write(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // A terminal that is gone is noticed where keys are read.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
