import Dossier

/// Where else in the articles that are compared a passage is told in the same words, or in words most like its own: in the
/// same order or in another.
struct Twins: Sendable {
  /// A passage of another side with the same words, or nearly the same.
  struct Twin: Sendable, Hashable {
    var passage: Passage
    var column: Int
    /// Word for word, but for case and punctuation.
    var isExact: Bool

    /// Its sign.
    var glyph: String { isExact ? "=" : "≈" }
  }

  /// By column and passage.
  private(set) var twins: [[Twin?]]
  /// The passage of another side that shares the most words of weight, by column and passage.
  private(set) var nearest: [[Passage?]]

  /// - Parameter alignments: of the first article with each other one.
  /// - Complexity: linear in the words, but for those that stand everywhere.
  init(_ documents: [Document.ID], _ passages: [[ComparePassage]], _ alignments: [Alignment]) {
    twins = passages.map { [Twin?](repeating: nil, count: $0.count) }
    nearest = passages.map { [Passage?](repeating: nil, count: $0.count) }
    let found = passages.map { SameWords($0) }
    func passage(_ column: Int, _ number: Int) -> Passage {
      Passage(document: documents[column], span: passages[column][number].span)
    }
    for column in documents.indices {
      for other in documents.indices where documents[other] != documents[column] {
        let likest = Self.likest(column, other, alignments)
        let facing = Self.facing(column, other, passages[column].count, alignments)
        for number in passages[column].indices {
          if let same = found[other].passage(of: passages[column][number].wording, near: facing[number]) {
            if twins[column][number]?.isExact != true {
              twins[column][number] = Twin(passage: passage(other, same), column: other, isExact: true)
            }
            // One that is longer has words of its own beside those.
            if nearest[other][same] == nil { nearest[other][same] = passage(column, number) }
          } else if let like = likest?[number] {
            let isNear = like.share > Alignment.nearShare && passages[column][number].words.count >= 5
            if isNear, twins[column][number] == nil {
              twins[column][number] = Twin(passage: passage(other, like.other), column: other, isExact: false)
            }
            if nearest[column][number] == nil { nearest[column][number] = passage(other, like.other) }
          }
        }
      }
    }
  }

  /// What is most like each passage of a column in another, where the two were aligned.
  private static func likest(_ column: Int, _ other: Int, _ alignments: [Alignment]) -> [Alignment.Likeness?]? {
    if column == 0 { return alignments[other - 1].ofLeft }
    return other == 0 ? alignments[column - 1].ofRight : nil
  }

  /// The passage of another column that stands in the same row as each of a column.
  private static func facing(_ column: Int, _ other: Int, _ count: Int, _ alignments: [Alignment]) -> [Int?] {
    var facing = [Int?](repeating: nil, count: count)
    if column == 0 {
      for pair in alignments[other - 1].pairs { facing[pair.left] = pair.right }
      return facing
    }
    let others =
      other == 0 ? [:] : Dictionary(alignments[other - 1].pairs.map { ($0.left, $0.right) }) { first, _ in first }
    for pair in alignments[column - 1].pairs { facing[pair.right] = other == 0 ? pair.left : others[pair.left] }
    return facing
  }
}
