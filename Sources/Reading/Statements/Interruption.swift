import Dossier
import Language

/// A sentence that is attributed from within: *The vote, Holm told reporters, was a mistake.*
///
/// Known by its commas and parts of speech, as a parser takes the words before them for the subject of *told*. Only where
/// what follows wants a subject and what precedes has no verb are both halves surely said.
struct Interruption {
  let before: Range<Int>
  let after: Range<Int>

  /// - Returns: `nil` where the cue does not stand between two halves of a clause.
  init?(at cue: Int, in context: StatementContext) {
    let tokens = context.text.tokens
    let sentence = context.text.sentences[Int(context.sentenceOf[cue])].tokens
    guard context.traits[cue].contains(.cue), context.isFinite(cue) || tokens[cue].norm == "according",
      let open = (sentence.lowerBound..<cue).last(where: { context.isBreak($0) }), cue - open <= Self.reach,
      let close = (cue + 1..<max(cue + 1, sentence.upperBound)).first(where: { context.isBreak($0) }),
      close - cue <= Self.reach, tokens[open].norm == ",", tokens[close].norm == ","
    else { return nil }

    let island = open + 1..<close
    guard !Self.joins.contains(tokens[island.lowerBound].norm),
      (cue == island.lowerBound ? cue + 1..<close : open + 1..<cue).contains(where: {
        NounPhrase.isHead($0, in: context)
      }),
      !island.contains(where: {
        $0 != cue && tokens[$0].tag == .verb || $0 > cue && tokens[$0].tag == .sconj || tokens[$0].norm == "what"
      })
    else { return nil }

    var end = sentence.upperBound
    while end > close + 1, context.isPunctuation(end - 1), !context.isClosing(end - 1) { end -= 1 }
    let after = close + 1..<max(close + 1, end)
    guard let predicate = after.first(where: { tokens[$0].tag != .adv }), context.isFinite(predicate) else {
      return nil
    }

    var start = context.startBehindDateline(sentence)
    if start < open, tokens[start].tag == .cconj { start += 1 }
    let before = start..<max(start, open)
    guard before.contains(where: { NounPhrase.isHead($0, in: context) }),
      !before.contains(where: { context.isFinite($0) }), tokens[open - 1].tag != .adp,
      !Self.joins.contains(tokens[open - 1].norm),
      !before.contains(where: { context.isDirect[$0] }), !after.contains(where: { context.isDirect[$0] })
    else { return nil }
    self.before = before
    self.after = after
  }

  /// So many words stand at most between the cue and the commas round it.
  private static let reach = 10
  /// What begins a clause that says more of what stands before.
  private static let joins: Set<String> = [
    "as", "who", "which", "that", "whose", "whom", "where", "and", "but", "or", "when", "because", "if", "after",
    "while",
    "since", "before", "although", "though",
  ]
}
