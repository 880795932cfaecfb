/// Splits a command line into words as a POSIX shell does: at blanks, but for quotation marks and backslashes.
///
/// Nothing is put in the place of a variable or a pattern, and no shell is asked.
enum ShellWords {
  /// A quotation mark without a second one, or a backslash at the end.
  struct Unclosed: Error, Hashable {
    let mark: Character
  }

  static func split(_ text: String) throws(Unclosed) -> [String] {
    var words: [String] = []
    var word: String?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case " ", "\t", "\n":
        if let word { words.append(word) }
        word = nil
      case "'":
        guard let end = rest.firstIndex(of: "'") else { throw Unclosed(mark: character) }
        word = (word ?? "") + rest[..<end]
        rest = rest[end...].dropFirst()
      case "\"": word = (word ?? "") + (try quoted(&rest))
      case "\\":
        guard let next = rest.popFirst() else { throw Unclosed(mark: character) }
        word = (word ?? "") + String(next)
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// What stands up to the second quotation mark; a backslash takes from the few signs that mean something there what they mean.
  private static func quoted(_ rest: inout Substring) throws(Unclosed) -> String {
    var word = ""
    while let character = rest.popFirst() {
      if character == "\"" { return word }
      guard character == "\\", let next = rest.popFirst() else {
        word.append(character)
        continue
      }
      if !"\"\\$`".contains(next) { word.append(character) }
      word.append(next)
    }
    throw Unclosed(mark: "\"")
  }
}
