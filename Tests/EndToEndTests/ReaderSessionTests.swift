import Glibc
import TestSupport
import Testing

/// The reader as a person uses it, in a real terminal.
@Suite(.serialized) struct ReaderSessionTests {
  @Test func opensMovesAndQuits() throws {
    let session = try ReaderSession.open()
    session.send(Keys.enter)
    try session.waitFor("Mayor Ada Quill met")
    session.send("G")
    try session.waitFor("north lighthouse, 漢字.")
    session.send("g")
    try session.waitUntilGone("lighthouse")
    session.send(Keys.pageDown)
    try session.waitUntilGone("Mayor Ada Quill met")
    try ReaderSession.quit(session)
  }

  /// An editor would begin another article of that name.
  @Test func aFileThatIsGoneIsNotOpenedAnew() throws {
    let folder = try ReaderSession.articles()
    let session = try ReaderSession.open(folder, environment: ["EDITOR": "/bin/touch"])
    let path = folder.path + "/0-north.txt"
    #expect(unlink(path) == 0)
    session.send("v")
    try session.waitFor("is not there any more")
    try ReaderSession.quit(session)
    #expect(access(path, F_OK) != 0)
  }

  @Test func searchesAcrossArticlesAsOneTypes() throws {
    let session = try ReaderSession.open()
    session.send("/southlight")
    try session.waitFor("/southlight")
    session.send(Keys.control("u") + "south lighthouse")
    try session.waitFor("1/1")
    try session.waitFor("stands the south lighthouse")
    session.send(Keys.enter)
    session.settledText()
    try ReaderSession.quit(session)
  }

  @Test func whatCannotBeReadIsSaidAtTheStart() throws {
    let folder = try ReaderSession.articles()
    try folder.write("2-empty.txt", "")
    try folder.write("3-picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0, 0, 7])
    // What was read before says so again.
    for _ in 0..<2 {
      let session = try TerminalSession(arguments: [folder.path], size: (160, 30))
      try session.waitFor("Could not read \(folder.path)/2-empty.txt: ")
      try session.waitFor(" · 1 more could not be read")
      session.send("q")
      #expect(try session.waitForEnd() == .exited(1))
    }
  }

  @Test func comparesSideBySide() throws {
    let session = try ReaderSession.open(size: (120, 36))
    session.send("2")
    try session.waitUntil("both titles") { $0.contains("on the north quay") && $0.contains("on the south quay") }
    session.send("x")
    try session.waitUntil("the sides swapped") { screen in
      guard let north = screen.firstRange(of: "north quay"), let south = screen.firstRange(of: "south quay") else {
        return false
      }
      return south.lowerBound < north.lowerBound
    }
    try ReaderSession.quit(session)
  }

  @Test func helpListsTheKeysAndEscapeLeavesIt() throws {
    let session = try ReaderSession.open()
    session.send("?")
    try session.waitFor("Next pane")
    session.send(Keys.escape)
    try session.waitUntilGone("Next pane")
    try ReaderSession.quit(session)
  }

  @Test func keysOnACyrillicLayoutReachTheSameActions() throws {
    let session = try ReaderSession.open()
    session.send(Keys.enter)
    try session.waitFor("Mayor Ada Quill met")
    session.send("П")
    try session.waitFor("north lighthouse")
    session.send("й")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func aStormOfSizesKeepsThePlace() throws {
    let session = try ReaderSession.open()
    session.send(Keys.enter + "G")
    try session.waitFor("north lighthouse")
    for step in 0..<40 {
      session.resize(columns: 30 + step * 37 % 130, rows: 5 + step * 13 % 45)
    }
    session.resize(columns: 40, rows: 10)
    try session.waitFor("lighthouse")
    session.resize(columns: 12, rows: 3)
    session.settledText()
    session.resize(columns: 100, rows: 30)
    try session.waitFor("north lighthouse")
    try ReaderSession.quit(session)
  }

  @Test func stoppingAndContinuingKeepsTheScreen() throws {
    let session = try ReaderSession.open()
    session.send(Keys.enter + "G")
    try session.waitFor("north lighthouse")
    let before = session.settledText()
    try session.suspend()
    #expect(session.unrestored == [])
    session.resume()
    try session.waitFor("north lighthouse")
    #expect(session.settledText() == before)
    try ReaderSession.quit(session)
  }

  @Test(arguments: ReaderSession.deadlySignals)
  func everySignalRestoresTheTerminal(number: Int32) throws {
    let folder = try ReaderSession.articles()
    let session = try TerminalSession(arguments: [folder.path])
    try session.waitFor("2 articles")
    session.signal(number)
    #expect(try session.waitForEnd() == .signalled(number))
    #expect(session.unrestored == [])
  }

  @Test func controlCLeavesWhatIsTypedAndThenTheProgram() throws {
    let session = try ReaderSession.open()
    session.send("mhalf a note")
    try session.waitFor("half a note")
    session.send(Keys.control("c"))
    #expect(!session.settledText().contains("half a note"))
    session.send("m" + Keys.up)
    try session.waitFor("half a note")
    session.send(Keys.control("c") + Keys.control("c"))
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }

  @Test func aClosedTerminalEndsTheReader() throws {
    let session = try ReaderSession.open()
    session.hangUp()
    let ending = try session.waitForEnd()
    #expect(ending == .exited(0) || ending == .signalled(SIGHUP))
  }

  @Test func hostileTextIsShownAsMarks() throws {
    let folder = try TemporaryFolder()
    let hostile =
      "Talks \u{1B}[31mred\u{1B}[0m go on\n\nLORNE. The mayor said on Friday\u{202E} that talks \u{9B}2Jgo on.\u{7}\n"
    try folder.write("na\u{1B}[2Jme.txt", hostile)
    let session = try TerminalSession(arguments: [folder.path])
    try session.waitFor("␛[31m")
    session.send(Keys.enter)
    try session.waitFor("Friday⇄ that talks ␦2Jgo on.␇")
    try ReaderSession.quit(session)
  }

  @Test func withoutATerminalTypeTheReportIsPrinted() throws {
    let folder = try ReaderSession.articles()
    for (name, message) in [("", "TERM is not set"), ("no-such-terminal", "unknown terminal type")] {
      let session = try TerminalSession(arguments: [folder.path], size: (120, 50), environment: ["TERM": name])
      #expect(try session.waitForEnd() == .exited(0))
      #expect(String(decoding: session.output, as: UTF8.self).contains("crossread: \(message)"))
      #expect(String(decoding: session.output, as: UTF8.self).contains("2 articles"))
      #expect(session.unrestored == [])
    }
  }

  @Test func monochromeAndNarrowTerminalsAreServed() throws {
    let folder = try ReaderSession.articles()
    for environment in [["NO_COLOR": "1"], ["TERM": "vt100"]] {
      let session = try ReaderSession.open(folder, size: (80, 24), environment: environment)
      session.settledText()
      #expect(!session.isColored)
      #expect(session.hasAttributes)
      try ReaderSession.quit(session)
    }
  }

  @Test func theSeedsAreRead() throws {
    let session = try TerminalSession(arguments: [Products.seeds], size: (120, 36))
    try session.waitFor("Lukashenko")
    try session.waitFor("5 articles")
    session.send("n")
    session.settledText()
    try ReaderSession.quit(session)
  }
}
