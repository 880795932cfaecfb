import ArgumentParser
import Config
import Glibc
import Reader
import Terminal

/// Where the configuration is, as a person says it.
struct ConfigPlace: ParsableArguments {
  @Option(
    name: .customLong("config"), help: ArgumentHelp("The configuration file to use.", valueName: "path"),
    completion: .file(extensions: ["toml"]))
  var path: String?

  @ArgumentParser.Flag(name: .customLong("no-config"), help: "Use no configuration file.")
  var isLeftOut = false

  /// The standard file.
  static var standard: String? {
    Config.standardPath { name in getenv(name).map { String(cString: $0) } }
  }

  func validate() throws {
    guard let path, path != "-", access(path, F_OK) != 0 else { return }
    throw ValidationError("--config: \(Sanitiser.line(path)): no such file.")
  }

  /// What the file says that was named, else the standard one, which need not be there.
  /// - Parameter isStandardRead: whether the standard file counts where none is named.
  func read(isStandardRead: Bool = true) -> Config {
    if isLeftOut { return Config() }
    if let path { return Config(path: path) }
    return isStandardRead ? Self.standard.map { Config(path: $0, isOptional: true) } ?? Config() : Config()
  }
}

extension Config {
  /// The setup, with one short line at its start about what is wrong: how much, and what says all of it.
  var announcedSetup: ReaderSetup {
    var setup = setup
    let errors = problems.filter { $0.weight == .error }
    if let path = errors.first?.path {
      let name = path.split(separator: "/").last.map { SmallFile.name(of: String($0)) } ?? path
      let file = path == ConfigPlace.standard ? "" : " \(path)"
      let count = errors.count == 1 ? "1 mistake" : "\(errors.count) mistakes"
      let effect = isUnread ? "\(name) has no effect" : "\(count) in \(name)"
      setup.notice = "\(effect): crossread config --check\(file)"
    }
    return setup
  }
}
