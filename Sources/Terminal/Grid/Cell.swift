/// One cell: a grapheme that starts here, or the right half of a wide one before it.
///
/// Two words, so that a screen is made, copied and compared as bytes.
public struct Cell: Sendable, Hashable {
  private var first: UInt64
  /// What the grapheme leaves free: its upper bits hold the width, then the role and the attributes of the style, then
  /// whether it is quoted.
  private var rest: UInt64

  private static let widthAt: UInt64 = 42
  private static let styleAt: UInt64 = 44
  private static let quoted: UInt64 = 1 << 60

  /// - Parameter text: sanitised, of width `width`.
  public init(text: String, width: UInt8 = 1, style: Style = .plain) {
    self.init(Grapheme(text.unicodeScalars), width: width, style: style)
  }

  init(_ grapheme: Grapheme = .blank, width: UInt8 = 1, style: Style = .plain, isQuoted: Bool = false) {
    first = grapheme.first
    rest =
      grapheme.rest | UInt64(width & 3) << Self.widthAt | Self.bits(style) << Self.styleAt
      | (isQuoted ? Self.quoted : 0)
  }

  /// Whether it shows words that somebody else wrote, and not what the program draws by itself.
  var isQuoted: Bool { rest & Self.quoted != 0 }

  var grapheme: Grapheme {
    get { Grapheme(first: first, rest: rest & (1 << Self.widthAt - 1)) }
    set { self = Cell(newValue, width: width, style: style, isQuoted: isQuoted) }
  }

  /// 1 or 2; 0 for the right half of a wide grapheme.
  public var width: UInt8 {
    get { UInt8(rest >> Self.widthAt & 3) }
    set { self = Cell(grapheme, width: newValue, style: style, isQuoted: isQuoted) }
  }

  public var style: Style {
    get {
      Style(
        Role(rawValue: UInt8(truncatingIfNeeded: rest >> Self.styleAt)),
        Style.Attributes(rawValue: UInt8(truncatingIfNeeded: rest >> (Self.styleAt + 8))))
    }
    set { self = Cell(grapheme, width: width, style: newValue, isQuoted: isQuoted) }
  }

  /// Sanitised, of width `width`; empty for the right half of a wide grapheme.
  public var text: String {
    get { grapheme.string }
    set { grapheme = Grapheme(newValue.unicodeScalars) }
  }

  private static func bits(_ style: Style) -> UInt64 {
    UInt64(style.role.rawValue) | UInt64(style.attributes.rawValue) << 8
  }
}
