internal import Dossier
internal import Language

/// What two reporters call one actor, from opposite poles: *the ruler* / *the president*.
struct NamingJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    guard pair.isBetweenDocuments else { return nil }
    for left in pair.left.projections where isName(left, in: pair.left, pair) {
      for right in pair.right.projections
      where right.axis == left.axis && right.pole != left.pole && isName(right, in: pair.right, pair) {
        guard let actor = named(left, in: pair.left), named(right, in: pair.right) == actor,
          max(left.strength, right.strength) >= 0.8
        else { continue }
        return Divergence(
          kind: .wording, relation: .framing, reason: "{A} calls the same one “{a}”, {B} “{b}”.",
          matches: [.init(left: left.words, right: right.words, relation: "named from opposite poles")],
          topic: "name \(actor) \(left.axis)", confidence: 0.56)
      }
    }
    return nil
  }

  /// The reporter's own word on a wording axis.
  private func isName(_ projection: Projection, in claim: Claim, _ pair: ClaimPair) -> Bool {
    pair.background.axes[projection.axis].kind == .wording && !projection.isNegated
      && claim.holder(of: projection.words.lowerBound)?.kind != .direct
      && !claim.words[projection.words.lowerBound].isQuoted
  }

  /// The actor of whose name the word is part, or beside whose name it stands as a title.
  private func named(_ projection: Projection, in claim: Claim) -> Int? {
    let index = projection.words.lowerBound
    if let actor = claim.words[index].actor { return actor }
    if let head = claim.words[index].head,
      [.compound, .flat, .appos, .amod, .nmodDesc].contains(claim.words[index].relation)
    {
      return claim.words[head].actor
    }
    return claim.words.first { $0.head == index && [.appos, .flat].contains($0.relation) }?.actor
  }
}
