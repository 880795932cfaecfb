extension CellGrid {
  /// The text of a row, without the blanks at its end; empty for a row outside.
  public func text(row: Int) -> String {
    guard row >= 0, row < rows else { return "" }
    var text = ""
    for column in 0..<columns { text += self[row, column].text }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// Puts frames and marks in ASCII in the place of those beyond it, as a terminal shows them that is asked for that; what
  /// is quoted stays.
  public mutating func replaceMarks() {
    for row in 0..<rows {
      for column in 0..<columns where self[row, column].width == 1 && self[row, column].grapheme.ascii == nil {
        let cell = self[row, column]
        guard !cell.isQuoted else { continue }
        let letter = CharacterSet.replacement(ofMark: cell.text)?.asciiValue
        if let letter { self[row, column].grapheme = Grapheme(ascii: letter) }
      }
    }
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
    runs { style in
      style == .plain ? nil : "\(roleName(style.role)) \(style.attributes)"
    }
  }

  /// What a theme shows every cell with, for golden files: as `styleText`, with colours by their components in
  /// hexadecimal.
  public func appearanceText(_ theme: Theme, depth: ColorDepth) -> String {
    let plain = theme.appearance(of: .plain, depth: depth)
    return "plain \(plain)\n"
      + runs { style in
        let appearance = theme.appearance(of: style, depth: depth)
        return appearance == plain ? nil : "\(appearance)"
      }
  }

  /// A line for each run of cells that are described alike; none for those that are not described.
  private func runs(_ describe: (Style) -> String?) -> String {
    var lines = ""
    for row in 0..<rows {
      var column = 0
      while column < columns {
        let description = describe(self[row, column].style)
        var end = column + 1
        while end < columns, describe(self[row, end].style) == description { end += 1 }
        if var description {
          while description.utf8.last == 0x20 { description.removeLast() }
          lines += "\(row):\(column)-\(end - 1) \(description)\n"
        }
        column = end
      }
    }
    return lines
  }
}

extension Appearance: CustomStringConvertible {
  /// `#afd7af on #000000 bold`; `own` where the terminal's own colour is shown.
  public var description: String {
    var words = foreground.map(\.description) ?? "own"
    if let background { words += " on \(background)" }
    return attributes.isEmpty ? words : words + " \(attributes)"
  }
}

extension Color: CustomStringConvertible {
  /// Its components in hexadecimal: `#afd7af`.
  public var description: String {
    let (red, green, blue) = components
    return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
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
