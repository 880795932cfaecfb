internal import Dossier
internal import Language

/// Premise and hypothesis, aligned word by word.
struct StatementPair {
  /// A run of words in which two otherwise equal sentences differ.
  struct Run {
    var text: String
    var lemmas: [String]
    var content: [String]
    var isNegation: Bool

    /// Words and two-word names of one against those of the other.
    func combinations(with other: Run) -> [(String, String)] {
      units.flatMap { one in other.units.map { (one, $0) } }
    }

    private var units: [String] { content + (content.count > 1 ? [content.joined(separator: "_")] : []) }
  }

  struct Difference {
    var old: Run
    var new: Run
  }

  struct Word {
    var norm: String
    var lemma: String
    var stem: String
    var isContent: Bool
    var isName: Bool

    var isFigure: Bool { norm.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
  }

  let premise: [Word]
  let hypothesis: [Word]
  private let stems: Set<String>

  init(_ premise: String, _ hypothesis: String, analyser: Analyser) {
    self.premise = Self.words(premise, analyser)
    self.hypothesis = Self.words(hypothesis, analyser)
    stems = Set(self.premise.map(\.stem))
  }

  private static func words(_ string: String, _ analyser: Analyser) -> [Word] {
    let text = SourceText(string)
    let analysed = analyser.analyse(text, blocks: [text.span])
    let words = Words(analysed)
    return analysed.tokens.indices.filter { !words.isPunctuation($0) }.map { index in
      let lemma = words.lemma(index)
      return Word(
        norm: analysed.tokens[index].norm, lemma: lemma, stem: Stem.of(lemma), isContent: words.isContent(index),
        isName: analysed.tokens[index].tag == .propn)
    }
  }

  var isIdentical: Bool { premise.map(\.norm) == hypothesis.map(\.norm) }

  /// The one run in which the two differ, if they are equal but for it.
  var difference: Difference? {
    let (left, right) = (premise.map(\.norm), hypothesis.map(\.norm))
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
    guard start + end >= 3, max(left.count, right.count) - start - end <= 4 else { return nil }
    return Difference(
      old: run(premise[start..<left.count - end]), new: run(hypothesis[start..<right.count - end]))
  }

  private static let articles: Set<String> = ["a", "an", "the", "from", "to", "of", "do", "be"]

  private func run(_ words: ArraySlice<Word>) -> Run {
    let lemmas = words.map(\.lemma).filter { !Self.articles.contains($0) }
    return Run(
      text: words.map(\.norm).joined(separator: " "), lemmas: lemmas,
      content: lemmas.filter { !Self.denials.contains($0) },
      isNegation: words.contains { Self.denials.contains($0.norm) })
  }

  static let denials: Set<String> = [
    "not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "zero", "refuse",
    "incapable", "unable", "fail", "lack", "yet",
  ]
  private static let restrictions: Set<String> = ["only", "solely", "exclusively", "entirely", "just", "always"]

  /// The share of the hypothesis's content that stands in the premise.
  var coverage: Double {
    let content = hypothesis.filter {
      $0.isContent && !$0.isFigure && !Self.denials.contains($0.lemma) && !Self.restrictions.contains($0.lemma)
    }
    guard !content.isEmpty else { return 0 }
    return Double(content.count { stems.contains($0.stem) }) / Double(content.count)
  }

  /// Words of the hypothesis that the premise lacks.
  var unsupported: [String] {
    hypothesis.filter { $0.isContent && !stems.contains($0.stem) }.map(\.lemma)
  }

  var premiseLemmas: [String] {
    let own = Set(hypothesis.map(\.stem))
    var seen = Set<String>()
    return premise.filter { $0.isContent && !own.contains($0.stem) && seen.insert($0.lemma).inserted }.map(\.lemma)
  }

  /// Whether the two words stand beside a common word, so that one may stand in the other's place.
  func isAligned(_ given: String, _ word: String) -> Bool {
    guard let one = premise.firstIndex(where: { $0.lemma == given }),
      let other = hypothesis.firstIndex(where: { $0.lemma == word })
    else { return false }
    func around(_ index: Int, _ words: [Word], _ radius: Int) -> Set<String> {
      Set(words[max(0, index - radius)..<min(words.count, index + radius + 1)].filter(\.isContent).map(\.stem))
    }
    return !around(one, premise, 4).isDisjoint(with: around(other, hypothesis, 3))
  }

  /// A negator of the hypothesis where the premise has none.
  var denial: String? {
    guard !premise.contains(where: { Self.denials.contains($0.norm) || Self.denials.contains($0.lemma) }) else {
      return nil
    }
    return hypothesis.first { Self.denials.contains($0.norm) || Self.denials.contains($0.lemma) }?.norm
  }

  /// A negator of a short premise that the hypothesis has lost.
  var lostDenial: String? {
    guard premise.count < 30,
      !hypothesis.contains(where: { Self.denials.contains($0.norm) || Self.denials.contains($0.lemma) })
    else { return nil }
    let content = hypothesis.filter(\.isContent).map(\.stem)
    guard let at = premise.firstIndex(where: { ["not", "n't", "never", "no"].contains($0.norm) }) else { return nil }
    let denied = premise[at..<min(premise.count, at + 4)].first(where: \.isContent)?.stem
    return denied.map(content.contains) ?? false ? premise[at].norm : nil
  }

  /// A word by which the hypothesis claims more than the premise bears.
  var restriction: String? {
    let given = Set(premise.map(\.lemma))
    return hypothesis.first { Self.restrictions.contains($0.lemma) && !given.contains($0.lemma) }?.norm
  }

  /// A year or figure of the hypothesis that is not among those of its sort in the premise.
  var otherFigure: (String, String)? {
    for word in hypothesis {
      guard let value = QuantityReader.plain(word.norm),
        word.isFigure
      else { continue }
      let isYear = TimeExpression.isYear(word.norm)
      let given = premise.filter {
        TimeExpression.isYear($0.norm) == isYear && $0.isFigure
      }
      guard !given.contains(where: { QuantityReader.plain($0.norm) == value }), let first = given.first else {
        continue
      }
      return (first.norm, word.norm)
    }
    return nil
  }
}

extension TimeExpression {
  static func isYear(_ norm: String) -> Bool { TimeReader.year(norm) != nil }
}
