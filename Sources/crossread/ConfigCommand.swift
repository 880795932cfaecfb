import ArgumentParser
import Config
import Glibc
import Terminal

/// `crossread config`: where the configuration is, what can be in it, and whether it is well.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check the configuration file, or print one to begin with.",
    discussion: """
      crossread config --default > ~/.config/crossread/config.toml   begin with all settings, commented out
      crossread config --check                                       say what is wrong, with line and column
      """)

  @ArgumentParser.Flag(name: .customLong("default"), help: "Print a file with every setting as it is by default.")
  var printsDefault = false

  @ArgumentParser.Flag(help: "Say what is wrong with the file; exit code 1 where something has no effect.")
  var check = false

  @Argument(
    help: ArgumentHelp("The file to check, - for standard input; the standard one if not given.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var file: String?

  func validate() throws {
    if printsDefault, check || file != nil { throw ValidationError("--default takes no file and no --check.") }
  }

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    if printsDefault {
      StandardOutput.write(Array(DefaultConfig.text.utf8))
      return
    }
    guard let path = file ?? ConfigPlace.standard else {
      StandardError.write("crossread: no place for a configuration: set HOME or XDG_CONFIG_HOME, or name a file")
      throw ExitCode(1)
    }
    if file == nil, access(path, F_OK) != 0 {
      let line = "\(path): no such file, so the defaults hold; `crossread config --default` prints one to begin with"
      StandardOutput.write(Array("\(Sanitiser.line(line))\n".utf8))
      return
    }
    let config = Config(path: path, isOptional: file == nil)
    for problem in config.problems { StandardError.write("crossread: \(problem)") }
    let errors = config.problems.filter { $0.weight == .error }.count
    let state = config.problems.isEmpty ? "nothing is wrong" : errors == 0 ? "everything has its effect" : nil
    if let state { StandardOutput.write(Array("\(Sanitiser.line(SmallFile.name(of: path))): \(state)\n".utf8)) }
    if errors > 0 { throw ExitCode(1) }
  }
}
