import Terminal

extension TextWrapper {
  /// The rows of a few words of the program's own, each as a string; one that fits is not looked at further.
  func lines(of text: String) -> [String] {
    if text.utf8.count <= columns { return [text] }
    let bytes = Array(text.utf8)
    return rows(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// No more than so many rows: the last one has all the rest, to be cut where it is written.
  func lines(of text: String, atMost limit: Int) -> [String] {
    let lines = lines(of: text)
    guard lines.count > limit, limit > 0 else { return lines }
    return lines[..<(limit - 1)] + [lines[(limit - 1)...].joined(separator: " ")]
  }
}
