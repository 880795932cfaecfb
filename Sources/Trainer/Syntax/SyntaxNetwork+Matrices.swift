import CNetwork

/// Matrix arithmetic of the passes.
extension SyntaxNetwork {
  static func product(_ a: Buffer, _ b: Buffer, into c: Buffer, count: Int) {
    for index in 0..<count { c.base[index] = a.base[index] * b.base[index] }
  }

  static func transpose(_ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int) -> Buffer {
    let result = Buffer(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { result.base[column * rows + row] = source[row * stride + column] }
    }
    return result
  }

  /// Adds the gradients of a matrix product `y = x · w`: to the weights always, to `dx` where given.
  static func back(
    _ x: UnsafePointer<Float>, rows: Int, _ parameter: Parameter, dy: UnsafePointer<Float>,
    dx: UnsafeMutablePointer<Float>?
  ) {
    let (inner, outer) = (parameter.rows, parameter.columns)
    let xt = transpose(x, rows: rows, columns: inner, stride: inner)
    crossread_multiply(inner, outer, rows, xt.base, rows, dy, outer, parameter.gradient.base, outer, true)
    if let dx {
      let wt = transpose(parameter.weights.base, rows: inner, columns: outer, stride: outer)
      crossread_multiply(rows, inner, outer, dy, outer, wt.base, inner, dx, inner, false)
    }
  }

  static func sumRows(_ rows: Int, _ columns: Int, _ dy: UnsafePointer<Float>, into gradient: Buffer) {
    for row in 0..<rows {
      for column in 0..<columns { gradient.base[column] += dy[row * columns + column] }
    }
  }
}
