internal import CReadingTables

/// The words of quantities, from their table: numbers, scales, units, and what says how exact a figure is.
struct QuantityLexicon: Sendable {
  static let shared = QuantityLexicon()

  /// *Twelve*, but neither *dozen* nor *hundred*, which are scales.
  private(set) var numbers: [String: Double] = [:]
  private(set) var scales: [String: Double] = [:]
  private(set) var comparators: [(words: [String], bound: Quantity.Bound)] = []
  private var units: Set<String> = []

  init() {
    for line in TableText(crossread_quantities).lines {
      let words = TableText.words(line)
      guard words.count == 3, let value = Double(words[2]) else { continue }
      switch words[0] {
      case "number": numbers[words[1]] = value
      case "scale": scales[words[1]] = value
      case "unit": units.insert(words[1])
      default:
        guard let bound = Self.bounds[words[0]] else { continue }
        comparators.append((words[1].split(separator: "_").map(String.init), bound))
      }
    }
  }

  private static let bounds: [String: Quantity.Bound] = ["above": .above, "below": .below, "about": .about]

  /// The unit that a lemma names, in one spelling; `nil` for other words.
  func unit(_ lemma: String) -> String? {
    units.contains(lemma) ? Self.spellings[lemma] ?? lemma : nil
  }

  private static let spellings = [
    "%": "percent", "kilometre": "kilometer", "km": "kilometer", "metre": "meter", "centimetre": "centimeter",
    "tonne": "ton", "kg": "kilogram", "kilo": "kilogram", "litre": "liter", "ruble": "rouble", "feet": "foot",
    "krona": "crown", "krone": "crown", "kroner": "crown", "kronor": "crown",
  ]

  /// How many days a unit of time lasts; `nil` for other units.
  static func days(in unit: String) -> Double? { lengths[unit] }

  /// Whether a noun measures time: *day*, *year*.
  static func isTime(_ lemma: String) -> Bool { lengths[lemma] != nil }

  private static let lengths: [String: Double] = [
    "minute": 1.0 / 1440, "hour": 1.0 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365,
  ]

  static func isMoney(_ unit: String) -> Bool { money.contains(unit) }

  private static let money = Set(currencies.values).union([
    "yuan", "franc", "crown", "rupee", "peso", "rand", "shekel", "zloty", "lira", "dinar", "riyal", "hryvnia", "dirham",
    "naira", "ringgit", "lek", "forint", "kuna",
  ])

  /// The currency of a sign before a figure.
  static let currencies = ["$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble"]
}
