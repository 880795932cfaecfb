/// How many people, or houses, an account says that something befell: the dead, the hurt, the arrested, the crowd.
///
/// Of one event there is one such number, whatever verbs tell it: *killing 31 workers*, *a toll of 38*.
struct Headcount: Hashable, Sendable {
  enum Sort: String, Hashable, Comparable, Sendable {
    case aboard, charged, dead, destroyed, dismissed, fled, gathered, held, hurt, ill, missing, rescued, trapped

    static func < (left: Sort, right: Sort) -> Bool { left.rawValue < right.rawValue }
  }

  var sort: Sort
  /// None at all is a quantity too: *nobody was hurt*.
  var low: Double
  var high: Double
  var bound: Quantity.Bound
  /// Lemma of those who are counted; `nil` where they are just people.
  var counted: String?
  /// The figure with what it counts, or the word that says that there was none.
  var phrase: Range<Int>
  var isNone: Bool { high == 0 }

  /// Whether both can be true: the figures agree, or one may count a part of what the other does.
  func agrees(with other: Headcount) -> Bool {
    if isNone || other.isNone { return isNone == other.isNone }
    if quantity.agrees(with: other.quantity) { return true }
    guard !HeadcountLexicon.shared.areAlike(counted, other.counted) else { return false }
    guard counted == nil || other.counted == nil else { return true }
    // A part is no larger than the whole.
    let (part, whole) = counted == nil ? (other, self) : (self, other)
    return part.low <= whole.high
  }

  /// See `Quantity.isOtherBound`.
  func isOtherBound(than other: Headcount) -> Bool {
    HeadcountLexicon.shared.areAlike(counted, other.counted) && quantity.isOtherBound(than: other.quantity)
  }

  private var quantity: Quantity {
    Quantity(low: low, high: high, bound: bound, unit: nil, counted: nil, tokens: phrase, phrase: phrase)
  }

  /// Whether neither is ten times the other; of crowds, whose friends and foes count unlike, a hundred times.
  func isOfLikeSize(as other: Headcount) -> Bool {
    let times = sort == .gathered ? 100.0 : 10
    return isNone || other.isNone || low < other.high * times && other.low < high * times
  }
}
