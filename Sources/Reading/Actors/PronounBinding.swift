import Dossier
import Language

/// Whom grammar keeps a pronoun from standing for, and whom it gives it to, whatever else speaks for others.
struct PronounBinding {
  private let text: ActorText
  private let situation: PronounFeatures.Situation
  /// Verbs whose subject does something to whom the pronoun stands for.
  private let governors: Set<Int>
  /// The quotations whose speaker the pronoun is named as.
  private let said: Set<Int>

  init(_ situation: PronounFeatures.Situation, in text: ActorText) {
    self.text = text
    self.situation = situation
    governors = Self.governors(situation, text)
    said = Set(situation.says)
  }

  /// Whether the one spoken of there cannot be meant anywhere in the sentence.
  func bars(_ anchor: Anchor) -> Bool { isDoer(anchor) || isTold(anchor) }

  /// Who does it to him is not he: *Holm blamed him*, *Holm went after Berg, calling him a thief*.
  private func isDoer(_ anchor: Anchor) -> Bool {
    guard anchor.role == .subject, let governor = anchor.governor else { return false }
    return governors.contains(governor)
  }

  /// *Holm, with whom he fell out*, *Holm, whose book he wrote*: what he does there is done with somebody else.
  private func isTold(_ anchor: Anchor) -> Bool {
    let token = situation.pronoun.token
    let start = anchor.tokens.upperBound
    guard situation.pronoun.form == .subject, start < token, token - start <= 6,
      Int(text.sentenceOf[token]) == anchor.sentence
    else { return false }
    var relative = start
    if Self.marks.contains(text.norm(relative)) { relative += 1 }
    if relative < token, text.tokens[relative].tag == .adp { relative += 1 }
    guard relative < token else { return false }
    switch text.norm(relative) {
    case "who", "whom": return relative == token - 1
    case "whose":
      return relative < token - 1
        && (relative + 1..<token).allSatisfy { [.noun, .adj, .propn].contains(text.tokens[$0].tag) }
    default: return false
    }
  }

  /// Hardly anybody names himself in what he says: *“It is Holm's mill,” he said*.
  func isInOwnWords(_ anchor: Anchor) -> Bool {
    guard situation.pronoun.form == .subject, let quotation = anchor.quotation, anchor.form != .pronoun else {
      return false
    }
    return said.contains(quotation) && [.subject, .object, .oblique, .possessor].contains(anchor.role)
  }

  private static let marks: Set<String> = [",", "-", "–", "—"]

  /// The verb of an object, and the one beside which its clause says how: *went after Berg, calling him a thief*.
  private static func governors(_ situation: PronounFeatures.Situation, _ text: ActorText) -> Set<Int> {
    guard situation.pronoun.form == .object, situation.role == .object, let verb = situation.governor else { return [] }
    guard text.tokens[verb].relation == .advcl, text.norm(verb).hasSuffix("ing"),
      calling.contains(text.tokens[verb].lemma), let above = text.tokens[verb].head,
      [.root, .conj, .parataxis].contains(text.tokens[above].relation)
    else { return [verb] }
    let sentence = text.sentence(of: verb)
    let isPlain = !sentence.contains {
      text.tokens[$0].head == above && text.tokens[$0].relation == .nsubjPass
        || text.tokens[$0].head == verb && text.tokens[$0].relation.universal == .nsubj
    }
    return isPlain ? [verb, above] : [verb]
  }

  /// What one says to or of another.
  private static let calling: Set<String> = [
    "accuse", "ask", "attack", "berate", "blame", "brand", "call", "challenge", "compare", "congratulate", "criticise",
    "criticize", "denounce", "deride", "describe", "dismiss", "dub", "hail", "insult", "label", "liken", "mock",
    "praise", "ridicule", "salute", "scold", "taunt", "tell", "thank", "urge", "warn", "welcome",
  ]

  // MARK: Whom it means

  /// Whether a pronoun is the first of whom a report tells, right behind the verb that reports it and does not tell somebody:
  /// *said (that) he*, not *told Berg he*, *ruled he*. Who speaks for another says it of the other: *Holm's lawyer said he*.
  static func opens(_ report: ActorText.Quoted, with pronoun: Int, in text: ActorText) -> Bool {
    let sentence = text.sentence(of: pronoun)
    let start = text.tokens.partitioningIndex { $0.span.end > report.span.start }
    guard start >= sentence.lowerBound, start <= pronoun else { return false }
    let told = start..<pronoun
    guard told.count <= 8, !told.contains(where: { text.nameOf[$0] >= 0 || Pronoun(text, $0) != nil }),
      !told.contains(where: { [.nsubj, .nsubjPass].contains(text.tokens[$0].relation) })
    else { return false }
    let before = sentence.lowerBound..<start
    guard let verb = before.suffix(5).last(where: { text.tokens[$0].tag == .verb }),
      !deciding.contains(text.tokens[verb].lemma), isOwn(verb, text),
      !(verb + 1..<start).contains(where: { isPerson($0, text) || text.tokens[$0].relation == .obj })
    else { return false }
    return !before.contains { spokesmen.contains(text.tokens[$0].lemma) }
  }

  /// *Holm dropped Berg, saying he was a thief*: what follows tells of either.
  private static func isOwn(_ verb: Int, _ text: ActorText) -> Bool {
    !text.norm(verb).hasSuffix("ing") || verb > 0 && text.nameOf[verb - 1] >= 0
  }

  private static func isPerson(_ token: Int, _ text: ActorText) -> Bool {
    if let pronoun = Pronoun(text, token), pronoun.form == .object { return true }
    return text.nameOf[token] >= 0 && text.analysed.names[Int(text.nameOf[token])].kind == .person
  }

  /// What is said with these is said of another.
  private static let deciding: Set<String> = [
    "rule", "allege", "find", "charge", "accuse", "conclude", "ask", "wonder", "suspect", "joke", "testify", "recall",
  ]

  /// Who is asked about others, or speaks for them.
  private static let spokesmen: Set<String> = [
    "adviser", "advisor", "agent", "aide", "ally", "attorney", "brother", "coach", "daughter", "doctor", "father",
    "friend", "husband", "lawyer", "manager", "mother", "neighbor", "neighbour", "officer", "police", "prosecutor",
    "publicist", "sheriff", "sister", "son", "spokesman", "spokesperson", "spokeswoman", "widow", "wife", "witness",
  ]

  /// Of several candidates the one whom the place of the pronoun tells, and why.
  /// - Parameter heading: who heads the paragraph, and whether nobody else was named in it.
  func bound(among candidates: [PronounFeatures.Candidate], _ heading: PronounState.Heading?) -> (
    index: Int, basis: String
  )? {
    if let reporter = reporter(among: candidates) { return (reporter, "pronoun: says it") }
    return head(heading, among: candidates).map { ($0, "pronoun: heads the paragraph") }
  }

  /// Who says what the pronoun opens: *Holm, whose rival is Berg, said he would go*.
  private func reporter(among candidates: [PronounFeatures.Candidate]) -> Int? {
    guard let reporter = situation.reporter, situation.opensReport else { return nil }
    return index(of: reporter, among: candidates)
  }

  private func head(_ heading: PronounState.Heading?, among candidates: [PronounFeatures.Candidate])
    -> Int?
  {
    guard let heading, heading.isAlone, heading.paragraph == situation.paragraphStart, situation.quotation == nil else {
      return nil
    }
    return index(of: heading.actor, among: candidates)
  }

  private func index(of actor: Int, among candidates: [PronounFeatures.Candidate]) -> Int? {
    guard let found = candidates.firstIndex(where: { $0.actor == actor }) else { return nil }
    let candidate = candidates[found]
    guard candidate.anchor.isPerson, !candidate.isAfter,
      candidate.gender == nil || candidate.gender == situation.gender,
      candidate.otherGender <= candidate.sameGender, ![3, 4].contains(candidate.votes)
    else { return nil }
    return found
  }
}
