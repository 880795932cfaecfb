import TestSupport
import Testing

/// Sessions with the seeds over one library file of their own.
struct LibrarySitting {
  let folder: TemporaryFolder
  var library: String { folder.path + "/library.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  /// A session at the Differences view of the seeds, or of other articles, with the list that was open there last.
  func sit(_ path: String = Products.seeds, at list: String = "Differences") throws -> TerminalSession {
    let session = try TerminalSession(
      arguments: ["--library", library, path], size: (120, 36), environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor(" articles")
    try session.waitUntilGone("reading")
    session.send("5")
    try session.waitFor("[\(list)")
    return session
  }

  /// Quits. On a machine with much to do what was added last may not be on the disk yet, and the program asks: it is asked
  /// again once the first line says no more that something is not kept.
  func leave(_ session: TerminalSession) throws {
    session.send("q")
    if try session.waitForEnd(orWords: "again quits without it") == nil {
      try session.waitUntil("all to be kept") { !$0.prefix { $0 != "\n" }.contains("not kept") }
      session.send("q")
    }
    let ending = try session.waitForEnd()
    #expect(ending == .exited(0))
  }

  /// Waits until the library holds so many annotations, and gives them.
  func wait(forKept count: Int) throws -> [String] {
    let start = ContinuousClock.now
    var lines = try kept()
    while lines.count != count, ContinuousClock.now - start < TerminalSession.bound { lines = try kept() }
    return lines
  }

  /// The annotations that the library holds, as `crossread library export` prints them.
  func kept() throws -> [String] {
    let outcome = try Products.run(arguments: ["library", "export", "--library", library])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
