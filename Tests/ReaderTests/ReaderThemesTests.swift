import Terminal
import TestSupport
import Testing

@testable import Reader

/// Every role of every theme can be read, measured as WCAG 2.1 does, and looks as recorded.
@Suite struct ReaderThemesTests {
  static let roles = Role.names.indices.map { Role(rawValue: UInt8($0)) }

  @Test(arguments: ReaderThemes.all, [ColorDepth.direct, .palette, .eight])
  func everyRoleIsReadable(_ theme: Theme, _ depth: ColorDepth) {
    let least = theme.name == "high-contrast" ? 7.0 : 4.5
    for role in Self.roles {
      let contrast = theme.contrast(of: role, depth: depth)
      #expect(contrast >= least, "\(theme.name), \(depth): \(Role.names[Int(role.rawValue)]) has \(contrast)")
    }
  }

  /// What a terminal makes of faint text is not defined, so no contrast could be promised for it.
  @Test(arguments: GoldenScreenTests.screens.indices) func nothingIsDrawnFaint(_ index: Int) {
    var reader = ReaderHarness()
    reader.press(GoldenScreenTests.screens[index].keys)
    #expect(!reader.state.screen().cells.contains { $0.style.attributes.contains(.dim) })
    for theme in ReaderThemes.all {
      #expect(!Self.roles.contains { theme.appearance(of: Style($0), depth: .monochrome).attributes.contains(.dim) })
    }
  }

  @Test(arguments: ReaderThemes.all) func themesLookAsRecorded(_ theme: Theme) {
    var reader = ReaderHarness()
    reader.press("<tab>j<tab><tab>n/cranes<enter>")
    for depth in [ColorDepth.palette, .eight, .monochrome] where depth == .monochrome || !theme.isMonochrome {
      let looks = reader.state.screen().appearanceText(theme, depth: depth)
      GoldenFile.expect(looks, matches: "theme-\(theme.name)-\(depth)")
    }
  }

  @Test func theThemeFollowsTheChoice() {
    var setup = ReaderSetup()
    #expect(setup.screenOptions(colorFGBG: nil).theme == ReaderThemes.dark)
    #expect(setup.screenOptions(colorFGBG: "0;15").theme == ReaderThemes.light)
    #expect(setup.screenOptions(colorFGBG: nil).lightTheme == ReaderThemes.light)
    setup.options.theme = .highContrast
    #expect(setup.screenOptions(colorFGBG: "0;15").theme == ReaderThemes.highContrast)
    #expect(setup.screenOptions(colorFGBG: nil).lightTheme == nil, "a theme that was asked for stays")
  }
}
