import Dossier
import Query

/// One value that the open list of the Differences view can be narrowed to: a relation, a kind, an actor, a source, a verdict,
/// what else a person added, a confidence.
///
/// A facet writes the filter that a person would type, so that what is chosen can be seen and changed there.
struct Facet: Sendable, Hashable {
  enum Group: String, Sendable, CaseIterable {
    case relation, kind, actor, source, verdict, added, confidence
  }

  enum Choice: Sendable, Hashable {
    /// Words of the query language.
    case term(String)
    /// The least confidence that is shown.
    case bar(Double)
  }

  var group: Group
  var label: String
  var choice: Choice
  /// Rows that have it, of those above the bar that what is chosen in other groups lets through.
  var count: Int
}

/// The facets of a list, narrowed by typing.
struct FacetPicker: Sendable {
  var facets: [Facet]
  var picker = Picker()

  /// Counts anew; what is selected stays selected.
  mutating func take(_ facets: [Facet]) {
    let selected = matches.indices.contains(picker.place.selected) ? matches[picker.place.selected] : nil
    self.facets = facets
    if let at = matches.firstIndex(where: { $0.group == selected?.group && $0.choice == selected?.choice }) {
      picker.place.selected = at
    }
  }

  /// The facets whose words hold what was typed.
  var matches: [Facet] {
    let wanted = Folding.fold(picker.text)
    guard !wanted.isEmpty else { return facets }
    return facets.filter { Folding.fold("\($0.group.rawValue) \($0.label)").contains(wanted) }
  }
}

extension ReaderState {
  /// Why the open list cannot be narrowed by what its rows have; `nil` where it can. Asked with every key.
  var whyNoFacets: String? {
    switch accounts.section {
    case .differences: dossier.disagreements.isEmpty ? whyNoDifferences : nil
    case .agreements: dossier.agreements.isEmpty ? "there is no agreement to narrow" : nil
    case .omissions: dossier.omissions.isEmpty ? "there is no omission to narrow" : nil
    }
  }

  /// All that the open list could have.
  private var dossierFindings: [Finding] {
    switch accounts.section {
    case .differences: dossier.disagreements.map { .difference($0.id) }
    case .agreements: dossier.agreements.indices.map(Finding.agreement)
    case .omissions: dossier.omissions.indices.map(Finding.omission)
    }
  }

  /// Those of them that are above the bar.
  private var shownFindings: [Finding] {
    switch accounts.section {
    case .differences: lists.visible.ranked.map(Finding.difference)
    case .agreements: shownAgreements.map(Finding.agreement)
    case .omissions: dossierFindings
    }
  }

  /// Which rows of the open list a filter lets through, by `Finding.index`; `nil` where it lets all through.
  private func passing(_ filter: [String]) -> [Bool]? {
    let list: Finder.List =
      switch accounts.section {
      case .differences: .differences
      case .agreements: .agreements
      case .omissions: .omissions
      }
    return rows(of: list, matching: filter.joined(separator: " "))
  }

  /// Every value that the rows above the bar have, the frequent first; each counted among those that what is chosen in the
  /// other groups, and what else was typed, lets through. Cost: one pass over them for each group.
  func facets() -> [Facet] {
    let terms = self.terms()
    let chosen = facetTerms
    var facets: [Facet] = []
    for group in Facet.Group.allCases where group != .confidence {
      let own = Set(terms[group, default: [:]].keys)
      let counts = counts(of: group, narrowedBy: Self.without(own, chosen))
      let sorted = terms[group, default: [:]].sorted { left, right in
        left.value.count != right.value.count ? left.value.count > right.value.count : left.key < right.key
      }
      facets += sorted.map {
        Facet(group: group, label: $0.value.label, choice: .term($0.key), count: counts[$0.key] ?? 0)
      }
    }
    return facets + confidences(chosen)
  }

  /// The values of every group, with how many rows above the bar have them.
  private func terms() -> [Facet.Group: [String: (label: String, count: Int)]] {
    var terms: [Facet.Group: [String: (label: String, count: Int)]] = [:]
    for finding in shownFindings {
      for group in Facet.Group.allCases {
        for value in values(of: finding, in: group) {
          terms[group, default: [:]][value.term, default: (value.label, 0)].count += 1
        }
      }
    }
    return terms
  }

  /// How many rows above the bar have each value of a group, of those that a filter lets through.
  private func counts(of group: Facet.Group, narrowedBy filter: [String]) -> [String: Int] {
    let passing = passing(filter)
    var counts: [String: Int] = [:]
    for finding in shownFindings where passing?[finding.index] ?? true {
      for value in values(of: finding, in: group) { counts[value.term, default: 0] += 1 }
    }
    return counts
  }

  /// What a row has of a group, in the words of the query language and as it is shown.
  private func values(of finding: Finding, in group: Facet.Group) -> [(term: String, label: String)] {
    let difference: Disagreement? = if case .difference(let id) = finding { dossier[id] } else { nil }
    switch group {
    case .relation:
      guard let difference else { return [] }
      return [("is:\(difference.relation.rawValue)", "\(difference.relation.glyph) \(difference.relation.rawValue)")]
    case .kind: return difference.map { [("kind:\($0.kind.rawValue)", $0.kind.rawValue)] } ?? []
    case .actor:
      return Set(difference?.sides.compactMap(\.actor) ?? []).map { ("by:\"\(dossier[$0].name)\"", dossier[$0].name) }
    case .source:
      return sources(of: finding).map {
        ("in:\"\(dossier[$0].name)\"", Wording.source(dossier[$0]))
      }
    case .verdict:
      let verdict = remarks[finding]?.verdict
      return [("is:\(verdict?.rawValue ?? "open")", verdict.map { "\($0.glyph) \($0.rawValue)" } ?? "open")]
    case .added:
      guard let remark = remarks[finding] else { return [] }
      func mark(_ content: Annotation.Content, _ name: String) -> (term: String, label: String) {
        ("is:\(name)", "\(content.glyph) \(name)")
      }
      return (remark.note.isEmpty ? [] : [mark(.note(""), "noted")])
        + remark.tags.map { ("tag:\"\($0)\"", "\(Annotation.Content.tag("").glyph)\($0)") }
        + (remark.isBookmarked ? [mark(.bookmark, "bookmarked")] : [])
    case .confidence: return []
    }
  }

  /// Who tells it, and who is said to leave it out: as a filter of the list takes them.
  private func sources(of finding: Finding) -> Set<Document.ID> {
    let missing: [Document.ID] =
      if case .omission(let number) = finding { [dossier.omissions[number].missingFrom] } else { [] }
    return Set(dossier.passages(of: finding).map(\.document) + missing)
  }

  /// The words of a filter but for some, and for the `OR` that joins those with others.
  private static func without(_ taken: Set<String>, _ terms: [String]) -> [String] {
    var rest: [String] = []
    for term in terms where !taken.contains(term) {
      if term == "OR", rest.isEmpty || rest.last == "OR" { continue }
      rest.append(term)
    }
    if rest.last == "OR" { rest.removeLast() }
    return rest
  }

  private func confidences(_ filter: [String]) -> [Facet] {
    let passing = passing(filter)
    let findings = dossierFindings.compactMap { finding in confidence(of: finding).map { (finding.index, $0) } }
    return [0.0, 0.5, 0.6, 0.7, 0.8, 0.9].compactMap { bar in
      let count = findings.count { $0.1 >= bar && passing?[$0.0] ?? true }
      guard !findings.isEmpty, count > 0 || self.bar == bar else { return nil }
      let label = bar == 0 ? "any, those below the bar too" : "\(Percent.text(bar)) and more"
      return Facet(group: .confidence, label: label, choice: .bar(bar), count: count)
    }
  }

  /// What the bar is set against; no omission is below it.
  private func confidence(of finding: Finding) -> Double? {
    switch finding {
    case .difference(let id): dossier[id].confidence
    case .agreement(let number): dossier.agreements[number].confidence
    case .omission: nil
    }
  }

  /// Whether the list is narrowed to a facet.
  func isChosen(_ facet: Facet) -> Bool {
    switch facet.choice {
    case .term(let term): facetTerms.contains(term)
    case .bar(let bar): self.bar == bar
    }
  }

  /// The words of the filter, phrases whole.
  private var facetTerms: [String] { Query.pieces(of: filters[.differences] ?? "") }

  /// Narrows the list to a facet, or no longer; two of one group are alternatives.
  mutating func toggle(_ facet: Facet, among facets: [Facet]) {
    switch facet.choice {
    case .bar(let bar):
      showsBelowBar = false
      movedBar = self.bar == bar ? nil : bar
    case .term(let term):
      var terms = facetTerms
      if let at = terms.firstIndex(of: term) {
        terms.remove(at: at)
        // The joint with a neighbour goes with it.
        if at < terms.count, terms[at] == "OR" {
          terms.remove(at: at)
        } else if at > 0, terms[at - 1] == "OR" {
          terms.remove(at: at - 1)
        }
      } else {
        let group = facets.filter { $0.group == facet.group }.map(\.choice)
        if let last = terms.lastIndex(where: { group.contains(.term($0)) }) {
          terms.insert(contentsOf: ["OR", term], at: last + 1)
        } else {
          terms.append(term)
        }
      }
      filters[.differences] = terms.isEmpty ? nil : terms.joined(separator: " ")
      tops[.differences] = 0
    }
    refreshLists()
    if selectedRow(of: .differences) == nil, rowCount(of: .differences) > 0 { select(row: 0, in: .differences) }
  }
}
