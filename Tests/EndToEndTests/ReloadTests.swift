import TestSupport
import Testing

/// Files that change while they are read.
@Suite(.serialized) struct ReloadTests {
  private func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "The port is open\n\nMayor Ada Quill said on Sunday that the port is open again.\n")
    try folder.write("b.txt", "The port is shut\n\nMayor Ada Quill said on Sunday that the port is not open.\n")
    // It changes the article, as a person would.
    try folder.write("editor", "echo 'A line was added at the end.' >> \"$1\"\n")
    return folder
  }

  private func open(_ folder: TemporaryFolder, _ options: [String]) throws -> TerminalSession {
    let session = try TerminalSession(
      arguments: options + [folder.path + "/a.txt", folder.path + "/b.txt"], size: (120, 36),
      environment: ["XDG_CACHE_HOME": folder.path, "EDITOR": "/bin/sh \(folder.path)/editor {file}"])
    try session.waitFor("2 articles")
    try session.waitUntilGone("reading")
    return session
  }

  @Test(arguments: [true, false]) func whatTheEditorChangedIsReadAnew(_ hasLibrary: Bool) throws {
    let folder = try articles()
    let session = try open(folder, hasLibrary ? ["--library", folder.path + "/library.sqlite"] : ["--no-library"])
    session.send("9Gmmine" + Keys.enter)
    try session.waitFor("✎1")
    session.send("v")
    try session.waitFor("Read anew")
    try session.waitFor("A line was added")
    try session.waitFor("✎1")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func aKeyReadsTheFilesAnew() throws {
    let folder = try articles()
    let session = try open(folder, ["--library", folder.path + "/library.sqlite"])
    try folder.write("b.txt", "The port is shut\n\nNobody knows when it opens, the harbour office said.\n")
    session.send("9j:reload" + Keys.enter)
    try session.waitFor("Read anew")
    session.send("6G")
    try session.waitFor("Nobody knows when it opens")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }
}
