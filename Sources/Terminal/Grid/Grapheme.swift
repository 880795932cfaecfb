/// The characters of one cell: a base and at most four marks on it.
///
/// A plain value: no string is kept alive for each cell.
struct Grapheme: Hashable, Sendable {
  /// Scalars of 21 bits each, three and two; 0 is none.
  private(set) var first: UInt64
  private(set) var rest: UInt64

  private static let width: UInt64 = 21
  private static let mask: UInt64 = 1 << width - 1

  static let blank = Grapheme(ascii: 0x20)
  /// What stands in the right half of a wide one.
  static let none = Grapheme(ascii: 0)

  init(ascii: UInt8) { self.init(first: UInt64(ascii), rest: 0) }

  init(first: UInt64, rest: UInt64) {
    self.first = first
    self.rest = rest
  }

  /// Keeps five scalars; sanitised text has no more.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self = .none
    for (index, scalar) in scalars.prefix(5).enumerated() {
      let value = UInt64(scalar.value)
      if index < 3 {
        first |= value << (Self.width * UInt64(index))
      } else {
        rest |= value << (Self.width * UInt64(index - 3))
      }
    }
  }

  /// The ASCII character that it is, if it is one alone.
  var ascii: UInt8? { first < 0x80 && rest == 0 ? UInt8(first) : nil }

  /// Its base; `nil` for the right half of a wide one.
  var base: Unicode.Scalar? { first == 0 ? nil : Unicode.Scalar(UInt32(first & Self.mask)) }

  /// Calls `body` with each scalar.
  func forEachScalar(_ body: (UInt32) -> Void) {
    for part in [first, rest] {
      var part = part
      while part != 0 {
        body(UInt32(part & Self.mask))
        part >>= Self.width
      }
    }
  }

  var string: String {
    var scalars = String.UnicodeScalarView()
    forEachScalar { value in
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
