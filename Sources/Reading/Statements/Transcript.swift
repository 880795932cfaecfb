import Dossier
import Language

/// Speech set out as a transcript: paragraphs that open with a speaker's name in capitals and a colon.
enum Transcript {
  struct Turn {
    /// The name, without the colon.
    var label: Range<Int>
    /// What is said.
    var content: Range<Int>
  }

  /// The turns of a document; none unless two labels alternate and one comes back, since a lone `UPDATE:` is no speaker.
  static func turns(in context: StatementContext) -> [Turn] {
    var turns: [Turn] = []
    var counts: [String: Int] = [:]
    for paragraph in context.text.paragraphs {
      let tokens = context.tokens(in: paragraph.span)
      guard let turn = turn(tokens, in: context) else { continue }
      turns.append(turn)
      counts[context.text.text[context.span(of: turn.label)], default: 0] += 1
    }
    return counts.count > 1 && counts.values.contains { $0 > 1 } ? turns : []
  }

  private static func turn(_ tokens: Range<Int>, in context: StatementContext) -> Turn? {
    let bytes = context.text.text.bytes
    for token in tokens.prefix(6) {
      if context.text.tokens[token].norm == ":" {
        guard token > tokens.lowerBound, token + 1 < tokens.upperBound else { return nil }
        return Turn(label: tokens.lowerBound..<token, content: token + 1..<tokens.upperBound)
      }
      let isCapital = bytes[context.text.tokens[token].span.range].allSatisfy { byte in
        (0x41...0x5A).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      }
      guard isCapital else { return nil }
    }
    return nil
  }
}
