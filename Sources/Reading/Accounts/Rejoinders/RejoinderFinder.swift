internal import Dossier
internal import Language

/// Finds, in each text, who answers whom: *Holm said the pier was safe. Strand disputed that.*
///
/// The two share no word, so no index of what claims have in common brings them together: they stand side by side, and the
/// text itself says that the one is about the other.
struct RejoinderFinder {
  let dossier: Dossier

  /// - Parameter claims: of one event, by document and order.
  /// - Returns: at most one for each answer. Cost: linear in the claims.
  func drafts(among claims: [Claim], background: Background) -> [Draft] {
    var found: [Draft] = []
    var turns: [Turn] = []
    for claim in claims where !claim.isHeading {
      if turns.last?.claim.passage.document != claim.passage.document { turns = [] }
      for turn in self.turns(of: claim) {
        if let rejoinder = turn.rejoinder, let speaker = turn.speaker,
          let told = told(before: turn, by: speaker, answeredBy: rejoinder, turns)
        {
          found.append(
            Draft(
              pair: ClaimPair(told.claim, claim, background: background),
              divergence: divergence(told, rejoinder, of: speaker, distance: claim.order - told.claim.order)))
        }
        turns.append(turn)
      }
    }
    return found
  }

  private struct Turn {
    var claim: Claim
    /// What is said.
    var words: Range<Int>
    var cue: Statement.Cue.Kind?
    var speaker: Speaker?
    var rejoinder: Rejoinder?
  }

  /// What is said in a sentence, in order, and then what it tells of somebody who denies it.
  private func turns(of claim: Claim) -> [Turn] {
    let said = claim.held.sorted { $0.words.lowerBound < $1.words.lowerBound }.map { held in
      Turn(
        claim: claim, words: held.words, cue: held.cue, speaker: speaker(of: held),
        rejoinder: Rejoinder(held, in: claim.words))
    }
    let root = claim.words.indices.first { index in
      claim.words[index].head == nil && !claim.held.contains { $0.words.contains(index) || $0.cueWord == index }
    }
    guard let root, let rejoinder = Rejoinder(verb: root, in: claim.words), let actor = doer(of: root, in: claim)
    else { return said }
    return said + [Turn(claim: claim, words: rejoinder.words, speaker: .actor(Actor.ID(actor)), rejoinder: rejoinder)]
  }

  private func doer(of verb: Int, in claim: Claim) -> Int? {
    claim.words.first { $0.head == verb && $0.relation == .nsubj }?.actor
  }

  private enum Speaker: Hashable {
    case actor(Actor.ID)
    case words(String)

    var known: Actor.ID? {
      if case .actor(let id) = self { id } else { nil }
    }
  }

  /// `nil` where nobody is named, or only by a pronoun that is tied to nobody.
  private func speaker(of held: Claim.Held) -> Speaker? {
    let statement = dossier[held.statement]
    if let actor = held.actor { return .actor(actor) }
    guard let words = statement.speaker?.mention.map({ dossier[statement.document].text[$0].lowercased() }),
      !Self.pronouns.contains(words)
    else { return nil }
    return .words(words)
  }

  private static let pronouns: Set<String> = [
    "he", "she", "they", "it", "i", "we", "who", "which", "that", "some", "others",
  ]

  /// The nearest saying of somebody else that says something of its own.
  private func told(
    before turn: Turn, by speaker: Speaker, answeredBy rejoinder: Rejoinder, _ turns: [Turn]
  ) -> Turn? {
    for other in turns.reversed() {
      if turn.claim.order - other.claim.order > rejoinder.reach { return nil }
      // *Holm was accused of hiding it. She denies the charge*: by whom is left open.
      let isOfNobody = other.speaker == nil && other.cue == .accuses && rejoinder.reach > 1
      guard isOfNobody || other.speaker.map({ $0 != speaker }) ?? false else { continue }
      // What stands between is about something else.
      guard other.rejoinder == nil, !other.claim.isQuestion, says(other), parts(rejoinder, from: other),
        isOf(other, turn)
      else { return nil }
      return other
    }
    return nil
  }

  /// Whether what is answered may be what a turn says, as far as the answer names whose it is: *the ministry's claim* is none
  /// of a witness.
  private func isOf(_ told: Turn, _ answer: Turn) -> Bool {
    guard let word = answer.rejoinder?.owner else { return true }
    let owner = answer.claim.words[word]
    switch told.speaker {
    case .actor(let speaker):
      if let actor = owner.actor, [speaker, dossier[speaker].speaksFor].contains(Actor.ID(actor)) { return true }
      return ([dossier[speaker].name] + dossier[speaker].roles.map(\.text)).contains { isNamed(owner.norm, in: $0) }
    case .words(let speaker): return isNamed(owner.norm, in: speaker)
    case nil: return true
    }
  }

  private func isNamed(_ word: String, in text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { $0 == word }
  }

  private func says(_ turn: Turn) -> Bool {
    turn.claim.terms(in: turn.words).count >= 2 || turn.words.count >= 3
  }

  /// Whether what only says *it did* or *he was not* turns what was told.
  private func parts(_ rejoinder: Rejoinder, from turn: Turn) -> Bool {
    guard case .ellipsis(let isNegated) = rejoinder.force else { return true }
    let words = turn.claim.words
    let root = turn.words.first { index in
      !(words[index].head.map(turn.words.contains) ?? false)
        && (words[index].tag == .verb
          || turn.words.contains { words[$0].head == index && words[$0].relation == .cop })
    }
    return root.map { words[$0].isNegated != isNegated } ?? false
  }

  /// What is offered or demanded is no claim that could be true.
  private static let asking: Set<Statement.Cue.Kind> = [.offers, .demands]

  private func divergence(
    _ told: Turn, _ rejoinder: Rejoinder, of speaker: Speaker, distance: Int
  ) -> Divergence {
    let (kind, relation, verb, confidence): (Disagreement.Kind, Disagreement.Relation, String, Double) =
      switch rejoinder.force {
      case .rejection where told.cue.map(Self.asking.contains) ?? false: (.stance, .tension, "turned down", 0.55)
      case .rejection: (.negation, .tension, "rejected", 0.6)
      case .refusal: (.stance, .tension, "turned down", 0.55)
      case .denial: (.negation, .contradiction, "denied", 0.7)
      case .ellipsis: (.negation, .contradiction, "told the other way", 0.65)
      }
    return Divergence(
      kind: kind, relation: relation, reason: "What {A} says, “{a}”, is \(verb) by {B}: “{b}”.",
      matches: [.init(left: told.words, right: rejoinder.words, relation: "answered")],
      isAnswer: true, answerer: speaker.known, confidence: confidence - 0.06 * Double(max(0, distance - 1)))
  }
}
