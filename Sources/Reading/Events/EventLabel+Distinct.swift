internal import Dossier

extension EventLabel {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

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
      let additions = [events[index].place, day(events[index].date)].compactMap(\.self).filter { !$0.isEmpty }
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

  /// `1 Aug 2025`, as far as it is known.
  private static func day(_ date: PartialDate?) -> String? {
    guard let date else { return nil }
    let month = date.month.flatMap { months.indices.contains($0 - 1) ? months[$0 - 1] : nil }
    return [date.day.map(String.init), month, date.year.map(String.init)].compactMap(\.self).joined(separator: " ")
  }
}
