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

  /// As a person reads it, so far as it is known: `1 Aug 2025`, `1 Aug`, `Aug 2025`; empty where nothing is.
  public var words: String {
    let month = month.flatMap { Self.months.indices.contains($0 - 1) ? Self.months[$0 - 1] : nil }
    return [day.map(String.init), month, year.map(String.init)].compactMap(\.self).joined(separator: " ")
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
