import Foundation
import Glibc
import TestSupport
import Testing

/// What a person added, whatever happens to the program, its file and its disk.
@Suite(.serialized) struct DurabilityTests {
  private let folder: TemporaryFolder
  private var library: String { folder.path + "/library.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  /// A size that a frame of the screen does not reach, and the log of a library that was just made has passed.
  private static let full: UInt64 = 40_000

  /// A session at the Differences view of the seeds.
  private func sit() throws -> TerminalSession {
    let session = try TerminalSession(
      arguments: ["--library", library, Products.seeds], size: (120, 36),
      environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor("5 articles")
    try session.waitUntilGone("reading")
    session.send("5")
    try session.waitFor("[Differences")
    return session
  }

  /// The annotations that the library holds, as `crossread library export` prints them.
  private func kept() throws -> [String] {
    let outcome = try Products.run(arguments: ["library", "export", "--library", library])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [0, 7, 19, 40]) func aKillAtAnyMomentLosesNothingThatWasSaid(_ milliseconds: Int) throws {
    var session = try sit()
    session.send("a")
    try session.waitFor("Accepted")
    // Saving goes on while the program is killed.
    session.send(String(repeating: "s", count: 40))
    usleep(useconds_t(milliseconds * 1000))
    session.signal(SIGKILL)
    _ = try session.waitForEnd()
    #expect(try kept().count <= 1, "one difference has one verdict at most")
    session = try sit()
    #expect(!session.screenText.contains("damaged"))
    session.send("m" + "after all" + Keys.enter)
    try session.waitFor("Noted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(try kept().contains { $0.contains("after all") })
  }

  @Test func twoCopiesAtOnceBothKeepWhatTheyAdd() throws {
    let one = try sit()
    let two = try sit()
    for round in 0..<5 {
      one.send("m one\(round)" + Keys.enter)
      two.send("# two\(round)" + Keys.enter)
      try one.waitFor("one\(round)")
      try two.waitFor("two\(round)")
    }
    one.send("q")
    two.send("q")
    #expect(try one.waitForEnd() == .exited(0))
    #expect(try two.waitForEnd() == .exited(0))
    let lines = try kept()
    #expect(lines.contains { $0.contains("one0 one1 one2 one3 one4") })
    #expect((0..<5).allSatisfy { round in lines.contains { $0.contains("\"two\(round)\"") } })
  }

  @Test func aCopySeesWhatAnotherAdds() throws {
    let one = try sit()
    let two = try sit()
    one.send("a")
    try one.waitFor("Accepted")
    one.send("mto be seen" + Keys.enter)
    try one.waitFor("Noted")
    two.send("j")
    try two.waitFor("2 remarks from another copy of crossread")
    try two.waitFor("✎2")
    one.send("q")
    two.send("q")
    #expect(try one.waitForEnd() == .exited(0) && two.waitForEnd() == .exited(0))
    #expect(try kept().count == 2)
  }

  @Test func aLibraryThatCannotBeMadeAtFirstIsMadeLater() throws {
    let blocker = try folder.write("blocked", "a file")
    let path = blocker + "/library.sqlite"
    let session = try TerminalSession(
      arguments: ["--library", path, Products.seeds], size: (160, 36), environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor("What you add is not kept")
    session.send("5a")
    try session.waitFor("· not kept ·")
    try FileManager.default.removeItem(atPath: blocker)
    try session.waitFor("Kept now")
    #expect(!session.screenRow(0).contains("not kept"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let outcome = try Products.run(arguments: ["library", "export", "--library", path])
    #expect(outcome.output.contains("accepted"))
  }

  @Test func aFullDiskIsSaidAndTriedAgain() throws {
    let session = try sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.limitFiles(to: Self.full)
    session.send("mon a full disk" + Keys.enter)
    try session.waitFor("Not kept so far")
    session.send("j")
    try session.waitFor("[Differences")
    session.limitFiles(to: .max)
    try session.waitFor("Kept now")
    session.signal(SIGKILL)
    _ = try session.waitForEnd()
    #expect(try kept().contains { $0.contains("on a full disk") })
  }

  @Test func whatCouldNotBeKeptIsSaidAfterTheEnd() throws {
    let session = try sit()
    session.limitFiles(to: Self.full)
    session.send("a")
    try session.waitFor("Not kept so far")
    session.send("q")
    try session.waitFor("again quits without it")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(String(decoding: session.output, as: UTF8.self).contains("not kept: what you added last"))
  }

  @Test func aDamagedFileIsSetAsideAndANewOneBegun() throws {
    try folder.write("library.sqlite", "SQLite format 3\0" + String(repeating: "no library ", count: 900))
    let session = try sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(String(decoding: session.output, as: UTF8.self).contains("damaged"))
    #expect(FileManager.default.fileExists(atPath: library + ".damaged-1"))
    #expect(try kept().count == 1)
  }

  @Test func aFileThatIsNoLibraryIsLeftAsItIs() throws {
    let words = "# Notes\n\nNot to be lost.\n"
    try folder.write("library.sqlite", words)
    let session = try TerminalSession(
      arguments: ["--library", library, Products.seeds], size: (160, 36), environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor("What you add is not kept: \(library): no library")
    session.send("5a")
    try session.waitFor("Accepted")
    session.send("q")
    try session.waitFor("again quits without it")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let said = String(decoding: session.output, as: UTF8.self).split(separator: "\u{1B}[?1049l").last
    #expect(said?.contains("crossread: What you add is not kept: \(library): no library") == true)
    #expect(try String(contentsOfFile: library, encoding: .utf8) == words)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix("library.sqlite") && $0 != "library.sqlite" })
  }

  @Test func afterTheEndOneFileIsTheLibrary() throws {
    let session = try sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasPrefix("library") } == ["library.sqlite"])
    #expect(try kept().count == 1)
  }

  @Test func whatLiesInThePlaceOfOurOwnIsSetAside() throws {
    _ = try folder.makeFolder("crossread")
    let words = "no library"
    let place = try folder.write("crossread/library.sqlite", words)
    let session = try TerminalSession(
      arguments: [Products.seeds], size: (160, 36),
      environment: ["XDG_DATA_HOME": folder.path, "XDG_CACHE_HOME": folder.path])
    try session.waitFor("it is kept as \(place).damaged-1 and a new one begun")
    session.send("5a")
    try session.waitFor("Accepted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(try String(contentsOfFile: place + ".damaged-1", encoding: .utf8) == words)
    let export = try Products.run(arguments: ["library", "export"], environment: ["XDG_DATA_HOME": folder.path])
    #expect(export.code == 0 && export.output.contains("accepted"))
  }

  @Test func withoutALibraryNoTraceIsLeft() throws {
    let session = try TerminalSession(
      arguments: ["--no-library", Products.seeds], size: (120, 36),
      environment: ["XDG_CACHE_HOME": folder.path, "XDG_DATA_HOME": folder.path, "HOME": folder.path])
    try session.waitFor("5 articles")
    try session.waitUntilGone("reading")
    session.send("5a")
    try session.waitFor("Accepted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  // MARK: The next time

  @Test func theSameSetOpensWhereItWasLeft() throws {
    var session = try sit()
    session.send("1jj" + Keys.enter + "jjj")
    let left = session.settledText()
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    session = try TerminalSession(
      arguments: ["--library", library, Products.seeds], size: (120, 36),
      environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor("↝3")
    let rows = session.settledText().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(Array(rows) == Array(left.split(separator: "\n", omittingEmptySubsequences: false).dropLast()))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func anArticleThatChangesIsReadAgain() throws {
    let articles = try folder.makeFolder("articles")
    try folder.write("articles/a.txt", "The port is open\nMayor Ada Quill said the port is open.\n")
    try folder.write("articles/b.txt", "The port is closed\nMayor Ada Quill said the port is closed.\n")
    for (added, expected) in [("", "Quill"), ("Union leader Tomas Brandt said nothing at all.\n", "Tomas Brandt")] {
      if !added.isEmpty { try folder.write("articles/b.txt", "The port\n\(added)") }
      for _ in 0..<2 {
        let session = try TerminalSession(
          arguments: ["--library", library, articles], size: (120, 36), environment: ["XDG_CACHE_HOME": folder.path])
        try session.waitFor("2 articles")
        try session.waitFor(expected)
        session.send("q")
        #expect(try session.waitForEnd() == .exited(0))
      }
    }
  }

  // MARK: Carried elsewhere

  @Test func everyKindIsCarriedToAnotherLibrary() throws {
    let kinds = [
      ("verdict", "accepted"), ("note", "with \\\"quotes\\\", a\\ttab and Ж"), ("tag", "quay"), ("bookmark", ""),
      ("speaker", "Ada Quill"), ("speaker", ""), ("actor-name", "A. Quill"), ("same-actor", ""), ("other-actor", ""),
      ("outlet", "Coast Wire"), ("published", "2024-03-03"),
    ]
    let anchor =
      "{\"hash\":\"0123456789abcdef0123456789abcdef\",\"path\":\"news/a.txt\",\"start\":3,\"end\":9,"
      + "\"words\":\"the “w”\",\"before\":\"in\",\"after\":\"out\"}"
    let lines = kinds.enumerated().map { number, kind in
      let digits = String(repeating: "0", count: 30) + "\(10 + number)"
      return "{\"id\":\"\(digits)\",\"made\":\(1_700_000_000 + number),\"kind\":\"\(kind.0)\",\"value\":\"\(kind.1)\","
        + "\"anchors\":[\(anchor),\(anchor)]}"
    }
    let text = lines.joined(separator: "\n") + "\n"
    let imported = try Products.run(arguments: ["library", "import", "--library", library], input: text)
    #expect(imported.code == 0 && imported.errors.contains("11 annotations imported"))
    #expect(try kept() == lines)
    let other = folder.path + "/other.sqlite"
    _ = try Products.run(
      arguments: ["library", "import", "--library", other], input: try kept().joined(separator: "\n"))
    let again = try Products.run(arguments: ["library", "export", "--library", other])
    #expect(again.output == text)
  }

  @Test func reportsShowWhatWasAddedWhereTheyAreAsked() throws {
    let session = try sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.send("mcheck the source" + Keys.enter)
    try session.waitFor("Noted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let plain = try Products.run(arguments: ["report", Products.seeds])
    #expect(!plain.output.contains("check the source"))
    let report = try Products.run(arguments: ["report", "--library", library, Products.seeds])
    #expect(report.output.contains("✎ note: check the source") && report.output.contains("✓ verdict: accepted"))
    let analysis = try Products.run(arguments: ["analyze", "--library", library, Products.seeds])
    #expect(analysis.output.contains("\"remark\":{\"verdict\":\"accepted\",\"note\":\"check the source\""))
  }

  @Test func aPartIsExportedFromInside() throws {
    let path = folder.path + "/out.csv"
    let session = try sit()
    session.send("e" + Keys.enter)
    try session.waitFor("Write to")
    session.send(Keys.control("u") + path + Keys.enter)
    try session.waitFor("Written")
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.hasPrefix("record,pair,relation,") && first.contains("disagreement,1,"))
    session.send("e" + Keys.enter)
    try session.waitFor("Write to")
    session.send(Keys.control("u") + path + Keys.enter)
    try session.waitFor("is there already")
    session.send("no" + Keys.enter)
    try session.waitFor("Nothing was written")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    // What is wrong is said, and the path is there to be mended.
    session.send("e" + Keys.enter)
    try session.waitFor("Write to")
    session.send(Keys.control("u") + folder.path + "/out.pdf" + Keys.enter)
    try session.waitFor("“.pdf” is no form")
    session.send(Keys.backspace + Keys.backspace + Keys.backspace + "md" + Keys.enter)
    try session.waitFor("Written: \(folder.path)/out.md, markdown")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.pdf"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }
}
