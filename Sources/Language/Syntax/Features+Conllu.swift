extension Features {
  /// The bits of every label in CoNLL-U.
  private static let bits = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, UInt64(1) << UInt64($0)) })

  /// Reads the FEATS column (`Number=Sing|Person=3`, `Gender=Fem,Masc`, `_`); `nil` for a feature of no English treebank.
  public init?(conllu column: String) {
    var features: UInt64 = 0
    if column != "_" {
      for feature in column.split(separator: "|") {
        guard let equals = feature.firstIndex(of: "=") else { return nil }
        for value in feature[feature.index(after: equals)...].split(separator: ",") {
          guard let bit = Self.bits["\(feature[...equals])\(value)"] else { return nil }
          features |= bit
        }
      }
    }
    self.init(rawValue: features)
  }

  /// The FEATS column: sorted, values of one feature joined by commas, `_` where there is none.
  public var conllu: String {
    var column = ""
    var last: Substring = ""
    for (index, label) in Self.labels.enumerated() where rawValue & (1 << UInt64(index)) != 0 {
      let name = label.prefix { $0 != "=" }
      if name == last {
        column += "," + label.dropFirst(name.count + 1)
      } else {
        if !column.isEmpty { column += "|" }
        column += label
        last = name
      }
    }
    return column.isEmpty ? "_" : column
  }
}
