import Foundation
import TestSupport
import Testing

/// The command without a terminal: what it prints, what it refuses, and its exit codes.
@Suite struct CommandLineTests {
  private static let article = """
    Ministers meet in Oslo

    OSLO, 3 May. The finance minister said on Friday that the talks would continue.
    """

  @Test func theSeedsGiveAReport() throws {
    let outcome = try Products.run(arguments: [Products.seeds])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("Crossread · 5 articles"))
    #expect(outcome.output.contains("Lukashenko"))
  }

  @Test(arguments: [["annotate"], ["analyze", "-"]])
  func everyMentionAndStatementSaysWhy(arguments: [String]) throws {
    let text = "Ada Holm, the mayor of Elm, said on Monday that the bridge was safe. “We tested it,” she added."
    let input = arguments == ["annotate"] ? #"{"id": 1, "text": "\#(text)"}"# + "\n" : text
    let outcome = try Products.run(arguments: arguments, input: input)
    #expect(outcome.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let read = try #require(object as? [String: Any])
    let actors = try #require(read["actors"] as? [[String: Any]])
    let mentions = actors.flatMap { $0["mentions"] as? [[String: Any]] ?? [] }
    let statements = try #require(read["statements"] as? [[String: Any]])
    #expect(mentions.count >= 2 && statements.count == 2)
    for reason in (mentions + statements).map({ $0["basis"] as? String }) { #expect(reason?.isEmpty == false) }
  }

  @Test func aPathThatCannotBeReadIsNamedAndTheRestGoesOn() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.txt", Self.article)
    let bad: [(path: String, reason: String)] = [
      (folder.path + "/missing.txt", "no such file or folder"),
      (try folder.write("empty.txt", ""), "empty file"),
      (try folder.write("binary.bin", [0, 1, 2, 0, 255, 0, 254, 0, 9, 0, 0]), "binary file"),
      (try folder.link("loop", to: "loop"), "a loop of symbolic links"),
      (try folder.makeFolder("nothing"), "no readable files in this folder"),
    ]
    for (path, reason) in bad {
      let alone = try Products.run(arguments: [path])
      #expect(alone.code == 1)
      #expect(alone.output == "")
      #expect(alone.errors.hasPrefix("crossread: \(path): \(reason)"))
      #expect(alone.errors.filter { $0 == "\n" }.count == 1)
    }
    let outcome = try Products.run(arguments: [good] + bad.map(\.path))
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("Ministers meet in Oslo"))
    #expect(outcome.errors.filter { $0 == "\n" }.count == bad.count)
  }

  /// A page that lost its end is read, and the loss is said once: where, what, and what to do.
  @Test(arguments: [["report"], ["analyze"], ["extract"], ["search", "bridge"], ["--no-library"], []])
  func aDamagedPageIsSaidOnStandardError(command: [String]) throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("cut.html", "<html><body><div><p>The mayor of Elm said the bridge was")
    for _ in 1...2 {
      let outcome = try Products.run(arguments: command + [page], environment: ["HOME": folder.path])
      #expect(outcome.code == 0)
      #expect(
        outcome.errors
          == "crossread: \(page), line 1 of its text: the page is cut off here; save it again\n")
    }
  }

  /// What is kept of the five articles is theirs alone.
  @Test func aPathThatIsMistypedIsNotTheFiveArticles() throws {
    let folder = try TemporaryFolder()
    let environment = ["HOME": folder.path]
    #expect(try Products.run(arguments: [], environment: environment).output.contains("5 articles"))
    let mistyped = try Products.run(arguments: [folder.path + "/none"], environment: environment)
    #expect(mistyped.code == 1 && mistyped.output == "")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func anUnreadableFileIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("closed.txt", Self.article)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try Products.run(arguments: [path])
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasPrefix("crossread: \(path): "))
  }

  @Test func aFolderThatLeadsBackToItselfIsReadOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", Self.article)
    try folder.link("again", to: ".")
    let outcome = try Products.run(arguments: [folder.path])
    #expect(outcome.code == 1)
    #expect(outcome.output.hasPrefix("Crossread · 1 article "))
    #expect(outcome.errors.contains("a loop of symbolic links"))
  }

  @Test(arguments: [
    ["--bogus"], ["report", "--format", "rtf"], ["analyze", "--format", "text"], ["--keys", "<nokey>"],
  ])
  func wrongUsageIsToldWithCodeTwo(arguments: [String]) throws {
    let outcome = try Products.run(arguments: arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains("Usage: crossread"))
  }

  @Test func nothingThatATerminalObeysIsPrinted() throws {
    let folder = try TemporaryFolder()
    let hostile =
      "Minister \u{1B}[31mspeaks\u{1B}[0m \u{9B}2J \u{202E}backwards\u{202C} \u{7}\u{200B}\n\nBody \u{1B}]0;x\u{7} of it."
    let path = try folder.write("na\u{1B}[2Jme.txt", hostile)
    for arguments in [[path], [path, folder.path + "/mi\u{1B}[2Jssing"]] {
      let outcome = try Products.run(arguments: arguments)
      for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" {
        let isObeyed = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.properties.isBidiControl
        if isObeyed { Issue.record("U+\(String(scalar.value, radix: 16)) was printed") }
      }
    }
  }

  @Test func anArticleMayComeFromStandardInput() throws {
    let outcome = try Products.run(arguments: ["-"], input: Self.article)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Ministers meet in Oslo"))
  }

  /// `crossread --no-library --dump-screen --size 100x30 --keys n seeds` makes it.
  @Test func theReadmeShowsTheScreenAsItIs() throws {
    let arguments = ["--no-library", "--dump-screen", "--size", "100x30", "--keys", "n", Products.seeds]
    let screen = try Products.run(arguments: arguments)
    let readme = try String(contentsOfFile: Products.seeds + "/../README.md", encoding: .utf8)
    #expect(screen.code == 0 && readme.contains("```\n" + screen.output + "```"))
  }

  /// As grep does; what only reports does not wait for a pipe that nobody may ever close.
  @Test func whatIsPipedInIsSearchedWhereNoPathIsGiven() throws {
    let found = try Products.run(arguments: ["search", "ministers"], input: Self.article)
    #expect(found.code == 0 && found.output.contains("Oslo"))
    #expect(!found.output.contains("seeds/"))
    let named = try Products.run(arguments: ["search", "ministers", Products.seeds], input: Self.article)
    #expect(!named.output.contains("Oslo"))
    let empty = try Products.run(arguments: ["search", "Lukashenko"], input: "")
    #expect(empty.code == 0 && empty.output.contains("seeds/"))
    let report = try Products.run(arguments: ["report"], input: Self.article)
    #expect(report.errors.contains("standard input is read where - stands for it"))
    #expect(report.code == 2 && report.output.isEmpty, "five other articles are no answer")
  }

  /// An input that breaks off is not one that ends.
  @Test(arguments: [["match"], ["annotate"], ["contrast"], ["syntax"], ["library", "import", "--library"]])
  func whatCannotBeReadFromStandardInputIsSaid(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let library = arguments.last == "--library" ? [folder.path + "/l.sqlite"] : []
    let outcome = try Products.run(arguments: arguments + library, inputFile: folder.path)
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.errors == "crossread: standard input: cannot be read: Is a directory; give it a file or a pipe\n")
  }

  @Test(arguments: [["search", "Lukashenko"], ["report"], ["analyze"], ["extract"], []])
  func whereNoPathIsGivenTheFiveArticlesAreSaidToBeRead(_ arguments: [String]) throws {
    let outcome = try Products.run(arguments: arguments)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "crossread: no path is given; read are the five articles that come with it\n")
    #expect(try Products.run(arguments: arguments + [Products.seeds]).errors.isEmpty)
  }

  @Test(arguments: [
    ("analyse", "no such file or folder; did you mean crossread analyze?"),
    ("version", "no such file or folder; did you mean crossread --version?"),
    ("http://example.org/a.html", "an address, and nothing is fetched: save the page and name its file"),
    ("analyse.txt", "no such file or folder"), ("./analyse", "no such file or folder"),
  ])
  func whatMayBeMeantByAPathIsSaid(_ path: String, _ message: String) throws {
    for arguments in [[path], [path, "--no-library"]] {
      let outcome = try Products.run(arguments: arguments)
      #expect(outcome.code == 1 && outcome.errors == "crossread: \(path): \(message)\n")
    }
  }

  @Test func aLongDatelineIsNoPartOfWhatIsSaid() throws {
    let said = "An explosion at a chemical factory in Lorne killed 12 people on Monday"
    let text = "LORNE, March 3, 2025 (Reuters) - \(said), mayor Ada Marsh said."
    let outcome = try Products.run(arguments: ["annotate"], input: #"{"id": 1, "text": "\#(text)"}"# + "\n")
    let start = text.count - said.count - ", mayor Ada Marsh said.".count
    #expect(outcome.output.contains(#""start":\#(start),"end":\#(start + said.count),"kind":"indirect""#))
  }

  @Test func optionsOfGrepThatSearchHasNotAreSaid() throws {
    let outcome = try Products.run(arguments: ["search", "-A2", "talks", Products.seeds])
    #expect(outcome.code == 2 && outcome.errors.contains("There is no -A: a passage is a whole paragraph"))
    let query = try Products.run(arguments: ["search", "-kyiv", Products.seeds])
    #expect(query.code == 2 && query.errors.contains("comes after --"))
  }

  @Test func theHelpOfSearchFitsATerminalOfEightyColumns() throws {
    let lines = try Products.run(arguments: ["search", "--help"], environment: ["COLUMNS": "80"]).output
      .split(separator: "\n")
    // How it is used the argument parser writes on one line.
    #expect(lines.prefix { !$0.hasPrefix("USAGE") }.allSatisfy { $0.count <= 80 })
    // Each operator begins a line, and what goes on stands under what it means.
    let query = lines.drop { !$0.hasPrefix("QUERY") }.dropFirst().prefix { $0.hasPrefix("  ") }
    #expect(
      query.count > 14
        && query.allSatisfy { !$0.dropFirst(2).hasPrefix(" ") || $0.hasPrefix(String(repeating: " ", count: 20)) })
  }

  @Test func theHelpOfContrastSaysWhenItIsAContradiction() throws {
    #expect(try Products.run(arguments: ["contrast", "--help"]).output.contains("where that score is 0.5 or more"))
  }

  @Test(arguments: ["out.pdf", "out.md.xyz"]) func aFormThatThereIsNotIsSaidAndNothingWritten(_ name: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Products.run(arguments: ["report", "-o", folder.path + "/" + name, Products.seeds])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("is no form; use .txt .md .html .csv .json; nothing was written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aConfigurationThatIsNamedMustBeThere() throws {
    let outcome = try Products.run(arguments: ["--config", "/nowhere/c.toml", Products.seeds])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("/nowhere/c.toml: no such file"))
  }

  /// A name that a shell would break stays one path, and one line of a report.
  @Test func aPathIsPrintedSoThatItCanBeOpened() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("na\nme.txt", Self.article)
    let found = try Products.run(arguments: ["search", "-l", "ministers", path])
    #expect(found.output == path + "\n")
    let report = try Products.run(arguments: ["report", path])
    #expect(report.output.contains("na␊me.txt") && !report.output.contains("na\nme"))
  }

  @Test func aScriptFromStandardInputIsCalledSo() throws {
    let outcome = try Products.run(arguments: ["--script", "-", Products.seeds], input: "n\nnokey\n")
    #expect(outcome.code == 1 && outcome.errors.hasPrefix("crossread: standard input:2: "))
  }

  @Test func nothingIsTheNameOfNobody() throws {
    let outcome = try Products.run(arguments: ["match"], input: #"{"a":"","b":" "}"# + "\n")
    #expect(outcome.output.contains(#""same":false,"score":0,"rule":"no name""#))
  }

  @Test func aNameWithoutAnEndingHasTheTextThatIsPrinted() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out"
    let outcome = try Products.run(arguments: ["report", "-o", path, Products.seeds])
    let printed = try Products.run(arguments: ["report", Products.seeds])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed.output)
  }

  @Test func aConfigurationIsCheckedFromStandardInput() throws {
    let wrong = try Products.run(arguments: ["config", "--check", "-"], input: "mesure = 3\n[keys]\ncopy = 1\n")
    #expect(wrong.code == 1)
    let lines = wrong.errors.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("crossread: standard input:1:1: no option is called “mesure”"))
    let right = try Products.run(arguments: ["config", "--check", "-"], input: "measure = 80\n")
    #expect(right.code == 0 && right.output == "standard input: nothing is wrong\n")
  }

  @Test func versionAndHelpSucceed() throws {
    for arguments in [["--version"], ["--help"], ["report", "--help"]] {
      let outcome = try Products.run(arguments: arguments)
      #expect(outcome.code == 0)
      #expect(outcome.output.hasSuffix("\n"))
    }
  }
}
