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
  private static let axis = AxisLexicon.shared.axes.firstIndex { $0.name == "legitimacy" }
  private static let doubting: Set<String> = [
    "question", "questioning", "doubt", "challenge", "dispute", "contest", "deny", "lack",
  ]
  private static let meeting: Set<String> = [
    "meeting", "meet", "talk", "talks", "summit", "negotiation", "negotiate", "dialogue",
  ]

  /// In order of place. Cost: quadratic in the words.
  func standings(in claim: Claim) -> [Standing] {
    disputed(in: claim) + met(in: claim)
  }

  /// Those disputed only. Cost: linear in the claim's places on axes.
  func disputed(in claim: Claim) -> [Standing] {
    claim.projections.compactMap { projection in
      guard projection.axis == Self.axis, case .actor(let actor)? = projection.theme else { return nil }
      let word = projection.words.lowerBound
      let doubt = claim.words[word].head.flatMap { Self.doubting.contains(claim.words[$0].lemma) ? $0 : nil }
      guard (projection.pole > 0) == (doubt != nil) else { return nil }
      let words = doubt.map { min($0, word)..<max($0, word) + 1 } ?? projection.words
      return Standing(actor: actor, isDisputed: true, words: words)
    }
  }

  /// Those met only: *a meeting between X and Y*, *talks with Y*, not one that is ruled out.
  func met(in claim: Claim) -> [Standing] {
    claim.words.indices.flatMap { index -> [Standing] in
      guard Self.meeting.contains(claim.words[index].lemma), !claim.words[index].isNegated else { return [] }
      let partners = claim.words.indices.filter { isPartner($0, of: index, in: claim) }
      return Set(partners.compactMap { claim.words.actor(at: $0) }).sorted().map {
        Standing(actor: $0, isDisputed: false, words: index..<index + 1)
      }
    }
  }

  private func isPartner(_ index: Int, of meeting: Int, in claim: Claim) -> Bool {
    var current = index
    for _ in 0..<8 {
      guard claim.words[current].relation == .conj, let head = claim.words[current].head else { break }
      current = head
    }
    guard claim.words[current].head == meeting else { return false }
    if claim.words[current].relation == .obj { return true }
    return [.nmod, .obl].contains(claim.words[current].relation)
      && claim.words.contains {
        $0.head == current && $0.relation == .case && ["with", "between"].contains($0.norm)
      }
  }
}
