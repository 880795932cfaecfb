internal import Dossier

/// Two claims set against each other, with what they share.
struct ClaimPair: Sendable {
  var left: Claim
  var right: Claim
  /// What the event's claims have in common, to tell the rare from the common.
  var background: Background
  /// Terms that both hold.
  let shared: Set<Int>
  /// Cosine of the two weighted term vectors.
  let similarity: Double
  /// The shared weight over the weight of the lighter claim.
  let containment: Double
  /// How rare the things are that both speak of: weights of the rarest three shared terms, and the actors in common.
  /// On marked articles it tells pairs worth reading from others better than any likeness of the whole (area under the
  /// curve 0.78 against 0.71 for the cosine).
  let tie: Double
  /// Whether both speak of one event.
  let isOneEvent: Bool

  init(_ left: Claim, _ right: Claim, background: Background, isOneEvent: Bool = true) {
    self.left = left
    self.right = right
    self.background = background
    self.isOneEvent = isOneEvent
    var shared = Set<Int>()
    var dot = 0.0
    var mass = 0.0
    var rarest = (0.0, 0.0, 0.0)
    var (i, j) = (0, 0)
    while i < left.terms.count, j < right.terms.count {
      if left.terms[i] == right.terms[j] {
        shared.insert(left.terms[i])
        dot += left.weights[i] * right.weights[j]
        mass += left.weights[i]
        let weight = min(left.weights[i], right.weights[j])
        if weight > rarest.0 {
          rarest = (weight, rarest.0, rarest.1)
        } else if weight > rarest.1 {
          rarest = (rarest.0, weight, rarest.1)
        } else if weight > rarest.2 {
          rarest.2 = weight
        }
        i += 1
        j += 1
      } else if left.terms[i] < right.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
    self.shared = shared
    similarity = dot / max(1e-9, left.norm * right.norm)
    containment = mass / max(1e-9, min(left.mass, right.mass))
    let actors = left.actors.count { right.actors.contains($0) }
    tie = rarest.0 + rarest.1 + 0.7 * rarest.2 + 0.5 * Double(min(2, actors))
  }

  /// The same the other way round; what they share is measured alike from both sides.
  var swapped: ClaimPair {
    var pair = self
    pair.left = right
    pair.right = left
    return pair
  }

  /// Whether two documents tell it.
  var isBetweenDocuments: Bool { left.passage.document != right.passage.document }

  /// Whether the two sentences share so much that is rare that they tell of one matter, whatever they call it.
  ///
  /// Few do. Of those that each give a figure of one unit nearly all mean one thing: six of seven in 75 events that people
  /// marked.
  var areOfOneMatter: Bool {
    isBetweenDocuments && tie > 7 && containment > 0.3 && !left.isHeading && !right.isHeading
  }

  /// Whether either only asks.
  var hasQuestion: Bool { left.isQuestion || right.isQuestion }

  /// The sides of those of whom one of the claims speaks, and of those who speak in it.
  func sides(concernedIn claim: Claim) -> Set<Int> { Set(claim.concerned.map(background.side)) }

  /// Whether some word of either is marked so.
  func has(_ mark: Marks) -> Bool { left.marks.contains(mark) || right.marks.contains(mark) }

  /// Whether the two speak of one time, as far as event and dates tell.
  var time: Disagreement.Time {
    guard isOneEvent else { return .different }
    let isDated = !left.times.isEmpty && !right.times.isEmpty
    let meets = left.times.contains { one in right.times.contains { !one.clashes(with: $0) } }
    return isDated && !meets ? .different : .same
  }

  /// Whether the two tell of two days: a claim without a time tells of what it goes on about, or of the day
  /// that its document's lead gives.
  var areOfTwoDays: Bool {
    guard time != .different else { return true }
    let (one, other) = (left.toldTimes, right.toldTimes)
    return !one.isEmpty && !other.isEmpty && one.allSatisfy { day in other.allSatisfy(day.clashes) }
  }

  /// Weight of the terms that stand near both ranges, the ranges' own terms aside.
  func localOverlap(_ leftRange: Range<Int>, _ rightRange: Range<Int>, radius: Int = 9) -> Double {
    let own = left.terms(around: leftRange, radius: 0).union(right.terms(around: rightRange, radius: 0))
    return left.terms(around: leftRange, radius: radius).intersection(right.terms(around: rightRange, radius: radius))
      .subtracting(own).reduce(0) { $0 + left.weight(of: $1) * right.weight(of: $1) }.squareRoot()
  }

  /// The actors that both speak of.
  var commonActors: [Int] { left.actors.filter(right.actors.contains) }

  /// Whether the parts in which the two words lie are held by one and the same speaker.
  func haveOneHolder(_ leftWord: Int, _ rightWord: Int) -> Bool {
    guard let actor = left.holder(of: leftWord)?.actor else { return false }
    return right.holder(of: rightWord)?.actor == actor
  }
}

/// How common things are among the claims of an event.
struct Background: Sendable {
  /// 0…1 by axis: 1 where few claims take a side on it.
  var axisRarity: [Double]
  var axes: [Axis]
  /// 0…1 by actor: 1 for one whom few claims speak of.
  var actorRarity: [Int: Double] = [:]
  /// Actors that are places.
  var places: Set<Int> = []
  /// For each place, those that some sentence names together with it.
  var neighbours: [Int: Set<Int>] = [:]

  /// By what is counted, or by the unit: how many different figures one document gives for it, at most.
  var counts: [String: Int] = [:]
  /// By document and unit, the figures that it gives.
  var measures: [Int: [String: Set<Double>]] = [:]
  /// By document, the outcomes of votes that it gives.
  var tallies: [Int: [Tally]] = [:]
  /// By document and sort, the headcounts that it gives.
  var headcounts: [Int: [Headcount.Sort: [Headcount]]] = [:]

  /// Whom each actor speaks for.
  var sides = Sides([])

  func side(of actor: Int) -> Int { sides[actor] }

  func areNeighbours(_ left: Int, _ right: Int) -> Bool { neighbours[left]?.contains(right) ?? false }
}

/// What a judge found, in words of the two claims.
struct Divergence: Sendable {
  /// Words that clash, or that show the two to be about one thing.
  struct Match: Sendable {
    var left: Range<Int>
    var right: Range<Int>
    var relation: String
  }

  var kind: Disagreement.Kind
  var relation: Disagreement.Relation
  /// A sentence in which `{a}` and `{b}` stand for the clashing words, `{A}` and `{B}` for who says them, `{L}` and
  /// `{R}` for the documents alone, and `{1}` and `{2}` for the names of `named`.
  var reason: String
  /// The first is what clashes.
  var matches: [Match]
  /// What the divergence is about, where one pair of passages stands for many: `nil` where each pair counts.
  var topic: String?
  /// Actors whom the reason names, by number.
  var named: [Int] = []
  /// Whether the text itself says that the right claim is about the left one.
  var isAnswer = false
  /// Who answers there, for where no statement tells it.
  var answerer: Actor.ID?
  /// 0…1 before ranking.
  var confidence: Double
}

extension ClaimPair {
  /// What `find` finds here or, failing that, in the pair turned round, then told by `reason`.
  func eitherWay(elseBy reason: String, _ find: (ClaimPair) -> Divergence?) -> Divergence? {
    find(self) ?? find(swapped).map { $0.swapped(reason: reason) }
  }
}

extension Divergence {
  /// The divergence of the swapped pair, in words for this one.
  func swapped(reason: String) -> Divergence {
    var divergence = self
    divergence.reason = reason
    divergence.matches = matches.map { Match(left: $0.right, right: $0.left, relation: $0.relation) }
    return divergence
  }
}

/// Decides on one kind of disagreement between two claims. Pure: the same pair gives the same divergence.
protocol Judge: Sendable {
  /// - Returns: what clashes, or `nil` where the two may stand side by side.
  func judge(_ pair: ClaimPair) -> Divergence?
}
