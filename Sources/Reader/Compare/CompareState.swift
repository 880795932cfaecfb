import Dossier

/// Where the person stands in Compare.
struct CompareState: Hashable, Sendable {
  /// Two or three articles; twice the same where one is compared with itself.
  var documents: [Document.ID]
  /// The side that has the focus.
  var side = 0
  var differencesOnly = false
  /// The line that the person stands on.
  var cursor = ComparePlace()
  /// Lines from the top of the pane down to the cursor, as far as they fit: a pane that shrinks and grows again shows what
  /// it showed.
  var above = 0
  /// Whether the partner was taken before anything was read, and gives way to a better one.
  var isPartnerProvisional = false
}

/// A line of a comparison by what stands on it, so that it is found again at another width.
struct ComparePlace: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// Words of an article: the column it stands in, and an offset in it.
    case text(column: Int, offset: UInt32)
    /// The reason of a difference: the offset of a letter.
    case reason(Disagreement.ID, offset: Int)
  }

  /// The row of the comparison.
  var row = 0
  var part = Part.text(column: 0, offset: 0)
}
