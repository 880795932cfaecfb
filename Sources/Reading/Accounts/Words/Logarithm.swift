internal import Glibc

/// The natural logarithm and what goes with it, without Foundation.
enum Logarithm {
  static func natural(_ value: Double) -> Double { log(value) }

  /// The chance, 0…1, that log-odds stand for.
  static func chance(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// How large a set of documents is: 0 up to five, 1 from two hundred, by its logarithm between.
  static func largeness(of documents: Int) -> Double {
    min(1, natural(Double(max(5, documents)) / 5) / natural(40))
  }
}
