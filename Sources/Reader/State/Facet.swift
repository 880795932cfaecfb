import Dossier
import Query

/// One value that the differences can be narrowed to: a relation, a kind, an actor, a source, a confidence, a verdict.
///
/// A facet writes the filter that a person would type, so that what is chosen can be seen and changed there.
struct Facet: Sendable, Hashable {
  enum Group: String, Sendable, CaseIterable {
    case relation, kind, actor, source, verdict, confidence
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
  /// Differences that have it, of all above the bar.
  var count: Int
}

/// The facets of the differences, narrowed by typing.
struct FacetPicker: Sendable {
  var facets: [Facet]
  var picker = Picker()

  /// The facets whose words hold what was typed.
  var matches: [Facet] {
    let wanted = Folding.fold(picker.text)
    guard !wanted.isEmpty else { return facets }
    return facets.filter { Folding.fold("\($0.group.rawValue) \($0.label)").contains(wanted) }
  }
}

extension ReaderState {
  /// Why the differences cannot be narrowed by what they have; `nil` where they can.
  var whyNoFacets: String? {
    if accounts.section != .differences { return "only differences have relations; \(hint(.filter)) filters this list" }
    return dossier.disagreements.isEmpty ? whyNoDifferences : nil
  }

  /// Every value that the differences above the bar have, the frequent first. Cost: one pass over them.
  func facets() -> [Facet] {
    var counts: [Facet.Group: [String: (label: String, count: Int)]] = [:]
    func count(_ group: Facet.Group, _ term: String, _ label: String) {
      counts[group, default: [:]][term, default: (label, 0)].count += 1
    }
    for id in lists.visible.ranked {
      let difference = dossier[id]
      count(
        .relation, "is:\(difference.relation.rawValue)", "\(difference.relation.glyph) \(difference.relation.rawValue)")
      count(.kind, "kind:\(difference.kind.rawValue)", difference.kind.rawValue)
      for actor in Set(difference.sides.compactMap(\.actor)) {
        count(.actor, "by:\"\(dossier[actor].name)\"", dossier[actor].name)
      }
      for document in Set(difference.sides.map(\.passage.document)) {
        count(.source, "in:\"\(dossier[document].name)\"", Wording.source(dossier[document]))
      }
      let verdict = remarks[id]?.verdict
      count(.verdict, "is:\(verdict?.rawValue ?? "open")", verdict.map { "\($0.glyph) \($0.rawValue)" } ?? "open")
    }
    var facets: [Facet] = []
    for group in Facet.Group.allCases {
      let own = (counts[group] ?? [:]).sorted { left, right in
        left.value.count != right.value.count ? left.value.count > right.value.count : left.key < right.key
      }
      facets += own.map { Facet(group: group, label: $0.value.label, choice: .term($0.key), count: $0.value.count) }
    }
    return facets + confidences()
  }

  private func confidences() -> [Facet] {
    [0.0, 0.5, 0.6, 0.7, 0.8, 0.9].compactMap { bar in
      let count = dossier.disagreements.count { $0.confidence >= bar }
      guard count > 0 else { return nil }
      let label = bar == 0 ? "any, those below the bar too" : "\(Percent.text(bar)) and more"
      return Facet(group: .confidence, label: label, choice: .bar(bar), count: count)
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
