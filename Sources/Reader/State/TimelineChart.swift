import Dossier

/// How much is said on each date, by whom and in which source: what the Timeline draws as small bars.
struct TimelineChart: Sendable {
  /// One line of bars.
  struct Row: Sendable {
    enum Subject: Hashable, Sendable {
      case all
      case actor(Actor.ID)
      case document(Document.ID)
    }

    var subject: Subject
    /// By date, in the order of `dates`.
    var counts: [Int]

    var total: Int { counts.reduce(0, +) }
  }

  /// Lines of one kind; more are a list, not a picture.
  private static let limit = 4

  var dates: [PartialDate?] = []
  /// All first, then those who say most, then the sources that carry most.
  var rows: [Row] = []
  /// Whether a position shifts on the date.
  var hasShift: [Bool] = []

  init() {}

  /// Counts the rows of a timeline. Cost: linear in them.
  /// - Parameter actor: whose timeline it is; `nil` for everyone, where speakers have lines of their own.
  init(_ timeline: [TimelineRow], of actor: Actor.ID?, in dossier: Dossier) {
    var counts: [Row.Subject: [Int]] = [:]
    for row in timeline {
      switch row {
      case .date(let date):
        dates.append(date)
        hasShift.append(false)
      case .shift: hasShift[hasShift.count - 1] = true
      case .statement(let id):
        let statement = dossier[id]
        var subjects: [Row.Subject] = [.all, .document(statement.document)]
        if actor == nil { subjects += statement.speakers.map(Row.Subject.actor) }
        for subject in subjects {
          var own = counts[subject] ?? []
          own += Array(repeating: 0, count: dates.count - own.count)
          own[dates.count - 1] += 1
          counts[subject] = own
        }
      }
    }
    let found = counts.map { subject, own in
      Row(subject: subject, counts: own + Array(repeating: 0, count: dates.count - own.count))
    }
    func most(_ isWanted: (Row.Subject) -> Int?) -> [Row] {
      let wanted = found.compactMap { row in isWanted(row.subject).map { (row: row, total: row.total, order: $0) } }
      return wanted.sorted { $0.total != $1.total ? $0.total > $1.total : $0.order < $1.order }
        .prefix(Self.limit).map(\.row)
    }
    rows = most { $0 == .all ? 0 : nil }
    rows += most { if case .actor(let id) = $0 { id.index } else { nil } }
    rows += most { if case .document(let id) = $0 { id.index } else { nil } }
  }

  /// The counts of a line summed over neighbouring dates, so that they fit `columns` bars.
  func buckets(of row: Row, columns: Int) -> [Int] {
    let size = bucketSize(columns: columns)
    return stride(from: 0, to: row.counts.count, by: size).map { start in
      row.counts[start..<min(row.counts.count, start + size)].reduce(0, +)
    }
  }

  /// Dates that share one bar.
  func bucketSize(columns: Int) -> Int { max(1, (dates.count + columns - 1) / max(1, columns)) }
}
