/// A JSON value, as the structured data of a page holds it (RFC 8259).
///
/// Numbers are kept as they are written. Control characters inside strings pass, since many pages have them there.
indirect enum JSON: Equatable {
  case object([(name: String, value: JSON)])
  case array([JSON])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// Values inside values, at most; deeper is no page's.
  private static let depth = 64

  /// Reads one value and whatever white space is around it.
  /// - Returns: `nil` where the text is not JSON. Cost: one pass.
  init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: Self.depth) else { return nil }
    reader.skipSpace()
    guard reader.index == reader.bytes.count else { return nil }
    self = value
  }

  /// A member of an object, the first of its name.
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements of an array; a value that is no array is its own and only element.
  var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [self] }
  }

  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.object(let left), .object(let right)): left.elementsEqual(right, by: ==)
    case (.array(let left), .array(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.bool(let left), .bool(let right)): left == right
    case (.null, .null): true
    default: false
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    mutating func skipSpace() {
      while index < bytes.count, Letters.isSpace(bytes[index]) { index += 1 }
    }

    mutating func takes(_ byte: UInt8) -> Bool {
      skipSpace()
      guard next == byte else { return false }
      index += 1
      return true
    }

    mutating func value(depth: Int) -> JSON? {
      skipSpace()
      guard depth > 0 else { return nil }
      switch next {
      case UInt8(ascii: "{"): return object(depth: depth - 1)
      case UInt8(ascii: "["): return array(depth: depth - 1)
      case UInt8(ascii: "\""): return string().map(JSON.string)
      case UInt8(ascii: "t"): return word("true", .bool(true))
      case UInt8(ascii: "f"): return word("false", .bool(false))
      case UInt8(ascii: "n"): return word("null", .null)
      default: return number()
      }
    }

    private mutating func object(depth: Int) -> JSON? {
      index += 1
      var members: [(name: String, value: JSON)] = []
      if takes(UInt8(ascii: "}")) { return .object(members) }
      repeat {
        skipSpace()
        guard next == UInt8(ascii: "\""), let name = string(), takes(UInt8(ascii: ":")), let value = value(depth: depth)
        else { return nil }
        members.append((name, value))
      } while takes(UInt8(ascii: ","))
      return takes(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSON? {
      index += 1
      var elements: [JSON] = []
      if takes(UInt8(ascii: "]")) { return .array(elements) }
      repeat {
        guard let value = value(depth: depth) else { return nil }
        elements.append(value)
      } while takes(UInt8(ascii: ","))
      return takes(UInt8(ascii: "]")) ? .array(elements) : nil
    }

    private mutating func word(_ word: StaticString, _ value: JSON) -> JSON? {
      let end = index + word.utf8CodeUnitCount
      guard end <= bytes.count, zip(index..<end, 0..<end).allSatisfy({ bytes[$0] == word.utf8Start[$1] }) else {
        return nil
      }
      index = end
      return value
    }

    private mutating func number() -> JSON? {
      let start = index
      while Letters.isDigit(next) || "+-.eE".utf8.contains(next) { index += 1 }
      return index > start ? .number(String(decoding: bytes[start..<index], as: UTF8.self)) : nil
    }

    private mutating func string() -> String? {
      index += 1
      var units: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let escaped = escape() else { return nil }
          units += Array(String(escaped).utf8)
        default: units.append(byte)
        }
      }
      return nil
    }

    /// The character that an escape stands for; U+FFFD for half a surrogate pair.
    private mutating func escape() -> Unicode.Scalar? {
      let letter = next
      index += 1
      switch letter {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
      case UInt8(ascii: "u"):
        guard let first = unit() else { return nil }
        guard 0xD800...0xDBFF ~= first, next == UInt8(ascii: "\\"), index + 1 < bytes.count,
          bytes[index + 1] == UInt8(ascii: "u")
        else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        index += 2
        guard let second = unit() else { return nil }
        guard 0xDC00...0xDFFF ~= second else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      default: return letter == 0 ? nil : Unicode.Scalar(letter)
      }
    }

    private mutating func unit() -> UInt32? {
      guard index + 4 <= bytes.count,
        let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
      else { return nil }
      index += 4
      return unit
    }
  }
}
