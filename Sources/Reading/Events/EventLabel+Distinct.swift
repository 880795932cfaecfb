internal import Dossier

extension EventLabel {
  /// The events, with labels that no two of them share.
  ///
  /// What stands in others as a whole too gets its place or its day, else a number: `Putin, Lukashenko · Belarus` beside
  /// `Putin, Lukashenko · talks`.
  static func distinct(_ events: [Event]) -> [Event] {
    var events = events
    var uses: [Substring: Int] = [:]
    for event in events {
      let names = names(of: event.label)
      uses[names, default: 0] += 1
      if names.utf8.count < event.label.utf8.count { uses[event.label[...], default: 0] += 1 }
    }
    var taken = Set(events.map(\.label).filter { uses[$0[...]] == 1 })
    for index in events.indices where uses[events[index].label[...], default: 0] > 1 {
      let label = events[index].label
      let additions = [events[index].place, events[index].date?.words].compactMap(\.self).filter { !$0.isEmpty }
      var number = 2
      var chosen = (additions + [additions.joined(separator: " · ")]).lazy.filter { !$0.isEmpty }
        .map { "\(label) · \($0)" }.first { !taken.contains($0) }
      if chosen == nil, additions.isEmpty, !taken.contains(label) { chosen = label }
      while chosen == nil {
        if !taken.contains("\(label) · \(number)") { chosen = "\(label) · \(number)" }
        number += 1
      }
      events[index].label = chosen ?? label
      taken.insert(events[index].label)
    }
    return events
  }

  /// Who a label names, without what it is about.
  private static func names(of label: String) -> Substring {
    var end = label.startIndex
    while end < label.endIndex, !label[end...].hasPrefix(" · ") { end = label.index(after: end) }
    return label[..<end]
  }
}
