import Dossier

/// Dates in order as far as they are known: by the year in which they stand, then those that stand in none, then no date.
struct TimelineOrder: Comparable {
  /// How little is known, then year, month, day and whether it has its year itself, as digits of one number.
  private let key: Int

  /// - Parameter year: in which the date stands, its own or one that only orders it; `nil` where none is known.
  init(_ date: PartialDate?, year: Int?) {
    guard let date, date != PartialDate() else {
      key = 2_0000_00_00_0
      return
    }
    let rank = year == nil ? 1 : 0
    let day = ((rank * 1_0000 + (year ?? 0)) * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
    key = day * 10 + (date.year == nil ? 1 : 0)
  }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}
