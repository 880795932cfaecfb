import Language

/// The form under which names are looked up.
enum NameKey {
  /// The letters and digits of a text without diacritics, small and run together: one key for `U. S.`, `U.S.` and `US`.
  static func of(_ text: some StringProtocol) -> String {
    // Most words are their own keys.
    if text.utf8.allSatisfy({ isWordByte($0) && $0 < 0x80 }) { return String(text) }
    return String(decoding: LetterFolding.folded(text).filter(isWordByte), as: UTF8.self)
  }

  /// Whether a byte of folded text belongs to a word; every byte past ASCII does.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
