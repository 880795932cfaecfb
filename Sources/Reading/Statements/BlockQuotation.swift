import Dossier
import Language

/// A paragraph without quotation marks that the short one above announces: *The governor added:* and then what he added.
///
/// Web pages set long quotations so; a list after *argued that:* is said item by item.
enum BlockQuotation {
  /// What one lead announces.
  struct Block {
    /// The verb of the lead.
    var cue: Int
    var content: Range<Int>
  }

  /// The blocks of a document, in order. Cost: O(n) in its tokens.
  static func blocks(in context: StatementContext) -> [Block] {
    let paragraphs = context.text.paragraphs
    var found: [Block] = []
    for index in paragraphs.indices.dropLast() {
      guard let cue = cue(of: context.tokens(in: paragraphs[index].span), in: context) else { continue }
      var next = index + 1
      repeat {
        let content = context.tokens(in: paragraphs[next].span)
        guard content.count >= least, !content.contains(where: { context.quotationOf[$0] >= 0 }) else { break }
        let words = isItem(paragraphs[next], in: context) ? content.dropFirst() : content
        found.append(Block(cue: cue, content: words))
        next += 1
        // Only the items of a list go on.
      } while next < paragraphs.count && isItem(paragraphs[next - 1], in: context)
        && isItem(paragraphs[next], in: context)
    }
    return found
  }

  /// The verb of a lead that says nothing itself: its last word before the colon but for whom it is said to.
  private static func cue(of lead: Range<Int>, in context: StatementContext) -> Int? {
    let tokens = context.text.tokens
    guard lead.count <= longest, let last = lead.last, tokens[last].norm == ":",
      !lead.contains(where: { context.quotationOf[$0] >= 0 }),
      let verb = lead.last(where: { tokens[$0].tag == .verb && context.traits[$0].contains(.cue) }),
      tokens[verb].features.contains(.verbFormFin), tokens[verb].head == nil,
      lead.contains(where: { tokens[$0].head == verb && tokens[$0].relation == .nsubj && $0 < verb })
    else { return nil }
    // *Said the pier was safe:* has said it; *argued that:* and *said the following:* have not.
    let isSaid = (verb + 1..<last).contains { token in
      tokens[token].head == verb && [.ccomp, .xcomp].contains(tokens[token].relation)
        && !announcers.contains(tokens[token].norm)
    }
    return isSaid ? nil : verb
  }

  private static func isItem(_ paragraph: Paragraph, in context: StatementContext) -> Bool {
    let first = context.firstToken(at: paragraph.span.start)
    return context.text.tokens.indices.contains(first) && bullets.contains(context.text.tokens[first].norm)
  }

  /// A lead has so many words at most, and what it announces so many at least.
  private static let longest = 14
  private static let least = 6
  private static let announcers: Set<String> = ["that", "following", "this"]
  private static let bullets: Set<String> = ["•", "-", "–", "—", "*", "·", "◦", "▪", "‣"]
}
