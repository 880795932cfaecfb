extension CellGrid {
  /// The text of a row, without the blanks at its end; empty for a row outside.
  public func text(row: Int) -> String {
    guard row >= 0, row < rows else { return "" }
    var text = ""
    for column in 0..<columns { text += self[row, column].text }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// The text of all rows, each ended by a line feed, without blanks at their ends: for golden files.
  public var plainText: String {
    (0..<rows).map { text(row: $0) + "\n" }.joined()
  }

  /// How every cell that is not plain looks, for golden files: a line for each run of one style,
  /// `row:first-last role attributes`, counted from 0.
  ///
  /// - Parameter roleName: names a role; its number where not given.
  public func styleText(roleName: (Role) -> String = { String($0.rawValue) }) -> String {
    var lines = ""
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let style = self[row, column].style
        var end = column + 1
        while end < columns, self[row, end].style == style { end += 1 }
        if style != .plain {
          lines += "\(row):\(column)-\(end - 1) \(roleName(style.role))"
          if !style.attributes.isEmpty { lines += " \(style.attributes)" }
          lines += "\n"
        }
        column = end
      }
    }
    return lines
  }
}

extension Style.Attributes: CustomStringConvertible {
  /// The names of the attributes, joined by `+`; empty for none.
  public var description: String {
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: "+")
  }
}
