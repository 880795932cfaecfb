import Reader
internal import TOMLKit

/// Reads what stands before the first table: options.
enum OptionsReader {
  static func read(
    _ name: String, _ value: any TOMLValueConvertible, into options: inout ReaderOptions, _ report: inout ConfigReport
  ) {
    guard let option = OptionTable.options.first(where: { $0.name == name }) else {
      let names = OptionTable.options.map(\.name) + ["keys", "colors"]
      report.add(
        .error, at: report.places.key([name]), "no option is called “\(name)”",
        Suggestion.remedy(for: name, among: names, else: "`crossread config --default` lists all"))
      return
    }
    switch option.value {
    case .flag(let path):
      if let flag = value.tomlValue.bool { options[keyPath: path] = flag } else { mistyped("true or false") }
    case .number(let path, let range):
      if let number = value.tomlValue.int, range.contains(number) {
        options[keyPath: path] = number
      } else {
        mistyped("a number from \(range.lowerBound) to \(range.upperBound)")
      }
    case .theme(let path): choose(path, ThemeChoice.allCases.map { ($0.rawValue, $0) })
    case .view(let path): choose(path, ViewID.allCases.map { ($0.name, $0) })
    case .command(let path):
      if let words = TOMLStrings.read(value) {
        options[keyPath: path] = words == [""] ? [] : words
      } else {
        mistyped(TOMLStrings.wanted)
      }
    }

    func mistyped(_ wanted: String) { report.addMistyped([name], wanted) }

    func choose<Value>(_ path: WritableKeyPath<ReaderOptions, Value>, _ choices: [(name: String, value: Value)]) {
      let word = value.tomlValue.string
      if let choice = choices.first(where: { $0.name == word }) {
        options[keyPath: path] = choice.value
      } else {
        let quoted = choices.map { "\"\($0.name)\"" }
        mistyped(Suggestion.list(quoted))
      }
    }
  }
}

/// Words given one by one, or a single one.
enum TOMLStrings {
  static let wanted = "a string or an array of strings"

  static func read(_ value: any TOMLValueConvertible) -> [String]? {
    if let word = value.tomlValue.string { return [word] }
    guard let array = value.tomlValue.array else { return nil }
    let words = array.compactMap { $0.tomlValue.string }
    return words.count == array.count ? words : nil
  }
}
