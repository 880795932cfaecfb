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

  /// The annotations that the library holds, as `crossread library export` prints them.
  func kept() throws -> [String] {
    let outcome = try Products.run(arguments: ["library", "export", "--library", library])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
