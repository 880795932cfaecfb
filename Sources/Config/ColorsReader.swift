import Reader
import Terminal
internal import TOMLKit

/// Reads the tables `colors.THEME`: how roles look.
enum ColorsReader {
  /// The least contrast that text should have, as WCAG 2.1 says.
  private static let minimumContrast = 4.5

  static func read(_ value: any TOMLValueConvertible, _ report: inout ConfigReport) -> [Theme] {
    var themes = ReaderThemes.all
    guard let tables = value.tomlValue.table else {
      report.addMistyped(["colors"], "tables, one for a theme: [colors.dark]")
      return themes
    }
    for name in tables.keys {
      guard let index = themes.firstIndex(where: { $0.name == name }) else {
        report.add(
          .error, at: report.places.key(["colors", name]), "no theme is called “\(name)”",
          Suggestion.remedy(for: name, among: themes.map(\.name), else: ""))
        continue
      }
      guard let table = tables[name]?.tomlValue.table else {
        report.addMistyped(["colors", name], "a table: [colors.\(name)]")
        continue
      }
      for role in table.keys { read(role, table[role], into: &themes[index], &report) }
      noteFaint(themes[index], table.keys, &report)
    }
    return themes
  }

  private static func read(
    _ name: String, _ value: (any TOMLValueConvertible)?, into theme: inout Theme, _ report: inout ConfigReport
  ) {
    let path = ["colors", theme.name, name]
    guard let role = Role.named(name) else {
      report.add(
        .error, at: report.places.key(path), "nothing is called “\(name)” in a theme",
        Suggestion.remedy(for: name, among: Role.names, else: "`crossread config --default` lists all"))
      return
    }
    guard let text = value?.tomlValue.string else {
      report.addMistyped(path, "a string such as \"bold #ffaf5f on black\"")
      return
    }
    do throws(LookText.Misread) {
      theme[role] = try LookText.read(text, over: theme[role])
    } catch {
      report.add(.error, at: report.places.value(path), "“\(error.word)” is no colour and no attribute", error.remedy)
    }
  }

  private static func noteFaint(_ theme: Theme, _ names: [String], _ report: inout ConfigReport) {
    guard !theme.isMonochrome else { return }
    for name in names {
      guard let role = Role.named(name) else { continue }
      let contrast = theme.contrast(of: role, depth: .palette)
      guard contrast < minimumContrast else { continue }
      let tenths = Int(contrast * 10)
      report.add(
        .note, at: report.places.value(["colors", theme.name, name]),
        "\(name) has a contrast of \(tenths / 10).\(tenths % 10) on a \(theme.isLight ? "light" : "dark") background",
        "text is easy to read from 4.5 on; take a \(theme.isLight ? "darker" : "lighter") colour")
    }
  }
}
