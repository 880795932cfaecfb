import ArgumentParser
import FoundationEssentials

/// The commands and options as the argument parser describes them.
struct CommandTree: Decodable {
  var command: Command

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var superCommands: [String]?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The subcommands but `help`, which every command has.
    var children: [Command] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// The whole name: `crossread library export`.
    var name: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }
  }

  struct Argument: Decodable {
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    struct Name: Decodable {
      var kind: String
      var name: String
    }

    /// How it is written: `--size <columns×rows>`, `<path> ...`.
    var usage: String {
      let value = "<\(valueName ?? "value")>" + (isRepeating ? " ..." : "")
      guard kind != "positional" else { return value }
      let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
      return kind == "option" ? "\(names) \(value)" : names
    }

    /// What it is for, what it may be and what it is otherwise.
    var help: String {
      var parts = [abstract ?? ""]
      if let allValues, !allValues.isEmpty { parts.append("One of: \(allValues.joined(separator: ", ")).") }
      if let defaultValue { parts.append("Default: \(defaultValue).") }
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// Reads what the argument parser says of itself.
  init() throws { self = try JSONDecoder().decode(CommandTree.self, from: Data(Crossread._dumpHelp().utf8)) }
}
