import Dossier
import Language

/// How well a model does on sentences with gold tokens.
struct SyntaxScore: CustomStringConvertible {
  var words = 0
  var tags = 0
  var features = 0
  var lemmas = 0
  var heads = 0
  var relations = 0

  var description: String {
    func share(_ count: Int) -> String {
      let tenths = words == 0 ? 0 : (count * 10_000 + words / 2) / words
      return "\(tenths / 100).\(tenths % 100 / 10)\(tenths % 10)"
    }
    return
      "UPOS \(share(tags)) FEATS \(share(features)) LEMMA \(share(lemmas)) UAS \(share(heads)) LAS \(share(relations))"
  }

  /// Figures over all sentences, then over those of edited text.
  static func measure(_ sentences: [GoldSentence], model: SyntaxModel) -> String {
    var all = SyntaxScore()
    var edited = SyntaxScore()
    let parser = SyntaxParser(model: model)
    for sentence in sentences {
      var bytes: [UInt8] = []
      var tokens: [Token] = []
      for form in sentence.forms {
        let start = bytes.count
        bytes += Array(form.utf8)
        tokens.append(Token(span: Span(start, bytes.count), norm: Norm.of(start..<bytes.count, in: bytes)))
      }
      parser.parse(&tokens, sentence: tokens.indices, bytes: bytes)
      var score = SyntaxScore()
      score.words = tokens.count
      for (index, token) in tokens.enumerated() {
        let head = token.head ?? tokens.count
        if token.tag == sentence.tags[index] { score.tags += 1 }
        if token.features == sentence.features[index] { score.features += 1 }
        if token.lemma == sentence.lemmas[index] { score.lemmas += 1 }
        if head == sentence.heads[index] {
          score.heads += 1
          if token.relation == sentence.relations[index] { score.relations += 1 }
        }
      }
      all.add(score)
      if sentence.document.hasPrefix("GUM_news") || sentence.document.hasPrefix("GUM_bio")
        || sentence.document.hasPrefix("GUM_interview") || sentence.document.hasPrefix("newsgroup")
      {
        edited.add(score)
      }
    }
    return "all: \(all) | edited: \(edited)"
  }

  private mutating func add(_ other: SyntaxScore) {
    words += other.words
    tags += other.tags
    features += other.features
    lemmas += other.lemmas
    heads += other.heads
    relations += other.relations
  }
}
