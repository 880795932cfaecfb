/// Distributional vectors of the 40,000 most frequent words of English, as the syntax network carries them.
///
/// Words that stand in like surroundings have like vectors: synonyms, but opposites and fellow kinds too.
public enum WordVectors {
  /// The vector of a word at unit length; `nil` for a word that is not among them.
  /// - Parameter norm: the word in lower case. Cost: linear in its letters.
  public static func vector(of norm: String) -> [Float]? {
    let model = SyntaxModel.shared
    guard let row = model.vocabulary.find(WordFeatures(norm: norm, form: norm, isFirst: false).key).vector else {
      return nil
    }
    let width = model.vectors.width
    let values = (0..<width).map { Float(Int8(bitPattern: model.vectors.bytes[row * width + $0])) }
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? values.map { $0 / length } : nil
  }
}
