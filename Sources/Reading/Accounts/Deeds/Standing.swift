internal import Dossier
internal import Language

/// Whether one counts as a partner: his standing is disputed, or a meeting with him is spoken of.
struct Standing: Sendable {
  var actor: Int
  var isDisputed: Bool
  /// The words that say so.
  var words: Range<Int>
}

/// Finds whose standing a claim disputes, and whom it sees at the table.
struct StandingFinder {
  let words: [Claim.Word]
  let projections: [Projection]

  private static let axis = AxisLexicon.shared.axes.firstIndex { $0.name == "legitimacy" }
  private static let doubting: Set<String> = [
    "question", "questioning", "doubt", "challenge", "dispute", "contest", "deny", "lack",
  ]
  private static let meeting: Set<String> = [
    "meeting", "meet", "talk", "talks", "summit", "negotiation", "negotiate", "dialogue",
  ]

  /// Those disputed, then those met, each in order of place. Cost: quadratic in the words.
  var standings: [Standing] { disputed + met }

  private var disputed: [Standing] {
    projections.compactMap { projection in
      guard projection.axis == Self.axis, case .actor(let actor)? = projection.theme else { return nil }
      let word = projection.words.lowerBound
      let doubt = words[word].head.flatMap { Self.doubting.contains(words[$0].lemma) ? $0 : nil }
      guard (projection.pole > 0) == (doubt != nil) else { return nil }
      let span = doubt.map { min($0, word)..<max($0, word) + 1 } ?? projection.words
      return Standing(actor: actor, isDisputed: true, words: span)
    }
  }

  /// *A meeting between X and Y*, *talks with Y*, not one that is ruled out.
  private var met: [Standing] {
    words.indices.flatMap { index -> [Standing] in
      guard Self.meeting.contains(words[index].lemma), !words[index].isNegated else { return [] }
      let partners = words.indices.filter { isPartner($0, of: index) }
      return Set(partners.compactMap { words.actor(at: $0) }).sorted().map {
        Standing(actor: $0, isDisputed: false, words: index..<index + 1)
      }
    }
  }

  private func isPartner(_ index: Int, of meeting: Int) -> Bool {
    var current = index
    for _ in 0..<8 {
      guard words[current].relation == .conj, let head = words[current].head else { break }
      current = head
    }
    guard words[current].head == meeting else { return false }
    if words[current].relation == .obj { return true }
    return [.nmod, .obl].contains(words[current].relation) && words.hasCase(["with", "between"], at: current)
  }
}
