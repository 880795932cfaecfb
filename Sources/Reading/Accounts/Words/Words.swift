internal import Dossier
internal import Language

/// The words of one analysed text as the judges read them: lemmas, content, clauses.
///
/// It serves a full parse where there is one and falls back to windows of words where there is none.
struct Words {
  let text: AnalysedText
  /// Whether the text is parsed at all.
  let isParsed: Bool

  init(_ text: AnalysedText) {
    self.text = text
    isParsed = text.tokens.contains { $0.head != nil }
  }

  subscript(index: Int) -> Token { text.tokens[index] }

  func lemma(_ index: Int) -> String {
    let token = text.tokens[index]
    return token.lemma.isEmpty ? token.norm : Self.plain(token.lemma)
  }

  /// Whether the token is `word` by lemma or by form.
  func isWord(_ index: Int, _ word: String) -> Bool {
    let token = text.tokens[index]
    return token.norm == word || Self.plain(token.lemma) == word
  }

  /// Lemmas in lower case; tables know no other.
  private static func plain(_ lemma: String) -> String {
    lemma.utf8.contains { (0x41...0x5A).contains($0) } ? lemma.lowercased() : lemma
  }

  func isPunctuation(_ index: Int) -> Bool {
    guard let first = text.tokens[index].norm.utf8.first else { return true }
    let isWordByte =
      (0x61...0x7A).contains(first) || (0x30...0x39).contains(first) || (0x41...0x5A).contains(first) || first == 0x24
      || first == 0x27 && text.tokens[index].norm.utf8.count > 1
    return !isWordByte && first < 0x80 || Self.dashes.contains(text.tokens[index].norm)
  }

  private static let dashes: Set<String> = ["“", "”", "‘", "’", "—", "–", "…", "•"]

  /// Words that some write with a hyphen and some without, as one word: *cease-fire*, *lay-offs*.
  ///
  /// - Returns: the lemma of the whole by the index of its last token; none at its first.
  func joined(in tokens: Range<Int>) -> [Int: String] {
    var found: [Int: String] = [:]
    for hyphen in tokens.dropFirst().dropLast() where self[hyphen].norm == "-" {
      let (first, last) = (self[hyphen - 1], self[hyphen + 1])
      guard first.span.end == self[hyphen].span.start, last.span.start == self[hyphen].span.end else { continue }
      let whole = [lemma(hyphen + 1), last.norm].map { first.norm + $0 }
      guard whole.contains(where: { WordRank.logarithm(of: $0) < WordRank.rarest }) else { continue }
      (found[hyphen - 1], found[hyphen + 1]) = ("", whole[0])
    }
    return found
  }

  func isCapitalised(_ index: Int) -> Bool {
    let start = Int(text.tokens[index].span.start)
    return start < text.text.bytes.count && (0x41...0x5A).contains(text.text.bytes[start])
  }

  /// Whether the word says something of the matter: not a function word, mark or bare figure.
  func isContent(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard !isPunctuation(index), token.norm.utf8.count > 1, let first = token.norm.utf8.first else { return false }
    if (0x30...0x39).contains(first) { return true }
    switch token.tag {
    case .adp, .aux, .cconj, .det, .part, .pron, .punct, .sconj, .sym, .intj: return false
    default: break
    }
    return !Stopwords.all.contains(token.norm) && !Stopwords.all.contains(lemma(index))
  }

  /// Climbs from a token to the verb, or else the root, that governs it.
  func predicate(of index: Int) -> Int {
    var current = index
    for _ in 0..<64 {
      if text.tokens[current].tag == .verb, current != index { return current }
      guard let head = text.tokens[current].head else { return current }
      current = head
    }
    return current
  }

  /// Whether `index` lies in the subtree of `ancestor`, itself included.
  func isInside(_ index: Int, _ ancestor: Int) -> Bool {
    var current: Int? = index
    for _ in 0..<64 {
      guard let here = current else { return false }
      if here == ancestor { return true }
      current = text.tokens[here].head
    }
    return false
  }
}

/// Words that say nothing of the matter, news verbs of saying and the calendar among them.
enum Stopwords {
  static let all: Set<String> = Set(
    """
    a an the of to in on at by for with from and or but as is are was were be been being has have had do does did will \
    would could should may might can it its he she they his her their them him this that these those there who whom \
    whose which what when where why how not no than then so such if while into over after before about out up down off \
    under again further once here all any both each more most other some own same too very just also only say tell \
    said told mr mrs ms dr sen rep gov i you we me us my our your one two make take go get come give let may year day \
    time week month new first last people include thing call report statement add according even still much many yet \
    now since between through during because another however us around among since like well back way accord \
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
    october november december today yesterday tomorrow morning afternoon evening night late early part use put keep \
    want need seem become leave put set ask try yes
    """.split(separator: " ").map { $0.trimmed() })
}

extension Substring {
  fileprivate func trimmed() -> String { String(filter { $0 != "\n" && $0 != " " }) }
}
