import Foundation
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

  /// One engine answers on the command line and in the reader: as many places, in as many articles.
  @Test(arguments: [
    "ukraine", "date:--08-01", "-by:putin", "-is:contradiction", "-kyiv", "by:putin date:--08-01", "in:belta",
    "in:belta -kyiv", "(truce OR ceasefire) kyiv near:5", "kind:direct putin", "peace -(talks OR plan)", "лукашенку",
    "-date:--08-01 peace",
  ]) func theReaderFindsTheSame(_ query: String) throws {
    let found = try search("--json", "--", query, Repository.seeds).output.split(separator: "\n")
    let places = found.reduce(0) { $0 + $1.components(separatedBy: "\"start\":").count - 2 }
    let articles = try search("-l", "--", query, Repository.seeds).output.split(separator: "\n").count
    let screen = try Products.run(arguments: [
      "--no-library", "--dump-screen", "--size", "120x36", "--keys", "/\(query)<enter>", Repository.seeds,
    ]).output
    #expect(
      places > 0 && screen.contains("/\(places) in \(articles) of 5 articles"), "\(places) in \(articles):\n\(screen)")
  }

  @Test func whatCannotBePrintedTogetherIsRefused() throws {
    for other in ["-c", "-l", "-o"] {
      let outcome = try search("--json", other, "drone", Repository.seeds)
      #expect(outcome.code == 2 && outcome.errors.contains("take one"))
    }
  }

  @Test func aQueryThatBeginsWithADashIsTakenAfterTwo() throws {
    let outcome = try search("-kyiv", Repository.seeds)
    #expect(outcome.code == 2 && outcome.errors.contains("crossread search -- '-kyiv'"))
    #expect(try search("--zebra", "kyiv", Repository.seeds).errors.contains(" -- ") == false)
    #expect(try search("--", "-kyiv", Repository.seeds).code == 0)
  }

  @Test func aDateThatNoArticleCanHaveIsExplained() throws {
    let outcome = try search("date:2022..2024", Repository.seeds)
    #expect(outcome.code == 1 && outcome.errors.contains("have no year: date:--08-01 finds by day"))
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

  private static let page = """
    <!doctype html><html><head><title>A bridge for two cities</title></head><body><main><h1>A bridge for two cities</h1>
    <p>The mayors met in the old town hall and spoke for three hours about the new bridge over the river.</p>
    <p>They agreed that work should start in spring, and that both cities would pay an equal share of it.</p>
    <p>A second meeting is planned for the autumn, when the engineers have finished their report on it.</p>
    <figure><figcaption>The old bridge over the river in winter (Reuters)</figcaption></figure></main>
    <aside><a href=/a>Ten bridges to see</a> <a href=/b>Bridges from above</a></aside>
    <footer><a href=/c>Contact</a> <a href=/d>Bridge club</a></footer></body></html>
    """

  /// What the reader folds is found as it finds it, and is said to be no article.
  @Test func whatIsNoArticleIsMarked() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("page.html", Self.page)
    let found = try search("bridge", page).output.split(separator: "\n")
    let marked = found.filter { $0.contains(": [not article") }
    #expect(found.count == 5 && marked.count == 3, "\(found)")
    #expect(
      marked.first?.hasSuffix(
        "line 5 of its text: [not article: caption] The old bridge over the river in winter (Reuters)")
        == true)
    let json = try search("--json", "winter", page).output
    #expect(json.contains(#""debris":"caption""#))
    #expect(try search("--json", "mayors", page).output.contains(#""debris":null"#))
    #expect(try search("-o", "winter", page).output.hasSuffix(" of its text: winter\n"))
  }

  @Test func aTerminalSaysWhichLinesAreMeant() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("page.html", Self.page), ("note.txt", "The mayors met on the bridge.")] {
      let session = try TerminalSession(
        arguments: ["search", "mayors", try folder.write(name, text)], size: (160, 30))
      _ = try session.waitForEnd()
      let heading = try #require(session.screenText.split(separator: "\n").first { $0.contains(name) })
      #expect(heading.contains(" · lines are those of its text") == (name == "page.html"), "\(session.screenText)")
    }
  }
}
