/// A date of which some parts may be unknown. A year that the text does not give is never invented.
public struct PartialDate: Hashable, Sendable {
  public var year: Int?
  /// 1–12.
  public var month: Int?
  /// 1–31.
  public var day: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether no part that both know differs. Unknown parts agree with anything.
  public func isCompatible(with other: PartialDate) -> Bool {
    func agree(_ left: Int?, _ right: Int?) -> Bool { left == nil || right == nil || left == right }
    return agree(year, other.year) && agree(month, other.month) && agree(day, other.day)
  }
}

extension PartialDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let fullMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// As a person reads it, so far as it is known: `1 Aug 2025`, `1 Aug`, `Aug 2025`; empty where nothing is.
  public var words: String {
    let month = month.flatMap { Self.months.indices.contains($0 - 1) ? Self.months[$0 - 1] : nil }
    return [day.map(String.init), month, year.map(String.init)].compactMap(\.self).joined(separator: " ")
  }
}

extension PartialDate {
  /// Reads what `description` writes: `2024`, `2024-03`, `2024-03-15`, `--03-15`; `03-15` too.
  /// - Returns: `nil` where it is none of these, or no calendar has such a day.
  public init?(_ text: String) {
    let isYearless = text.hasPrefix("--")
    let parts = text.drop { $0 == "-" }.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), parts.allSatisfy({ $0 != nil }) else { return nil }
    let numbers = parts.compactMap(\.self)
    if isYearless || (numbers.count == 2 && numbers[0] <= 12) {
      guard numbers.count == 2 else { return nil }
      self.init(month: numbers[0], day: numbers[1])
    } else {
      self.init(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }
    guard isOnCalendar else { return nil }
  }

  /// Reads what a person writes: what `words` writes, a month in full, or in front as in *May 4, 2025*.
  /// - Returns: `nil` where it is no such date, or no calendar has such a day.
  public init?(words: String) {
    var (year, month, day): (Int?, Int?, Int?)
    for word in words.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if let number = Int(word) {
        if number > 31, year == nil {
          year = number
        } else if day == nil {
          day = number
        } else {
          return nil
        }
      } else {
        let found = Self.fullMonths.firstIndex { word.count >= 3 && $0.hasPrefix(word.lowercased()) }
        guard month == nil, let found else { return nil }
        month = found + 1
      }
    }
    guard month != nil else { return nil }
    self.init(year: year, month: month, day: day)
    guard isOnCalendar else { return nil }
  }

  private var isOnCalendar: Bool {
    guard (1...9999).contains(year ?? 1), (1...12).contains(month ?? 1), (1...31).contains(day ?? 1) else {
      return false
    }
    // Without a year the 29th of February may be meant.
    return day == nil || PartialDate(year: year ?? 2000, month: month, day: day).ordinal != nil
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601 with unknown leading parts as dashes: `2025-08-01`, `2025-08`, `--08-01`, `2025`.
  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let head = year.map { String(repeating: "0", count: max(0, 4 - "\($0)".count)) + "\($0)" } ?? "-"
    guard let month else { return day.map { "\(head)---\(two($0))" } ?? (year == nil ? "" : head) }
    guard let day else { return "\(head)-\(two(month))" }
    return "\(head)-\(two(month))-\(two(day))"
  }
}
