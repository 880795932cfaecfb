import Dossier
import Language

/// Whether the text tells that what a cue attributes was said: *has never said*, *would not confirm*, *may argue*.
///
/// By the parse: what negates the cue, the verb that it hangs on, its auxiliaries, its subject, and whether a condition has it
/// in scope.
struct CueStatus {
  private let context: StatementContext
  private let sentence: Range<Int>
  private var tokens: [Token] { context.text.tokens }

  /// - Parameter sentence: the tokens of the cue's sentence.
  init(in sentence: Range<Int>, of context: StatementContext) {
    self.sentence = sentence
    self.context = context
  }

  /// So far before the cue the words may stand that are shown with it.
  private static let reach = 5

  /// The status, and the cue with the words that tell it where they stand close before.
  func status(of cue: Int) -> (status: Statement.Cue.Status, words: Range<Int>) {
    // What a quotation says tells nothing of its being said.
    let children = sentence.filter {
      tokens[$0].head == cue && (context.quotationOf[$0] < 0 || context.quotationOf[$0] == context.quotationOf[cue])
    }
    func told(_ status: Statement.Cue.Status, by word: Int) -> (Statement.Cue.Status, Range<Int>) {
      var first = cue - word <= Self.reach && word < cue ? word : cue
      // *Would not say*: from its first auxiliary on.
      while first > sentence.lowerBound, first < cue, tokens[first - 1].head == cue, tokens[first - 1].tag == .aux {
        first -= 1
      }
      return (status, first..<cue + 1)
    }
    if let negator = negator(of: cue, children) {
      // Who does not believe it holds that it is not so.
      return told(context.cue(cue)?.kind == .believes ? .said : .notSaid, by: negator)
    }
    guard tokens[cue].tag == .verb || tokens[cue].tag == .aux else { return (.said, cue..<cue + 1) }
    if let subject = children.first(where: { tokens[$0].relation.universal == .nsubj }),
      let nobody = nobody(in: Int(context.left[subject])...subject)
    {
      return told(.notSaid, by: nobody)
    }
    if let head = tokens[cue].head, sentence.contains(head), head < cue,
      context.quotationOf[head] < 0 || context.quotationOf[head] == context.quotationOf[cue],
      let above = above(cue, head, children)
    {
      return told(above, by: head)
    }
    if let condition = children.first(where: { $0 < cue && Self.conditions.contains(tokens[$0].norm) }),
      tokens[condition].relation == .mark
    {
      return told(.open, by: condition)
    }
    if let modal = children.first(where: { Self.modals.contains(tokens[$0].norm) && tokens[$0].tag == .aux }),
      // *I must say*, *I would argue*: it is said thereby.
      !children.contains(where: { Self.firstPersons.contains(tokens[$0].norm) }),
      // *Would later say*: it was said.
      !children.contains(where: { Self.afterwards.contains(tokens[$0].norm) })
    {
      return told(.open, by: modal)
    }
    return (.said, cue..<cue + 1)
  }

  /// *Not*, *never*; *without saying*; *no claim*. Not *not only*.
  private func negator(of cue: Int, _ children: [Int]) -> Int? {
    children.first { child in
      guard child < cue else { return false }
      let next = child + 1 < sentence.upperBound ? tokens[child + 1].norm : ""
      switch tokens[child].norm {
      case "not", "n't", "n’t", "never", "nor", "neither", "hardly": return !Self.limits.contains(next)
      case "without": return tokens[child].relation == .mark || tokens[child].relation == .case
      case "no": return tokens[child].relation == .det && tokens[cue].tag == .noun
      default: return false
      }
    }
  }

  /// *Nobody*, *no officials*, *neither Holm nor Berg*.
  private func nobody(in subject: ClosedRange<Int>) -> Int? {
    let first = subject.lowerBound
    switch tokens[first].norm {
    case "nobody", "none", "neither": return first
    case "no": return first == subject.upperBound ? nil : first
    default: return nil
    }
  }

  /// What the verb or adjective tells on which the cue hangs: *refused to say*, *is likely to argue*, *did not want to say*,
  /// *did not confirm or deny*.
  private func above(_ cue: Int, _ head: Int, _ children: [Int]) -> Statement.Cue.Status? {
    if tokens[cue].relation == .conj {
      let isOwn = children.contains { tokens[$0].relation.universal == .nsubj || tokens[$0].tag == .aux }
      // *Or* shares what is before it.
      guard !isOwn, children.contains(where: { ["or", "nor"].contains(tokens[$0].norm) }) else { return nil }
      let shared = status(of: head).status
      return shared == .said ? nil : shared
    }
    // *Stopped short of calling it so*
    if children.contains(where: {
      tokens[$0].norm == "of" && sentence.lowerBound < $0 && $0 < cue && tokens[$0 - 1].norm == "short"
    }) {
      return .notSaid
    }
    let hasTo = children.contains { tokens[$0].norm == "to" && $0 < cue }
    guard hasTo, [.xcomp, .advcl, .ccomp, .acl].contains(tokens[cue].relation) else { return nil }
    let lemma = tokens[head].lemma
    if Self.refusals.contains(lemma) { return .notSaid }
    // *Went on to say*, *had to admit*: said.
    if lemma == "go" || lemma == "have", tokens[head].features.contains(.tensePast) { return nil }
    // *Poised* may pass for a verb.
    let isProspect = tokens[head].tag == .adj || !tokens[head].features.contains(.verbFormFin)
    guard Self.intentions.contains(lemma) || isProspect && Self.prospects.contains(tokens[head].norm) else {
      return nil
    }
    return .open
  }

  private static let limits: Set<String> = ["only", "just", "merely", "simply"]
  private static let conditions: Set<String> = ["if", "unless", "whether"]
  private static let modals: Set<String> = [
    "may", "might", "could", "should", "must", "will", "'ll", "’ll", "shall", "would", "can",
  ]
  private static let firstPersons: Set<String> = ["i", "we", "you"]
  private static let afterwards: Set<String> = ["later", "often", "eventually", "afterward", "afterwards", "always"]
  private static let refusals: Set<String> = ["refuse", "decline", "fail", "avoid", "neglect", "forget", "omit"]
  private static let intentions: Set<String> = [
    "want", "plan", "hope", "expect", "intend", "need", "prepare", "seek", "wish", "have", "go", "threaten",
  ]
  private static let prospects: Set<String> = [
    "likely", "unlikely", "poised", "ready", "set", "due", "able", "expected", "prepared", "bound", "certain", "sure",
    "free", "willing", "unwilling", "reluctant", "loath", "eager",
  ]
}
