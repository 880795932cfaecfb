/// The gender that a pronoun, a title or a given name tells of.
enum Gender: UInt8, Hashable, Sendable {
  case masculine, feminine

  /// The gender of most bearers of a given name, by the embedded table; `nil` where it is unknown or mixed.
  /// - Parameter name: folded.
  static func ofGivenName(_ name: String) -> Gender? {
    switch EmbeddedTable.givenNames.value(for: name) {
    case UInt8(ascii: "m"): .masculine
    case UInt8(ascii: "f"): .feminine
    default: nil
    }
  }

  /// The gender that an East Slavic patronymic or a feminine surname tells of.
  /// - Parameter word: folded.
  static func ofSlavicEnding(_ word: String) -> Gender? {
    if ["ovich", "evich", "ovych", "iyovych"].contains(where: word.hasSuffix) { return .masculine }
    if ["ovna", "evna", "ivna", "skaya", "skaia", "ovska", "enkova"].contains(where: word.hasSuffix) {
      return .feminine
    }
    return nil
  }
}
