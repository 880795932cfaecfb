/// What takes one place on the grid: a base character with its combining marks, as sanitised.
struct Glyph: Equatable {
  /// Offset after its last byte.
  let end: Int
  /// Cells that it takes; 0 only for dropped characters that follow nothing.
  let width: Int
  let form: Form

  enum Form: Equatable {
    /// The bytes are the text.
    case verbatim
    /// A tab: `width` spaces.
    case blank
    /// The bytes hold something that is not shown as it stands.
    case repaired
  }

  /// Marks on one base; ncurses holds no more in a cell.
  private static let maximumMarks = 4

  /// Reads the glyph that begins at `index`, which must lie before `end`.
  ///
  /// - Parameters:
  ///   - column: where the glyph stands, for tab stops.
  ///   - tabWidth: distance of tab stops; below 1 a tab becomes a visible mark.
  @inline(__always)
  init(in bytes: [UInt8], at index: Int, end: Int, column: Int, tabWidth: Int = Sanitiser.defaultTabWidth) {
    if Self.isPlain(bytes, at: index, end: end) {
      self.init(end: index + 1, width: 1, form: .verbatim)
    } else {
      self.init(rareIn: bytes, at: index, end: end, column: column, tabWidth: tabWidth)
    }
  }

  /// Whether a printable ASCII character stands at `index`, with no mark on it.
  @inline(__always)
  static func isPlain(_ bytes: [UInt8], at index: Int, end: Int) -> Bool {
    let byte = bytes[index]
    // Combining characters and soft hyphens begin with 0xC2 or above.
    return byte >= 0x20 && byte < 0x7F && (index + 1 >= end || bytes[index + 1] < 0xC2)
  }

  private init(end: Int, width: Int, form: Form) {
    self.end = end
    self.width = width
    self.form = form
  }

  private init(rareIn bytes: [UInt8], at start: Int, end: Int, column: Int, tabWidth: Int) {
    if bytes[start] == 0x09, tabWidth > 0 {
      self.init(end: start + 1, width: tabWidth - column % tabWidth, form: .blank)
      return
    }
    let (base, length) = UTF8Reader.scalar(in: bytes, at: start, end: end)
    var index = start + length
    var form = Form.verbatim
    var width = 1
    var marks = 0
    switch Sanitiser.display(base) {
    case .base(let cells):
      width = cells
      // A byte that is no UTF-8 reads as U+FFFD, which is three bytes long when it is itself.
      if base == Sanitiser.replacement, length != 3 { form = .repaired }
    case .mark, .combining: form = .repaired
    case .dropped:
      self.init(end: index, width: 0, form: .repaired)
      return
    }
    while index < end, bytes[index] >= 0xC2 {
      let (scalar, length) = UTF8Reader.scalar(in: bytes, at: index, end: end)
      let display = Sanitiser.display(scalar)
      guard display == .combining || display == .dropped else { break }
      marks += 1
      if display == .dropped || marks > Self.maximumMarks { form = .repaired }
      index += length
    }
    self.init(end: index, width: width, form: form)
  }

  /// What goes into the cell of the glyph that begins at `start`.
  func grapheme(in bytes: [UInt8], from start: Int) -> Grapheme {
    switch form {
    case .verbatim:
      let (scalar, length) = UTF8Reader.scalar(in: bytes, at: start, end: end)
      if start + length == end { return Grapheme(CollectionOfOne(scalar)) }
      return Grapheme(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
    case .blank: return .blank
    case .repaired: return Grapheme(repairedText(in: bytes, from: start).unicodeScalars)
    }
  }

  /// The text of the glyph that begins at `start`.
  func text(in bytes: [UInt8], from start: Int) -> String {
    switch form {
    case .verbatim: return String(decoding: bytes[start..<end], as: UTF8.self)
    case .blank: return String(repeating: " ", count: width)
    case .repaired: return repairedText(in: bytes, from: start)
    }
  }

  private func repairedText(in bytes: [UInt8], from start: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var index = start
    while index < end {
      let (scalar, length) = UTF8Reader.scalar(in: bytes, at: index, end: end)
      index += length
      switch Sanitiser.display(scalar) {
      case .base: scalars.append(scalar)
      case .mark(let mark): scalars.append(mark)
      case .dropped: break
      case .combining:
        // A mark on nothing stands on a dotted circle.
        if scalars.isEmpty { scalars.append("\u{25CC}") }
        if scalars.count <= Self.maximumMarks { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }
}

/// Reads UTF-8 that may be broken.
enum UTF8Reader {
  /// The scalar at `index` and its length in bytes; a byte that begins no valid sequence is U+FFFD of length 1.
  /// `index` must lie before `end`.
  static func scalar(in bytes: [UInt8], at index: Int, end: Int) -> (Unicode.Scalar, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= end else { return (Sanitiser.replacement, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (Sanitiser.replacement, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (Sanitiser.replacement, 1) }
    return (scalar, length)
  }
}
