internal import Dossier

/// One act with doer and target exchanged: *he follows her* / *she follows him*.
struct RolesJudge: Judge {
  /// Acts that two do together: whoever met somebody was met.
  private static let mutual: Set<String> = [
    "meet", "marry", "talk", "speak", "discuss", "debate", "negotiate", "play", "fight", "join", "face", "call",
    "resemble", "border", "precede", "accompany", "visit", "know", "contact", "thank", "telephone", "be", "have",
  ]

  func judge(_ pair: ClaimPair) -> Divergence? {
    guard !pair.hasQuestion, pair.left.actors.count + pair.right.actors.count > 1 else {
      return nil
    }
    let rights = pair.right.deeds
    guard !rights.isEmpty else { return nil }
    for left in pair.left.deeds where !Self.mutual.contains(left.act) {
      for right in rights where left.doer == right.target && left.target == right.doer {
        guard Self.isOneAct(left.act, right.act) || isOneInMeaning(left, right, in: pair),
          // *If he would endorse him* tells of no act.
          !pair.left.words[left.word].isTentative, !pair.right.words[right.word].isTentative,
          // Whoever is accused accuses back; of the same thing only where an account has them mixed up.
          !pair.left.words[left.word].marks.contains(.accusation) || haveOneCharge(left, right, in: pair),
          // A text that tells both ways tells a mutual act.
          !rights.contains(where: { Self.isOneAct($0.act, left.act) && $0.doer == left.doer })
        else { continue }
        return Divergence(
          kind: .roles, relation: .tension, reason: "{A} has “{a}”, {B} “{b}”: who did it to whom is exchanged.",
          matches: [
            .init(left: left.word..<left.word + 1, right: right.word..<right.word + 1, relation: "roles exchanged")
          ],
          confidence: min(0.8, 0.45 + pair.tie / 30))
      }
    }
    return nil
  }

  /// *Dragged him from the car*, *pulled her out*; whoever is blamed blames back in other words.
  private func isOneInMeaning(_ left: Deed, _ right: Deed, in pair: ClaimPair) -> Bool {
    !isAttitude(left, in: pair.left) && !isAttitude(right, in: pair.right) && !Self.mutual.contains(right.act)
      && ActRelation(pair: pair).areOneInMeaning(left.word, right.word)
  }

  private func isAttitude(_ deed: Deed, in claim: Claim) -> Bool {
    claim.words[deed.word].marks.contains(.accusation) || claim.words[deed.word].isLightVerb
      || claim.projections.contains { $0.words.contains(deed.word) }
  }

  /// In so many words after *accuse* the charge is named.
  private static let reach = 8

  private func haveOneCharge(_ left: Deed, _ right: Deed, in pair: ClaimPair) -> Bool {
    func charge(_ deed: Deed, _ claim: Claim) -> Set<Int> {
      Set(claim.words[(deed.word + 1)...].prefix(Self.reach).filter { !$0.isName }.compactMap(\.term))
    }
    let (one, other) = (charge(left, pair.left), charge(right, pair.right))
    return 2 * one.intersection(other).count > min(one.count, other.count)
  }

  /// *follow* and *follow(er)*, *accuse* and *accus(er)*.
  private static func isOneAct(_ left: String, _ right: String) -> Bool {
    left == right || left == right + "e" || right == left + "e"
  }
}
