internal import Glibc

/// The natural logarithm, without Foundation.
enum Logarithm {
  static func natural(_ value: Double) -> Double { log(value) }
}
