internal import Dossier
internal import Language

/// Lays weekdays and relative times on the calendar, from the day on which a document was written.
///
/// News tells what was: a weekday is the last one of its name, the day of writing included. What lies ahead, or is said in
/// somebody's own words on a day that we do not know, stays as the words have it.
struct TimeResolver {
  /// The day of writing, as far as it is known.
  let written: PartialDate

  /// - Parameters:
  ///   - words: those that `time`'s tokens index.
  ///   - isQuoted: whether it stands in a direct quotation.
  /// - Returns: the time as a date, or as it was where the day of writing does not tell.
  func resolved(_ time: TimeExpression, in words: Words, isQuoted: Bool) -> TimeExpression {
    guard let date = date(of: time, in: words, isQuoted: isQuoted) else { return time }
    return TimeExpression(value: .date(date), tokens: time.tokens, isReckoned: true)
  }

  private func date(of time: TimeExpression, in words: Words, isQuoted: Bool) -> PartialDate? {
    switch time.value {
    case .weekday(let weekday):
      guard !isQuoted, let today = written.weekday, !Self.isAhead(time, in: words) else { return nil }
      return written.adding(days: -((today - weekday + 7) % 7))
    case .relative(.day, let offset): return isQuoted ? nil : written.adding(days: offset)
    case .relative(.month, let offset): return written.year == nil ? nil : written.adding(months: offset)
    case .relative(.year, let offset): return written.year.map { PartialDate(year: $0 + offset) }
    default: return nil
    }
  }

  /// Whether what is dated has yet to come, as far as the verb above the date shows.
  static func isAhead(_ time: TimeExpression, in words: Words) -> Bool {
    let first = time.tokens.lowerBound
    if first > 0, ahead.contains(words[first - 1].norm) { return true }
    var current = first
    for _ in 0..<8 {
      guard let head = words[current].head else { break }
      current = head
      if plans.contains(words.lemma(current)) { return true }
      guard words[current].tag == .verb else { continue }
      let around = max(0, current - 8)..<current
      return around.contains { index in
        words[index].head == current && (modals.contains(words[index].norm) || words[index].norm == "to")
      }
    }
    return false
  }

  private static let ahead: Set<String> = ["next", "until", "till", "by", "coming"]
  private static let modals: Set<String> = ["will", "would", "shall", "'ll", "’ll", "may", "might", "could", "should"]
  private static let plans: Set<String> = [
    "schedule", "plan", "expect", "due", "set", "intend", "slate", "deadline", "upcoming",
  ]
}
