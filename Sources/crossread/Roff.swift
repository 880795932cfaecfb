/// A manual page as it is written for `man`.
struct Roff {
  private(set) var text = ""

  /// - Parameters:
  ///   - title: of the page, with its `section`.
  ///   - date: of the version, at the foot with it.
  ///   - version: stands at the foot.
  init(title: String, section: Int, date: String, version: String) {
    text =
      ".TH \(title.uppercased()) \(section) \"\(Self.escaped(date))\" \"\(Self.escaped(version))\" \"User Commands\"\n"
  }

  /// The line that `whatis` and `apropos` read.
  mutating func name(_ name: String, _ words: String) {
    heading("Name")
    text += "\(Self.escaped(name)) \\- \(Self.escaped(words))\n"
  }

  mutating func heading(_ words: String) { text += ".SH \(Self.escaped(words.uppercased()))\n" }

  mutating func subheading(_ words: String) { text += ".SS \(Self.escaped(words))\n" }

  mutating func paragraph(_ words: String) { text += ".PP\n\(Self.line(words))\n" }

  /// What is to be set in bold, and what it means, indented below.
  mutating func item(_ term: String, _ words: String) {
    text += ".TP\n.B \(Self.line(term))\n\(Self.line(words.isEmpty ? "\\" : words))\n"
  }

  /// Lines as they are.
  mutating func example(_ lines: some Sequence<some StringProtocol>) {
    text += ".PP\n.nf\n.RS\n"
    for line in lines { text += Self.line(line) + "\n" }
    text += ".RE\n.fi\n"
  }

  /// Text that means nothing to roff, also at the beginning of a line.
  private static func line(_ words: some StringProtocol) -> String {
    let escaped = escaped(words.split(separator: "\n").joined(separator: " "))
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private static func escaped(_ words: some StringProtocol) -> String {
    var result = ""
    for character in words {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      default: result.append(character)
      }
    }
    return result
  }
}
