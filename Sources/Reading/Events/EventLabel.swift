internal import Dossier
internal import Language

/// Names an event in a few words of its own texts: who its headlines name, and the noun that its texts say most.
///
/// A headline is an outlet's own; the label says what all of them are about: `Putin, Lukashenko · talks`.
struct EventLabel {
  /// More names than this are a list, not a label.
  private static let names = 2

  private let documents: [Document]
  private let texts: [AnalysedText]
  private let actors: [Actor]
  /// Numbers of the actors that each document's title names, in its order.
  private let named: [[Int]]
  /// For each document, how often it names whom.
  private let naming: [[Int: Int]]

  /// Cost: one pass over all mentions.
  init(_ dossier: Dossier, texts: [AnalysedText]) {
    documents = dossier.documents
    actors = dossier.actors
    self.texts = texts
    var found = [[(start: UInt32, actor: Int)]](repeating: [], count: documents.count)
    var naming = [[Int: Int]](repeating: [:], count: documents.count)
    for (number, actor) in dossier.actors.enumerated() {
      for mention in actor.mentions where mention.kind == .name {
        let document = mention.document.index
        naming[document][number, default: 0] += 1
        if let title = documents[document].title, title.overlaps(mention.span) {
          found[document].append((mention.span.start, number))
        }
      }
    }
    self.naming = naming
    named = found.map { $0.sorted { $0.start < $1.start }.map(\.actor) }
  }

  /// The label of an event; `nil` where no title names anybody.
  /// - Parameter members: numbers of its documents.
  func text(members: [Int]) -> String? {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    for member in members {
      for actor in Set(named[member]) { counts[actor, default: 0] += 1 }
      for actor in named[member] where !order.contains(actor) { order.append(actor) }
    }
    let chosen = order.enumerated().sorted { left, right in
      let keys = (rank(left.element), rank(right.element))
      if keys.0 != keys.1 { return keys.0 < keys.1 }
      let times = (counts[left.element] ?? 0, counts[right.element] ?? 0)
      return times.0 != times.1 ? times.0 > times.1 : left.offset < right.offset
    }.prefix(Self.names).map { actors[$0.element].shortName }
    guard !chosen.isEmpty else { return nil }
    return label(chosen, topic(members))
  }

  /// The label of an event whose titles name nobody: by whom more than two thirds of its texts name.
  /// - Parameter members: numbers of its documents.
  /// - Returns: `nil` where there is nobody, and for a single text.
  func text(sharedBy members: [Int]) -> String? {
    guard members.count > 1 else { return nil }
    var counts: [Int: (documents: Int, mentions: Int)] = [:]
    for member in members {
      for (actor, mentions) in naming[member] {
        let known = counts[actor] ?? (0, 0)
        counts[actor] = (known.documents + 1, known.mentions + mentions)
      }
    }
    let chosen = counts.filter { 3 * $0.value.documents > 2 * members.count }.sorted { left, right in
      let keys = (rank(left.key), rank(right.key))
      if keys.0 != keys.1 { return keys.0 < keys.1 }
      let (one, other) = (left.value, right.value)
      if one.documents != other.documents { return one.documents > other.documents }
      return one.mentions != other.mentions ? one.mentions > other.mentions : left.key < right.key
    }.prefix(Self.names).map { actors[$0.key].shortName }
    guard !chosen.isEmpty else { return nil }
    return label(chosen, topic(members))
  }

  private func label(_ names: [String], _ topic: String?) -> String {
    [names.joined(separator: ", "), topic].compactMap(\.self).joined(separator: " · ")
  }

  /// People act; what they act on and where comes after them.
  private func rank(_ actor: Int) -> Int {
    switch actors[actor].kind {
    case .person: 0
    case .organisation, .group, .other: 1
    case .place: 2
    }
  }

  /// The common noun of the titles that the texts say most often, in the title's own form.
  private func topic(_ members: [Int]) -> String? {
    // Headlines that capitalise every word make names of nouns: the texts themselves tell which are.
    var counts: [String: Int] = [:]
    for member in members {
      let bytes = texts[member].text.bytes
      for token in texts[member].tokens
      where token.tag == .noun && token.norm.utf8.count > 2 && bytes[Int(token.span.start)] >= 0x61 {
        counts[token.norm, default: 0] += 1
      }
    }
    var candidates: [String] = []
    for member in members {
      guard let title = documents[member].title else { continue }
      for token in texts[member].tokens where title.overlaps(token.span) && counts[token.norm] != nil {
        if token.tag == .noun || token.tag == .propn, !candidates.contains(token.norm) { candidates.append(token.norm) }
      }
    }
    return candidates.enumerated().max { left, right in
      let times = (counts[left.element] ?? 0, counts[right.element] ?? 0)
      return times.0 != times.1 ? times.0 < times.1 : left.offset > right.offset
    }?.element
  }
}
