import Foundation
import Glibc
import TestSupport
import Testing

/// What a person added, whatever happens to the program, its file and its disk.
@Suite(.serialized) struct DurabilityTests {
  private let sitting: LibrarySitting
  private var folder: TemporaryFolder { sitting.folder }
  private var library: String { sitting.library }

  init() throws { sitting = try LibrarySitting() }

  /// A size that a frame of the screen does not reach, and the log of a library that was just made has passed.
  private static let full: UInt64 = 40_000

  @Test(arguments: [0, 7, 19, 40]) func aKillAtAnyMomentLosesNothingThatWasSaid(_ milliseconds: Int) throws {
    var session = try sitting.sit()
    session.send("a")
    try session.waitFor("Accepted")
    // Saving goes on while the program is killed.
    session.send(String(repeating: "s", count: 40))
    usleep(useconds_t(milliseconds * 1000))
    session.signal(SIGKILL)
    _ = try session.waitForEnd()
    #expect(try sitting.kept().count <= 1, "one difference has one verdict at most")
    session = try sitting.sit()
    #expect(!session.screenText.contains("damaged"))
    session.send("m" + "after all" + Keys.enter)
    try session.waitFor("Noted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(try sitting.kept().contains { $0.contains("after all") })
  }

  @Test func aLibraryThatCannotBeMadeAtFirstIsMadeLater() throws {
    let blocker = try folder.write("blocked", "a file")
    let path = blocker + "/library.sqlite"
    let session = try TerminalSession(
      arguments: ["--library", path, Products.seeds], size: (160, 36), environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor("What you add is not kept")
    session.send("5a")
    try session.waitFor("· not kept")
    try FileManager.default.removeItem(atPath: blocker)
    try session.waitFor("Kept now")
    #expect(!session.screenRow(0).contains("not kept"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let outcome = try Products.run(arguments: ["library", "export", "--library", path])
    #expect(outcome.output.contains("accepted"))
  }

  @Test func aFullDiskIsSaidAndTriedAgain() throws {
    let session = try sitting.sit()
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
    #expect(try sitting.kept().contains { $0.contains("on a full disk") })
  }

  @Test func whatCouldNotBeKeptIsSaidAfterTheEnd() throws {
    let session = try sitting.sit()
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
    let session = try sitting.sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(String(decoding: session.output, as: UTF8.self).contains("damaged"))
    #expect(FileManager.default.fileExists(atPath: library + ".damaged-1"))
    #expect(try sitting.kept().count == 1)
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
    let session = try sitting.sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasPrefix("library") } == ["library.sqlite"])
    #expect(try sitting.kept().count == 1)
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
    var session = try sitting.sit()
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
}
