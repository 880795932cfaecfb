import Dossier

/// Writes a cache entry: little-endian numbers one after another, every string once.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var strings: [String] = []
  private var places: [String: Int] = [:]

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// - Precondition: `value` fits in 32 bits without sign.
  mutating func number(_ value: Int) { fixed(UInt32(value)) }

  mutating func double(_ value: Double) { fixed(value.bitPattern) }

  mutating func fixed<Value: FixedWidthInteger>(_ value: Value) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A number that may be missing.
  mutating func optional(_ value: Int?) {
    byte(value == nil ? 0 : 1)
    if let value { fixed(Int32(clamping: value)) }
  }

  mutating func span(_ span: Span) {
    fixed(span.start)
    fixed(span.end)
  }

  mutating func optional(_ value: Span?) {
    byte(value == nil ? 0 : 1)
    if let value { span(value) }
  }

  /// The place of a string in the table that `finished` puts before all else.
  mutating func string(_ value: String) {
    if let place = places[value] {
      number(place)
    } else {
      places[value] = strings.count
      number(strings.count)
      strings.append(value)
    }
  }

  mutating func optional(_ value: String?) {
    byte(value == nil ? 0 : 1)
    if let value { string(value) }
  }

  /// The bytes themselves, with their count.
  mutating func raw(_ value: [UInt8]) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func raw(_ value: [UInt32]) {
    number(value.count)
    for number in value { fixed(number) }
  }

  /// A case, as its place among all cases.
  mutating func choice<Value: CaseIterable & Equatable>(_ value: Value) {
    byte(UInt8(Value.allCases.enumerated().first { $0.element == value }?.offset ?? 0))
  }

  /// A list, with its count.
  mutating func list<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  /// The table of strings, and after it all that was written.
  func finished() -> [UInt8] {
    var head = ByteWriter()
    head.number(strings.count)
    for string in strings { head.raw(Array(string.utf8)) }
    return head.bytes + bytes
  }
}
