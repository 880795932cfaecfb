extension String {
  /// With the mark that closes a quotation begun in it, where a passage ends before its mark: *she called it "a disgrace*.
  ///
  /// Cost: O(n).
  public var withQuotationClosed: String {
    var open: Character?
    var before: Character = " "
    for character in self {
      switch character {
      case "“": open = "”"
      case "«": open = "»"
      case open: open = nil
      // Elsewhere it stands for inches.
      case "\"" where before.isWhitespace || before == "(": open = "\""
      default: break
      }
      before = character
    }
    return open.map { self + String($0) } ?? self
  }
}
