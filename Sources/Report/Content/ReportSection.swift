/// A section of a report; every format that is read has them in this order.
enum ReportSection: String, CaseIterable {
  case sources, differences, actors, quotes, agreements, omissions, remarks

  /// Its heading.
  var title: String {
    switch self {
    case .sources: "Sources"
    case .differences: "Differences"
    case .actors: "Actors"
    case .quotes: "Quotes"
    case .agreements: "Agreements"
    case .omissions: "Omissions"
    case .remarks: "Remarks"
    }
  }

  /// What its heading says besides.
  var subtitle: String? { self == .omissions ? "the weightiest of one article beside another" : nil }

  /// Title and subtitle.
  var heading: String { [title, subtitle].compactMap(\.self).joined(separator: ", ") }
}

extension ReportContent {
  /// The sections that it has: of a whole dossier all but remarks, so that what is empty is said to be.
  var sections: [ReportSection] { ReportSection.allCases.filter(has) }

  private func has(_ section: ReportSection) -> Bool {
    switch section {
    case .sources: true
    case .differences: isWhole || !disagreements.isEmpty
    case .actors: isWhole
    case .quotes: isWhole || !speakers.isEmpty
    case .agreements: isWhole || !agreements.isEmpty
    case .omissions: isWhole || !omissions.isEmpty
    case .remarks: !marks.isEmpty
    }
  }

  /// The actors that a report lists one by one, and how many are left: those who say nothing and are named once or twice.
  var listedActors: (listed: [ActorEntry], rest: Int) {
    let listed = actors.filter { $0.statements > 0 || $0.mentions > 2 }
    return listed.isEmpty ? (actors, 0) : (listed, actors.count - listed.count)
  }
}
