import ArgumentParser

/// Trains the tables that Language and Reading ship. Not installed; run by whoever changes a model.
@main
struct Trainer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossread-train", abstract: "Train the tables that crossread ships.",
    subcommands: [
      DebrisCommand.self,
      NamesCommand.self,
      NameLexiconCommand.self,
      NameVariantsCommand.self,
      MatchTrainingCommand.self,
      StatementsCommand.self,
      SyntaxCommand.self, SplittingCommand.self,
      PronounsCommand.self, ContrastTrainingCommand.self,
    ])
}
