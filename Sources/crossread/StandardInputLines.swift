import Glibc

/// The lines of standard input, without their line feeds; holds one line and one block at a time.
struct StandardInputLines {
  private var buffer: [UInt8] = []
  private var position = 0
  private var atEnd = false

  /// The next line, or `nil` at the end of the input.
  mutating func next() -> [UInt8]? {
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
      fill()
    }
  }

  private mutating func fill() {
    let size = 1 << 16
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    var count: Int
    repeat {
      count = buffer[start...].withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, size) }
    } while count < 0 && errno == EINTR
    buffer.removeLast(size - max(0, count))
    if count <= 0 { atEnd = true }
  }
}
