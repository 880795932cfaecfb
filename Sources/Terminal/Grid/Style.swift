/// How a cell looks: a role that a theme gives its colours, and attributes that show without any colour.
public struct Style: Sendable, Hashable {
  public var role: Role
  public var attributes: Attributes

  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  public static let plain = Style()

  /// Marks are glyph and attribute first, colour last.
  public struct Attributes: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
    public static let italic = Attributes(rawValue: 16)
  }
}

/// What a cell is for; a theme maps it to colours. The program that draws names its own roles from 1 on.
public struct Role: RawRepresentable, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Ordinary text.
  public static let text = Role(rawValue: 0)
}
