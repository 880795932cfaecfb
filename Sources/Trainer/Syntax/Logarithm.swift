import Foundation

/// The natural logarithm, for reporting a loss.
func logarithm(_ x: Float) -> Float { Foundation.log(x) }
