extension StringProtocol {
  /// The words with one blank between each two: no line ends, none at the ends.
  public var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
