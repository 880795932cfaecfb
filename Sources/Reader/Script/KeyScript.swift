public import Terminal

/// Keys in a row: characters as they are, others by their spelling in angle brackets: `n<tab>/talks<enter>`, `<C-o>`.
public enum KeyScript {
  /// Reads keys. A name that is not known is taken letter by letter.
  public static func keys(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(script)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), rest.distance(from: rest.startIndex, to: end) > 2,
        let key = Key(spelling: rest[rest.index(after: rest.startIndex)..<end])
      {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }
}
