/// How a role looks: colours where there are any, and attributes that show without.
public struct Look: Sendable, Hashable {
  /// Of the palette of 256; `nil` is the terminal's own.
  public var foreground: Color?
  public var background: Color?
  /// Of the first eight, for terminals that have no more; `nil` is the terminal's own.
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
}

/// Gives every role its look. The program that draws makes its own, one for dark and one for light terminals.
public struct Theme: Sendable, Hashable {
  public let name: String
  /// The background that the looks were chosen for.
  public let isLight: Bool
  private let looks: [Role: Look]

  /// - Parameter looks: a role that is missing looks like ordinary text.
  public init(name: String, isLight: Bool, looks: [Role: Look]) {
    self.name = name
    self.isLight = isLight
    self.looks = looks
  }

  /// Everything in the terminal's own colours.
  public static let plain = Theme(name: "plain", isLight: false, looks: [:])

  public func look(of role: Role) -> Look { looks[role] ?? Look() }

  /// What the screen shows for `style` at a depth.
  public func appearance(of style: Style, depth: ColorDepth) -> Appearance {
    let look = look(of: style.role)
    let attributes = look.attributes.union(style.attributes)
    switch depth {
    case .palette:
      return Appearance(foreground: look.foreground, background: look.background, attributes: attributes)
    case .eight:
      return Appearance(foreground: look.basicForeground, background: look.basicBackground, attributes: attributes)
    case .monochrome:
      return Appearance(
        foreground: nil, background: nil, attributes: attributes.union(look.monochromeAttributes))
    }
  }

  /// Roles whose text contrasts less than `minimum` with its background, with their contrast, in the palette of 256.
  ///
  /// A look without a background is measured against every background in `backgrounds`, by default what terminals use:
  /// black to gray 30 where the theme is dark, white to gray 250 where it is light.
  public func faintRoles(
    below minimum: Double = 4.5, on backgrounds: [Color]? = nil
  ) -> [(role: Role, contrast: Double)] {
    let backgrounds = backgrounds ?? (isLight ? [Color(231), Color(255)] : [Color(16), Color(234)])
    let text = isLight ? Color(16) : Color(252)
    var faint: [(role: Role, contrast: Double)] = []
    for (role, look) in looks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let against = look.background.map { [$0] } ?? backgrounds
      let contrast = against.map { (look.foreground ?? text).contrast(with: $0) }.min() ?? 1
      if contrast < minimum { faint.append((role, contrast)) }
    }
    return faint
  }

  /// Whether the terminal says that its background is light: the last part of `COLORFGBG`, as rxvt, Konsole and others
  /// set it. Without it a terminal is taken as dark.
  public static func isLightBackground(colorFGBG: String?) -> Bool {
    guard let last = colorFGBG?.split(separator: ";").last, let index = Int(last) else { return false }
    return index == 7 || (9...15).contains(index)
  }
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
