internal import CReadingTables

/// Reads the plain text tables that people edit: one entry a line, `#` starts a comment.
struct TableText {
  /// The lines that hold an entry, in order.
  let lines: [[UInt8]]

  init(_ table: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) {
    var count = 0
    guard let bytes = table(&count) else {
      lines = []
      return
    }
    lines = UnsafeBufferPointer(start: bytes, count: count).split(separator: 0x0A).filter { $0.first != 0x23 }
      .map(Array.init)
  }

  /// The parts of `line` between runs of blanks or tabs.
  static func words(_ line: some Sequence<UInt8>) -> [String] {
    Array(line).split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
  }
}
