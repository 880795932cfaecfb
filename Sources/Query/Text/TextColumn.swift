/// The folded texts of many rows in one buffer, searched in one pass.
package struct TextColumn: Sendable {
  /// Rows one after another, each ended by a byte that no text has.
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  private static let end: UInt8 = 0

  /// Folds the text of every row.
  /// - Complexity: O(n) in the texts.
  package init(count: Int, text: (Int) -> String) {
    starts.reserveCapacity(count + 1)
    for row in 0..<count {
      starts.append(bytes.count)
      // A phrase may run over the end of a line.
      bytes.append(contentsOf: Folding.fold(text(row)).utf8.lazy.map { $0 &- 0x09 < 5 ? 0x20 : $0 })
      bytes.append(Self.end)
    }
    starts.append(bytes.count)
  }

  package var count: Int { max(0, starts.count - 1) }

  /// Marks the rows in which a pattern stands.
  /// - Complexity: one scan.
  func mark(_ pattern: BytePattern, in rows: inout [Bool]) {
    bytes.withUnsafeBufferPointer { bytes in
      var from = 0
      var row = 0
      while let found = pattern.first(in: bytes, from..<bytes.count) {
        while starts[row + 1] <= found { row += 1 }
        rows[row] = true
        from = starts[row + 1]
      }
    }
  }
}
