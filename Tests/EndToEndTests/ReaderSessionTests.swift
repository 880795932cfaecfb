import Glibc
import TestSupport
import Testing

/// The reader as a person uses it, in a real terminal.
@Suite(.serialized) struct ReaderSessionTests {
  private static let outlets = [("Harbour Post", "north"), ("Coast Wire", "south")]

  /// Two long articles about one meeting; the last paragraph of each names its own light.
  private static func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (index, (outlet, side)) in outlets.enumerated() {
      var text = "Dockers and mayor meet on the \(side) quay\n\nLORNE, 3 March 2024 (\(outlet)) - Mayor Ada Quill met "
      text += "union leader Tomas Brandt on Sunday. “We are \(index == 0 ? "" : "not ")ready,” Brandt said.\n\n"
      for number in 1...40 { text += "The \(side) report has a paragraph with the number \(number) in it.\n\n" }
      text += "At the end of it all stands the \(side) lighthouse, 漢字.\n"
      try folder.write("\(index)-\(side).txt", text)
    }
    return folder
  }

  private func open(
    _ folder: TemporaryFolder, size: (columns: Int, rows: Int) = (100, 30), environment: [String: String] = [:]
  ) throws -> TerminalSession {
    let session = try TerminalSession(arguments: [folder.path], size: size, environment: environment)
    try session.waitFor("2 articles")
    try session.waitUntilGone("reading")
    return session
  }

  private func quit(_ session: TerminalSession) throws {
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }

  @Test func opensMovesAndQuits() throws {
    let session = try open(try Self.articles())
    session.send(Keys.enter)
    try session.waitFor("Mayor Ada Quill met")
    session.send("G")
    try session.waitFor("north lighthouse, 漢字.")
    session.send("g")
    try session.waitUntilGone("lighthouse")
    session.send(Keys.pageDown)
    try session.waitUntilGone("Mayor Ada Quill met")
    try quit(session)
  }

  @Test func searchesAcrossArticlesAsOneTypes() throws {
    let session = try open(try Self.articles())
    session.send("/southlight")
    try session.waitFor("/southlight")
    session.send(Keys.control("u") + "south lighthouse")
    try session.waitFor("1/1")
    try session.waitFor("stands the south lighthouse")
    session.send(Keys.enter)
    session.settledText()
    try quit(session)
  }

  @Test func comparesSideBySide() throws {
    let session = try open(try Self.articles(), size: (120, 36))
    session.send("2")
    try session.waitUntil("both titles") { $0.contains("on the north quay") && $0.contains("on the south quay") }
    session.send("x")
    try session.waitUntil("the sides swapped") { screen in
      guard let north = screen.firstRange(of: "north quay"), let south = screen.firstRange(of: "south quay") else {
        return false
      }
      return south.lowerBound < north.lowerBound
    }
    try quit(session)
  }

  @Test func helpListsTheKeysAndEscapeLeavesIt() throws {
    let session = try open(try Self.articles())
    session.send("?")
    try session.waitFor("Next pane")
    session.send(Keys.escape)
    try session.waitUntilGone("Next pane")
    try quit(session)
  }

  @Test func keysOnACyrillicLayoutReachTheSameActions() throws {
    let session = try open(try Self.articles())
    session.send(Keys.enter)
    try session.waitFor("Mayor Ada Quill met")
    session.send("П")
    try session.waitFor("north lighthouse")
    session.send("й")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func aStormOfSizesKeepsThePlace() throws {
    let session = try open(try Self.articles())
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
    try quit(session)
  }

  @Test func stoppingAndContinuingKeepsTheScreen() throws {
    let session = try open(try Self.articles())
    session.send(Keys.enter + "G")
    try session.waitFor("north lighthouse")
    let before = session.settledText()
    try session.suspend()
    #expect(session.unrestored == [])
    session.resume()
    try session.waitFor("north lighthouse")
    #expect(session.settledText() == before)
    try quit(session)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT])
  func everySignalRestoresTheTerminal(number: Int32) throws {
    let session = try open(try Self.articles())
    session.signal(number)
    #expect(try session.waitForEnd() == .signalled(number))
    #expect(session.unrestored == [])
  }

  @Test func controlCQuits() throws {
    let session = try open(try Self.articles())
    session.send("/abc" + Keys.control("c"))
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }

  @Test func aClosedTerminalEndsTheReader() throws {
    let session = try open(try Self.articles())
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
    try quit(session)
  }

  @Test func withoutATerminalTypeTheReportIsPrinted() throws {
    let folder = try Self.articles()
    for (name, message) in [("", "TERM is not set"), ("no-such-terminal", "unknown terminal type")] {
      let session = try TerminalSession(arguments: [folder.path], size: (120, 50), environment: ["TERM": name])
      #expect(try session.waitForEnd() == .exited(0))
      #expect(String(decoding: session.output, as: UTF8.self).contains("crossread: \(message)"))
      #expect(String(decoding: session.output, as: UTF8.self).contains("2 articles"))
      #expect(session.unrestored == [])
    }
  }

  @Test func monochromeAndNarrowTerminalsAreServed() throws {
    let folder = try Self.articles()
    for environment in [["NO_COLOR": "1"], ["TERM": "vt100"]] {
      let session = try open(folder, size: (80, 24), environment: environment)
      session.settledText()
      #expect(!session.isColored)
      #expect(session.hasAttributes)
      try quit(session)
    }
  }

  @Test func theSeedsAreRead() throws {
    let session = try TerminalSession(arguments: [Products.seeds], size: (120, 36))
    try session.waitFor("Lukashenko")
    try session.waitFor("5 articles")
    session.send("n")
    session.settledText()
    try quit(session)
  }
}
