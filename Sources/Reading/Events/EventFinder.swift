public import Dossier
public import Language

/// Groups documents by the event that they tell of.
///
/// Two documents tell of one event when their weighted words are alike, or when their leads give the same day and they
/// share participants; never when their days lie more than three apart. A document joins the group that it is most
/// alike to on average, so that a chain of half-likenesses does not join two events; among few documents the nearest one
/// counts as much as all, as likeness is seldom chance there.
///
/// How alike they must be hangs on the circle that they stand in: two or three articles that nothing else is like are mostly
/// one story, whatever else lies in the folder; among five of one war and its presidents more is asked.
///
/// Measured by pairs of articles: of ECB+, three or four on each of 32 events, read one event at a time, 88 of 100 are put
/// together; with two events of one kind in a set, as ECB+ has them, 70 with 81 of 100 right; all of them with sixty articles
/// more, 78 with 80 of 100 right. Of four stories of three outlets in one folder 72 of 80 invented ones stay whole and 69 of 72
/// real ones (33 and 55 where the bar hung on the number of articles), and none are taken for one.
public struct EventFinder: Sendable {
  /// From which likeness on two documents tell of one event.
  /// - Parameters:
  ///   - circle: how many documents are of their circle.
  ///   - all: how many there are; beside many others those of one circle seem more alike.
  static func bar(circle: Int, all: Int) -> Double {
    let apart = 0.02 * Logarithm.natural(Double(all) / Double(circle)) + 0.04 * Logarithm.largeness(of: circle)
    return 0.17 + 0.115 * min(1, max(0, Double(circle) - 3) / 2) + min(0.04, apart)
  }

  /// So few documents are compared with all.
  private static let few = 64

  public init() {}

  /// Fills `dossier.events` and every document's `event`.
  ///
  /// Every document gets an event, if need be its own. Cost: linear in the number of documents times the events that share
  /// weighty words with each, by an index on those.
  public func find(in dossier: inout Dossier, texts: [AnalysedText]) {
    let profiles = DocumentProfile.profiles(of: dossier.documents, texts: texts, actors: dossier.actors)
    let circles = Circles(of: profiles, areFew: profiles.count <= Self.few)
    var groups: [Group] = []
    var index = GroupIndex()
    for (number, profile) in profiles.enumerated() {
      var best: (group: Int, value: Double)?
      // What all share weighs least, so that among few documents the weightiest words are not those that any two share.
      let candidates = profiles.count <= Self.few ? Array(groups.indices) : index.candidates(for: profile)
      for candidate in candidates {
        let group = groups[candidate]
        guard !group.days.contains(where: profile.conflicts) else { continue }
        let size = circles.size(around: number, and: group.members)
        let bar = Self.bar(circle: size, all: profiles.count)
        let sameWeekday = 1 + 0.25 * (1 - Logarithm.largeness(of: size))
        // How much the nearest member of a group counts beside the mean of all.
        let nearest = 0.5 * (1 - Logarithm.largeness(of: size))
        let values = group.members.suffix(24).map { likeness(profile, profiles[$0], sameWeekday: sameWeekday) }
        let mean = values.reduce(0, +) / Double(values.count)
        let value = mean + nearest * ((values.max() ?? 0) - mean)
        if value >= bar, value > (best?.value ?? 0) { best = (candidate, value) }
      }
      let chosen = best?.group ?? groups.count
      if chosen == groups.count { groups.append(Group()) }
      groups[chosen].members.append(number)
      if !profile.days.isEmpty { groups[chosen].days.insert(profile.days) }
      index.add(profile, to: chosen)
    }
    let labels = EventLabel(dossier, texts: texts)
    dossier.events = EventLabel.distinct(
      groups.enumerated().map { number, group in
        event(number, members: group.members, profiles: profiles, labels: labels, dossier: dossier)
      })
    for (number, group) in groups.enumerated() {
      for member in group.members { dossier.documents[member].event = Event.ID(number) }
    }
  }

  /// - Parameter sameWeekday: what the likeness is multiplied by where both leads name one day of the week and no dates are
  ///   known: among few documents that is seldom chance.
  private func likeness(_ left: DocumentProfile, _ right: DocumentProfile, sameWeekday: Double) -> Double {
    let haveCircle = left.participants.intersection(right.participants).count >= 2
    if haveCircle, let day = left.day, day.day != nil, day == right.day { return 1 }
    let likeness = left.likeness(to: right)
    let areUndated = left.days.isEmpty || right.days.isEmpty
    return haveCircle && areUndated && !left.weekdays.isDisjoint(with: right.weekdays)
      ? likeness * sameWeekday : likeness
  }

  private func event(
    _ number: Int, members: [Int], profiles: [DocumentProfile], labels: EventLabel, dossier: Dossier
  ) -> Event {
    let documents = members.map { dossier.documents[$0] }
    let label =
      labels.text(members: members)
      ?? labels.text(sharedBy: members)
      ?? documents.lazy.compactMap { document in document.title.map { Self.short(document.text[$0]) } }.first
      ?? profiles[members[0]].opening
    return Event(
      id: Event.ID(number), label: label, date: date(of: members.map { profiles[$0] }),
      place: members.lazy.compactMap { profiles[$0].place }.first, documents: documents.map(\.id))
  }

  /// The first that a document tells.
  private func date(of profiles: [DocumentProfile]) -> PartialDate? { profiles.lazy.compactMap(\.happened).first }

  /// The first words, up to some sixty characters, with a sign where more follow.
  static func short(_ text: String) -> String {
    var words: [Substring] = []
    var count = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      count += word.count + 1
      if count > 64 {
        // A label does not end in the middle of *for the*.
        while let last = words.last, words.count > 1, isJoining(last) { words.removeLast() }
        let cut = words.joined(separator: " ")
        return cut.isEmpty ? String(word.prefix(64)) + "…" : trimmed(cut) + " …"
      }
      words.append(word)
    }
    return words.joined(separator: " ")
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while let last = text.last, [",", ";", ":", "-", "–", "—"].contains(last) { text.removeLast() }
    return text
  }

  private static func isJoining(_ word: Substring) -> Bool {
    joining.contains(word.lowercased()) || !word.contains { $0.isLetter || $0.isNumber }
  }

  private static let joining: Set<String> = [
    "a", "about", "after", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have",
    "her", "his", "in", "into", "is", "its", "not", "of", "off", "on", "or", "over", "than", "that", "the", "their",
    "this",
    "to", "was", "were", "when", "which", "who", "will", "with",
  ]
}

/// How many documents each is somewhat alike to: those of one story, and of what else is told of its people.
private struct Circles {
  /// From which likeness two documents are of one circle.
  private static let alike = 0.14

  private var sizes: [Int]

  init(of profiles: [DocumentProfile], areFew: Bool) {
    sizes = profiles.map { _ in 1 }
    var index = GroupIndex()
    for (number, profile) in profiles.enumerated() {
      let others = areFew ? Array(0..<number) : index.candidates(for: profile)
      for other in others where profile.likeness(to: profiles[other]) >= Self.alike {
        sizes[number] += 1
        sizes[other] += 1
      }
      index.add(profile, to: number)
    }
  }

  /// How many documents stand around the widest of these.
  func size(around number: Int, and members: [Int]) -> Int {
    members.reduce(sizes[number]) { max($0, sizes[$1]) }
  }
}

/// Documents that tell of one event, by their numbers, and the days that they give.
private struct Group {
  var members: [Int] = []
  var days = Set<[PartialDate]>()
}

/// Finds the groups that a document may belong to, without a look at all others.
private struct GroupIndex {
  private var byKey: [Int: Set<Int>] = [:]
  private var byDay: [PartialDate: Set<Int>] = [:]

  /// Groups that share two weighty words or the day with a document, in order.
  func candidates(for profile: DocumentProfile) -> [Int] {
    var shared: [Int: Int] = [:]
    for key in profile.keys {
      for group in byKey[key] ?? [] { shared[group, default: 0] += 1 }
    }
    var found = Set(shared.filter { $0.value >= 2 }.keys)
    if let day = profile.day { found.formUnion(byDay[day] ?? []) }
    return found.sorted()
  }

  mutating func add(_ profile: DocumentProfile, to group: Int) {
    for key in profile.keys { byKey[key, default: []].insert(group) }
    if let day = profile.day { byDay[day, default: []].insert(group) }
  }
}
