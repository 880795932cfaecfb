public import Terminal

/// Keys in a row: characters as they are, others by their spelling in angle brackets: `n<tab>/talks<enter>`, `<C-o>`.
public enum KeyScript {
  /// A name in angle brackets that is no key's.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public let name: String

    /// What is wrong, and what keys are called.
    public var description: String {
      "<\(name)> is no key; keys are <\(Key.spellings.joined(separator: "> <"))>, <C-x>, <M-x>, <F1> to <F12>; "
        + "<lt> types <"
    }
  }

  /// Reads keys. What is no name, such as one letter, blanks or signs between angle brackets, is taken as it stands.
  /// - Throws: `Problem` at a name that no key has.
  public static func keys(_ script: String) throws(Problem) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(script)
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == "<", let end = rest.firstIndex(of: ">"), rest[..<end].count > 1 {
        let name = rest[..<end]
        if let key = Key(spelling: name) {
          keys.append(key)
          rest = rest[end...].dropFirst()
          continue
        }
        if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) { throw Problem(name: String(name)) }
      }
      keys.append(.character(first))
    }
    return keys
  }
}
