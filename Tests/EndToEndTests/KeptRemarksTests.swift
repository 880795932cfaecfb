import Glibc
import TestSupport
import Testing

/// What a person thinks of a difference, kept for the next time.
@Suite(.serialized) struct KeptRemarksTests {
  private func open(_ library: String) throws -> TerminalSession {
    let session = try TerminalSession(arguments: ["--library", library, Products.seeds], size: (120, 36))
    try session.waitFor("5 articles")
    try session.waitUntilGone("reading")
    session.send("5")
    try session.waitFor("[Differences")
    return session
  }

  @Test func aVerdictAndANoteAreThereNextTime() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    var session = try open(library)
    session.send("a")
    try session.waitFor("accepted")
    session.send("m")
    session.send("a note of mine" + Keys.enter)
    try session.waitFor("Noted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    session = try open(library)
    try session.waitFor("✓")
    try session.waitFor("a note of mine")
    session.send("a")
    try session.waitFor("Verdict taken away")
    session.send("q")
    _ = try session.waitForEnd()
    session = try open(library)
    try session.waitFor("a note of mine")
    #expect(!session.screenText.contains("✓"))
    session.send("q")
    _ = try session.waitForEnd()
  }

  @Test func aKillLosesNothing() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    var session = try open(library)
    session.send("r")
    try session.waitFor("rejected")
    session.signal(SIGKILL)
    _ = try session.waitForEnd()
    session = try open(library)
    try session.waitFor("✗")
    session.send("q")
    _ = try session.waitForEnd()
  }

  @Test func withoutALibraryThePersonIsTold() throws {
    let session = try TerminalSession(
      arguments: ["--library", "/proc/none/library.sqlite", Products.seeds], size: (120, 36))
    try session.waitFor("are not kept")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }
}
