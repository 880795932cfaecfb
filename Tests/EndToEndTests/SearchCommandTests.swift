import TestSupport
import Testing

/// `crossread search` as a user of grep expects it.
@Suite struct SearchCommandTests {
  private func search(_ arguments: String...) throws -> Products.Outcome {
    try Products.run(arguments: ["search"] + arguments)
  }

  @Test func linesAreNamedAsGrepNamesThem() throws {
    let outcome = try search("tiered", Repository.seeds)
    #expect(outcome.code == 0 && outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines[0].contains("/000_22455c3be93bb989.txt:11: "))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func statementsAreNamedWithTheirSpeaker() throws {
    let outcome = try search("by:зеленский", Repository.seeds)
    #expect(outcome.output.contains(":11: Vladimir Zelensky: "))
  }

  private static let exits: [([String], Int32)] = [
    (["drone"], 0), (["no such words at all"], 1), (["bye:putin"], 2), (["  "], 2), (["-q", "putin"], 0),
    (["-q", "zebra"], 1),
  ]

  @Test(arguments: exits) func theExitCodeIsGreps(_ arguments: [String], _ code: Int32) throws {
    let outcome = try Products.run(arguments: ["search"] + arguments + [Repository.seeds])
    #expect(outcome.code == code)
    if code != 0 || arguments.contains("-q") { #expect(outcome.output == "") }
  }

  @Test func aFileThatCannotBeReadIsCodeTwo() throws {
    let outcome = try search("drone", Repository.seeds, "/no/such/file")
    #expect(outcome.code == 2 && outcome.output.contains("drone") && outcome.errors.contains("/no/such/file"))
  }

  @Test func aRangeThatRunsBackwardsIsPointedAt() throws {
    let outcome = try search("drone date:2024..2022", Repository.seeds)
    #expect(outcome.code == 2 && outcome.errors.contains("did you mean date:2022..2024?"))
    #expect(outcome.errors.hasSuffix("  drone date:2024..2022\n             ^~~~~~~~~~\n"))
  }

  @Test func namesAreFoundInAnyAlphabetWithTheirCapitals() throws {
    for (name, other) in [("Лукашенко", "Lukashenko"), ("Путин", "Putin"), ("Πούτιν", "Putin"), ("Минск", "Minsk")] {
      let found = try search("-c", name, Repository.seeds)
      let expected = try search("-c", other, Repository.seeds)
      #expect(found.code == 0 && found.output == expected.output, "\(name)")
    }
  }

  @Test func aMistakeIsPointedAt() throws {
    let outcome = try search("drone bye:putin", Repository.seeds)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].contains("did you mean by:?"))
    #expect(lines[1] == "  drone bye:putin" && lines[2] == "        ^~~~")
  }

  @Test func countsPathsAndWordsAlone() throws {
    let counts = try search("-c", "drone", Repository.seeds).output.split(separator: "\n")
    let paths = try search("-l", "drone", Repository.seeds).output.split(separator: "\n")
    let words = try search("-o", "drone", Repository.seeds).output.split(separator: "\n")
    #expect(!paths.isEmpty && counts.count == paths.count)
    for (count, path) in zip(counts, paths) { #expect(count.hasPrefix(path + ":")) }
    #expect(words.allSatisfy { $0.lowercased().hasSuffix(": drone") })
    #expect(try search("-m", "1", "putin", Repository.seeds).output.split(separator: "\n").count == 5)
  }

  /// Notes and tags are searched where a library is named; without one, what to do is said.
  @Test func whatAPersonAddedIsFound() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    let session = try TerminalSession(arguments: ["--library", library, Products.seeds], size: (120, 36))
    try session.waitFor("5 articles")
    try session.waitUntilGone("reading")
    session.send("/readiness" + Keys.enter)
    try session.waitFor("1/")
    session.send("#")
    session.send("energy" + Keys.enter)
    try session.waitFor("Tagged energy")
    session.send("q")
    _ = try session.waitForEnd()
    #expect(try search("tag:energy", Repository.seeds).code == 2)
    let found = try search("--library", library, "tag:energy", Repository.seeds)
    #expect(found.code == 0 && found.output.contains("readiness"))
    #expect(try search("--library", library, "tag:oil", Repository.seeds).code == 1)
    #expect(try search("--library", library, "is:tagged readiness", Repository.seeds).code == 0)
  }

  @Test func coloursOnlyWhenAskedFor() throws {
    #expect(try search("--color", "always", "drone", Repository.seeds).output.contains("\u{1B}[1;31mdrone\u{1B}[0m"))
  }

  @Test func jsonHasOffsetsOfScalars() throws {
    let outcome = try search("--json", "“political theater”", Repository.seeds)
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains("\"found\":[{\"start\":") && outcome.output.contains("\"text\":\"political theater\""))
  }
}
