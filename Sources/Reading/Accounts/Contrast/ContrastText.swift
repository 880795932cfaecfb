internal import Dossier
internal import Language

/// A statement taken apart: its words with syntax, polarity and meanings, its figures, times and names.
struct ContrastText {
  struct Word {
    /// As the text has it.
    var form: String
    var norm: String
    var lemma: String
    var stem: String
    var tag: PartOfSpeech
    /// What it is to its head, voice made plain: `agent`, `patient`, `prep:of`, else the relation's label.
    var role: String
    var relation: DependencyRelation
    var head: Int?
    var sentence: Int
    var isPunctuation: Bool
    var isContent: Bool
    /// Whether it is itself a word that denies.
    var isDenial: Bool
    /// Whether an odd number of denials has it in scope.
    var isNegated: Bool
    var isTentative: Bool
    var name: Name.Kind?
    /// The value of a figure, number word or ordinal.
    var value: Double?
    var vector: [Float]?
    var meanings: WordMeanings.Chains

    var isYear: Bool { TimeReader.year(norm) != nil }
  }

  let words: [Word]
  let children: [[Int]]
  let figures: [Quantity]
  let times: [TimeExpression]
  /// Number of sentences.
  let sentences: Int

  init(_ string: String, analyser: Analyser) {
    let text = SourceText(string)
    let analysed = analyser.analyse(text, blocks: [text.span])
    let reader = Words(analysed)
    var words: [Word] = []
    words.reserveCapacity(analysed.tokens.count)
    for (number, sentence) in analysed.sentences.enumerated() {
      words += Self.read(reader, sentence: sentence.tokens, number: number)
    }
    for name in analysed.names {
      for index in name.tokens where words.indices.contains(index) { words[index].name = name.kind }
    }
    var children = [[Int]](repeating: [], count: words.count)
    for (index, word) in words.enumerated() {
      if let head = word.head { children[head].append(index) }
    }
    self.words = words
    self.children = children
    sentences = analysed.sentences.count
    times = analysed.sentences.flatMap { TimeReader().times(in: reader, tokens: $0.tokens) }
    let timed = Set(times.flatMap(\.tokens))
    figures = analysed.sentences.flatMap { QuantityReader().quantities(in: reader, tokens: $0.tokens) }.filter {
      timed.isDisjoint(with: $0.tokens)
    }
  }

  /// The word over `index` that has a subject, itself included, with that subject; `nil` where none has.
  func clause(of index: Int) -> (predicate: Int, subject: Int)? {
    var current: Int? = index
    for _ in 0..<12 {
      guard let here = current else { return nil }
      if let subject = subject(of: here), subject != index {
        // `Pius, who died`: the clause hangs on the one it speaks of.
        if words[subject].norm == "who" || words[subject].norm == "which" || words[subject].norm == "that",
          words[here].relation == .aclRelcl, let head = words[here].head
        {
          return (here, head)
        }
        return (here, subject)
      }
      current = words[here].head
    }
    return nil
  }

  /// The subject of a verb or of a noun that is said of it.
  func subject(of predicate: Int) -> Int? {
    children[predicate].first { words[$0].relation.universal == .nsubj }
  }

  /// Whether `index` stands under `ancestor` or is it.
  func isInside(_ index: Int, _ ancestor: Int) -> Bool {
    var current: Int? = index
    for _ in 0..<40 {
      guard let here = current else { return false }
      if here == ancestor { return true }
      current = words[here].head
    }
    return false
  }

  private static func read(_ reader: Words, sentence: Range<Int>, number: Int) -> [Word] {
    let scope = Scope()
    var scoped = sentence.map { index in
      let token = reader[index]
      return Claim.Word(
        norm: token.norm, lemma: reader.lemma(index), tag: token.tag, relation: token.relation,
        head: token.head.map { $0 - sentence.lowerBound }.flatMap {
          sentence.indices.contains($0 + sentence.lowerBound) ? $0 : nil
        },
        span: token.span, term: nil, isName: false, actor: nil, isQuoted: false, isNegated: false, isTentative: false)
    }
    scope.mark(&scoped)
    return sentence.map { index in
      let token = reader[index]
      let lemma = reader.lemma(index)
      let word = scoped[index - sentence.lowerBound]
      let isContent = reader.isContent(index)
      return Word(
        form: reader.text.text[token.span], norm: token.norm, lemma: lemma, stem: Stem.of(lemma), tag: token.tag,
        role: role(of: index, in: reader),
        relation: token.relation, head: token.head, sentence: number,
        isPunctuation: reader.isPunctuation(index), isContent: isContent,
        isDenial: scope.isNegator(scoped, index - sentence.lowerBound), isNegated: word.isNegated,
        isTentative: word.isTentative, name: nil, value: Ordinals.value(token.norm),
        vector: isContent ? WordVectors.vector(of: token.norm) ?? WordVectors.vector(of: lemma) : nil,
        meanings: isContent ? meanings(of: lemma, tag: token.tag) : [])
    }
  }

  private static func meanings(of lemma: String, tag: PartOfSpeech) -> WordMeanings.Chains {
    let meanings = WordMeanings.shared
    switch tag {
    case .noun, .propn: return meanings.chains(of: lemma, part: "n")
    case .verb: return meanings.chains(of: lemma, part: "v")
    case .adj: return meanings.chains(of: lemma, part: "a") + meanings.chains(of: lemma, part: "n").prefix(1)
    case .adv: return meanings.chains(of: lemma, part: "r")
    default: return []
    }
  }

  private static func role(of index: Int, in reader: Words) -> String {
    let relation = reader[index].relation
    switch relation {
    case .nsubj, .oblAgent, .csubj, .nsubjOuter: return "agent"
    case .nsubjPass, .obj, .csubjPass: return "patient"
    case .obl, .nmod, .nmodDesc, .oblUnmarked, .nmodUnmarked:
      let mark = reader.text.tokens.indices[max(0, index - 8)..<index].last {
        reader[$0].head == index && reader[$0].relation == .case
      }
      return mark.map { "prep:" + reader[$0].norm } ?? relation.rawValue
    default: return relation.rawValue
    }
  }
}

extension TimeExpression {
  static func isYear(_ norm: String) -> Bool { TimeReader.year(norm) != nil }
}

/// Values of ordinals and of single number words.
enum Ordinals {
  private static let words: [String: Double] = {
    var values: [String: Double] = [:]
    for (index, word) in [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ].enumerated() { values[word] = Double(index + 1) }
    return values
  }()

  /// The value of `third`, `3rd`, `three` or `3`; cardinals and ordinals do not mix.
  static func value(_ word: String) -> Double? {
    if let value = words[word] { return value + 0.5 }
    if let value = FigureReader.plain(word) { return value }
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, ["st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))) else { return nil }
    return Double(digits).map { $0 + 0.5 }
  }
}
