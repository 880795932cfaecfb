/// The header fields of a message or of one of its parts (RFC 5322, RFC 2045), as far as an archive of a page needs them.
struct MIMEFields {
  /// Longer headers are no browser's.
  private static let most = 1 << 16

  /// The values, unfolded, by their names in lower case; of several with one name the first.
  private var values: [String: String] = [:]

  /// Reads the fields at the start of some bytes.
  /// - Returns: the fields and where the body starts, after the empty line behind them; `nil` where there are none.
  static func read(_ bytes: ArraySlice<UInt8>) -> (fields: MIMEFields, body: Int)? {
    var fields = MIMEFields()
    var (name, value) = ("", "")
    var index = bytes.startIndex
    while index < bytes.endIndex, index - bytes.startIndex < most {
      guard let end = bytes[index...].prefix(most).firstIndex(of: 0x0A) else { return nil }
      let line = bytes[index..<end].last == 0x0D ? bytes[index..<(end - 1)] : bytes[index..<end]
      index = end + 1
      if let first = line.first, first == 0x20 || first == 0x09, !name.isEmpty {
        value += " " + text(line)
        continue
      }
      fields.add(name, value)
      if line.isEmpty { return (fields, index) }
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
        line[..<colon].allSatisfy({ Letters.isWord($0) && $0 < 0x80 || $0 == 0x2D })
      else { return nil }
      name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      value = text(line[(colon + 1)...])
    }
    return nil
  }

  subscript(name: String) -> String? { values[name] }

  /// What comes before the first semicolon of a field, in lower case: `text/html`.
  func kind(of name: String) -> String? {
    values[name]?.prefix { $0 != ";" }.lowercased().split(separator: " ").first.map(String.init)
  }

  /// A parameter of a field: `boundary` of `multipart/related; boundary="a b"`.
  func parameter(_ wanted: String, of name: String) -> String? {
    guard var rest = values[name]?.utf8.drop(while: { $0 != 0x3B }) else { return nil }
    while !rest.isEmpty {
      rest = rest.drop { $0 == 0x3B || Letters.isSpace($0) }
      let key = rest.prefix { $0 != 0x3D && $0 != 0x3B }
      rest = rest.dropFirst(key.count)
      guard rest.first == 0x3D else { continue }
      rest = rest.dropFirst()
      let isQuoted = rest.first == 0x22
      if isQuoted { rest = rest.dropFirst() }
      let value = rest.prefix { $0 != (isQuoted ? 0x22 : 0x3B) }
      rest = rest.dropFirst(value.count).drop { $0 != 0x3B }
      if String(key)?.lowercased() == wanted { return String(value) }
    }
    return nil
  }

  private mutating func add(_ name: String, _ value: String) {
    if !name.isEmpty, values[name] == nil { values[name] = value }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    let end = line.lastIndex { !Letters.isSpace($0) } ?? line.startIndex - 1
    return String(decoding: line[...end].drop(while: Letters.isSpace), as: UTF8.self)
  }
}
