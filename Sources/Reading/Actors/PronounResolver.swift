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

  /// - Parameters:
  ///   - anchors: names, titles and groups of the text, in order.
  ///   - speakers: actor of the speaker by statement, as far as names give it.
  ///   - observe: called for every `he` and `she` with what was weighed.
  func references(
    anchors: [Anchor], known: Known, speaker: (Int) -> Int?, observe: ((Case) -> Void)? = nil
  ) -> [Reference] {
    var state = State(anchors: anchors)
    var found: [Reference] = []
    for token in text.tokens.indices where text.key(token).utf8.count <= 10 {
      guard let pronoun = Pronoun(text, token) else { continue }
      state.advance(to: token)
      switch pronoun.person {
      case .he(let gender):
        let situation = situation(pronoun, gender, state, speaker)
        let candidates = candidates(situation, known, state)
        guard !candidates.isEmpty else { continue }
        let scored = candidates.map { PronounFeatures.shared.features($0, situation, text) }
        var best = 0
        var scores = [Double]()
        for (index, features) in scored.enumerated() {
          scores.append(model.score(features))
          if scores[index] > scores[best] { best = index }
        }
        let isChosen = scores[best] > model.threshold
        observe?(
          Case(
            pronoun: pronoun, candidates: zip(candidates, scored).map { ($0.actor, $1) },
            chosen: isChosen ? candidates[best].actor : nil))
        guard isChosen else { continue }
        let chosen = candidates[best]
        state.add(anchor(pronoun, chosen, situation), gender: gender)
        found.append(reference(token, chosen.actor, basis(chosen, situation)))
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

  private func reference(_ token: Int, _ actor: Int, _ basis: String) -> Reference {
    Reference(tokens: token..<(token + 1), span: text.tokens[token].span, actor: actor, kind: .pronoun, basis: basis)
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
    _ pronoun: Pronoun, _ gender: Gender, _ state: State, _ speaker: (Int) -> Int?
  ) -> PronounFeatures.Situation {
    let token = pronoun.token
    let (role, governor) = Anchor.role(of: token..<(token + 1), in: text)
    let quotation = text.quotation(at: token)?.statement
    let over = quotation == nil ? quotationBefore(token) : nil
    let sentence = over?.sentence ?? Int(text.sentenceOf[token])
    return PronounFeatures.Situation(
      pronoun: pronoun, gender: gender, sentence: sentence, over: over?.statement, role: role, governor: governor,
      quotation: quotation, speaker: quotation.flatMap(speaker), paragraphStart: paragraphStart(of: token),
      isInitial: text.sentence(of: token).lowerBound == token,
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

  private func paragraphStart(of token: Int) -> Int {
    let sentence = Int(text.sentenceOf[token])
    let next = text.analysed.paragraphs.partitioningIndex { $0.sentences.lowerBound > sentence }
    guard next > 0 else { return 0 }
    let first = text.analysed.paragraphs[next - 1].sentences.lowerBound
    return text.analysed.sentences.indices.contains(first) ? text.analysed.sentences[first].tokens.lowerBound : 0
  }

  private func candidates(
    _ situation: PronounFeatures.Situation, _ known: Known, _ state: State
  ) -> [PronounFeatures.Candidate] {
    var found: [PronounFeatures.Candidate] = []
    var hasSubject = false
    func consider(_ anchor: Anchor, isAfter: Bool) {
      guard anchor.kind != .thing, found.count < Self.most, anchor.isPerson || !text.isAcronym(anchor.tokens) else {
        return
      }
      let isNearestSubject = anchor.role == .subject && !hasSubject && !isAfter
      if isNearestSubject { hasSubject = true }
      if let known = found.firstIndex(where: { $0.actor == anchor.actor }) {
        if isNearestSubject { found[known].isNearestSubject = true }
        return
      }
      let gender = known.gender[anchor.actor]
      if let gender, gender != situation.gender, known.isTold.contains(anchor.actor) { return }
      let tally = state.tallies[anchor.actor] ?? State.Tally()
      let same = situation.gender == .masculine ? tally.masculine : tally.feminine
      let other = situation.gender == .masculine ? tally.feminine : tally.masculine
      found.append(
        PronounFeatures.Candidate(
          actor: anchor.actor, anchor: anchor, isAfter: isAfter, rank: found.count, mentions: tally.mentions,
          subjects: tally.subjects, isMostFrequent: false, isNearestSubject: isNearestSubject, later: 0,
          total: state.totals[anchor.actor] ?? 0, gender: gender, sameGender: same, otherGender: other,
          opensText: state.opening == anchor.actor))
    }
    for anchor in state.seen.reversed() {
      if situation.sentence - anchor.sentence > Self.window || found.count == Self.most { break }
      // Who speaks is not who is spoken of.
      if let over = situation.over, anchor.sentence > situation.sentence || anchor.quotation == over { continue }
      consider(anchor, isAfter: false)
    }
    for anchor in state.ahead {
      if anchor.sentence > situation.sentence + 1 { break }
      if anchor.sentence == situation.sentence { consider(anchor, isAfter: true) }
      if let named = found.firstIndex(where: { $0.actor == anchor.actor && !$0.isAfter }), found[named].later == 0 {
        found[named].later = anchor.sentence == situation.sentence ? 1 : 2
      }
    }
    let most = found.map(\.mentions).max() ?? 0
    for index in found.indices where found[index].mentions == most { found[index].isMostFrequent = true }
    return found
  }

  private func basis(_ candidate: PronounFeatures.Candidate, _ situation: PronounFeatures.Situation) -> String {
    if candidate.isAfter { return "pronoun: named right after" }
    let gap = situation.sentence - candidate.anchor.sentence
    let place = gap == 0 ? "same sentence" : gap == 1 ? "sentence before" : "\(gap) sentences before"
    return candidate.anchor.role == .subject ? "pronoun: subject, \(place)" : "pronoun: \(place)"
  }

  // MARK: it, they

  /// The one place, body or group that a neuter or plural pronoun can plainly stand for: the first in its own sentence, else
  /// the subject of the sentence before.
  private func thing(_ pronoun: Pronoun, _ state: State) -> Anchor? {
    let sentence = Int(text.sentenceOf[pronoun.token])
    let quotation = text.quotation(at: pronoun.token)?.statement
    if pronoun.form == .subject, case .it = pronoun.person, text.tokens[pronoun.token].relation == .expl { return nil }
    var own: Anchor?
    var before: Anchor?
    for anchor in state.seen.reversed() {
      if sentence - anchor.sentence > 1 { break }
      if anchor.isPerson || anchor.kind == .other { continue }
      if let quotation, anchor.quotation != quotation, anchor.sentence != sentence { continue }
      if quotation == nil, anchor.quotation != nil { continue }
      if anchor.sentence == sentence {
        guard anchor.role == .subject || anchor.role == .possessor else { continue }
        if let own, own.actor != anchor.actor { return nil }
        own = anchor
      } else if anchor.role == .subject, before == nil {
        before = anchor
      }
    }
    return own ?? (pronoun.form == .subject || pronoun.form == .possessive ? before : nil)
  }

  // MARK: State

  /// What has been read so far.
  private struct State {
    struct Tally {
      var mentions = 0
      var subjects = 0
      var masculine = 0
      var feminine = 0
    }

    private let anchors: [Anchor]
    private var next = 0
    private(set) var seen: [Anchor] = []
    private(set) var tallies: [Int: Tally] = [:]
    private(set) var chained: [Gender: (actor: Int, sentence: Int)] = [:]
    private(set) var opening: Int?
    /// Names of every actor in the whole text.
    private(set) var totals: [Int: Int] = [:]

    init(anchors: [Anchor]) {
      self.anchors = anchors
      for anchor in anchors { totals[anchor.actor, default: 0] += 1 }
    }

    var ahead: ArraySlice<Anchor> { anchors[next...] }

    mutating func advance(to token: Int) {
      while next < anchors.count, anchors[next].tokens.lowerBound < token {
        add(anchors[next], gender: nil)
        next += 1
      }
    }

    mutating func add(_ anchor: Anchor, gender: Gender?) {
      seen.append(anchor)
      if opening == nil, anchor.isPerson { opening = anchor.actor }
      tallies[anchor.actor, default: Tally()].mentions += 1
      if anchor.role == .subject { tallies[anchor.actor, default: Tally()].subjects += 1 }
      switch gender {
      case .masculine: tallies[anchor.actor, default: Tally()].masculine += 1
      case .feminine: tallies[anchor.actor, default: Tally()].feminine += 1
      case nil: return
      }
      if let gender { chained[gender] = (anchor.actor, anchor.sentence) }
    }
  }
}
