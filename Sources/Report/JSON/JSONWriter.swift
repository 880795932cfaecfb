import Dossier

/// Writes JSON straight to bytes, keys in the order in which they are given.
///
/// Everything but printable text is escaped (C0, DEL, C1, bidirectional controls, U+2028 and U+2029), so that the output is
/// safe to look at in a terminal.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// Writes `{…}`; the body writes the members.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes `[…]` with one element for each of `values`.
  public mutating func array<Values: Sequence>(_ values: Values, _ body: (inout JSONWriter, Values.Element) -> Void) {
    open(UInt8(ascii: "["))
    for value in values { body(&self, value) }
    close(UInt8(ascii: "]"))
  }

  /// Writes the name of a member; the value is what is written next.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  public mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  public mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  /// Writes a number between 0 and 1 with up to three decimals.
  public mutating func member(_ name: StaticString, _ value: Double) {
    key(name)
    self.value(value)
  }

  public mutating func null() { raw("null") }

  public mutating func value(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes a number with up to three decimals; one that is not finite becomes 0.
  public mutating func value(_ value: Double) {
    let thousandths = value.isFinite ? Int((value * 1000).rounded()) : 0
    var text = "\(thousandths / 1000)"
    let rest = abs(thousandths % 1000)
    if thousandths < 0, thousandths > -1000 { text = "-" + text }
    if rest > 0 {
      var digits = String(rest + 1000).dropFirst()
      while digits.last == "0" { digits.removeLast() }
      text += ".\(digits)"
    }
    raw(text)
  }

  public mutating func value(_ string: String) {
    var string = string
    string.withUTF8 { self.value(utf8: $0) }
  }

  /// Writes a string given as valid UTF-8.
  public mutating func value(utf8: some Collection<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var iterator = utf8.makeIterator()
    var pending: [UInt8] = []
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20, 0x7F: escape(UInt32(byte))
      case 0xC2:
        // U+0080…U+009F are C1 controls.
        guard let next = iterator.next() else { break }
        if next < 0xA0 { escape(UInt32(next)) } else { bytes.append(contentsOf: [byte, next]) }
      case 0xE2:
        pending = [byte]
        if let second = iterator.next() { pending.append(second) }
        if let third = iterator.next() { pending.append(third) }
        if pending.count == 3, let scalar = Self.hostile(pending[1], pending[2]) {
          escape(scalar)
        } else {
          bytes.append(contentsOf: pending)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes bytes that are JSON already.
  public mutating func verbatim(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Ends a line.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// The scalar of E2 `second` `third` if a terminal may not show it as it is.
  private static func hostile(_ second: UInt8, _ third: UInt8) -> UInt32? {
    let scalar = 0x2000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    switch scalar {
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: return scalar
    default: return nil
    }
  }

  private mutating func escape(_ scalar: UInt32) {
    bytes.append(contentsOf: "\\u\(scalar.hexadecimal(width: 4))".utf8)
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}
