public import ArgumentParser
import Config
import Dossier
import Glibc
import Library
public import Reader
import Terminal

/// The reader without a terminal, as a person asks for it.
///
/// It reads no configuration and no library but those that were named, so that its screens are the same on every machine.
struct Rehearsal: ParsableArguments {
  /// What is printed of a screen.
  enum Dump: String, ExpressibleByArgument, CaseIterable {
    case plain, styled
  }

  @Option(
    defaultAsFlag: Dump.plain, parsing: .next,
    help: ArgumentHelp("Print the screen as text; styled adds how its cells look.", valueName: "plain|styled"))
  var dumpScreen: Dump?

  @Option(help: ArgumentHelp("The size of the screen.", valueName: "columns×rows"))
  var size = ScreenSize.standard

  @Option(
    help: ArgumentHelp("Do what a script says: a key or a command a line; - is standard input.", valueName: "file"),
    completion: .file())
  var script: String?

  @Option(help: ArgumentHelp("Press these keys first, such as n<tab>/talks<enter>.", valueName: "keys"))
  var keys: String = ""

  func validate() throws {
    guard size.isLargeEnough else {
      let least = ScreenSize.least
      throw ValidationError("--size: the reader needs \(least.columns)x\(least.rows) at least.")
    }
    do { _ = try KeyScript.keys(keys) } catch { throw ValidationError("--keys: \(Sanitiser.line("\(error)")).") }
  }

  /// Whether anything of it was asked for.
  var isWanted: Bool { dumpScreen != nil || script != nil || !keys.isEmpty }

  /// The script that was named.
  /// - Throws: `ExitCode(1)` after saying on standard error what is wrong with it.
  func readScript() throws -> ReaderScript? {
    guard let script else { return nil }
    let bytes = Result { () throws(SmallFile.Failure) in
      try SmallFile.read(script)
    }
    switch bytes {
    case .success(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return try said { () throws(ScriptProblem) in try ReaderScript(text) }
    case .failure(let failure):
      StandardError.write("crossread: \(Sanitiser.line("\(SmallFile.name(of: script)): \(failure)"))")
      throw ExitCode(1)
    }
  }

  /// Plays keys and script, and prints the screens that they ask for and the last where that was asked for.
  /// - Parameter library: where what was added before is, and what is added now goes to, all of it at the end.
  /// - Throws: `ExitCode(1)` after saying on standard error which line cannot be done, or what the library has against it.
  func run(_ dossier: Dossier, title: String, _ script: ReaderScript?, _ config: Config, library: String?) throws {
    for problem in config.problems { StandardError.write("crossread: \(problem)") }
    let annotations = try library.map { try Self.annotations(at: $0, on: dossier) } ?? []
    var reader = HeadlessReader(
      Remarks(annotations, on: dossier), title: title, columns: size.columns, rows: size.rows, setup: config.setup)
    try reader.press(keys)
    let isStyled = dumpScreen == .styled
    if let script {
      let screens = try said { () throws(ScriptProblem) in try reader.play(script, isStyled: isStyled) }
      StandardOutput.write(Array(screens.utf8))
    }
    if dumpScreen != nil { StandardOutput.write(Array(reader.screen(isStyled: isStyled).utf8)) }
    let added = reader.takeAdded()
    guard let library, !added.isEmpty else { return }
    try LibraryPlace.said { () throws(LibraryProblem) in
      try Library(path: library, for: LibraryPlace.rights(at: library)).change(added)
    }
  }

  /// What the library has for what was read; nothing where it has not been begun.
  private static func annotations(at path: String, on dossier: Dossier) throws -> [Annotation] {
    guard access(path, F_OK) == 0 else { return [] }
    return try LibraryPlace.said { () throws(LibraryProblem) in
      try Library(path: path, for: .reading).annotations(on: dossier.documents)
    }
  }

  private func said<Result>(_ work: () throws(ScriptProblem) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      StandardError.write("crossread: \(Sanitiser.line("\(SmallFile.name(of: script ?? "")):\(error)"))")
      throw ExitCode(1)
    }
  }
}

extension ScreenSize: ExpressibleByArgument {
  static var standard: ScreenSize { ScreenSize(columns: 100, rows: 30) }

  public init?(argument: String) { self.init(argument) }

  public var defaultValueDescription: String { "\(columns)x\(rows)" }
}
