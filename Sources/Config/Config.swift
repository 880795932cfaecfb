public import Reader
internal import TOMLKit

/// What a configuration file says, and what is wrong with it. Whatever is wrong, the rest holds.
public struct Config: Sendable {
  /// Options, keys and themes; the defaults where the file says nothing, or nothing that can be used.
  public private(set) var setup = ReaderSetup()
  /// In the order of the file.
  public private(set) var problems: [ConfigProblem] = []

  /// Whether the file is none that could be read: all of it has no effect.
  public private(set) var isUnread = false

  /// The defaults.
  public init() {}

  /// Reads a file.
  /// - Parameters:
  ///   - path: as it is to be named in problems.
  ///   - isOptional: whether a file that is not there is as good as an empty one.
  public init(path: String, isOptional: Bool = false) {
    do throws(SmallFile.Failure) {
      self.init(bytes: try SmallFile.read(path), path: path)
    } catch {
      self.init()
      if case .missing = error, isOptional { return }
      isUnread = true
      let remedy = "`crossread config --default` prints one to begin with"
      problems = [
        ConfigProblem(path: path, line: nil, column: nil, weight: .error, what: "\(error)", remedy: remedy)
      ]
    }
  }

  /// `$XDG_CONFIG_HOME/crossread/config.toml`, or that under `~/.config`; `nil` where neither home is known.
  /// - Parameter environment: gives a variable; a home that is not an absolute path counts as none, as XDG says.
  public static func standardPath(_ environment: (String) -> String?) -> String? {
    let homes = [environment("XDG_CONFIG_HOME"), environment("HOME").map { "\($0)/.config" }]
    return homes.compactMap { $0 }.first { $0.hasPrefix("/") }.map { "\($0)/crossread/config.toml" }
  }

  /// Reads the text of a file.
  public init(bytes: [UInt8], path: String) {
    var report = ConfigReport(path: path, places: TOMLPlaces(bytes))
    defer { problems = report.sorted }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      report.add(.error, at: nil, "not a text in UTF-8", "save it as UTF-8")
      isUnread = true
      return
    }
    do {
      // An empty table is what the library makes of an empty text.
      read(try TOMLTable(string: text), &report)
    } catch let error as TOMLParseError {
      isUnread = true
      let place = TOMLPlaces.Place(line: error.source.begin.line, column: error.source.begin.column)
      report.add(.error, at: place, "not TOML: \(error.description)", "the whole file has no effect until it is mended")
    } catch {
      isUnread = true
      report.add(.error, at: nil, "not TOML: \(error)", "the whole file has no effect until it is mended")
    }
  }

  private mutating func read(_ table: TOMLTable, _ report: inout ConfigReport) {
    for name in table.keys {
      guard let value = table[name] else { continue }
      switch name {
      case "keys": setup.keys = KeysReader.read(value, &report)
      case "colors": setup.themes = ColorsReader.read(value, &report)
      default: OptionsReader.read(name, value, into: &setup.options, &report)
      }
    }
  }
}

/// Gathers problems while a file is read.
struct ConfigReport {
  private let path: String
  let places: TOMLPlaces
  private var problems: [(TOMLPlaces.Place?, ConfigProblem)] = []

  init(path: String, places: TOMLPlaces) {
    self.path = path
    self.places = places
  }

  mutating func add(_ weight: ConfigProblem.Weight, at place: TOMLPlaces.Place?, _ what: String, _ remedy: String) {
    let problem = ConfigProblem(
      path: path, line: place?.line, column: place?.column, weight: weight, what: what, remedy: remedy)
    problems.append((place, problem))
  }

  /// A value that is of another type than it must be.
  mutating func addMistyped(_ path: [String], _ wanted: String) {
    add(.error, at: places.value(path), "\(path.joined(separator: ".")) must be \(wanted)", "the default holds")
  }

  /// By their place.
  var sorted: [ConfigProblem] {
    let first = TOMLPlaces.Place(line: 0, column: 0)
    return problems.enumerated().sorted { ($0.element.0 ?? first, $0.offset) < ($1.element.0 ?? first, $1.offset) }
      .map(\.element.1)
  }
}
