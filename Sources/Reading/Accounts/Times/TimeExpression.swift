internal import Dossier
internal import Language

/// A date, weekday, relative time or period as the words give it; what they leave open stays open.
struct TimeExpression: Sendable {
  enum Value: Hashable, Sendable {
    case date(PartialDate)
    /// 0 is Monday.
    case weekday(Int)
    /// Whole units from the day of writing: `last year` is -1 year.
    case relative(Unit, Int)
    case period(PartialDate, PartialDate)
  }

  enum Unit: Sendable { case day, week, month, year }

  var value: Value
  var tokens: Range<Int>
  /// Whether the date is not in the words, but reckoned from the day of writing.
  var isReckoned = false

  /// Whether it tells a day, not only a month or a year.
  var isDay: Bool {
    switch value {
    case .date(let date): date.day != nil
    case .weekday, .relative(.day, _): true
    default: false
    }
  }

  /// Whether it tells no more than a month or a year, this one left out: news of these days names the day.
  var isCoarse: Bool {
    switch value {
    case .date(let date): date.day == nil
    case .relative(let unit, let offset): (unit == .month || unit == .year) && offset < 0
    case .period: true
    case .weekday: false
    }
  }

  /// Whether the two give one time, as far as each does: *on Thursday*, *on 1 May*, a Thursday.
  func isSame(as other: TimeExpression) -> Bool {
    switch (value, other.value) {
    case (.weekday(let weekday), .date(let date)), (.date(let date), .weekday(let weekday)):
      date.day != nil && date.weekday == weekday
    default: value == other.value
    }
  }

  /// Whether the two cannot be one time, both written about the same day.
  func clashes(with other: TimeExpression) -> Bool {
    switch (value, other.value) {
    case (.date(let left), .date(let right)): !left.isCompatible(with: right)
    case (.weekday(let left), .weekday(let right)): left != right
    case (.period(let left, let leftEnd), .period(let right, let rightEnd)):
      !left.isCompatible(with: right) || !leftEnd.isCompatible(with: rightEnd)
    case (.relative(let unit, let offset), .relative(let otherUnit, let otherOffset)):
      unit == otherUnit
        ? offset != otherOffset
        : [unit, otherUnit].contains(.year) && (unit == .year ? offset : otherOffset) < 0
    // Who names a weekday tells of these days, who names only a month or a year of others.
    case (.weekday(let weekday), .date(let date)), (.date(let date), .weekday(let weekday)):
      date.day == nil || date.weekday.map { $0 != weekday } ?? false
    default: false
    }
  }
}

/// Reads the times of a run of tokens.
struct TimeReader {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let lexicon: (weekdays: [String: Int], months: [String: Int]) = {
    var weekdays: [String: Int] = [:]
    var months: [String: Int] = [:]
    for (index, name) in PartialDate.weekdayNames.enumerated() { weekdays[name] = index }
    for (index, name) in Self.months.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3)) + "."] = index + 1
    }
    months["sept."] = 9
    return (weekdays, months)
  }()

  /// - Parameter tokens: a sentence's tokens.
  func times(in words: Words, tokens: Range<Int>) -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let time = expression(words, at: index, within: tokens) {
        found.append(time)
        index = time.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func expression(_ words: Words, at index: Int, within tokens: Range<Int>) -> TimeExpression? {
    let norm = words[index].norm
    if norm == "from", let period = period(words, at: index, within: tokens) { return period }
    if let month = month(words, at: index, within: tokens) {
      return date(words, month: month, at: index, within: tokens)
    }
    if let day = Self.day(norm), index + 1 < tokens.upperBound, let month = Self.lexicon.months[words[index + 1].norm],
      words.isCapitalised(index + 1),
      // In `the 19 Sept. 11 hijackers` the month goes with what follows it.
      !(index + 2 < tokens.upperBound && Self.day(words[index + 2].norm) != nil)
    {
      let year = index + 2 < tokens.upperBound ? Self.year(words[index + 2].norm) : nil
      return TimeExpression(
        value: .date(PartialDate(year: year, month: month, day: day)), tokens: index..<index + (year == nil ? 2 : 3))
    }
    if let weekday = Self.lexicon.weekdays[norm] {
      return TimeExpression(value: .weekday(weekday), tokens: index..<index + 1)
    }
    switch norm {
    case "yesterday": return TimeExpression(value: .relative(.day, -1), tokens: index..<index + 1)
    case "today": return TimeExpression(value: .relative(.day, 0), tokens: index..<index + 1)
    case "tomorrow": return TimeExpression(value: .relative(.day, 1), tokens: index..<index + 1)
    // `Earlier this month`, `late last year`.
    case "earlier", "later", "early", "late":
      guard index + 1 < tokens.upperBound, let time = expression(words, at: index + 1, within: tokens),
        case .relative = time.value
      else { return nil }
      return TimeExpression(value: time.value, tokens: index..<time.tokens.upperBound)
    case "last", "this", "next", "previous":
      guard index + 1 < tokens.upperBound, let unit = Self.units[words[index + 1].norm] else { return nil }
      let offset = norm == "this" ? 0 : norm == "next" ? 1 : -1
      return TimeExpression(value: .relative(unit, offset), tokens: index..<index + 2)
    default: break
    }
    guard let year = Self.year(norm), index > tokens.lowerBound,
      ["in", "since", "by", "until", "of", "during", "before", "after", "late", "early"].contains(words[index - 1].norm)
    else { return nil }
    return TimeExpression(value: .date(PartialDate(year: year)), tokens: index..<index + 1)
  }

  private static let units: [String: TimeExpression.Unit] = ["week": .week, "month": .month, "year": .year]

  /// The month that starts at `index`; `may` and `march` need company that makes them months.
  private func month(_ words: Words, at index: Int, within tokens: Range<Int>) -> Int? {
    guard let month = Self.lexicon.months[words[index].norm], words.isCapitalised(index) else { return nil }
    guard month == 3 || month == 5 else { return month }
    let follows = index + 1 < tokens.upperBound ? words[index + 1].norm : ""
    if Self.day(follows) != nil || Self.year(follows) != nil { return month }
    guard index > tokens.lowerBound else { return nil }
    return Self.monthCompany.contains(words[index - 1].norm) ? month : nil
  }

  private static let monthCompany: Set<String> = [
    "in", "mid", "since", "until", "by", "of", "last", "next", "early", "late", "this", "from", "mid-", "-", "before",
    "after", "for",
  ]

  private func date(_ words: Words, month: Int, at index: Int, within tokens: Range<Int>) -> TimeExpression {
    var date = PartialDate(month: month)
    var end = index + 1
    if end < tokens.upperBound, let day = Self.day(words[end].norm) {
      date.day = day
      end += 1
    }
    if end + 1 < tokens.upperBound, words[end].norm == ",", let year = Self.year(words[end + 1].norm) {
      date.year = year
      end += 2
    } else if end < tokens.upperBound, let year = Self.year(words[end].norm) {
      date.year = year
      end += 1
    }
    return TimeExpression(value: .date(date), tokens: index..<end)
  }

  /// `from 1966 to 1978`.
  private func period(_ words: Words, at index: Int, within tokens: Range<Int>) -> TimeExpression? {
    guard index + 3 < tokens.upperBound, ["to", "until", "through"].contains(words[index + 2].norm),
      let from = Self.year(words[index + 1].norm), let until = Self.year(words[index + 3].norm)
    else { return nil }
    return TimeExpression(
      value: .period(PartialDate(year: from), PartialDate(year: until)), tokens: index..<index + 4)
  }

  static func year(_ norm: String) -> Int? {
    guard norm.utf8.count == 4, let year = Int(norm), (1000...2199).contains(year) else { return nil }
    return year
  }

  private static func day(_ norm: String) -> Int? {
    guard let first = norm.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let digits = norm.utf8.prefix { (0x30...0x39).contains($0) }
    guard digits.count <= 2, let day = Int(String(decoding: Array(digits), as: UTF8.self)), (1...31).contains(day)
    else { return nil }
    let tail = norm.utf8.dropFirst(digits.count)
    return tail.isEmpty || ["st", "nd", "rd", "th"].contains(String(decoding: Array(tail), as: UTF8.self)) ? day : nil
  }
}
