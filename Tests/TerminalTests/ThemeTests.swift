import Terminal
import Testing

@Suite struct ThemeTests {
  @Test(arguments: [
    (Color(231), Color(16), 21.0), (Color(16), Color(16), 1.0), (Color(196), Color(231), 3.998),
    (Color(244), Color(16), 5.317),
  ])
  func contrastIsThatOfTheStandard(first: Color, second: Color, contrast: Double) {
    #expect(abs(first.contrast(with: second) - contrast) < 0.01)
    #expect(first.contrast(with: second) == second.contrast(with: first))
  }

  @Test func componentsAreXterms() {
    #expect(Color(16).components == (0, 0, 0))
    #expect(Color(110).components == (135, 175, 215))
    #expect(Color(231).components == (255, 255, 255))
    #expect(Color(232).components == (8, 8, 8))
    #expect(Color(255).components == (238, 238, 238))
  }

  @Test func aColourIsReadAsThePalettesOwnOrItsNearest() {
    #expect(Color(red: 175, green: 215, blue: 175) == Color(151))
    let odd = Color(red: 176, green: 214, blue: 170)
    #expect(odd != Color(151) && odd.index == 151)
    #expect(odd.components == (176, 214, 170))
    #expect(Color(red: 250, green: 10, blue: 10).basic == .red)
    #expect(Color.red.basic == .red)
  }

  @Test func contrastIsMeasuredOnTheWorstBackground() {
    let (pale, faint, filled) = (Role(rawValue: 1), Role(rawValue: 2), Role(rawValue: 3))
    let looks: KeyValuePairs<Role, Look> = [
      pale: Look(Color(250)), faint: Look(Color(240)), filled: Look(Color(16), on: Color(214)),
    ]
    let dark = Theme(name: "dark", isLight: false, looks: looks)
    #expect(dark.contrast(of: pale, depth: .palette) == Color(250).contrast(with: Color(234)))
    #expect(dark.contrast(of: faint, depth: .palette) < 4.5)
    let light = Theme(name: "light", isLight: true, looks: looks)
    #expect(light.contrast(of: pale, depth: .palette) < 2)
    #expect(light.contrast(of: filled, depth: .direct) == Color(16).contrast(with: Color(214)))
  }

  @Test func theLookOfTextStandsUnderAllOthers() {
    let role = Role(rawValue: 1)
    let theme = Theme(
      name: "t", isLight: false,
      looks: [.text: Look(Color(231), on: Color(17), basic: .white, basicOn: .blue), role: Look(Color(220))])
    #expect(
      theme.appearance(of: Style(role), depth: .palette)
        == Appearance(foreground: Color(220), background: Color(17), attributes: []))
    #expect(theme.appearance(of: Style(role), depth: .eight).background == .blue)
    #expect(theme.appearance(of: Style(role), depth: .monochrome).background == nil)
  }

  @Test func attributesCarryWhatColourCannot() {
    let role = Role(rawValue: 1)
    let theme = Theme(
      name: "t", isLight: false, looks: [role: Look(Color(203), basic: .red, .bold, monochrome: .underline)])
    let style = Style(role, .reverse)
    #expect(
      theme.appearance(of: style, depth: .palette)
        == Appearance(foreground: Color(203), background: nil, attributes: [.bold, .reverse]))
    #expect(theme.appearance(of: style, depth: .eight).foreground == .red)
    #expect(
      theme.appearance(of: style, depth: .monochrome)
        == Appearance(foreground: nil, background: nil, attributes: [.bold, .reverse, .underline]))
  }

  @Test(arguments: [("0;15", true), ("15;default;0", false), ("0;7", true), ("15;8", false), ("", false)])
  func backgroundIsTakenFromTheEnvironment(value: String, isLight: Bool) {
    #expect(Theme.isLightBackground(colorFGBG: value) == isLight)
  }
}
