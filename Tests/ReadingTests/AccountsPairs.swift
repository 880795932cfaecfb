import Dossier
import Language
import Testing

@testable import Reading

/// Two sentences set against each other as two documents of one event would be.
func pair(_ left: String, _ right: String) throws -> ClaimPair {
  var extractor = ClaimExtractor()
  var claims: [Claim] = []
  for (index, sentence) in [left, right].enumerated() {
    let text = SourceText(sentence)
    let document = Document(id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: text)
    let analysed = Analyser().analyse(text, blocks: [text.span])
    claims.append(
      contentsOf: extractor.claims(of: document, text: analysed, statements: [], mentions: []).prefix(1))
  }
  try #require(claims.count == 2)
  for index in claims.indices {
    claims[index].weights = claims[index].terms.map { _ in 2.5 }
    claims[index].norm = claims[index].weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
  let axes = AxisLexicon.shared.axes
  return ClaimPair(
    claims[0], claims[1],
    background: Background(axisRarity: [Double](repeating: 1, count: axes.count), axes: axes))
}

/// What a judge makes of two sentences: `number/contradiction: 40 ≠ 57`, or `nothing`.
func verdict(_ judge: some Judge, _ left: String, _ right: String) throws -> String {
  let pair = try pair(left, right)
  guard let finding = judge.judge(pair), let match = finding.matches.first else { return "nothing" }
  let words = [
    pair.left.phrase(match.left, in: SourceText(left)), pair.right.phrase(match.right, in: SourceText(right)),
  ]
  return "\(finding.kind)/\(finding.relation): \(words.joined(separator: " ≠ "))"
}
