/// A table file: a magic of four bytes, then sections of tag (four bytes), length (UInt32) and data padded to four bytes.
package struct TableSections: @unchecked Sendable {
  private var starts: [String: UnsafeRawPointer] = [:]

  /// Finds the sections of a table that lies at `start` and outlives this value.
  /// - Precondition: the table begins with `magic`: it is part of the binary, so anything else is a defect of the build.
  package init(_ start: UnsafeRawPointer, count: Int, magic: String) {
    precondition(count >= 4 && Self.text(start) == magic, "table \(magic) is damaged")
    var offset = 4
    while offset + 8 <= count {
      let length = Int((start + offset + 4).loadUnaligned(as: UInt32.self))
      starts[Self.text(start + offset)] = start + offset + 8
      offset += 8 + (length + 3) / 4 * 4
    }
  }

  /// The data of a section.
  /// - Precondition: the table has it.
  package subscript(tag: String) -> UnsafeRawPointer {
    guard let start = starts[tag] else { preconditionFailure("table lacks section \(tag)") }
    return start
  }

  private static func text(_ start: UnsafeRawPointer) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: 4), as: UTF8.self)
  }

  /// Writes a table.
  package static func encode(magic: String, _ sections: [(tag: String, data: [UInt8])]) -> [UInt8] {
    var out = Array(magic.utf8)
    for section in sections {
      out += Array(section.tag.utf8)
      withUnsafeBytes(of: UInt32(section.data.count).littleEndian) { out.append(contentsOf: $0) }
      out += section.data
      while out.count % 4 != 0 { out.append(0) }
    }
    return out
  }
}
