public import ArgumentParser
import Dossier
public import Reader
import Reading

/// `crossread [read]`: the reader, with all that can be asked of it.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read articles side by side in the terminal (the default).")

  @OptionGroup var inputs: Inputs
  @OptionGroup var place: LibraryPlace
  @OptionGroup var config: ConfigPlace
  @ArgumentParser.Flag(help: "Keep no verdicts and notes, and show none of before.") var noLibrary = false

  @Option(help: "The colours, whatever the configuration says.") var theme: ThemeChoice?
  @OptionGroup(title: "Without a terminal") var rehearsal: Rehearsal

  func run() throws {
    guard rehearsal.isWanted else {
      let run = ReaderRun(
        paths: inputs.paths, config: Ahead(made: config.read()), theme: theme, library: noLibrary ? nil : place.found,
        cache: noLibrary ? nil : LibraryPlace.cache)
      throw ExitCode(run.run())
    }
    StandardOutput.ignoreBrokenPipe()
    let script = try rehearsal.readScript()
    // What is piped in may be the script.
    let (documents, problems) = Inputs.load(inputs.paths)
    guard !documents.isEmpty else { throw ExitCode(1) }
    let dossier = DossierReader().read(documents)
    let title = ReaderRun.title(of: inputs.paths)
    try rehearsal.run(
      dossier, title: title, script, config.read(isStandardRead: false), library: noLibrary ? nil : place.path)
    if !problems.isEmpty { throw ExitCode(1) }
  }
}

extension ThemeChoice: ExpressibleByArgument {}
