import ArgumentParser
import Glibc

/// The lines of standard input, without their line feeds; holds one line and one block at a time.
struct StandardInputLines {
  private var buffer: [UInt8] = []
  private var position = 0
  private var atEnd = false

  /// The next line, or `nil` at the end of the input.
  /// - Throws: `ExitCode(1)` after saying on standard error why there is no more to be read: an input that breaks off is not
  ///   one that ends.
  mutating func next() throws -> [UInt8]? {
    var searched = position
    while true {
      if let feed = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = feed + 1 }
        return Array(buffer[position..<feed])
      }
      searched = buffer.count
      guard !atEnd else {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return Array(buffer[position...])
      }
      searched -= position
      buffer.removeFirst(position)
      position = 0
      try fill()
    }
  }

  private mutating func fill() throws {
    let size = 1 << 16
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    var count: Int
    repeat {
      count = buffer[start...].withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, size) }
    } while count < 0 && errno == EINTR
    guard count >= 0 else {
      let reason = String(cString: strerror(errno))
      StandardError.write("crossread: standard input: cannot be read: \(reason); give it a file or a pipe")
      throw ExitCode(1)
    }
    buffer.removeLast(size - count)
    if count == 0 { atEnd = true }
  }
}
