/// Days counted on the Gregorian calendar, without a clock or a time zone.
///
/// Source: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms* (days from civil, civil from days).
extension PartialDate {
  /// Days since 1 January 1970; `nil` where a part is unknown or there is no such day.
  public var ordinal: Int? {
    guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = Self.floorDivision(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let ordinal = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    return PartialDate(ordinal: ordinal) == self ? ordinal : nil
  }

  /// - Parameter ordinal: days since 1 January 1970.
  public init(ordinal: Int) {
    let days = ordinal + 719_468
    let era = Self.floorDivision(days, 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 0 is Monday; `nil` where a part is unknown.
  public var weekday: Int? { ordinal.map { (($0 + 3) % 7 + 7) % 7 } }

  /// In English and small letters, in the order in which `weekday` counts.
  package static let weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// The day so many days later; one without a year keeps none.
  public func adding(days: Int) -> PartialDate? {
    guard let ordinal = PartialDate(year: year ?? Self.anyYear, month: month, day: day).ordinal else { return nil }
    var date = PartialDate(ordinal: ordinal + days)
    if year == nil { date.year = nil }
    return date
  }

  /// The month so many months later, without a day; one without a year keeps none.
  public func adding(months: Int) -> PartialDate? {
    guard let month else { return nil }
    let count = month - 1 + months
    return PartialDate(
      year: year.map { $0 + Self.floorDivision(count, 12) }, month: (count % 12 + 12) % 12 + 1)
  }

  /// How many days lie between two days; a year that one lacks is the other's.
  /// - Returns: `nil` where a day or a month is unknown.
  public func days(to other: PartialDate) -> Int? {
    let years = (year ?? other.year ?? Self.anyYear, other.year ?? year ?? Self.anyYear)
    guard let one = PartialDate(year: years.0, month: month, day: day).ordinal,
      let two = PartialDate(year: years.1, month: other.month, day: other.day).ordinal
    else { return nil }
    return abs(two - one)
  }

  /// Stands for a year that is not known; a leap year, so that it has every day.
  private static let anyYear = 2000

  private static func floorDivision(_ value: Int, _ divisor: Int) -> Int {
    (value >= 0 ? value : value - divisor + 1) / divisor
  }
}
