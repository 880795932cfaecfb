extension FixedWidthInteger where Self: UnsignedInteger {
  /// In hexadecimal digits, with zeros before them where there are fewer than `width`.
  package func hexadecimal(width: Int) -> String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
