import Glibc
import TestSupport
import Testing

/// What a person, a hand on a mouse, a clipboard and a terminal can do to the reader, in a real terminal.
@Suite(.serialized) struct ReaderInputTests {
  @Test func aClickSelectsOpensAndChangesTheView() throws {
    let session = try ReaderSession.open(size: (120, 36))
    try session.waitFor("5 Differences")
    session.click(row: 0, column: session.screenRow(0).column(of: "3 Matrix"))
    try session.waitFor("Who gets to speak")
    session.click(row: 0, column: session.screenRow(0).column(of: "1 Read"))
    try session.waitFor("Quotes · this article")
    let row = try #require((0..<12).first { session.screenRow($0).contains("  Coast Wire") })
    session.click(row: row, column: 6)
    try session.waitFor("Dockers and mayor meet on the south quay")
    session.click(row: row, column: 6)
    session.send("G")
    try session.waitFor("south lighthouse")
    try ReaderSession.quit(session)
  }

  @Test func theWheelScrollsWhatItIsOver() throws {
    let session = try ReaderSession.open(size: (120, 36))
    for _ in 0..<60 { session.send("\u{1B}[<65;70;8M") }
    try session.waitFor("north lighthouse")
    for _ in 0..<60 { session.send("\u{1B}[<64;70;8M") }
    try session.waitFor("Mayor Ada Quill met")
    try ReaderSession.quit(session)
  }

  @Test func aDividerFollowsTheMouse() throws {
    let session = try ReaderSession.open(size: (120, 36))
    let before = session.screenRow(1).column(of: "╮")
    session.send("\u{1B}[<0;\(before + 1);10M\u{1B}[<32;\(before + 5);10M\u{1B}[<32;\(before + 9);11M")
    session.send("\u{1B}[<0;\(before + 9);11m")
    try session.waitUntil("the wider side") { _ in session.screenRow(1).column(of: "╮") == before + 8 }
    session.send("=")
    try session.waitUntil("the usual side") { _ in session.screenRow(1).column(of: "╮") == before }
    try ReaderSession.quit(session)
  }

  @Test func aFloodOfPastedTextIsTakenWhereOneTypesAndNowhereElse() throws {
    let session = try ReaderSession.open()
    let flood = String(repeating: "quit\r\nG\u{1B}[2J южный 漢字 ", count: 8_000)
    session.paste(flood)
    try session.waitFor("Pasted text is taken where you type")
    session.send("/")
    session.paste(flood)
    try session.waitFor("Not pasted: it has")
    session.paste(String(flood.prefix(20_000)))
    try session.waitFor("in no article")
    session.send(Keys.control("u") + "north lighthouse")
    try session.waitFor("1/1 in")
    session.send(Keys.escape)
    session.settledText()
    try ReaderSession.quit(session)
  }

  @Test func aFloodOfKeysEndsWhereItShould() throws {
    let session = try ReaderSession.open()
    session.send(Keys.enter)
    session.send(String(repeating: "j", count: 4_000))
    try session.waitFor("north lighthouse")
    session.send(String(repeating: "k", count: 4_000) + "?")
    try session.waitFor("Keys in Article")
    session.send(Keys.escape + "/")
    session.settledText()
    session.send(Keys.escape)
    try session.waitFor("Mayor Ada Quill met")
    try ReaderSession.quit(session)
  }

  @Test func stoppingWhileOneTypesKeepsWhatWasTyped() throws {
    let session = try ReaderSession.open()
    session.send("/north light")
    try session.waitFor("/north light")
    try session.suspend()
    #expect(session.unrestored == [])
    session.resize(columns: 60, rows: 20)
    session.resume()
    try session.waitFor("/north light")
    session.send("house" + Keys.enter)
    try session.waitFor("north lighthouse")
    try ReaderSession.quit(session)
  }

  @Test func sizesKeysAndMouseTogetherLeaveAWholeScreen() throws {
    let session = try ReaderSession.open()
    for step in 0..<60 {
      session.resize(columns: 20 + step * 53 % 150, rows: 2 + step * 29 % 60)
      session.send(["2", "3", "4", "5j", "z", "\t", "1\t\t", "t", ">", "n"][step % 10])
      session.send("\u{1B}[<0;\(1 + step % 80);\(1 + step % 24)M\u{1B}[<0;\(1 + step % 80);\(1 + step % 24)m")
    }
    session.resize(columns: 120, rows: 36)
    session.send(Keys.escape + "1=")
    try session.waitFor("5 Differences")
    try session.waitFor("╰")
    let rows = session.settledText().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count { $0.hasPrefix("╰") || $0.hasPrefix("╭") } == 2)
    try ReaderSession.quit(session)
  }

  @Test(arguments: [false, true]) func aHangUpEndsTheReader(isHushed: Bool) throws {
    let session = try ReaderSession.open(isHushed: isHushed)
    session.send("/nor")
    try session.waitFor("/nor")
    session.hangUp()
    let ending = try session.waitForEnd()
    #expect(ending == .exited(0) || !isHushed && ending == .signalled(SIGHUP))
  }
}

extension String {
  /// The column of the first `text` on a row of narrow characters; far outside where there is none.
  fileprivate func column(of text: String) -> Int {
    firstRange(of: text).map { distance(from: startIndex, to: $0.lowerBound) } ?? 999
  }
}
