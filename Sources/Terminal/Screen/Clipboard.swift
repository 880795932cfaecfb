/// The sequence that asks a terminal to set its clipboard.
package enum Clipboard {
  /// xterm takes 74,994 characters of Base64.
  static let maximumBytes = 56_000

  /// OSC 52 with `text`; within tmux also wrapped so that tmux passes it on. `nil` where `text` is too long.
  package static func sequence(for text: String, isInTmux: Bool) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= maximumBytes else { return nil }
    let sequence = "\u{1B}]52;c;\(base64(bytes))\u{7}"
    return isInTmux ? sequence + "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\" : sequence
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : 0x3D)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
