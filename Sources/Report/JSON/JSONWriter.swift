import Dossier

/// Writes JSON straight to bytes, keys in the order in which they are given.
///
/// Everything but printable text is escaped (C0, DEL, C1, bidirectional controls, what takes no room, tags, U+2028 and U+2029),
/// so that the output is safe to look at in a terminal.
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
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0..<0x20, 0x7F: escape(UInt32(byte))
      // What a terminal may not show as it is begins with one of these.
      case 0xC2, 0xD8, 0xE2, 0xEF, 0xF3:
        var sequence = [byte]
        while sequence.count < Self.length(of: byte), let next = iterator.next() { sequence.append(next) }
        if let scalar = Self.hostile(sequence) { escape(scalar) } else { bytes.append(contentsOf: sequence) }
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

  /// How many bytes a sequence has that begins with one of several.
  private static func length(of first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  /// The scalar of a sequence if a terminal may not show it as it is.
  private static func hostile(_ sequence: [UInt8]) -> UInt32? {
    guard sequence.count == length(of: sequence[0]) else { return nil }
    let first = UInt32(sequence[0]) & (0x7F >> UInt32(sequence.count))
    let scalar = sequence.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
    switch scalar {
    case 0x80...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F: return scalar
    default: return nil
    }
  }

  private mutating func escape(_ scalar: UInt32) {
    // Beyond the first plane JSON writes two halves.
    let units = scalar < 0x10000 ? [scalar] : [0xD800 + (scalar - 0x10000) >> 10, 0xDC00 + (scalar - 0x10000) & 0x3FF]
    for unit in units { bytes.append(contentsOf: "\\u\(unit.hexadecimal(width: 4))".utf8) }
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
