import Glibc
import TestSupport
import Testing

/// What a person thinks of a difference, kept for the next time.
@Suite(.serialized) struct KeptRemarksTests {
  /// One sitting at the Differences view; the session ends before the next begins.
  private func sit(at library: String, _ work: (TerminalSession) throws -> Void) throws {
    let session = try TerminalSession(arguments: ["--library", library, Products.seeds], size: (120, 36))
    try session.waitFor("5 articles")
    try session.waitUntilGone("reading")
    session.send("5")
    try session.waitFor("[Differences")
    try work(session)
    _ = try session.waitForEnd()
  }

  @Test func aVerdictAndANoteAreThereNextTime() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    try sit(at: library) { session in
      session.send("a")
      try session.waitFor("Accepted")
      session.send("m")
      session.send("a note of mine" + Keys.enter)
      try session.waitFor("Noted")
      session.send("q")
    }
    try sit(at: library) { session in
      try session.waitFor("✓")
      try session.waitFor("a note of mine")
      session.send("a")
      try session.waitFor("Verdict taken away")
      session.send("q")
    }
    try sit(at: library) { session in
      try session.waitFor("a note of mine")
      #expect(!session.screenText.contains("✓"))
      session.send("q")
    }
  }

  @Test func aKillLosesNothing() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    try sit(at: library) { session in
      session.send("r")
      try session.waitFor("Rejected")
      session.signal(SIGKILL)
    }
    try sit(at: library) { session in
      try session.waitFor("✗")
      session.send("q")
    }
  }

  @Test func withoutALibraryThePersonIsTold() throws {
    let session = try TerminalSession(
      arguments: ["--library", "/proc/none/library.sqlite", Products.seeds], size: (120, 36))
    try session.waitFor("is not kept")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func aFolderThatIsNamedButNotThereIsMadeForItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    let home = folder.path + "/new/data"
    let made = try Products.run(arguments: ["library", "import"], environment: ["XDG_DATA_HOME": home])
    #expect(made.code == 0 && made.errors == "crossread: 0 annotations imported\n")
    var status = stat()
    #expect(stat(home, &status) == 0 && status.st_mode & 0o777 == 0o700)
    let refused = try Products.run(
      arguments: ["library", "import"], environment: ["XDG_DATA_HOME": "/dev/null/data"])
    #expect(refused.code == 1 && refused.errors.contains("/dev/null/data: cannot make this folder"))
  }
}
