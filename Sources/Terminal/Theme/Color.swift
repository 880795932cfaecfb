/// A colour: of the palette of 256 that terminals share, or any other by its red, green and blue.
public struct Color: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case palette(UInt8)
    case exact(red: UInt8, green: UInt8, blue: UInt8)
  }

  private let form: Form

  /// A colour of the palette.
  public init(_ index: UInt8) { form = .palette(index) }

  /// A colour by its components; one that the palette has beyond its first 16 is the palette's.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    let exact = Form.exact(red: red, green: green, blue: blue)
    let nearest = Self.nearest(to: (red, green, blue), among: 16...255)
    form = Color(nearest).components == (red, green, blue) ? .palette(nearest) : exact
  }

  public static let black = Color(0), red = Color(1), green = Color(2), yellow = Color(3)
  public static let blue = Color(4), magenta = Color(5), cyan = Color(6), white = Color(7)

  /// Red, green and blue, those of the palette as xterm draws them. The first 16 are often set by the person; these are
  /// xterm's own.
  public var components: (red: UInt8, green: UInt8, blue: UInt8) {
    switch form {
    case .exact(let red, let green, let blue): (red, green, blue)
    case .palette(let index): Self.components(of: index)
    }
  }

  /// Its number in the palette, or that of the nearest there.
  public var index: UInt8 {
    switch form {
    case .palette(let index): index
    case .exact: Self.nearest(to: components, among: 16...255)
    }
  }

  /// The nearest of the first eight.
  public var basic: Color {
    if case .palette(let index) = form, index < 8 { return self }
    return Color(Self.nearest(to: components, among: 0...7))
  }

  /// Relative luminance from 0 to 1, as WCAG 2.1 defines it.
  public var luminance: Double {
    let (red, green, blue) = components
    return 0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
  }

  /// Contrast with `other` from 1 to 21, as WCAG 2.1 defines it; 4.5 is the least for text.
  public func contrast(with other: Color) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func components(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    if index < 16 { return named[Int(index)] }
    if index >= 232 {
      let gray = 8 + 10 * (index - 232)
      return (gray, gray, gray)
    }
    let cube = index - 16
    let level: (UInt8) -> UInt8 = { $0 == 0 ? 0 : 55 + 40 * $0 }
    return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }

  /// The colour of the palette whose components differ least, by the sum of squares.
  private static func nearest(
    to wanted: (red: UInt8, green: UInt8, blue: UInt8), among indices: ClosedRange<UInt8>
  ) -> UInt8 {
    let distance: (UInt8) -> Int = { index in
      let have = components(of: index)
      let (red, green, blue) = (
        Int(have.red) - Int(wanted.red), Int(have.green) - Int(wanted.green), Int(have.blue) - Int(wanted.blue)
      )
      return red * red + green * green + blue * blue
    }
    return indices.min { distance($0) < distance($1) } ?? 0
  }

  private static let named: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  /// sRGB levels as linear light.
  private static let linear: [Double] = (0..<256).map { level in
    let value = Double(level) / 255
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
  }

  /// `base` to the power of 2.4, for 0…1.
  private static func power(_ base: Double) -> Double {
    // The fifth root by Newton's method, then its twelfth power.
    var root = 0.5
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - base) / (5 * fourth)
    }
    let cube = root * root * root
    return cube * cube * cube * cube
  }
}

/// How many colours may be used.
public enum ColorDepth: Sendable, Hashable, Comparable, CaseIterable {
  case monochrome
  /// The eight that every colour terminal has.
  case eight
  /// The palette of 256.
  case palette
  /// Any, by red, green and blue.
  case direct
}
