internal import CReadingTables
internal import Language

/// Two opposite poles that accounts keep taking: ready / unwilling, true / false.
struct Axis: Sendable {
  /// What an axis is about, which says how an opposition on it is to be read.
  enum Class: String, Sendable {
    /// A holder's attitude or claim.
    case stance
    /// How it went or will go.
    case outcome
    /// What is so.
    case state
    /// How it is told.
    case wording
  }

  var name: String
  var positive: String
  var negative: String
  var kind: Class
  /// Whether the poles cannot both be true of one thing at one time.
  var isExclusive: Bool
  /// Axes of one family are opposed to each other too: who praises a thing and who opposes it.
  var family: String?
}

/// The axes and the words of their poles, and phrases in which those take no side; tables in the resources, not code.
struct AxisLexicon: Sendable {
  /// One word or phrase of a pole.
  struct Entry: Sendable {
    /// Lemmas that must follow the first, in order.
    var rest: [String]
    /// The part of speech it must have, if it must.
    var part: Part?
    /// 0…1; lower for words that often mean something else.
    var weight: Double
    var axis: Int
    /// +1 or -1; 0 for a phrase that takes no side, whatever its words do alone.
    var pole: Int
  }

  enum Part: Sendable {
    case verb, noun, adjective, adverb

    init?(_ letter: Character) {
      switch letter {
      case "v": self = .verb
      case "n": self = .noun
      case "a": self = .adjective
      case "r": self = .adverb
      default: return nil
      }
    }

    /// Whether a word tagged so may stand for this part; participles pass as adjectives.
    func admits(_ token: Token) -> Bool {
      switch self {
      case .verb: token.tag == .verb || token.tag == .aux
      case .noun: token.tag == .noun || token.tag == .propn
      case .adjective: token.tag == .adj || (token.tag == .verb && token.features.contains(.verbFormPart))
      case .adverb: token.tag == .adv || token.tag == .adj
      }
    }
  }

  static let shared = AxisLexicon()

  private(set) var axes: [Axis] = []
  /// By first lemma.
  private(set) var entries: [String: [Entry]] = [:]

  init() {
    for line in TableText(crossread_axes).lines {
      guard let mark = line.first else { continue }
      let body = line.dropFirst()
      if mark == 0x3D {
        let parts = body.split(separator: 0x7C).map { TableText.words($0).joined(separator: " ") }
        guard parts.count == 4 || parts.count == 5 else { continue }
        let isExclusive = parts[3].last == "!"
        guard let kind = Axis.Class(rawValue: isExclusive ? String(parts[3].dropLast()) : parts[3]) else { continue }
        axes.append(
          Axis(
            name: parts[0], positive: parts[1], negative: parts[2], kind: kind, isExclusive: isExclusive,
            family: parts.count == 5 ? parts[4] : nil))
      } else if mark == 0x2B || mark == 0x2D, !axes.isEmpty {
        for word in TableText.words(body) { add(word, pole: mark == 0x2B ? 1 : -1) }
      } else if mark == 0x7E {
        for phrase in TableText.words(body) { add(phrase, pole: 0) }
      }
    }
    for line in TableText(crossread_idioms).lines {
      // The first names the word that the phrases are of, for those who edit the table.
      for phrase in TableText.words(line).dropFirst() { add(phrase, pole: 0) }
    }
  }

  private mutating func add(_ word: String, pole: Int) {
    var term = word[...]
    var weight = 1.0
    if term.last == "?" {
      weight = 0.5
      term = term.dropLast()
    }
    var part: Part?
    if let slash = term.lastIndex(of: "/"), let letter = term[slash...].dropFirst().first {
      part = Part(letter)
      term = term[..<slash]
    }
    let lemmas = term.split(separator: "_").map(String.init)
    guard let first = lemmas.first else { return }
    let rest = Array(lemmas.dropFirst())
    entries[first, default: []].append(
      Entry(rest: rest, part: part, weight: weight, axis: axes.count - 1, pole: pole))
  }
}
