import Language

/// Names that stand by themselves at the head of a paragraph, as lists of persons have them: *7. Anna Holm. The mayor has …*
struct ParagraphHeadings {
  /// The name, by the first token of its paragraph.
  private var names: [Int: Range<Int>] = [:]
  private let text: ActorText

  /// - Complexity: linear in the paragraphs and the tokens of their first sentences.
  init(_ text: ActorText) {
    self.text = text
    for paragraph in text.analysed.paragraphs {
      let sentences = paragraph.sentences.clamped(to: text.analysed.sentences.indices)
      guard let first = sentences.first else { continue }
      for sentence in sentences.dropLast().prefix(2) {
        let tokens = text.analysed.sentences[sentence].tokens.clamped(to: 0..<text.tokens.count)
        if let name = Self.name(alone: tokens, in: text) {
          names[text.analysed.sentences[first].tokens.lowerBound] = name
          break
        }
        guard tokens.allSatisfy({ Self.isNumbering($0, text) }) else { break }
      }
    }
  }

  /// The name at the head of a token's paragraph, if the token stands behind it.
  func name(above token: Int) -> Range<Int>? {
    guard !names.isEmpty, let name = names[text.paragraphStart(of: token)], name.upperBound <= token else { return nil }
    return name
  }

  /// The one person's name of a sentence that holds nothing else but its number.
  private static func name(alone tokens: Range<Int>, in text: ActorText) -> Range<Int>? {
    guard tokens.count < 12, let first = tokens.first(where: { text.nameOf[$0] >= 0 }) else { return nil }
    let number = text.nameOf[first]
    let name = text.analysed.names[Int(number)]
    guard name.kind == .person,
      tokens.allSatisfy({ text.nameOf[$0] == number || isNumbering($0, text) })
    else { return nil }
    return name.tokens
  }

  private static func isNumbering(_ token: Int, _ text: ActorText) -> Bool {
    text.tokens[token].tag == .num || text.key(token).isEmpty || text.key(token).allSatisfy(\.isNumber)
  }
}
