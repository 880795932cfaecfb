/// Weighted terms of a document: sparse, sorted, ready for a cosine.
struct TermVector {
  private var terms: [Int] = []
  private var weights: [Double] = []
  private var norm = 0.0

  /// Weighs counts by how few of the documents have the term.
  /// - Parameters:
  ///   - counts: by document, how often it has each term.
  ///   - vocabulary: one more than the highest term.
  static func vectors(of counts: [[Int: Int]], vocabulary: Int) -> [TermVector] {
    var frequency = [Int](repeating: 0, count: vocabulary)
    for count in counts { for term in count.keys { frequency[term] += 1 } }
    let documents = Double(counts.count)
    return counts.map { count in
      var vector = TermVector()
      vector.terms = count.keys.sorted()
      vector.weights = vector.terms.map { term in
        (1 + Logarithm.natural(Double(count[term] ?? 1)))
          * Logarithm.natural(1 + (documents + 4) / Double(frequency[term] + 1))
      }
      vector.norm = vector.weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector
    }
  }

  /// The weightiest terms.
  func heaviest(_ count: Int) -> Set<Int> {
    Set(zip(terms, weights).sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.prefix(count).map(\.0))
  }

  /// 0…1. Cost: linear in the terms.
  func cosine(with other: TermVector) -> Double {
    var (i, j, dot) = (0, 0, 0.0)
    while i < terms.count, j < other.terms.count {
      if terms[i] == other.terms[j] {
        dot += weights[i] * other.weights[j]
        i += 1
        j += 1
      } else if terms[i] < other.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return dot / max(1e-9, norm * other.norm)
  }
}
