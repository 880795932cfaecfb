extension Unicode.Scalar {
  /// Whether it is a letter or a figure of any script, and no mark.
  package var isLetterOrNumber: Bool { properties.isAlphabetic || properties.numericType != nil }
}
