/// A name made ready for comparison, so that one that meets many others is read only once.
public struct PreparedName: Sendable {
  /// One word of a name.
  struct Word: Sendable {
    var folded: [UInt8]
    /// Keys of sound; see ``NameSound``.
    var close: [UInt8]
    var loose: [UInt8]
    var groups: [UInt16]
    var number: Int?
    /// How much it tells: particles and generic words less than others.
    var weight: Double
    var isParticle: Bool
    var isGeneric: Bool
    /// Stands for each word that begins with one of its letters (`J`, `JC`).
    var isInitials: Bool
    /// A word that English texts or lists of names know.
    var isKnown: Bool
    var isPlace: Bool
  }

  /// The name as given.
  public let text: String
  var words: [Word] = []
  /// All of the name, folded, words parted by spaces.
  var folded: [UInt8] = []
  /// Classes of legal forms that were taken off.
  var forms: Set<Int> = []
  /// Whether titles, articles or suffixes were taken off.
  var hadTitle = false
  /// Whether a title is a woman's (*Ms*) or a man's (*Mr*), where one tells.
  var isFemale: Bool?
  /// Whether it is written in another script than Latin.
  var wasTransliterated = false
  /// Whether words like `bank` or a legal form make it an organisation.
  var isOrganisation = false
  /// The place it means where that has several names.
  var place: Int?
  /// Its letters without spaces where it is written as an acronym.
  var acronym: [UInt8]?

  /// Reads a name. Cost: a few table look-ups a word.
  public init(_ text: String) {
    self.text = text
    let variants = NameVariants.embedded
    let latin = Transliteration.latin(text)
    wasTransliterated = latin != text
    let pieces = Self.split(latin)
    var parts = pieces.map(\.folded)
    folded = Array(parts.joined(separator: [0x20]))
    place = variants.place(folded) ?? variants.place(Self.withoutThe(folded))
    if pieces.count == 1, pieces[0].capitals >= 2, pieces[0].capitals == pieces[0].folded.count {
      acronym = pieces[0].folded
    }
    takeForms(&parts, variants)
    takeTitles(&parts, variants)
    let mixed = pieces.contains { $0.capitals < $0.folded.count }
    let capitals = Dictionary(pieces.map { ($0.folded, $0.capitals) }, uniquingKeysWith: max)
    Self.joinNumbers(&parts, variants)
    words = parts.prefix(16).map { part in
      let count = capitals[part] ?? 0
      let dense = mixed && part.count <= 3 && part.count == count && !part.contains(where: Self.isVowel)
      return Self.word(part, isInitials: part.count == 1 && part[0] >= 0x61 || dense && part.count > 1, variants)
    }
    if words.contains(where: \.isGeneric) || !forms.isEmpty { isOrganisation = true }
  }

  // MARK: Parts

  private struct Piece {
    var folded: [UInt8]
    /// How many capitals it is written with.
    var capitals: Int
  }

  /// Words in small letters without points, apostrophes and possessives.
  private static func split(_ latin: String) -> [Piece] {
    var pieces: [Piece] = []
    for part in latin.unicodeScalars.split(whereSeparator: { isSeparator($0) }) {
      let folded = LetterFolding.folded(String(String.UnicodeScalarView(part)))
      var bytes = folded
      if bytes.count > 2, bytes.suffix(2).elementsEqual("'s".utf8) { bytes.removeLast(2) }
      if bytes.count > 2, bytes.suffix(2).elementsEqual("s'".utf8) { bytes.removeLast(1) }
      bytes.removeAll { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "`") }
      if bytes == Array("&".utf8) { bytes = Array("and".utf8) }
      guard !bytes.isEmpty else { continue }
      if let ampersand = bytes.firstIndex(of: UInt8(ascii: "&")), ampersand > 0, ampersand + 1 < bytes.count {
        pieces.append(Piece(folded: Array(bytes[..<ampersand]), capitals: ampersand))
        pieces.append(Piece(folded: Array("and".utf8), capitals: 0))
        pieces.append(Piece(folded: Array(bytes[(ampersand + 1)...]), capitals: bytes.count - ampersand - 1))
        continue
      }
      pieces.append(Piece(folded: bytes, capitals: part.filter(\.properties.isUppercase).count))
    }
    return joinLetters(pieces)
  }

  /// Single letters that follow each other and stand before a longer word are kept apart; `J. P. Morgan`, `A & B` and `A.B.C.` come out alike.
  private static func joinLetters(_ pieces: [Piece]) -> [Piece] {
    var out: [Piece] = []
    var wasLetter = false
    for piece in pieces {
      let isLetter = piece.folded.count == 1 && piece.folded[0] >= 0x61 && piece.folded[0] <= 0x7A
      if isLetter, wasLetter, let last = out.last {
        out[out.count - 1] = Piece(folded: last.folded + piece.folded, capitals: last.capitals + piece.capitals)
      } else {
        out.append(piece)
      }
      wasLetter = isLetter
    }
    return out
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x22, 0x28, 0x29, 0x2A, 0x2C, 0x2D, 0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x5F, 0xA0, 0xAB, 0xBB: true
    case 0x2000...0x200A, 0x2010...0x2015, 0x201C...0x201F: true
    default: false
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "o")
      || byte == UInt8(ascii: "u")
  }

  private static func withoutThe(_ name: [UInt8]) -> [UInt8] {
    name.starts(with: "the ".utf8) ? Array(name.dropFirst(4)) : name
  }

  private mutating func takeForms(_ parts: inout [[UInt8]], _ variants: NameVariants) {
    var index = 0
    while index < parts.count {
      var taken = false
      for length in stride(from: min(5, parts.count - index), through: 1, by: -1) where length < parts.count {
        let phrase = Array(parts[index..<index + length].joined(separator: [0x20]))
        guard let form = variants.form(phrase) else { continue }
        // A short form counts only at an end, where it cannot be a word of the name itself.
        if phrase.count <= 3, index > 0, index + length < parts.count, parts.count - index - length > 2 { continue }
        forms.insert(form)
        parts.removeSubrange(index..<index + length)
        taken = true
        break
      }
      if !taken { index += 1 }
    }
  }

  private mutating func takeTitles(_ parts: inout [[UInt8]], _ variants: NameVariants) {
    while parts.count > 1 {
      if parts.count > 2, variants.titles.contains(Array(parts[0..<2].joined(separator: [0x20]))) {
        parts.removeFirst(2)
      } else if variants.titles.contains(parts[0]) {
        isFemale = isFemale ?? Self.sexes[parts[0]]
        parts.removeFirst()
      } else {
        break
      }
      hadTitle = true
    }
    while parts.count > 2, let last = parts.last, variants.suffixes.contains(last) {
      parts.removeLast()
      hadTitle = true
    }
  }

  private static let sexes: [[UInt8]: Bool] = {
    let women = ["mrs", "ms", "miss", "mme", "madame", "queen", "princess", "lady", "dame", "duchess"]
    let men = ["mr", "mister", "sir", "monsieur", "king", "prince", "lord", "duke"]
    let pairs = women.map { (Array($0.utf8), true) } + men.map { (Array($0.utf8), false) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static let tens: [[UInt8]: Int] = {
    let words = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var out = Dictionary(uniqueKeysWithValues: words.enumerated().map { (Array($1.utf8), 20 + 10 * $0) })
    out[Array("fourty".utf8)] = 40
    return out
  }()

  /// `forty four` and `forty 4` become `44`.
  private static func joinNumbers(_ parts: inout [[UInt8]], _ variants: NameVariants) {
    var index = 0
    while index < parts.count {
      if let ten = tens[parts[index]] {
        var value = ten
        if index + 1 < parts.count, let one = number(parts[index + 1], variants), (1...9).contains(one) {
          value += one
          parts.remove(at: index + 1)
        }
        parts[index] = Array(String(value).utf8)
      }
      index += 1
    }
  }

  private static func number(_ word: [UInt8], _ variants: NameVariants) -> Int? {
    if word.count <= 9, word.allSatisfy({ (0x30...0x39).contains($0) }) {
      return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return variants.number(word)
  }

  private static func word(_ part: [UInt8], isInitials: Bool, _ variants: NameVariants) -> Word {
    let close = NameSound.close(part)
    let hash = NameHash.hash(part)
    let lists = NameLexicon.embedded.lists(hash)
    let isParticle = variants.particles.contains(part) || part == Array("and".utf8) || part == Array("of".utf8)
    let isGeneric = variants.generic.contains(part)
    let places: UInt16 = [NameLexicon.List.country, .city, .region, .demonym, .capital].reduce(0) {
      $0 | 1 << UInt16($1.rawValue)
    }
    return Word(
      folded: part, close: close, loose: NameSound.loose(close), groups: variants.groups(part),
      number: number(part, variants), weight: isParticle ? 0.25 : isGeneric ? 0.5 : 1, isParticle: isParticle,
      isGeneric: isGeneric, isInitials: isInitials && !isParticle,
      isKnown: lists != 0 || NameLexicon.embedded.use(hash).rank > 0, isPlace: lists & places != 0)
  }
}
