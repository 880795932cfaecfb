import Glibc
import Testing

/// The Terminal room in a real terminal, through a program that shows what it reports.
@Suite(.serialized) struct TerminalRoomTests {
  private func probe(
    size: (columns: Int, rows: Int) = (80, 24), environment: [String: String] = [:], isHushed: Bool = false
  ) throws -> TerminalSession {
    let session = try TerminalSession("TerminalProbe", size: size, environment: environment, isHushed: isHushed)
    try session.waitFor("probe \(size.columns)×\(size.rows)")
    return session
  }

  @Test func everyCellIsWhereItBelongs() throws {
    let session = try probe()
    let rows = session.settledText().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == 24)
    #expect(rows[0] == "╭ probe 80×24 " + String(repeating: "─", count: 65) + "╮")
    #expect(rows[1].hasPrefix("│ wide 漢字 e\u{301} ␛[31m end"))
    #expect(rows[23] == "╰" + String(repeating: "─", count: 78) + "▏")
    #expect(!session.isCursorShown)
  }

  @Test func keysPasteAndMouseArrive() throws {
    let session = try probe()
    session.send(Keys.up + "ж" + Keys.control("a") + "\u{1B}[15~")
    try session.waitFor("function(5)")
    session.send(Keys.escape)
    try session.waitFor("escape")
    session.paste("two\nlines")
    try session.waitFor("paste(\"two\\nlines\")")
    session.click(row: 4, column: 9)
    try session.waitFor("release at 4, 9")
    let text = session.screenText
    for shown in ["up", "ж", "control(\"a\")", "press at 4, 9"] { #expect(text.contains(shown)) }
    session.send("p")
    try session.waitFor("posted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }

  @Test func aStormOfSizesEndsAtTheLast() throws {
    let session = try probe()
    for step in 0..<60 {
      session.resize(columns: 20 + step * 37 % 140, rows: 1 + step * 13 % 50)
    }
    session.resize(columns: 40, rows: 10)
    try session.waitFor("probe 40×10")
    let rows = session.settledText().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == 10)
    #expect(String(rows[9]) == "╰" + String(repeating: "─", count: 38) + "▏")
    session.resize(columns: 120, rows: 36)
    try session.waitFor("probe 120×36")
  }

  @Test func stoppingGivesTheTerminalBackAndContinuingTakesIt() throws {
    let session = try probe()
    let before = session.settledText()
    try session.suspend()
    #expect(session.unrestored == [])
    session.resume()
    try session.waitFor("resumed")
    #expect(session.settledText().hasPrefix(String(before.prefix(60))))
    session.send("M")
    try session.waitFor("\"M\"")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }

  @Test func aStopThatCannotBeCaughtIsSurvived() throws {
    let session = try probe()
    session.signal(SIGSTOP)
    try session.waitUntil("the stop") { _ in session.isStopped }
    session.resume()
    try session.waitFor("resumed")
    session.send("k")
    try session.waitFor("\"k\"")
  }

  @Test(arguments: ReaderSession.deadlySignals)
  func everySignalRestoresTheTerminalAndEndsTheProgram(number: Int32) throws {
    let session = try probe()
    session.signal(number)
    #expect(try session.waitForEnd() == .signalled(number))
    #expect(session.unrestored == [])
  }

  @Test func aTrapRestoresTheTerminalAndPrintsItsReason() throws {
    let session = try probe()
    session.send("!")
    guard case .signalled(let number) = try session.waitForEnd() else {
      Issue.record("the program did not trap")
      return
    }
    #expect(number == SIGILL || number == SIGTRAP)
    #expect(session.unrestored == [])
  }

  @Test(arguments: [false, true])
  func aClosedTerminalEndsTheProgram(isHushed: Bool) throws {
    let session = try probe(isHushed: isHushed)
    session.hangUp()
    let ending = try session.waitForEnd()
    // The end of input may be seen before the signal.
    #expect(ending == .exited(0) || !isHushed && ending == .signalled(SIGHUP))
  }

  @Test func withoutColourAttributesAreLeft() throws {
    for environment in [["NO_COLOR": "1"], ["TERM": "vt100"]] {
      let session = try probe(environment: environment)
      session.settledText()
      #expect(!session.isColored)
      #expect(session.hasAttributes)
    }
    let session = try probe()
    session.settledText()
    #expect(session.isColored)
  }

  @Test func aLocaleWithoutUTF8IsNoHindrance() throws {
    let session = try probe(environment: ["LANG": "C", "LC_ALL": "POSIX"])
    #expect(session.settledText().contains("漢字"))
  }

  @Test(arguments: [
    ("", "TERM is not set"), ("no-such-terminal", "unknown terminal type “no-such-terminal”"),
    ("dumb", "cannot show full-screen programs"),
  ])
  func aTerminalThatCannotIsToldInOneLine(name: String, message: String) throws {
    let session = try TerminalSession("TerminalProbe", environment: ["TERM": name])
    #expect(try session.waitForEnd() == .exited(1))
    #expect(session.screenText.contains(message))
    #expect(session.unrestored == [])
  }

  @Test func copyingSendsTheClipboardSequence() throws {
    let session = try probe()
    session.send("y")
    try session.waitFor("\"y\"")
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.contains("\u{1B}]52;c;Y29waWVkIOKAmHRleHTigJk=\u{7}"))
  }

  @Test func aLightBackgroundGetsTheLightTheme() throws {
    let session = try probe()
    session.settledText()
    let question = String(decoding: session.output, as: UTF8.self)
    #expect(question.contains("\u{1B}]11;?\u{1B}\\"))
    #expect(question.contains("38;5;114") && !question.contains("38;5;22m"))
    session.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\k")
    try session.waitFor("\"k\"")
    #expect(String(decoding: session.output, as: UTF8.self).contains("38;5;22m"))
  }

  @Test func aFloodOfKeysIsDrawnInAFewFrames() throws {
    let session = try probe()
    session.settledText()
    let before = session.output.count
    session.send(String(repeating: "x", count: 2000) + "z")
    try session.waitFor("\"z\"")
    #expect(session.output.count - before < 60_000)
  }
}
