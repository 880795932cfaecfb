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
      leave(path, Unreadable("\(error)", "`crossread config --default` prints one to begin with"))
    }
  }

  /// Reads the text of a file.
  public init(bytes: [UInt8], path: String) {
    do throws(Unreadable) {
      let table = try Self.table(bytes)
      var report = ConfigReport(path: path, places: TOMLPlaces(bytes))
      read(table, &report)
      problems = report.sorted
    } catch {
      leave(path, error)
    }
  }

  /// Leaves a file of which nothing can be read.
  private mutating func leave(_ path: String, _ why: Unreadable) {
    isUnread = true
    let (line, column) = (why.place?.line, why.place?.column)
    problems = [
      ConfigProblem(path: path, line: line, column: column, weight: .error, what: why.what, remedy: why.remedy)
    ]
  }

  /// `$XDG_CONFIG_HOME/crossread/config.toml`, or that under `~/.config`; `nil` where neither home is known.
  /// - Parameter environment: gives a variable; a home that is not an absolute path counts as none, as XDG says.
  public static func standardPath(_ environment: (String) -> String?) -> String? {
    let homes = [environment("XDG_CONFIG_HOME"), environment("HOME").map { "\($0)/.config" }]
    return homes.compactMap { $0 }.first { $0.hasPrefix("/") }.map { "\($0)/crossread/config.toml" }
  }

  /// Why nothing of a file has an effect.
  private struct Unreadable: Error {
    let what: String
    let remedy: String
    let place: TOMLPlaces.Place?

    init(_ what: String, _ remedy: String, at place: TOMLPlaces.Place? = nil) {
      (self.what, self.remedy, self.place) = (what, remedy, place)
    }
  }

  private static func table(_ bytes: [UInt8]) throws(Unreadable) -> TOMLTable {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw Unreadable("not a text in UTF-8", "save it as UTF-8")
    }
    let remedy = "the whole file has no effect until it is mended"
    do {
      // An empty table is what the library makes of an empty text.
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = TOMLPlaces.Place(line: error.source.begin.line, column: error.source.begin.column)
      throw Unreadable("not TOML: \(error.description)", remedy, at: place)
    } catch {
      throw Unreadable("not TOML: \(error)", remedy)
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
