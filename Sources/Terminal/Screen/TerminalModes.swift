internal import CNcurses

/// Sequences that this terminal is sent beside what ncurses sends, and those that its keys send, from its description.
struct TerminalModes {
  let mouseOn: String
  let mouseOff: String
  let pasteOn: String
  let pasteOff: String
  /// Asks for the colour of the background (OSC 11).
  let askBackground: String
  /// Puts everything back, from whatever state.
  let restore: String

  /// Reads the description that `setupterm` has loaded.
  init() {
    let isXtermLike = Self.string("kmous") != nil || Self.string("BE") != nil
    mouseOn = isXtermLike ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : ""
    mouseOff = isXtermLike ? "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l" : ""
    pasteOn = isXtermLike ? "\u{1B}[?2004h" : ""
    pasteOff = isXtermLike ? "\u{1B}[?2004l" : ""
    askBackground = isXtermLike ? "\u{1B}]11;?\u{1B}\\" : ""
    let capabilities = ["sgr0", "rmkx", "cnorm", "rmcup"].compactMap { Self.string($0) }
    // A sequence may have been cut short; a string terminator ends it.
    restore = (isXtermLike ? "\u{1B}\\" : "") + mouseOff + pasteOff + capabilities.joined() + "\r"
  }

  /// Keys whose sequences the description names.
  static func keySequences() -> [[UInt8]: Key] {
    var names: [String: Key] = [
      "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right, "khome": .home, "kend": .end, "kpp": .pageUp,
      "knp": .pageDown, "kich1": .insert, "kdch1": .delete, "kcbt": .backTab, "kent": .enter,
    ]
    for number in 1...12 { names["kf\(number)"] = .function(number) }
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in names {
      guard let bytes = string(name).map({ Array($0.utf8) }), bytes.count > 2, bytes[0] == 0x1B else { continue }
      sequences[bytes] = key
    }
    return sequences
  }

  /// A string capability without its padding (`$<5>`).
  private static func string(_ name: String) -> String? {
    guard let pointer = cncurses_string(name) else { return nil }
    let whole = String(cString: pointer)
    guard whole.utf8.contains(UInt8(ascii: "$")) else { return whole }
    var text = ""
    var rest = whole[...]
    while let start = rest.firstIndex(of: "$") {
      text += rest[..<start]
      rest = rest[start...]
      guard rest.dropFirst().first == "<", let end = rest.firstIndex(of: ">") else {
        text += "$"
        rest = rest.dropFirst()
        continue
      }
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
