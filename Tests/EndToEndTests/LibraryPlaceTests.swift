import Foundation
import TestSupport
import Testing

/// What commands do with the path of a library: nothing that a person has is moved, and reading makes nothing.
@Suite struct LibraryPlaceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let commands: [[String]] = [
    ["library", "export"], ["report", Products.seeds], ["analyze", Products.seeds],
    ["search", "by:putin", Products.seeds],
  ]

  private func run(_ arguments: [String], library: String) throws -> Products.Outcome {
    try Products.run(arguments: arguments + ["--library", library])
  }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
  }

  @Test(arguments: commands + [["library", "import"]]) func aFileThatIsNoLibraryIsLeftAsItIs(_ arguments: [String])
    throws
  {
    let path = try folder.write("notes.md", "# Notes\n")
    let outcome = try run(arguments, library: path)
    #expect(outcome.code == (arguments[0] == "search" ? 2 : 1) && outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "crossread: \(path): no library of crossread; it is left as it is; name another file with --library\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "# Notes\n")
    #expect(try files == ["notes.md"])
  }

  @Test(arguments: commands) func readingMakesNoLibrary(_ arguments: [String]) throws {
    let path = folder.path + "/deep/library.sqlite"
    let outcome = try run(arguments, library: path)
    #expect(outcome.code == (arguments[0] == "search" ? 2 : 1) && outcome.output.isEmpty)
    #expect(outcome.errors == "crossread: \(path): there is no library; name another file with --library\n")
    #expect(try files.isEmpty)
  }

  @Test func whereNobodyAddedAnythingYetTheReportIsMadeAllTheSame() throws {
    let environment = ["HOME": folder.path]
    let outcome = try Products.run(arguments: ["report", "--remarks", Products.seeds], environment: environment)
    #expect(outcome.code == 0 && !outcome.output.isEmpty)
    #expect(outcome.errors.contains("library.sqlite: there is no library yet"))
    let export = try Products.run(arguments: ["library", "export"], environment: environment)
    #expect(export.code == 1 && export.output.isEmpty && export.errors.contains("there is no library"))
    #expect(try files.isEmpty)
  }

  @Test func theNameOfALibraryIsThatOfAFile() throws {
    let run = { (verb: String) in
      try Products.run(arguments: ["library", verb, "--library", ":memory:"], folder: folder.path)
    }
    #expect(try run("import").code == 0)
    #expect(try files == [":memory:"])
    #expect(try run("export").code == 0)
  }

  @Test func anImportBeginsALibraryThatTheExportReads() throws {
    let line = """
      {"id":"00000000000000000000000000000001","made":1,"kind":"note","value":"n","anchors":[{"hash":"h","path":"a.txt",\
      "start":0,"end":1,"words":"a","before":"","after":""}]}

      """
    let path = folder.path + "/deep/library.sqlite"
    let outcome = try Products.run(arguments: ["library", "import", "--library", path], input: line)
    #expect(outcome.code == 0 && outcome.errors == "crossread: 1 annotation imported\n")
    #expect(try run(["library", "export"], library: path).output.contains("\"note\""))
  }

  @Test(arguments: [
    ("no JSON", "not valid JSON"), ("{}", "\"id\" is missing"), ("[1]", "the line is not an object"),
    (#"{"id":7}"#, "\"id\" is not a string"),
    (#"{"id":"1","made":1,"kind":"nose","value":"n","anchors":[]}"#, "\"kind\" is “nose”, which no annotation has"),
    (
      #"{"id":"1","made":1,"kind":"verdict","value":"maybe","anchors":[]}"#,
      "\"value\" is “maybe”, which no annotation has"
    ),
    (#"{"id":"1","made":1,"kind":"note","value":"n","anchors":[]}"#, "\"anchors\" is empty: it stands on nothing"),
    (
      #"{"id":"1","made":1,"kind":"note","value":"n","anchors":[{"hash":"h","path":"a","start":-1,"end":1,"words":"w","#
        + #""before":"","after":""}]}"#, "\"anchors[0].start\" is no offset"
    ),
    (
      #"{"id":"1","made":1,"kind":"note","value":"n","anchors":[{"hash":"h","path":"a","start":2,"end":1,"words":"w","#
        + #""before":"","after":""}]}"#, "\"anchors[0].start\" is after its \"end\""
    ),
  ])
  func aLineThatIsNoAnnotationIsSaidWithTheReason(_ line: String, _ reason: String) throws {
    let outcome = try Products.run(
      arguments: ["library", "import", "--library", folder.path + "/l.sqlite"], input: "\n" + line + "\n")
    #expect(outcome.code == 1)
    let first = outcome.errors.split(separator: "\n").first
    #expect(first == "crossread: standard input, line 2: \(reason); it was left out")
  }

  @Test func aScriptReadsTheLibraryThatIsNamedAndWritesWhatItDoes() throws {
    let library = folder.path + "/l.sqlite"
    func play(_ keys: String, _ options: [String] = []) throws -> String {
      let outcome = try Products.run(arguments: ["--dump-screen", "--keys", keys] + options + [Products.seeds])
      #expect(outcome.code == 0 && outcome.errors.isEmpty)
      return outcome.output
    }
    _ = try play("5j", ["--library", library])
    #expect(try files.isEmpty, "nothing was added")
    _ = try play("5mto be checked<enter>", ["--library", library])
    #expect(try play("5", ["--library", library]).contains("to be checked"))
    #expect(try !play("5").contains("to be checked"))
    #expect(try !play("5", ["--library", library, "--no-library"]).contains("to be checked"))
    #expect(try run(["library", "export"], library: library).output.contains("to be checked"))
  }
}
