import CReadingTables

/// A text table embedded in the binary: lines, tab-separated, `#` opens a comment.
struct EmbeddedTable: @unchecked Sendable {
  // Points to constant data of the binary, never written, never freed.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter table: gives the first byte and the number of bytes.
  init(_ table: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) {
    var count = 0
    let start = table(&count)
    bytes = UnsafeBufferPointer(start: start, count: count)
  }

  /// The fields of every line that is neither empty nor a comment. Cost: one scan.
  func rows() -> [[Substring]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  /// The second field of the line whose first is `key`, in a table sorted by bytes and without comments.
  /// - Complexity: O(log lines), without reading the rest of the table.
  func value(for key: String) -> UInt8? {
    var key = key
    return key.withUTF8 { wanted in
      var low = 0
      var high = bytes.count
      while low < high {
        var start = (low + high) / 2
        while start > low, bytes[start - 1] != 0x0A { start -= 1 }
        var end = start
        while end < high, bytes[end] != 0x0A { end += 1 }
        switch order(of: wanted, lineAt: start, to: end) {
        case .same(let value): return value
        case .before: high = start
        case .after: low = end + 1
        }
      }
      return nil
    }
  }

  private enum Order {
    case before
    case same(UInt8)
    case after
  }

  private func order(of wanted: UnsafeBufferPointer<UInt8>, lineAt start: Int, to end: Int) -> Order {
    var index = 0
    while true {
      let there = start + index < end ? bytes[start + index] : 0x09
      if index == wanted.count {
        guard there == 0x09 else { return .before }
        return start + index + 1 < end ? .same(bytes[start + index + 1]) : .after
      }
      if there == 0x09 { return .after }
      if wanted[index] != there { return wanted[index] < there ? .before : .after }
      index += 1
    }
  }
}

extension EmbeddedTable {
  static let states = EmbeddedTable(crossread_states)
  static let regions = EmbeddedTable(crossread_regions)
  static let roles = EmbeddedTable(crossread_roles)
  static let organisations = EmbeddedTable(crossread_organisations)
  static let givenNames = EmbeddedTable(crossread_given_names)
  static let pronouns = EmbeddedTable(crossread_pronouns)
}
