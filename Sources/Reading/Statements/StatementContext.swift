package import Dossier
package import Language

/// One document as the stages that find statements see it: tokens with what is asked of them again and again.
///
/// A class, since every candidate holds it; one reader at a time may mark what is direct.
package final class StatementContext {
  package let text: AnalysedText
  package let document: Document
  /// Outermost quotations, in order.
  package let quotations: [Quotation]
  let lexicon = CueLexicon.shared
  /// Of every token: a hash of its form.
  let norms: [UInt32]
  /// Of every token: the entry of the lexicon that it may be a form of, or -1.
  let cues: [Int32]
  /// Of every token: how often it attributes speech as the lexicon has it, 0 where it is no cue.
  let shares: [Float]
  /// Of every token: what kind of mark it is.
  private let marks: [Marks]
  /// Of every token: the word that it hangs on, or -1.
  let heads: [Int32]
  /// Of every token: what is counted in ranges of words.
  let traits: [Traits]
  /// Of every token: 0, or the kind of the name that it belongs to.
  let nameKinds: [UInt8]
  /// Of every token: the quotation that it lies in, or -1.
  let quotationOf: [Int32]
  /// Of every token: its sentence.
  let sentenceOf: [Int32]
  /// Of every token: first and last token of its subtree.
  let left: [Int32]
  let right: [Int32]
  /// Of every sentence: its paragraph.
  let paragraphOf: [Int32]
  /// Tokens whose quotation is a statement by itself; set by the stage that tells.
  package private(set) var isDirect: [Bool]

  package init(text: AnalysedText, document: Document) {
    self.text = text
    self.document = document
    quotations = QuotationFinder.quotations(in: text.text.bytes, paragraphs: text.paragraphs.map(\.span))
      .filter { $0.depth == 0 }
    let lexicon = CueLexicon.shared
    let count = text.tokens.count
    var norms: [UInt32] = []
    var cues: [Int32] = []
    norms.reserveCapacity(count)
    cues.reserveCapacity(count)
    for token in text.tokens {
      let hash = CueLexicon.hash(token.norm)
      norms.append(hash)
      cues.append(Int32(lexicon.index(hash: hash, tag: token.tag) ?? -1))
    }
    self.norms = norms
    self.cues = cues
    shares = cues.map { $0 < 0 ? 0 : lexicon.entries[Int($0)].share }
    let bytes = text.text.bytes
    marks = text.tokens.map { token in
      // A hyphen within a word is no break.
      let isInside = token.span.start > 0 && bytes[Int(token.span.start) - 1] > 0x20 && token.norm == "-"
      return isInside ? .punctuation : Marks(bytes[token.span.range])
    }
    heads = text.tokens.map { Int32($0.head ?? -1) }
    let shares = shares
    traits = text.tokens.indices.map { Traits(text.tokens[$0], share: shares[$0]) }
    var nameKinds = [UInt8](repeating: 0, count: count)
    for name in text.names {
      let kind: UInt8 =
        switch name.kind {
        case .person: 1
        case .organisation: 2
        case .place: 3
        case .miscellaneous: 4
        }
      for token in name.tokens.clamped(to: 0..<count) { nameKinds[token] = kind }
    }
    self.nameKinds = nameKinds
    var sentenceOf = [Int32](repeating: 0, count: count)
    for (index, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(index) }
    }
    self.sentenceOf = sentenceOf
    var paragraphOf = [Int32](repeating: 0, count: text.sentences.count)
    for (index, paragraph) in text.paragraphs.enumerated() {
      for sentence in paragraph.sentences { paragraphOf[sentence] = Int32(index) }
    }
    self.paragraphOf = paragraphOf
    var left = (0..<count).map { Int32($0) }
    var right = left
    for index in 0..<count {
      var ancestor = text.tokens[index].head
      var steps = 0
      while let node = ancestor, steps < 64 {
        if left[node] > Int32(index) { left[node] = Int32(index) }
        if right[node] < Int32(index) { right[node] = Int32(index) }
        ancestor = text.tokens[node].head
        steps += 1
      }
    }
    self.left = left
    self.right = right
    var quotationOf = [Int32](repeating: -1, count: count)
    var quotation = 0
    for index in 0..<count {
      let span = text.tokens[index].span
      while quotation < quotations.count, quotations[quotation].span.end <= span.start { quotation += 1 }
      if quotation < quotations.count, quotations[quotation].span.contains(span) {
        quotationOf[index] = Int32(quotation)
      }
    }
    self.quotationOf = quotationOf
    isDirect = Array(repeating: false, count: count)
  }

  /// Forgets what was marked as direct.
  package func clearDirect() { isDirect = Array(repeating: false, count: isDirect.count) }

  /// Marks what a statement by itself holds.
  package func markDirect(_ tokens: Range<Int>) {
    for token in tokens { isDirect[token] = true }
  }

  /// The tokens that start in a span.
  package func tokens(in span: Span) -> Range<Int> {
    let lower = firstToken(at: span.start)
    return lower..<max(lower, firstToken(at: span.end))
  }

  /// The first token that starts at or after an offset.
  func firstToken(at offset: UInt32) -> Int {
    text.tokens.partitioningIndex { $0.span.start >= offset }
  }

  /// From the first to the last token of a range that is not empty.
  func span(of tokens: Range<Int>) -> Span {
    text.tokens[tokens.lowerBound].span.union(text.tokens[tokens.upperBound - 1].span)
  }

  /// Where a sentence begins behind *LORNE —* or *LORNE, March 3, 2025 (Reuters) -*.
  func startBehindDateline(_ sentence: Range<Int>) -> Int {
    let place = text.text.bytes[text.tokens[sentence.lowerBound].span.range]
    guard place.count > 2, !place.contains(where: { (0x61...0x7A).contains($0) }),
      let dash = sentence.prefix(12).first(where: {
        // A hyphen is a dash where the name of an agency stands in brackets before it.
        Self.dashes.contains(text.tokens[$0].norm)
          || text.tokens[$0].norm == "-" && $0 > sentence.lowerBound && text.tokens[$0 - 1].norm == ")"
      }),
      dash + 1 < sentence.upperBound
    else { return sentence.lowerBound }
    return dash + 1
  }

  private static let dashes: Set<String> = ["—", "–", "--", "―"]

  /// Whether `upper` is on the way from `lower` to the root.
  func isAbove(_ upper: Int, _ lower: Int) -> Bool {
    var node = lower
    for _ in 0..<40 {
      guard let head = text.tokens[node].head else { return false }
      if head == upper { return true }
      node = head
    }
    return false
  }

  /// The morphology of a token, for features.
  func features(_ index: Int) -> UInt32 {
    let bits = text.tokens[index].features.rawValue
    return UInt32(truncatingIfNeeded: bits ^ (bits >> 29))
  }

  func norm(_ index: Int) -> UInt32 { norms.indices.contains(index) ? norms[index] : 1 }
  func tag(_ index: Int) -> UInt32 { norms.indices.contains(index) ? UInt32(text.tokens[index].tag.rawValue) : 77 }
  func relation(_ index: Int) -> UInt32 { text.tokens[index].relation.code }
  package func cue(_ index: Int) -> CueLexicon.Entry? { cues[index] < 0 ? nil : lexicon.entries[Int(cues[index])] }
  func isPunctuation(_ index: Int) -> Bool { marks[index].contains(.punctuation) }
  /// A mark at which a clause may end.
  func isBreak(_ index: Int) -> Bool { marks[index].contains(.break) }
  func isOpening(_ index: Int) -> Bool { marks[index].contains(.opening) }
  func isClosing(_ index: Int) -> Bool { marks[index].contains(.closing) }

  /// Whether a token is an auxiliary, or a verb that is bound to a person and a time.
  func isFinite(_ index: Int) -> Bool {
    text.tokens[index].tag == .aux
      || text.tokens[index].tag == .verb && text.tokens[index].features.contains(.verbFormFin)
  }

  struct Traits: OptionSet {
    let rawValue: UInt8
    static let verb = Traits(rawValue: 1)
    static let subject = Traits(rawValue: 2)
    /// A verb that often attributes speech.
    static let cue = Traits(rawValue: 4)
    /// By its relation, not by its form.
    static let punctuation = Traits(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ token: Token, share: Float) {
      self = []
      if token.tag == .verb || token.tag == .aux { insert(.verb) }
      if token.relation == .nsubj || token.relation == .nsubjPass { insert(.subject) }
      if share > 0.3, token.tag != .noun { insert(.cue) }
      if token.relation == .punct { insert(.punctuation) }
    }
  }

  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let punctuation = Marks(rawValue: 1)
    static let `break` = Marks(rawValue: 2)
    static let opening = Marks(rawValue: 4)
    static let closing = Marks(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ bytes: ArraySlice<UInt8>) {
      guard let first = bytes.first else {
        self = .punctuation
        return
      }
      let isWord = (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF)
      switch first {
      case _ where isWord: self = []
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ")"):
        self = [.punctuation, .break]
      case UInt8(ascii: "("): self = [.punctuation, .break, .opening]
      case UInt8(ascii: "\""): self = [.punctuation, .break, .opening, .closing]
      case 0x27:
        // '' is a double mark; a lone ' may be a single one, and 's is a word.
        let second = bytes.dropFirst().first
        self =
          second == nil
          ? [.punctuation, .opening, .closing] : second == 0x27 ? [.punctuation, .break, .opening, .closing] : []
      case 0x60: self = [.punctuation, .opening]
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "@"): self = []
      case UInt8(ascii: "%"): self = [.punctuation, .closing]
      case 0xC2:
        let second = bytes.dropFirst().first
        self = second == 0xAB ? [.punctuation, .opening] : second == 0xBB ? [.punctuation, .closing] : []
      case 0xE2:
        guard bytes.dropFirst().first == 0x80, let third = bytes.dropFirst(2).first else {
          self = []
          return
        }
        switch third {
        case 0x92...0x95: self = [.punctuation, .break]
        case 0x98, 0x9C, 0x9E: self = [.punctuation, .opening]
        case 0x99: self = bytes.count == 3 ? [.punctuation, .closing] : []
        case 0x9D: self = [.punctuation, .break, .closing]
        case 0xA6: self = .punctuation
        default: self = []
        }
      default: self = first < 0x80 ? .punctuation : []
      }
    }
  }
}
