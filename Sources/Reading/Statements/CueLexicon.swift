internal import CReadingTables
package import Dossier
package import Language

/// The words that attribute speech, in all their forms.
///
/// Read once from the table `cues.tsv`: word, class, kind, irregular forms, share. Regular forms are made here.
package struct CueLexicon: Sendable {
  package enum WordClass: UInt8, Sendable {
    case verb, noun, adverb, preposition
  }

  package struct Entry: Sendable {
    /// The base form.
    package var word: String
    package var wordClass: WordClass
    package var kind: Statement.Cue.Kind
    /// Of its occurrences in news, how many attribute speech, 0…1.
    package var share: Float
    /// Tells base forms apart; stable as long as the table is.
    package var hash: UInt32
  }

  /// One form, read as a verb (or adverb, or preposition) and as a noun.
  package struct Reading: Sendable {
    package var verb: Int?
    package var noun: Int?
  }

  package static let shared = CueLexicon()

  package private(set) var entries: [Entry] = []
  private var forms: [UInt32: Reading] = [:]

  private init() {
    var size = 0
    guard let bytes = crossread_cues(&size) else { return }
    let table = UnsafeBufferPointer(start: bytes, count: size)
    for line in table.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 5, let kind = Statement.Cue.Kind(rawValue: fields[2]), let share = Float(fields[4]) else {
        preconditionFailure("cues.tsv: \(String(decoding: line, as: UTF8.self))")
      }
      let wordClass: WordClass =
        switch fields[1] {
        case "n": .noun
        case "a": .adverb
        case "p": .preposition
        default: .verb
        }
      add(fields[0], wordClass, kind, irregular: fields[3].split(separator: ",").map(String.init), share: share / 1000)
    }
  }

  /// The readings of a form, if it is in the lexicon.
  package subscript(norm: String) -> Reading? { forms[Self.hash(norm)] }

  /// The entry that fits the form with this part of speech; without a known one the verb comes first.
  package func entry(for norm: String, tag: PartOfSpeech) -> Entry? {
    index(hash: Self.hash(norm), tag: tag).map { entries[$0] }
  }

  /// The entry that fits a form, given its hash.
  func index(hash: UInt32, tag: PartOfSpeech) -> Int? {
    guard let reading = forms[hash] else { return nil }
    return tag == .noun || tag == .propn ? reading.noun ?? reading.verb : reading.verb ?? reading.noun
  }

  private mutating func add(
    _ word: String, _ wordClass: WordClass, _ kind: Statement.Cue.Kind, irregular: [String], share: Float
  ) {
    let index = entries.count
    entries.append(
      Entry(
        word: word, wordClass: wordClass, kind: kind, share: share, hash: Self.hash(word) &+ UInt32(wordClass.rawValue))
    )
    let all: [String] =
      switch wordClass {
      case .verb: [word] + irregular + Self.verbForms(of: word)
      case .noun: [word, Self.withS(word)]
      case .adverb, .preposition: [word]
      }
    for form in all {
      var reading = forms[Self.hash(form)] ?? Reading()
      if wordClass == .noun {
        reading.noun = reading.noun ?? index
      } else {
        reading.verb = reading.verb ?? index
      }
      forms[Self.hash(form)] = reading
    }
  }

  private static func verbForms(of word: String) -> [String] {
    if word.hasSuffix("e") {
      let stem = String(word.dropLast())
      return [word + "s", word + "d", word.hasSuffix("ee") ? word + "ing" : stem + "ing"]
    }
    if isConsonantAndY(word) { return [withS(word), word.dropLast() + "ied", word + "ing"] }
    return [withS(word), word + "ed", word + "ing"]
  }

  private static func withS(_ word: String) -> String {
    if isConsonantAndY(word) { return word.dropLast() + "ies" }
    let hisses = ["s", "sh", "ch", "x", "z"].contains { word.hasSuffix($0) }
    return word + (hisses ? "es" : "s")
  }

  private static func isConsonantAndY(_ word: String) -> Bool {
    word.hasSuffix("y") && !["a", "e", "o", "u"].contains { word.hasSuffix("\($0)y") }
  }

  /// FNV-1a, 32 bits.
  static func hash(_ string: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in string.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
