import Dossier
import Language
import Testing

@testable import Reading

/// Two sentences set against each other as two documents of one event would be.
/// - Parameters:
///   - actors: names; each that a sentence contains is a mention of the actor of that number.
///   - places: the numbers of those that are places.
///   - speakers: by side, the actor who says the whole sentence.
func pair(
  _ left: String, _ right: String, actors: [String] = [], places: Set<Int> = [], speakers: [Int?] = [nil, nil],
  isOneEvent: Bool = true
) throws -> ClaimPair {
  var extractor = ClaimExtractor()
  var claims: [Claim] = []
  for (index, sentence) in [left, right].enumerated() {
    let text = SourceText(sentence)
    let document = Document(id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: text)
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let statements = speakers[index].map { speaker in
      [
        Statement(
          id: Statement.ID(index), document: document.id, span: text.span, kind: .indirect,
          speaker: Statement.Speaker(mention: nil, actor: Actor.ID(speaker)), confidence: 1, basis: "test")
      ]
    }
    claims.append(
      contentsOf: extractor.claims(
        of: document, text: analysed, statements: statements ?? [], mentions: mentions(of: actors, in: sentence)
      ).prefix(1))
  }
  try #require(claims.count == 2)
  for index in claims.indices {
    claims[index].weights = claims[index].terms.map { _ in 2.5 }
    claims[index].norm = claims[index].weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    claims[index].mass = claims[index].weights.reduce(0, +)
  }
  let axes = AxisLexicon.shared.axes
  return ClaimPair(
    claims[0], claims[1],
    background: Background(
      axisRarity: [Double](repeating: 1, count: axes.count), axes: axes,
      actorRarity: Dictionary(uniqueKeysWithValues: actors.indices.map { ($0, 1) }), places: places),
    isOneEvent: isOneEvent)
}

/// Every place where a name stands, in order.
private func mentions(of actors: [String], in sentence: String) -> [(span: Span, actor: Int)] {
  let bytes = Array(sentence.utf8)
  var found: [(span: Span, actor: Int)] = []
  for (number, name) in actors.enumerated() {
    let name = Array(name.utf8)
    for start in bytes.indices where bytes[start...].starts(with: name) {
      found.append((Span(start, start + name.count), number))
    }
  }
  return found.sorted { $0.span < $1.span }
}

/// What a judge makes of two sentences: `number/contradiction: 40 ≠ 57`, or `nothing`.
func verdict(
  _ judge: some Judge, _ left: String, _ right: String, actors: [String] = [], places: Set<Int> = [],
  speakers: [Int?] = [nil, nil]
) throws -> String {
  let pair = try pair(left, right, actors: actors, places: places, speakers: speakers)
  guard let divergence = judge.judge(pair), let match = divergence.matches.first else { return "nothing" }
  let words = [
    pair.left.phrase(match.left, in: SourceText(left)), pair.right.phrase(match.right, in: SourceText(right)),
  ]
  return "\(divergence.kind)/\(divergence.relation): \(words.joined(separator: " ≠ "))"
}
