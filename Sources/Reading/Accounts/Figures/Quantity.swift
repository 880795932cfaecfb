/// A number with its unit, what it counts, and how exact it claims to be.
struct Quantity: Sendable {
  enum Bound: Sendable { case exact, about, above, below }

  /// The smallest and the largest value that the words admit.
  var low: Double
  var high: Double
  var bound: Bound
  /// Lemma of the unit: `dollar`, `percent`, `day` (times of all units are brought to days); `nil` for a plain count.
  var unit: String?
  /// Stem of what is counted: `troop` in *300 troops*.
  var counted: String?
  /// The figure's tokens.
  var tokens: Range<Int>
  /// The figure with its unit or what it counts, where that follows at once: *700 miles*, *three shells*.
  var phrase: Range<Int>

  /// Whether both can be true of one thing: ranges that meet agree, and a figure agrees with its own rounding.
  func agrees(with other: Quantity) -> Bool {
    let (left, right) = (tolerant, other.tolerant)
    return left.low <= right.high && right.low <= left.high
  }

  /// *At least seven*, *at least six*: both can be true, and yet the two count otherwise.
  func isOtherBound(than other: Quantity) -> Bool {
    bound == other.bound && [.above, .below].contains(bound) && low != other.low
      && max(low, other.low) < 1.5 * min(low, other.low)
  }

  /// Whether neither is ten times the other, as accounts of one matter seldom are.
  func isOfLikeSize(as other: Quantity) -> Bool {
    low < 0 ? other.low < 0 : low < other.high * 10 && other.low < high * 10
  }

  private var tolerant: (low: Double, high: Double) {
    switch bound {
    case .exact: (low - Self.grain(low), high + Self.grain(high))
    // Of a share nobody says *about* for a tenth more.
    case .about: unit == "percent" ? (low * 0.93, high * 1.07) : (low * 0.85, high * 1.15)
    case .above: (low, .infinity)
    case .below: (high >= 1 ? 0 : low, high)
    }
  }

  /// Half of the last figure that is given: 40,000 stands for 35,000 to 45,000, 97 for itself.
  private static func grain(_ value: Double) -> Double {
    var unit = 1.0
    while unit < value, (value / (unit * 10)).rounded() * unit * 10 == value { unit *= 10 }
    return unit > 1 ? unit / 2 : 0
  }
}
