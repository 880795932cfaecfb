/// Where every key and value of a TOML text stands, so that what is wrong with one can be shown.
///
/// The library that reads TOML tells the place of a mistake in the language, not of a value. This follows the text that
/// it has accepted, and knows no more of the language than where keys and values begin and end.
struct TOMLPlaces {
  /// A line and a column, in characters, from 1.
  struct Place: Hashable, Comparable {
    var line: Int
    var column: Int

    static func < (first: Place, second: Place) -> Bool { (first.line, first.column) < (second.line, second.column) }
  }

  private var keys: [[String]: Place] = [:]
  private var values: [[String]: Place] = [:]

  /// - Parameter bytes: UTF-8 that is valid TOML; of anything else some places are missing.
  /// - Complexity: O(*n*)
  init(_ bytes: [UInt8]) {
    var scanner = Scanner(bytes: bytes)
    var table: [String] = []
    scanner.skipBlank(lines: true)
    while let byte = scanner.byte {
      if byte == UInt8(ascii: "[") {
        while scanner.byte == UInt8(ascii: "[") { scanner.advance() }
        table = readPath(after: [], &scanner)
        while let byte = scanner.byte, byte != 0x0A { scanner.advance() }
      } else {
        readPair(after: table, &scanner)
      }
      scanner.skipBlank(lines: true)
    }
  }

  /// Where the last key of a path stands.
  func key(_ path: [String]) -> Place? { keys[path] }

  /// Where the value of a path begins; that of an element of an array by its index.
  func value(_ path: [String]) -> Place? { values[path] ?? keys[path] }

  /// Reads a dotted key and notes the place of each of its parts.
  private mutating func readPath(after prefix: [String], _ scanner: inout Scanner) -> [String] {
    var path = prefix
    repeat {
      if scanner.byte == UInt8(ascii: ".") { scanner.advance() }
      scanner.skipBlank(lines: false)
      let place = scanner.place
      guard let name = scanner.readKey() else { break }
      path.append(name)
      if keys[path] == nil { keys[path] = place }
      scanner.skipBlank(lines: false)
    } while scanner.byte == UInt8(ascii: ".")
    return path
  }

  private mutating func readPair(after prefix: [String], _ scanner: inout Scanner) {
    let start = scanner.index
    let path = readPath(after: prefix, &scanner)
    if scanner.byte == UInt8(ascii: "=") {
      scanner.advance()
      scanner.skipBlank(lines: false)
      readValue(of: path, &scanner)
    }
    // What is no key is passed over.
    if scanner.index == start { scanner.advance() }
  }

  private mutating func readValue(of path: [String], _ scanner: inout Scanner) {
    values[path] = scanner.place
    switch scanner.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = scanner.readString()
    case UInt8(ascii: "["):
      var number = 0
      readItems(until: UInt8(ascii: "]"), &scanner) { places, scanner in
        places.readValue(of: path + [String(number)], &scanner)
        number += 1
      }
    case UInt8(ascii: "{"):
      readItems(until: UInt8(ascii: "}"), &scanner) { places, scanner in places.readPair(after: path, &scanner) }
    default: scanner.skipScalar()
    }
  }

  /// Reads what stands between brackets, divided by commas.
  private mutating func readItems(
    until end: UInt8, _ scanner: inout Scanner, _ read: (inout TOMLPlaces, inout Scanner) -> Void
  ) {
    scanner.advance()
    scanner.skipBlank(lines: true)
    while let byte = scanner.byte, byte != end {
      let start = scanner.index
      if byte == UInt8(ascii: ",") { scanner.advance() } else { read(&self, &scanner) }
      if scanner.index == start { scanner.advance() }
      scanner.skipBlank(lines: true)
    }
    scanner.advance()
  }
}

/// Steps through the bytes of a TOML text.
private struct Scanner {
  let bytes: [UInt8]
  private(set) var index = 0
  private(set) var place = TOMLPlaces.Place(line: 1, column: 1)

  init(bytes: [UInt8]) { self.bytes = bytes }

  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func advance() {
    guard let byte else { return }
    index += 1
    if byte == 0x0A {
      place = TOMLPlaces.Place(line: place.line + 1, column: 1)
    } else if self.byte.map({ $0 & 0xC0 != 0x80 }) ?? true {
      place.column += 1
    }
  }

  /// Passes over blanks and comments, and over line ends where `lines` says so.
  mutating func skipBlank(lines: Bool) {
    while let byte {
      if byte == UInt8(ascii: "#"), lines {
        while let byte = self.byte, byte != 0x0A { advance() }
      } else if byte == 0x20 || byte == 0x09 || lines && (byte == 0x0A || byte == 0x0D) {
        advance()
      } else {
        return
      }
    }
  }

  /// A bare or quoted key; `nil` where none begins.
  mutating func readKey() -> String? {
    guard let byte else { return nil }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return readString() }
    let start = index
    while let byte = self.byte, Self.isBare(byte) { advance() }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  /// A string in any of the four kinds of quotation marks, escapes left as they are.
  mutating func readString() -> String {
    guard let mark = byte else { return "" }
    let isLong = bytes[index...].starts(with: [mark, mark, mark])
    let end = [UInt8](repeating: mark, count: isLong ? 3 : 1)
    for _ in end { advance() }
    let start = index
    while let byte, !bytes[index...].starts(with: end) {
      if !isLong, byte == 0x0A { break }
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") { advance() }
      advance()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    for _ in end { advance() }
    // Up to two quotation marks may stand before the end of a long string.
    while isLong, byte == mark { advance() }
    return text
  }

  /// Passes over a number, a word or a date.
  mutating func skipScalar() {
    while let byte, !"\n,]}#".utf8.contains(byte) { advance() }
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: byte >= 0x80
    }
  }
}
