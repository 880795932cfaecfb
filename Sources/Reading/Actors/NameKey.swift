import Dossier
import Language

/// The form under which names are looked up.
enum NameKey {
  /// The letters and digits of a text without diacritics, small and run together: one key for `U. S.`, `U.S.` and `US`.
  static func of(_ text: some StringProtocol) -> String {
    // Most words are their own keys.
    if text.utf8.allSatisfy({ isWordByte($0) && $0 < 0x80 }) { return String(text) }
    let folded = LetterFolding.folded(text)
    if folded.allSatisfy({ $0 < 0x80 }) { return String(decoding: folded.filter(isWordByte), as: UTF8.self) }
    var key = String.UnicodeScalarView()
    key.append(contentsOf: String(decoding: folded, as: UTF8.self).unicodeScalars.filter(isWord))
    return String(key)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// Whether a scalar of folded text belongs to a word; a dash does not.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? isWordByte(UInt8(scalar.value)) : scalar.isLetterOrNumber
  }
}
