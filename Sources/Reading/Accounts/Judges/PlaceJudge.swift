internal import Dossier
internal import Language

/// One thing, two places: *a student in Seattle* / *a student at a college in Bellingham*.
struct PlaceJudge: Judge {
  func judge(_ pair: ClaimPair) -> Divergence? {
    // A text that names two places tells of two.
    guard pair.isBetweenDocuments, !pair.background.places.isEmpty else { return nil }
    return pair.tie > 5.5 ? ofOneThing(pair) ?? ofOneHappening(pair) : ofOneHappening(pair)
  }

  /// What happens once happens at one place: *the talks were held in Norburg* / *Lindau hosted the talks*.
  private func ofOneHappening(_ pair: ClaimPair) -> Divergence? {
    guard !pair.areOfTwoDays else { return nil }
    let rights = happenings(in: pair.right, pair)
    guard !rights.isEmpty else { return nil }
    for left in happenings(in: pair.left, pair) {
      for right in rights where left.place != right.place {
        guard !rights.contains(where: { $0.place == left.place }),
          !pair.left.actors.contains(right.place), !pair.right.actors.contains(left.place),
          !pair.background.areNeighbours(left.place, right.place),
          !areNested(name(at: left.word, in: pair.left), name(at: right.word, in: pair.right), in: pair),
          let weight = left.happening.weight(asOneWith: right.happening, in: pair), weight > 2
        else { continue }
        return divergence(left.word, right.word, confidence: min(0.75, 0.4 + weight / 20 + pair.tie / 60), in: pair)
      }
    }
    return nil
  }

  private struct Located {
    var happening: Happening
    var place: Int
    var word: Int
  }

  /// What a claim tells to happen at a place: where the place hangs on the verb, or is its host.
  private func happenings(in claim: Claim, _ pair: ClaimPair) -> [Located] {
    claim.words.indices.compactMap { index in
      guard let place = claim.words[index].actor, pair.background.places.contains(place) else { return nil }
      var verb = claim.words[index].head
      if claim.words.hasCase(Self.prepositions, at: index) {
        // *At a hotel in Lindau*; not *the mayor of a town in it*.
        for _ in 0..<3 {
          guard let here = verb, claim.words[here].tag != .verb else { break }
          guard [.obl, .nmod].contains(claim.words[here].relation) else { return nil }
          verb = claim.words[here].head
        }
      } else if claim.words[index].relation != .nsubj || verb.map({ claim.words[$0].lemma }) != "host" {
        return nil
      }
      guard let verb, claim.words[verb].tag == .verb, !claim.words[verb].isTentative,
        !claim.words[verb].marks.contains(.assertion), let happening = Happening(verb: verb, in: claim.words)
      else { return nil }
      return Located(happening: happening, place: place, word: index)
    }
  }

  private func ofOneThing(_ pair: ClaimPair) -> Divergence? {
    let (lefts, rights) = (located(in: pair.left, pair), located(in: pair.right, pair))
    for left in lefts {
      for right in rights
      where left.term == right.term && left.place != right.place && areOne(left.thing, right.thing, in: pair) {
        guard !rights.contains(where: { $0.place == left.place }), !lefts.contains(where: { $0.place == right.place }),
          // Places that a sentence names side by side may lie one in the other.
          !pair.background.areNeighbours(left.place, right.place),
          !areNested(name(at: left.word, in: pair.left), name(at: right.word, in: pair.right), in: pair)
        else { continue }
        return divergence(left.word, right.word, confidence: min(0.8, 0.3 + pair.tie / 25), in: pair)
      }
    }
    return nil
  }

  private func divergence(_ left: Int, _ right: Int, confidence: Double, in pair: ClaimPair) -> Divergence {
    Divergence(
      kind: .place, relation: .contradiction, reason: "{A} places it at “{a}”, {B} at “{b}”.",
      matches: [
        .init(left: name(at: left, in: pair.left), right: name(at: right, in: pair.right), relation: "other place")
      ],
      confidence: confidence)
  }

  /// Places with the thing that is said to be there: the nearest noun or verb above that the other claim has too.
  private func located(in claim: Claim, _ pair: ClaimPair) -> [(term: Int, place: Int, word: Int, thing: Int)] {
    claim.words.indices.compactMap { index in
      guard let place = claim.words[index].actor, pair.background.places.contains(place),
        claim.words.hasCase(Self.prepositions, at: index)
      else { return nil }
      // One of a list of places is not the place.
      guard !claim.words.contains(where: { $0.head == index && $0.relation == .conj }) else { return nil }
      var current = claim.words[index].head
      for _ in 0..<4 {
        guard let head = current else { return nil }
        let word = claim.words[head]
        if let term = word.term, !word.isName, pair.shared.contains(term) {
          return (term, place, index, head)
        }
        current = word.head
      }
      return nil
    }
  }

  /// Whether a deed told by both has one doer, as far as the parse shows; things are known by their words.
  private func areOne(_ left: Int, _ right: Int, in pair: ClaimPair) -> Bool {
    guard pair.left.words[left].tag == .verb || pair.right.words[right].tag == .verb else { return true }
    guard let doer = pair.left.words.subject(of: left) else { return false }
    return doer == pair.right.words.subject(of: right)
  }

  /// Whether one name holds the other, short or whole: *Beaumont, Tex.* and *Texas*.
  private func areNested(_ left: Range<Int>, _ right: Range<Int>, in pair: ClaimPair) -> Bool {
    let parts = { (words: ArraySlice<Claim.Word>) in
      words.map { $0.norm.filter { $0 != "." } }.filter { $0.utf8.count > 2 }
    }
    let (ones, others) = (parts(pair.left.words[left]), parts(pair.right.words[right]))
    return ones.contains { one in others.contains { one.hasPrefix($0) || $0.hasPrefix(one) } }
  }

  /// The whole name of which a word is part.
  private func name(at word: Int, in claim: Claim) -> Range<Int> {
    var range = word..<word + 1
    while range.lowerBound > 0, claim.words[range.lowerBound - 1].actor == claim.words[word].actor {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < claim.words.count, claim.words[range.upperBound].actor == claim.words[word].actor {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  private static let prepositions: Set<String> = ["in", "at", "near", "outside"]
}
