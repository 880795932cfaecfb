/// How a role looks: colours where there are any, and attributes that show without.
public struct Look: Sendable, Hashable {
  /// For 256 colours and more; `nil` is the theme's ordinary text, or else the terminal's own.
  public var foreground: Color?
  public var background: Color?
  /// Of the first eight, for terminals that have no more; `nil` as above.
  public var basicForeground: Color?
  public var basicBackground: Color?
  /// In every depth.
  public var attributes: Style.Attributes
  /// Besides, where there is no colour.
  public var monochromeAttributes: Style.Attributes

  public init(
    _ foreground: Color? = nil, on background: Color? = nil, basic basicForeground: Color? = nil,
    basicOn basicBackground: Color? = nil, _ attributes: Style.Attributes = [],
    monochrome monochromeAttributes: Style.Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.basicForeground = basicForeground
    self.basicBackground = basicBackground
    self.attributes = attributes
    self.monochromeAttributes = monochromeAttributes
  }

  /// Attributes alone.
  public init(_ attributes: Style.Attributes) { self.init(nil, attributes) }
}

/// What a cell is shown with.
public struct Appearance: Sendable, Hashable {
  /// `nil` is the terminal's own.
  public var foreground: Color?
  public var background: Color?
  public var attributes: Style.Attributes

  public init(foreground: Color?, background: Color?, attributes: Style.Attributes) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
