internal import Dossier

/// One act, two causes or two aims: *to persuade Minsk to join the war* / *the focus was on the economy*.
struct FrameJudge: Judge {
  let kind: Frame.Kind

  func judge(_ pair: ClaimPair) -> Finding? {
    guard pair.similarity < 0.7 else { return nil }
    var best: Finding?
    for left in pair.left.frames where left.kind == kind {
      for right in pair.right.frames where right.kind == kind {
        let topic = left.topic.intersection(right.topic)
        let weight = topic.reduce(0) { $0 + min(pair.left.weight(of: $1), pair.right.weight(of: $1)) }
        // Two aims of one visit: its words need not be the same, visit and talks are one act here.
        let isMeeting = kind == .purpose && left.isOfMeeting && right.isOfMeeting
        guard isMeeting || weight > 3 && topic.count >= 2 else { continue }
        guard !agree(left.filler, right.filler, in: pair) else { continue }
        let strength = left.strength * right.strength
        // `After` and `over` tell when or where as often as why: then the act itself must be one.
        if strength < 1, left.act == nil || left.act != right.act || topic.count < 2 { continue }
        if kind == .cause, !isOneAct(left, right) || weight < 6 && left.act != right.act { continue }
        let actors = (actors(of: left.filler, in: pair.left), actors(of: right.filler, in: pair.right))
        guard actors.0.isDisjoint(with: actors.1) else { continue }
        let leftFiller = Set(left.filler.compactMap { pair.left.words[$0].term })
        let rightFiller = Set(right.filler.compactMap { pair.right.words[$0].term })
        guard !leftFiller.isEmpty, !rightFiller.isEmpty else { continue }
        let common =
          Double(leftFiller.intersection(rightFiller).count) / Double(min(leftFiller.count, rightFiller.count))
        // One speaker may give two reasons; that two outlets give one each is worth seeing.
        guard common < 0.5,
          !pair.haveOneHolder(left.filler.lowerBound, right.filler.lowerBound)
            || pair.left.passage.document != pair.right.passage.document && pair.tie > 5
        else { continue }
        let confidence = min(0.85, 0.2 + 0.25 * strength + (isMeeting ? 0.32 : 0) + weight / 14 - common * 0.2)
        if confidence > (best?.confidence ?? 0) {
          let isHeld =
            pair.left.holder(of: left.filler.lowerBound) != nil || pair.right.holder(of: right.filler.lowerBound) != nil
          best = Finding(
            kind: kind == .cause ? .cause : .purpose, relation: isHeld ? .tension : .framing,
            reason: kind == .cause
              ? "{A} gives “{a}” as what brought it about, {B} “{b}”."
              : "{A} gives “{a}” as what it is for, {B} “{b}”.",
            matches: [.init(left: left.filler, right: right.filler, relation: "other \(kind.rawValue)")],
            confidence: confidence)
        }
      }
    }
    return best
  }

  /// Whether the act that the one explains is told in what the other explains.
  private func isOneAct(_ left: Frame, _ right: Frame) -> Bool {
    guard let act = left.act, let other = right.act else { return false }
    return act == other || right.topic.contains(act) || left.topic.contains(other)
  }

  /// Whether both stand on one side of an axis: *to join the war*, *further aggression*.
  private func agree(_ left: Range<Int>, _ right: Range<Int>, in pair: ClaimPair) -> Bool {
    pair.left.projections.contains { one in
      left.contains(one.words.lowerBound)
        && pair.right.projections.contains {
          right.contains($0.words.lowerBound) && $0.axis == one.axis && $0.pole == one.pole
        }
    }
  }

  private func actors(of words: Range<Int>, in claim: Claim) -> Set<Int> {
    Set(claim.words[words].compactMap(\.actor))
  }
}
