internal import Dossier

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds names of people, organisations and places, and of other things, in tokens.
///
/// A conditional random field weighs capitalised words and those around them; then each word that begins like a name hears what the field made of the
/// same word in the rest of the document, and the best labels win. A name's confidence is its probability, corrected by how often such names were right.
public struct NameFinder: Sendable {
  /// How much the rest of the document weighs; set by cross-validation.
  package var documentWeight: Float = 0.4

  private let lexicon: NameLexicon
  private let model: NameModel

  /// Uses the tables in the binary.
  public init() {
    self.init(lexicon: .embedded, model: .embedded)
  }

  package init(lexicon: NameLexicon, model: NameModel) {
    self.lexicon = lexicon
    self.model = model
  }

  /// The names in a text that has been split and parsed; order of reading, no overlap.
  /// - Complexity: linear in the number of tokens.
  public func names(in text: AnalysedText) -> [Name] {
    find(in: text).compactMap { found in
      guard let tokens = Self.nameable(found, in: text) else { return nil }
      return Name(
        span: Span(start: text.tokens[tokens.lowerBound].span.start, end: text.tokens[tokens.upperBound - 1].span.end),
        tokens: tokens, kind: found.kind, confidence: model.calibrated(found.probability))
    }
  }

  /// What of the words can be a name: marks name nothing, a weekday by itself no actor, and one behind a person's name
  /// belongs to the sentence: *told Morning Joe Monday*.
  private static func nameable(_ found: Found, in text: AnalysedText) -> Range<Int>? {
    var tokens = found.tokens
    while let last = tokens.last, found.kind == .person || tokens.count == 1,
      PartialDate.weekdayNames.contains(text.tokens[last].norm)
    {
      tokens = tokens.dropLast()
    }
    let isWord = text.tokens[tokens].contains { $0.norm.unicodeScalars.contains(where: \.isLetterOrNumber) }
    return isWord ? tokens : nil
  }

  /// A name with the probability that the field gives it.
  package struct Found {
    package var tokens: Range<Int>
    package var kind: Name.Kind
    package var probability: Float
  }

  package func find(in text: AnalysedText) -> [Found] {
    guard !text.tokens.isEmpty else { return [] }
    let features = NameFeatures(text, lexicon: lexicon)
    let stretches = features.stretches()
    var scores = score(stretches, features, count: text.tokens.count)
    var chain = NameChain(transitions: model.transitions)
    consult(document: features, stretches, scores: &scores, chain: &chain)
    return label(stretches, scores: scores, chain: &chain)
  }

  private func score(_ stretches: [NameFeatures.Stretch], _ features: NameFeatures, count: Int) -> [Float] {
    let width = NameLabel.count
    var scores = [Float](repeating: 0, count: count * width)
    scores.withUnsafeMutableBufferPointer { scores in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: NameFeatures.capacity) { keys in
        guard let keyStart = keys.baseAddress, let start = scores.baseAddress else { return }
        for stretch in stretches {
          for index in stretch.tokens {
            guard stretch.inner.contains(index) else {
              for label in 1..<width { scores[index * width + label] = Self.ruledOut }
              continue
            }
            let found = features.keys(at: index, sentence: stretch.sentence, into: keyStart)
            model.score(keyStart, found, into: start + index * width)
          }
        }
      }
    }
    return scores
  }

  /// The score of a label that a word cannot have; its power is as good as nothing.
  private static let ruledOut: Float = -60

  // MARK: Document

  /// Probabilities of no name and of every kind at one token.
  private typealias KindShares = SIMD8<Float>

  /// Adds to the scores of words that begin like a name what the same word is elsewhere in the document.
  private func consult(
    document features: NameFeatures, _ stretches: [NameFeatures.Stretch], scores: inout [Float], chain: inout NameChain
  ) {
    let width = NameLabel.count
    var shares = [KindShares](repeating: .zero, count: scores.count / width)
    var totals = [KindShares](repeating: .zero, count: features.entryCount)
    var counts = [Float](repeating: 0, count: features.entryCount)
    for stretch in stretches.map({ $0.tokens }) {
      guard stretch.contains(where: { features.casing(at: $0).isCapitalised }) else { continue }
      scores.withUnsafeBufferPointer {
        guard let start = $0.baseAddress else { return }
        chain.infer(start + stretch.lowerBound * width, count: stretch.count)
      }
      for index in stretch where features.casing(at: index).isCapitalised {
        var share = KindShares.zero
        let place = index - stretch.lowerBound
        share[0] = chain.marginal(place, 0)
        for label in 1..<width { share[1 + (label - 1) / 4] += chain.marginal(place, label) }
        shares[index] = share
        totals[features.entry(at: index)] += share
        counts[features.entry(at: index)] += 1
      }
    }
    for stretch in stretches {
      for index in stretch.inner where features.casing(at: index).isCapitalised {
        let others = counts[features.entry(at: index)] - 1
        guard others > 0 else { continue }
        let mean = (totals[features.entry(at: index)] - shares[index]) / others
        let weight = documentWeight * others / (others + 1)
        for kind in 0..<5 {
          let pull = weight * logf((max(mean[kind], 0) + 0.02) / (max(shares[index][kind], 0) + 0.02))
          guard abs(pull) > 0.05 else { continue }
          if kind == 0 {
            scores[index * width] += pull
          } else {
            for position in 0..<4 { scores[index * width + 1 + 4 * (kind - 1) + position] += pull }
          }
        }
      }
    }
  }

  // MARK: Labels

  private func label(_ stretches: [NameFeatures.Stretch], scores: [Float], chain: inout NameChain) -> [Found] {
    let width = NameLabel.count
    var names: [Found] = []
    var labels = [UInt8](repeating: 0, count: stretches.map { $0.tokens.count }.max() ?? 0)
    for stretch in stretches.map({ $0.tokens }) {
      scores.withUnsafeBufferPointer { scores in
        labels.withUnsafeMutableBufferPointer { labels in
          guard let start = scores.baseAddress, let out = labels.baseAddress else { return }
          chain.decode(start + stretch.lowerBound * width, count: stretch.count, into: out)
        }
      }
      guard labels[0..<stretch.count].contains(where: { $0 != 0 }) else { continue }
      scores.withUnsafeBufferPointer {
        guard let start = $0.baseAddress else { return }
        chain.infer(start + stretch.lowerBound * width, count: stretch.count)
      }
      var index = 0
      while index < stretch.count {
        guard let kind = NameLabel.kind(Int(labels[index])) else {
          index += 1
          continue
        }
        var end = index
        while NameLabel.isOpen(Int(labels[end])) { end += 1 }
        let range = index..<end + 1
        names.append(
          Found(
            tokens: range.lowerBound + stretch.lowerBound..<range.upperBound + stretch.lowerBound, kind: kind,
            probability: chain.probability(of: range, kind)))
        index = end + 1
      }
    }
    return names
  }
}
