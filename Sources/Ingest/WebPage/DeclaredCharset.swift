/// The character set that a page says it is in.
enum DeclaredCharset {
  /// How far a browser looks for it, and some more: people put comments first.
  private static let reach = 2_048

  /// The name after the first `charset=` or XML `encoding=`, in lower case; `nil` where there is none.
  static func name(in page: [UInt8]) -> String? {
    let head = page.prefix(reach).map { Letters.isUpper($0) ? $0 | 0x20 : $0 }
    for label in ["charset", "encoding"] {
      guard let place = head.place(of: Array(label.utf8)) else { continue }
      let rest = head[(place + label.utf8.count)...].drop(while: Letters.isSpace)
      guard rest.first == 0x3D else { continue }
      let name = rest.dropFirst().drop { Letters.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
        .prefix { Letters.isWord($0) && $0 < 0x80 || $0 == 0x2D || $0 == 0x5F }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
