/// Parts of states and how news shortens them beside the names of those who come from there.
struct RegionTable: Sendable {
  static let shared = RegionTable(EmbeddedTable.regions)

  private let abbreviations: [String: [String]]
  /// Keys of the regions by what they are shortened to with a full stop.
  private let keys: [String: String]

  init(_ table: EmbeddedTable) {
    var abbreviations: [String: [String]] = [:]
    for fields in table.rows() where fields.count == 2 {
      abbreviations[String(fields[0])] = fields[1].split(separator: "|").map(String.init)
    }
    self.abbreviations = abbreviations
    var keys: [String: String] = [:]
    for (region, spellings) in abbreviations {
      for spelling in spellings where spelling.hasSuffix(".") { keys[spelling] = NameKey.of(region) }
    }
    self.keys = keys
  }

  /// The key of the region that a shortened name with a full stop stands for: that of *Nevada* for *Nev.*
  func key(ofAbbreviation text: String) -> String? { keys[text] }

  /// Whether the words are a part of a state, in full or shortened with a full stop.
  func isRegion(_ words: String) -> Bool { abbreviations[words] != nil || keys[words] != nil }

  /// The key of the region that the words are, in full or shortened.
  func key(of words: String) -> String? { keys[words] ?? (abbreviations[words] == nil ? nil : NameKey.of(words)) }

  /// A place as it is, and shortened if news does that.
  func spellings(of place: String) -> [String] { [place] + (abbreviations[place] ?? []) }
}
