import Dossier
import Language

/// Ties pronouns to actors, in reading order, so that each may look back at those before it.
///
/// `he` and `she` go to the candidate that the model ranks first; `it` and `they` only where one candidate is plain. "I" and "we"
/// inside quotation marks are the speaker's; that is done once speakers are known.
struct PronounResolver {
  let text: ActorText
  let model: PronounModel

  /// What the resolver knows of actors beforehand.
  struct Known {
    var gender: [Int: Gender]
    /// Whose gender a title tells, which a pronoun never overrides.
    var isTold: Set<Int>
  }

  /// A pronoun and its candidates, as training sees them.
  struct Case {
    var pronoun: Pronoun
    var candidates: [(actor: Int, features: [Int])]
    var chosen: Int?
  }

  static let window = 5
  static let most = 16
  /// Of a very long sentence so many mentions on either side may bar somebody.
  static let bounded = 64
  /// How likely at least whoever says it is meant by the pronoun with which it begins.
  private static let sure = 0.8

  /// - Parameters:
  ///   - anchors: names, titles and groups of the text, in order.
  ///   - speakers: who speaks the statements, as far as names give it.
  ///   - speakersWith: the same once pronouns are tied.
  ///   - observe: called for every `he` and `she` with what was weighed.
  func references(
    anchors: [Anchor], known: Known, speakers: SpeakerLookup, speakersWith: ([Reference]) -> SpeakerLookup,
    observe: ((Case) -> Void)? = nil
  ) -> [Reference] {
    var votes = GenderVotes()
    let drafts = references(anchors, known, speakers, speakers, votes, observe: nil)
    for draft in drafts {
      if let pronoun = Pronoun(text, draft.tokens.lowerBound), case .he(let gender) = pronoun.person {
        votes.add(draft.actor, gender, at: draft.tokens.lowerBound)
      }
    }
    guard !votes.isEmpty else { return drafts }
    return references(anchors, known, speakers, speakersWith(drafts), votes, observe: observe)
  }

  private func references(
    _ anchors: [Anchor], _ known: Known, _ speakers: SpeakerLookup, _ quoted: SpeakerLookup, _ votes: GenderVotes,
    observe: ((Case) -> Void)?
  ) -> [Reference] {
    var state = PronounState(anchors: anchors, turns: speakers.turns, text: text)
    var found: [Reference] = []
    for token in text.tokens.indices where text.key(token).utf8.count <= 10 {
      guard let pronoun = Pronoun(text, token) else { continue }
      state.advance(to: token)
      switch pronoun.person {
      case .he(let gender):
        let situation = situation(pronoun, gender, state, quoted)
        let binding = PronounBinding(situation, in: text)
        let candidates = candidates(situation, binding, known, votes, state)
        guard !candidates.isEmpty else { continue }
        let scored = candidates.map { PronounFeatures.shared.features($0, situation, text) }
        let scores = scored.map(model.score)
        let bound = binding.bound(among: candidates, state.heading)
        // Whom the words name that it speaks comes last.
        let best = bound?.index ?? best(scores) { !candidates[$0].isInOwnWords } ?? best(scores) { _ in true }
        observe?(
          Case(
            pronoun: pronoun, candidates: zip(candidates, scored).map { ($0.actor, $1) },
            chosen: best.map { candidates[$0].actor }))
        guard let best else { continue }
        let chosen = candidates[best]
        let likelihood = model.likelihood(of: best, among: scores)
        state.add(anchor(pronoun, chosen, situation), gender: gender)
        if situation.speaks { state.spoke(chosen.actor, at: token) }
        found.append(
          reference(
            token, chosen.actor, bound?.basis ?? basis(chosen, situation),
            confidence: bound == nil ? likelihood : max(likelihood, Self.sure)))
      case .it, .they:
        guard let chosen = thing(pronoun, state) else { continue }
        let role = Anchor.role(of: token..<(token + 1), in: text)
        var anchor = chosen
        anchor.tokens = token..<(token + 1)
        anchor.form = .pronoun
        (anchor.role, anchor.governor) = role
        anchor.sentence = Int(text.sentenceOf[token])
        anchor.quotation = text.quotation(at: token)?.statement
        anchor.isFirstInSentence = false
        state.add(anchor, gender: nil)
        found.append(
          reference(token, chosen.actor, "pronoun: \(chosen.role == .subject ? "subject" : "named") just before"))
      case .speaker: continue
      }
    }
    return found
  }

  /// The highest score above the threshold, of some.
  private func best(_ scores: [Double], of isOne: (Int) -> Bool) -> Int? {
    let best = scores.indices.filter(isOne).max { left, right in
      scores[left] == scores[right] ? left > right : scores[left] < scores[right]
    }
    return best.flatMap { scores[$0] > model.threshold ? $0 : nil }
  }

  private func reference(_ token: Int, _ actor: Int, _ basis: String, confidence: Double = 1) -> Reference {
    Reference(
      tokens: token..<(token + 1), span: text.tokens[token].span, actor: actor, kind: .pronoun, basis: basis,
      confidence: confidence)
  }

  private func anchor(
    _ pronoun: Pronoun, _ chosen: PronounFeatures.Candidate, _ situation: PronounFeatures.Situation
  ) -> Anchor {
    var anchor = Anchor(
      tokens: pronoun.token..<(pronoun.token + 1), actor: chosen.actor, form: .pronoun, role: situation.role,
      governor: situation.governor, sentence: situation.sentence, kind: chosen.anchor.kind,
      quotation: situation.quotation)
    anchor.place(in: text)
    return anchor
  }

  // MARK: he, she

  private func situation(
    _ pronoun: Pronoun, _ gender: Gender, _ state: PronounState, _ speakers: SpeakerLookup
  ) -> PronounFeatures.Situation {
    let token = pronoun.token
    let (role, governor) = Anchor.role(of: token..<(token + 1), in: text)
    let quotation = text.quotation(at: token)?.statement
    let report = quotation == nil ? text.report(at: token) : nil
    let opensReport =
      pronoun.form == .subject && (report.map { PronounBinding.opens($0, with: token, in: text) } ?? false)
    let over = quotation == nil ? quotationBefore(token) : nil
    let sentence = over?.sentence ?? Int(text.sentenceOf[token])
    return PronounFeatures.Situation(
      pronoun: pronoun, gender: gender, sentence: sentence, over: over?.statement, role: role, governor: governor,
      quotation: quotation, speaker: quotation.flatMap(speakers.actor), isReported: report != nil,
      reporter: report.flatMap { speakers.actor($0.statement) },
      opensReport: opensReport, says: state.says(token), paragraphStart: text.paragraphStart(of: token),
      isInitial: text.sentence(of: token).lowerBound == token, speaks: state.isTurn(token), lastTurn: state.lastTurn,
      chained: state.chained[gender].flatMap { $0.sentence > sentence ? nil : $0 })
  }

  /// The quotation that ends right before a token, as in *Quill warned: “…”, she said*, and the sentence to look back from:
  /// for a long one that in which it begins.
  private func quotationBefore(_ token: Int) -> (statement: Int, sentence: Int)? {
    let places = (max(0, token - 2)..<token).reversed()
    guard let quoted = places.lazy.compactMap({ text.quotation(at: $0) }).first else { return nil }
    let first = text.tokens.partitioningIndex { $0.span.end > quoted.span.start }
    guard first < token else { return nil }
    let (own, opening) = (Int(text.sentenceOf[token]), Int(text.sentenceOf[first]))
    return (quoted.statement, own - opening >= Self.window ? opening : own)
  }

  private func basis(_ candidate: PronounFeatures.Candidate, _ situation: PronounFeatures.Situation) -> String {
    if candidate.isAfter { return "pronoun: named right after" }
    let gap = situation.sentence - candidate.anchor.sentence
    let place = gap == 0 ? "same sentence" : gap == 1 ? "sentence before" : "\(gap) sentences before"
    return candidate.anchor.role == .subject ? "pronoun: subject, \(place)" : "pronoun: \(place)"
  }
}
