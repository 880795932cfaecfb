import Dossier

/// Guesses the language of a text from its script and its commonest words.
enum LanguageGuess {
  /// Looks no further than this many bytes.
  private static let reach = 4_096

  /// Words that only, or mostly, one language has.
  private static let words: [(language: String, words: [String])] = [
    ("en", ["the", "and", "of", "that", "with", "was", "for", "said", "from", "has"]),
    ("de", ["der", "und", "nicht", "das", "ist", "mit", "auf", "eine", "dem", "sich"]),
    ("fr", ["les", "des", "est", "une", "dans", "pour", "qui", "sur", "avec", "aux"]),
    ("es", ["los", "las", "una", "por", "con", "para", "del", "como", "más", "pero"]),
    ("pt", ["não", "uma", "com", "para", "dos", "mais", "foi", "pelo", "são", "ao"]),
    ("it", ["che", "di", "della", "sono", "gli", "nel", "alla", "non", "anche", "più"]),
    ("nl", ["het", "een", "van", "niet", "zijn", "voor", "ook", "maar", "werd", "naar"]),
    ("pl", ["się", "nie", "jest", "oraz", "przez", "jak", "dla", "został", "który", "po"]),
    ("ru", ["и", "в", "не", "что", "на", "это", "был", "как", "его", "из"]),
    ("uk", ["і", "у", "не", "що", "на", "це", "був", "як", "його", "із", "та"]),
    ("be", ["і", "ў", "не", "што", "на", "гэта", "быў", "як", "яго", "з"]),
  ]

  /// Places in `words`, by the hash of the word.
  private static let table: [UInt32: [Int]] = {
    var table: [UInt32: [Int]] = [:]
    for (place, entry) in words.enumerated() {
      for word in entry.words { table[hash(Array(word.utf8)[...]), default: []].append(place) }
    }
    return table
  }()

  /// FNV-1a over lower-cased ASCII; the words in question are seldom capitalised.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    word.reduce(2_166_136_261) { ($0 ^ UInt32(Letters.isUpper($1) ? $1 | 0x20 : $1)) &* 16_777_619 }
  }

  /// A BCP 47 code; English unless the words, or the script, clearly say otherwise.
  static func language(of text: SourceText) -> String {
    let head = text.bytes.prefix(reach)
    var counts = [Int](repeating: 0, count: words.count)
    var total = 0
    var start = head.startIndex
    while let word = nextWord(in: head, from: &start) {
      guard word.count <= 12 else { continue }
      total += 1
      for place in table[hash(word)] ?? [] { counts[place] += 1 }
    }
    if let script = script(of: head) { return script }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 }) else {
      return "en"
    }
    // Names and quotations of another language do not outweigh English.
    return counts[best] >= 4 && counts[best] * 20 >= total && counts[best] > 2 * counts[0] ? words[best].language : "en"
  }

  private static func nextWord(in text: ArraySlice<UInt8>, from start: inout Int) -> ArraySlice<UInt8>? {
    guard let first = text[start...].firstIndex(where: Letters.isWord) else { return nil }
    start = text[first...].firstIndex { !Letters.isWord($0) } ?? text.endIndex
    return text[first..<start]
  }

  /// The language of a script that one language alone uses, where most characters are of it.
  private static func script(of head: ArraySlice<UInt8>) -> String? {
    var (kana, hangul, han, arabic, hebrew, greek, latin) = (0, 0, 0, 0, 0, 0, 0)
    for (index, byte) in zip(head.indices, head) {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0xCE, 0xCF: greek += 1
      case 0xD7: hebrew += 1
      case 0xD8, 0xD9: arabic += 1
      case 0xE3 where index + 1 < head.endIndex && (0x81...0x83).contains(head[index + 1]): kana += 1
      case 0xE4...0xE9: han += 1
      case 0xEA...0xED: hangul += 1
      default: break
      }
    }
    // A character of three bytes stands for a syllable or a word.
    if kana + han > 0, (kana + han) * 3 > latin { return kana * 10 > han ? "ja" : "zh" }
    if hangul * 3 > latin { return hangul > 0 ? "ko" : nil }
    let most = max(greek, hebrew, arabic)
    guard most > latin else { return nil }
    return most == greek ? "el" : most == hebrew ? "he" : "ar"
  }
}
