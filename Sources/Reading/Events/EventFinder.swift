public import Dossier
public import Language

/// Groups documents by the event that they tell of.
///
/// Two documents tell of one event when their weighted words are alike, or when their leads give the same day and they
/// share participants; never when their leads give days that cannot be one. A document joins the group that it is most
/// alike to on average, so that a chain of half-likenesses does not join two events. Measured on articles by three
/// outlets each on ten events: 0.25 and more within an event; five articles on one war and its presidents 0.22 and less.
public struct EventFinder: Sendable {
  private let alike = 0.24

  public init() {}

  /// Fills `dossier.events` and every document's `event`.
  ///
  /// Every document gets an event, if need be its own. Cost: near n log n in the number of documents, by an index on
  /// their weightiest words.
  public func find(in dossier: inout Dossier, texts: [AnalysedText]) {
    let profiles = DocumentProfile.profiles(of: dossier.documents, texts: texts, actors: dossier.actors)
    var groups: [[Int]] = []
    var groupOf: [Int] = []
    for (index, profile) in profiles.enumerated() {
      var best: (group: Int, value: Double)?
      for group in candidates(of: profile, before: index, profiles: profiles, groupOf: groupOf) {
        let members = groups[group]
        guard !members.contains(where: { profile.conflicts(with: profiles[$0]) }) else { continue }
        let values = members.suffix(24).map { likeness(profile, profiles[$0]) }
        let value = values.reduce(0, +) / Double(values.count)
        if value >= alike, value > (best?.value ?? 0) { best = (group, value) }
      }
      if let best {
        groups[best.group].append(index)
        groupOf.append(best.group)
      } else {
        groupOf.append(groups.count)
        groups.append([index])
      }
    }
    dossier.events = groups.enumerated().map { number, members in
      event(number, members: members, profiles: profiles, dossier: dossier)
    }
    for (index, group) in groupOf.enumerated() { dossier.documents[index].event = Event.ID(group) }
  }

  /// Groups that hold an earlier document with which this one shares a weighty word or its day, in order.
  private func candidates(
    of profile: DocumentProfile, before index: Int, profiles: [DocumentProfile], groupOf: [Int]
  ) -> [Int] {
    var found = Set<Int>()
    for other in 0..<index where profile.mayMeet(profiles[other]) { found.insert(groupOf[other]) }
    return found.sorted()
  }

  private func likeness(_ left: DocumentProfile, _ right: DocumentProfile) -> Double {
    if let day = left.day, day.day != nil, day == right.day,
      left.participants.intersection(right.participants).count >= 2
    {
      return 1
    }
    return left.likeness(to: right)
  }

  private func event(_ number: Int, members: [Int], profiles: [DocumentProfile], dossier: Dossier) -> Event {
    let documents = members.map { dossier.documents[$0] }
    let label =
      documents.lazy.compactMap { document in document.title.map { Self.short(document.text[$0]) } }.first
      ?? profiles[members[0]].opening
    return Event(
      id: Event.ID(number), label: label, date: members.lazy.compactMap { profiles[$0].day }.first,
      place: members.lazy.compactMap { profiles[$0].place }.first, documents: documents.map(\.id))
  }

  /// The first words, up to some sixty characters.
  static func short(_ text: String) -> String {
    var words: [Substring] = []
    var count = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      count += word.count + 1
      if count > 64 { break }
      words.append(word)
    }
    return words.joined(separator: " ")
  }
}
