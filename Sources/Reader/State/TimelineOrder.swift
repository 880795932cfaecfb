import Dossier

/// Dates in order as far as they are known: whole dates first, then those whose year is unknown, then none.
struct TimelineOrder: Comparable {
  /// How little is known, then year, month and day, as digits of one number.
  private let key: Int

  init(_ date: PartialDate?) {
    guard let date, date != PartialDate() else {
      key = 2_0000_00_00
      return
    }
    let rank = date.year == nil ? 1 : 0
    key = ((rank * 1_0000 + (date.year ?? 0)) * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
  }

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}
