internal import CNcurses

/// Makes ncurses' cells of ours: attributes, colour pairs and wide characters.
@MainActor struct CellEncoder {
  var theme: Theme {
    didSet { styles = [] }
  }
  private let depth: ColorDepth
  private let characters: CharacterSet
  /// Whether frames and marks are replaced by look-alikes in ASCII, also where they could be shown; what is quoted is not.
  private let isASCII: Bool
  /// The pairs that ncurses knows, from number 1 on; a few dozen at most.
  private var pairs: [Pair] = []
  /// A blank cell of each style, by its number, to be given characters; `nil` where it has not been asked for.
  private var styles: [cchar_t?] = []

  private struct Pair: Equatable {
    let foreground: Color?
    let background: Color?
  }

  init(theme: Theme, depth: ColorDepth, characters: CharacterSet, isASCII: Bool) {
    self.theme = theme
    self.depth = depth
    self.characters = characters
    self.isASCII = isASCII
  }

  /// Appends what ncurses shows for `cell`; nothing for the right half of a wide one.
  /// - Parameter endsRun: whether a left-to-right mark follows it.
  mutating func append(_ cell: Cell, endsRun: Bool = false, to output: inout [cchar_t]) {
    guard cell.width > 0 else { return }
    var shown = blank(cell.style)
    func append(_ character: wchar_t) {
      shown.chars.0 = character
      output.append(shown)
    }
    if !endsRun, let byte = cell.grapheme.ascii { return append(wchar_t(byte)) }
    guard characters == .utf8 else {
      append(wchar_t(CharacterSet.replacement(of: cell.text).asciiValue ?? 0x3F))
      for _ in 1..<max(1, cell.width) { append(0x20) }
      return
    }
    if isASCII, !cell.isQuoted, cell.width == 1, let letter = CharacterSet.replacement(ofMark: cell.text) {
      return append(wchar_t(letter.asciiValue ?? 0x3F))
    }
    // Where the C library is of another mind about a width, everything after it would be out of place.
    guard let base = cell.grapheme.base, cncurses_width(wchar_t(base.value)) == Int32(cell.width) else {
      for _ in 0..<cell.width { append(0xFFFD) }
      return
    }
    withUnsafeMutableBytes(of: &shown.chars) { characters in
      let places = characters.assumingMemoryBound(to: wchar_t.self)
      var count = 0
      cell.grapheme.forEachScalar { value in
        places[count] = wchar_t(value)
        count += 1
      }
      // A cell of ncurses holds five characters.
      if endsRun { places[min(count, places.count - 1)] = wchar_t(RightToLeft.mark.value) }
    }
    output.append(shown)
  }

  private mutating func blank(_ style: Style) -> cchar_t {
    let number = Int(style.role.rawValue) << 5 | Int(style.attributes.rawValue)
    while styles.count <= number { styles.append(nil) }
    if let known = styles[number] { return known }
    let appearance = theme.appearance(of: style, depth: depth)
    var attributes: attr_t = 0
    let table: [(Style.Attributes, attr_t)] = [
      (.bold, CNCURSES_BOLD), (.dim, CNCURSES_DIM), (.underline, CNCURSES_UNDERLINE), (.reverse, CNCURSES_REVERSE),
      (.italic, CNCURSES_ITALIC),
    ]
    for (attribute, bit) in table where appearance.attributes.contains(attribute) { attributes |= bit }
    let cell = cncurses_blank(attributes, pair(appearance))
    styles[number] = cell
    return cell
  }

  private mutating func pair(_ appearance: Appearance) -> Int32 {
    guard depth > .monochrome, appearance.foreground != nil || appearance.background != nil else { return 0 }
    let wanted = Pair(foreground: appearance.foreground, background: appearance.background)
    if let known = pairs.firstIndex(of: wanted) { return Int32(known + 1) }
    let number = Int32(pairs.count + 1)
    let isMade =
      init_extended_pair(
        number, wanted.foreground.map(number(of:)) ?? -1, wanted.background.map(number(of:)) ?? -1) == OK
    guard isMade else { return 0 }
    pairs.append(wanted)
    return number
  }

  /// What ncurses calls a colour.
  private func number(of color: Color) -> Int32 {
    guard depth == .direct else { return Int32(color.index) }
    let (red, green, blue) = color.components
    let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    // The first eight stand for those of the palette.
    return value < 8 ? 0 : value
  }
}
