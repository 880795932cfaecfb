import ArgumentParser

@main
struct Crossread: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossread", abstract: "Read many articles about one story side by side.")
}
