package import Dossier

/// What `date:` asks for: a date of which parts may be left out, or two and what lies between.
package struct DateRange: Hashable, Sendable {
  private var isSingle: Bool
  private var from: PartialDate?
  private var to: PartialDate?

  /// Reads `2024`, `2024-03`, `2024-03-15`, `--03-15`, `2022..2024`, `..2024` or `2022..`.
  /// - Returns: `nil` where it is none of these.
  init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let date = PartialDate(text) else { return nil }
      self.init(isSingle: true, from: date, to: date)
      return
    }
    let (left, right) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    let (from, to) = (PartialDate(left), PartialDate(right))
    // A range runs along years.
    guard from?.year != nil || left.isEmpty, to?.year != nil || right.isEmpty, from != nil || to != nil else {
      return nil
    }
    self.init(isSingle: false, from: from, to: to)
  }

  private init(isSingle: Bool, from: PartialDate?, to: PartialDate?) {
    self.isSingle = isSingle
    self.from = from
    self.to = to
  }

  /// Whether only dates with a year can lie in it.
  var needsYear: Bool { !isSingle || from?.year != nil }

  /// Whether it ends before it begins, so that nothing can lie in it.
  var isBackwards: Bool {
    guard let from, let to, !isSingle else { return false }
    return Self.order(to, unknown: 99).lexicographicallyPrecedes(Self.order(from, unknown: 0))
  }

  /// Whether a date may lie in it: parts that the date leaves unknown are no hindrance, an unknown year is.
  package func contains(_ date: PartialDate?) -> Bool {
    guard let date else { return false }
    if isSingle { return from.map { Self.fills($0, date) } ?? false }
    guard date.year != nil else { return false }
    let starts = from.map { Self.order(date, unknown: 99).lexicographicallyPrecedes(Self.order($0, unknown: 0)) }
    let ends = to.map { Self.order($0, unknown: 99).lexicographicallyPrecedes(Self.order(date, unknown: 0)) }
    return starts != true && ends != true
  }

  /// Whether `date` has every part that `wanted` names.
  private static func fills(_ wanted: PartialDate, _ date: PartialDate) -> Bool {
    (wanted.year == nil || wanted.year == date.year) && (wanted.month == nil || wanted.month == date.month)
      && (wanted.day == nil || wanted.day == date.day)
  }

  private static func order(_ date: PartialDate, unknown: Int) -> [Int] {
    [date.year ?? unknown, date.month ?? unknown, date.day ?? unknown]
  }
}
