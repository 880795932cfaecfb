import CNetwork

/// Multiplies by matrices of bytes; holds buffers that are reused.
final class ByteProduct {
  private let bytes = Scratch<Int8>()
  private let starts = Scratch<Int32>()
  private let scales = Scratch<Float>()

  /// `out` = `x` · `matrix` for `count` rows, which are rounded to bytes first: no row depends on another.
  func multiply(
    _ count: Int, _ x: UnsafePointer<Float>, _ matrix: ByteMatrix, into out: UnsafeMutablePointer<Float>
  ) {
    let left = bytes.reserve(count * matrix.rows)
    let starts = starts.reserve(count)
    let scales = scales.reserve(count)
    crossread_quantise(count, matrix.rows, x, left, starts, scales)
    crossread_multiply_bytes(
      count, matrix.columns, matrix.rows, left, starts, scales, matrix.quads, matrix.scales, out)
  }
}
