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

  @Test func aNameThatIsSplitOffKeepsItsQuotesTheNextTime() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    let split = "Zelensky ±         6    2  ≠1"
    try sit(at: library) { session in
      session.send("1" + Keys.tab + "fzelensky" + Keys.enter + "j")
      try session.waitFor("Vladimir Zelens…  11    3  ≠1")
      session.send("%zelensky" + Keys.enter)
      try session.waitFor(split)
      try session.waitFor("Vladimir Zelens…   5    1     ")
      session.send("u")
      try session.waitFor("Vladimir Zelens…  11    3  ≠1")
      session.send(Keys.control("r"))
      try session.waitFor(split)
      session.send("q")
    }
    let session = try TerminalSession(arguments: ["--library", library, Products.seeds], size: (120, 36))
    try session.waitFor(split)
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
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

  @Test func remarksOutlastAnEditAndAMoveAtOnce() throws {
    let folder = try TemporaryFolder()
    let library = folder.path + "/library.sqlite"
    _ = try folder.makeFolder("set")
    let words =
      "The port is open\n\nMayor Ada Quill said on Sunday that the port is open, and that ships come in again.\n"
    try folder.write("set/a.txt", words)
    func open(_ path: String, _ work: (TerminalSession) throws -> Void) throws {
      let session = try TerminalSession(
        arguments: ["--library", library, path], size: (120, 36), environment: ["XDG_CACHE_HOME": folder.path])
      try session.waitFor("1 article")
      try session.waitUntilGone("reading")
      try work(session)
      session.send("q")
      #expect(try session.waitForEnd() == .exited(0))
    }
    try open(folder.path + "/set") { session in
      session.send("ma note of mine" + Keys.enter)
      try session.waitFor("Noted")
    }
    _ = try folder.makeFolder("moved")
    try folder.write("moved/b.txt", "One line more.\n\n" + words)
    try open(folder.path + "/moved") { try $0.waitFor("✎1") }
    // Another article of that name has nothing to do with it.
    _ = try folder.makeFolder("other")
    try folder.write(
      "other/a.txt", "Trains run late\n\nThe railway said that snow has closed two lines in the north.\n")
    try open(folder.path + "/other") { session in
      let first = session.settledText().prefix { $0 != "\n" }
      #expect(!first.contains("✎") && !first.contains("lost") && !first.contains("elsewhere"))
    }
  }

  @Test func withoutALibraryThePersonIsTold() throws {
    let session = try TerminalSession(
      arguments: ["--library", "/proc/none/library.sqlite", Products.seeds], size: (120, 36))
    try session.waitFor("is not kept")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  /// A service has no home: what it adds is not thrown away without a word.
  @Test(arguments: ["", "/nonexistent/home", "relative"]) func withoutAHomeThePersonIsToldAndAsked(_ home: String)
    throws
  {
    let session = try TerminalSession(
      arguments: [Products.seeds], size: (120, 36), environment: ["HOME": home, "XDG_DATA_HOME": ""])
    try session.waitFor("What you add is not kept")
    try session.waitFor("no place for a library")
    session.send("na")
    try session.waitFor("Accepted")
    try session.waitUntil("the first line to say so") { $0.prefix { $0 != "\n" }.contains("not kept") }
    session.send("q")
    try session.waitFor("again quits without it")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let export = try Products.run(arguments: ["library", "export"], environment: ["HOME": home])
    #expect(
      export.code == 1 && export.errors.contains(home.hasPrefix("/") ? "this HOME is not there" : "HOME: not set"))
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
