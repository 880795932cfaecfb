/// Gives every role its look. The program that draws makes its own, one for dark and one for light terminals.
public struct Theme: Sendable, Hashable {
  public let name: String
  /// The background that the looks were chosen for.
  public let isLight: Bool
  /// Whether it uses attributes only, whatever the terminal can.
  public let isMonochrome: Bool
  /// By the raw values of the roles, up to the last that has one.
  private var looks: [Look] = []

  /// - Parameter looks: a role that is missing looks like ordinary text; that of `Role.text` gives all others the
  ///   colours that they do not have themselves.
  public init(name: String, isLight: Bool, isMonochrome: Bool = false, looks: KeyValuePairs<Role, Look>) {
    self.name = name
    self.isLight = isLight
    self.isMonochrome = isMonochrome
    for (role, look) in looks { self[role] = look }
  }

  /// Everything in the terminal's own colours.
  public static let plain = Theme(name: "plain", isLight: false, looks: [:])

  /// The look of a role.
  public subscript(role: Role) -> Look {
    get { Int(role.rawValue) < looks.count ? looks[Int(role.rawValue)] : Look() }
    set {
      while looks.count <= Int(role.rawValue) { looks.append(Look()) }
      looks[Int(role.rawValue)] = newValue
      while looks.last == Look() { looks.removeLast() }
    }
  }

  /// What the screen shows for `style` at a depth.
  public func appearance(of style: Style, depth: ColorDepth) -> Appearance {
    let look = self[style.role]
    let text = self[.text]
    let attributes = look.attributes.union(style.attributes)
    switch isMonochrome ? .monochrome : depth {
    case .direct, .palette:
      return Appearance(
        foreground: look.foreground ?? text.foreground, background: look.background ?? text.background,
        attributes: attributes)
    case .eight:
      return Appearance(
        foreground: look.basicForeground ?? text.basicForeground,
        background: look.basicBackground ?? text.basicBackground, attributes: attributes)
    case .monochrome:
      return Appearance(
        foreground: nil, background: nil, attributes: attributes.union(look.monochromeAttributes))
    }
  }

  /// The least contrast of the text of a role with what lies behind it, as WCAG 2.1 defines it.
  ///
  /// Where the terminal's own colours are used, its text is taken as gray 252 on dark and black on light; its background
  /// as everything from black to gray 234, or from white to gray 255. Of the first eight colours, xterm's values are
  /// taken, on black or on white. Reversed text has the same contrast.
  public func contrast(of role: Role, depth: ColorDepth) -> Double {
    let shown = appearance(of: Style(role), depth: depth)
    let text = shown.foreground ?? (isLight ? Color(16) : Color(252))
    let backgrounds =
      shown.background.map { [$0] }
      ?? (isLight ? [Color(231)] : [Color(16)]) + (depth < .palette ? [] : isLight ? [Color(255)] : [Color(234)])
    return backgrounds.map { text.contrast(with: $0) }.min() ?? 1
  }

  /// Whether the terminal says that its background is light: the last part of `COLORFGBG`, as rxvt, Konsole and others
  /// set it. Without it a terminal is taken as dark.
  public static func isLightBackground(colorFGBG: String?) -> Bool {
    guard let last = colorFGBG?.split(separator: ";").last, let index = Int(last) else { return false }
    return index == 7 || (9...15).contains(index)
  }
}
