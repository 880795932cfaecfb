internal import Glibc

/// The natural logarithm, without Foundation.
enum Logarithm {
  static func natural(_ value: Double) -> Double { log(value) }

  /// How large a set of documents is: 0 up to five, 1 from two hundred, by its logarithm between.
  static func largeness(of documents: Int) -> Double {
    min(1, natural(Double(max(5, documents)) / 5) / natural(40))
  }
}
