import Dossier
import Language

/// What a cue attributes by grammar alone, however seldom its word says anything: what the models may leave out.
enum PlainContent {
  /// All that the grammar attributes to a cue.
  static func ranges(of cue: Int, in context: StatementContext) -> [Range<Int>] {
    let interruption = Interruption(at: cue, in: context)
    let ranges = [
      thatClause(of: cue, in: context), interruption?.before, interruption?.after, leadingClause(of: cue, in: context),
    ]
    return ranges.compactMap(\.self)
  }

  /// The clause with *that* which a verb with a subject has for its object: *maintained that the pier was safe*. *To show that*,
  /// *it appeared that*, *assuming that* say nothing of anybody.
  static func thatClause(of verb: Int, in context: StatementContext) -> Range<Int>? {
    let tokens = context.text.tokens
    let sentence = context.text.sentences[Int(context.sentenceOf[verb])].tokens
    if tokens[verb].tag == .noun { return thatClause(ofNoun: verb, in: sentence, context) }
    guard tokens[verb].tag == .verb,
      // *Has made clear that*
      tokens[verb].features.contains(.verbFormFin)
        || sentence.contains(where: { tokens[$0].head == verb && tokens[$0].relation == .aux }),
      let subject = sentence.first(where: { tokens[$0].head == verb && tokens[$0].relation == .nsubj }),
      !Self.expletives.contains(tokens[subject].norm),
      let clause = (verb + 1..<max(verb + 1, sentence.upperBound)).first(where: {
        isThatClause($0, of: verb, in: context)
      })
    else { return nil }
    let start = Int(context.left[clause])
    var end = Int(context.right[clause]) + 1
    while end > start, context.isPunctuation(end - 1), !context.isClosing(end - 1) { end -= 1 }
    guard start > verb, start < clause, tokens[start].norm == "that" || tokens[verb + 1].norm == "clear",
      !(start..<end).contains(where: { context.isDirect[$0] })
    else { return nil }
    return start..<end
  }

  /// *Holm's argument that the pier was safe*: of somebody's claim by name the clause is what she claims.
  private static func thatClause(ofNoun noun: Int, in sentence: Range<Int>, _ context: StatementContext) -> Range<Int>?
  {
    let tokens = context.text.tokens
    guard noun + 2 < sentence.upperBound, tokens[noun + 1].norm == "that",
      sentence.contains(where: { tokens[$0].head == noun && tokens[$0].relation == .nmodPoss }),
      let clause = (noun + 2..<sentence.upperBound).first(where: {
        tokens[$0].head == noun && tokens[$0].relation.isClause
      })
    else { return nil }
    // *The claim that she made*, *his records that were lost*: there *that* is what she made, and what was lost.
    let isRelative =
      tokens[noun + 1].head == clause && tokens[noun + 1].relation == .obj && tokens[noun + 1].tag == .pron
      || [.verb, .aux, .adv].contains(tokens[noun + 2].tag)
    var end = Int(context.right[clause]) + 1
    while end > noun + 2, context.isPunctuation(end - 1), !context.isClosing(end - 1) { end -= 1 }
    guard !isRelative, end > clause, !(noun + 1..<end).contains(where: { context.isDirect[$0] }) else { return nil }
    return noun + 1..<end
  }

  private static func isThatClause(_ token: Int, of verb: Int, in context: StatementContext) -> Bool {
    let tokens = context.text.tokens
    guard let head = tokens[token].head else { return false }
    switch tokens[token].relation {
    // *Made clear that she would stay*
    case .ccomp: return head == verb || head == verb + 1 && tokens[head].norm == "clear"
    // *Testified in the civil case that the pier was closed*: where it was told is no more than told.
    case .acl: return context.shares[verb] >= 0.1 && tokens[head].head == verb && tokens[head].relation == .obl
    default: return false
    }
  }

  /// The sentence that a short clause closes: *More work is needed, General Holm assessed on Sunday.*
  private static func leadingClause(of verb: Int, in context: StatementContext) -> Range<Int>? {
    let tokens = context.text.tokens
    let sentence = context.text.sentences[Int(context.sentenceOf[verb])].tokens
    guard tokens[verb].tag == .verb, tokens[verb].features.contains(.verbFormFin),
      let comma = (sentence.lowerBound..<verb).last(where: { context.isPunctuation($0) }), tokens[comma].norm == ",",
      verb - comma <= closing, sentence.upperBound - verb <= closing
    else { return nil }
    let subject = comma + 1..<verb
    let tail = verb + 1..<sentence.upperBound
    guard subject.contains(where: { NounPhrase.isHead($0, in: context) }),
      !subject.contains(where: { [.verb, .aux, .cconj, .sconj].contains(tokens[$0].tag) }),
      !openers.contains(tokens[subject.lowerBound].norm), tokens[subject.lowerBound].tag != .adp,
      !tail.contains(where: {
        tokens[$0].tag == .verb || tokens[$0].head == verb && objects.contains(tokens[$0].relation)
      })
    else { return nil }
    let clause = context.startBehindDateline(sentence)..<comma
    guard !clause.isEmpty, ![.sconj, .cconj].contains(tokens[clause.lowerBound].tag),
      !openers.contains(tokens[clause.lowerBound].norm), !clause.contains(where: { context.isDirect[$0] }),
      clause.contains(where: { [.nsubj, .nsubjPass].contains(tokens[$0].relation) }),
      clause.contains(where: context.isFinite),
      tokens[verb].relation == .parataxis
        || clause.contains(where: { tokens[$0].head == verb && tokens[$0].relation.isClause })
    else { return nil }
    return clause
  }

  /// So many words has a clause at most on each side of its verb that only tells who said the rest.
  private static let closing = 9
  private static let objects: Set<DependencyRelation> = [.obj, .iobj, .ccomp, .xcomp]
  private static let openers: Set<String> = [
    "who", "which", "that", "whose", "when", "if", "as", "while", "because", "after", "before", "since", "although",
    "once",
    "where", "until",
  ]
  private static let expletives: Set<String> = ["it", "there", "that", "this", "which"]
}
