import Terminal
import Testing

@Suite struct InputDecoderTests {
  private func keys(_ text: String, expiring: Bool = true) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.feed(text.utf8) + (expiring ? decoder.expire() : [])
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("Я", .character("Я")), ("漢", .character("漢")), (" ", .character(" ")),
    ("\u{1}", .control("a")), ("\u{0}", .control("@")), ("\u{1C}", .control("\\")), ("\t", .tab), ("\r", .enter),
    ("\n", .enter), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
    ("\u{1B}ж", .alt("ж")), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .controlRight),
    ("\u{1B}[1;3D", .controlLeft),
    ("\u{1B}[1;2C", .right), ("\u{1B}\u{7F}", .altBackspace), ("\u{1B}[H", .home),
    ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6;2~", .pageDown), ("\u{1B}[Z", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}[[B", .function(2)), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}]", .alt("]")),
    ("\u{1B}[27;5;105~", .control("i")), ("\u{1B}[106;5u", .control("j")), ("\u{1B}[97;3u", .alt("a")),
  ])
  func oneKey(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test func bytesMayComeOneByOne() {
    let text = "aя\u{1B}[Bz\u{1B}[200~two\r\nlines\u{1B}[201~\u{1B}[<0;5;3M"
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for byte in text.utf8 { events += decoder.feed([byte]) }
    #expect(events == keys(text, expiring: false))
    #expect(
      events == [
        .key(.character("a")), .key(.character("я")), .key(.down), .key(.character("z")), .paste("two\r\nlines"),
        .mouse(Mouse(kind: .press, position: Position(row: 2, column: 4))),
      ])
    #expect(decoder.patience == nil)
  }

  @Test func escapeWaitsForTheRestOfASequence() {
    var decoder = InputDecoder(escapeDelay: 40)
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == 40)
    #expect(decoder.feed([0x5B, 0x41]) == [.key(.up)])
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.expire() == [.key(.escape)])
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    ("\u{1B}[<64;1;1M", Mouse.Kind.wheelUp), ("\u{1B}[<65;1;1M", .wheelDown), ("\u{1B}[<32;1;1M", .drag),
    ("\u{1B}[<0;1;1m", .release), ("\u{1B}[<16;0;0M", .press),
  ])
  func mouseReports(bytes: String, kind: Mouse.Kind) {
    #expect(keys(bytes) == [.mouse(Mouse(kind: kind, position: Position(row: 0, column: 0)))])
  }

  @Test(arguments: [
    "\u{1B}[?62;4c", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]52;c;YQ==\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}[I",
    "\u{1B}[<2;3;4M", "\u{1B}[99~",
  ])
  func repliesAreNoKeys(bytes: String) {
    #expect(keys(bytes + "k") == [.key(.character("k"))])
  }

  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", true), ("rgb:fd/f6/e3", true), ("rgb:1e1e/1e1e/2e2e", false), ("rgb:0/0/0", false),
    ("rgb:ffff/ffff", nil), ("?", nil),
  ])
  func theBackgroundIsUnderstood(reply: String, isLight: Bool?) {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}]11;\(reply)\u{1B}\\k".utf8) == [.key(.character("k"))])
    #expect(decoder.takeBackground() == isLight)
    #expect(decoder.takeBackground() == nil)
  }

  @Test func pasteWithoutAnEndIsDelivered() {
    #expect(keys("\u{1B}[200~abc\u{1B}[2") == [.paste("abc\u{1B}[2")])
    #expect(keys("\u{1B}[200~\u{1B}[201~q") == [.paste(""), .key(.character("q"))])
  }

  @Test func namesOfTheTerminalsDescriptionCount() {
    var decoder = InputDecoder(sequences: [Array("\u{1B}[1$".utf8): .delete, Array("\u{1B}[7^".utf8): .home])
    #expect(decoder.feed("\u{1B}[7^".utf8) == [.key(.home)])
  }

  @Test func anyBytesAreSurvived() {
    // A linear congruential generator: the same bytes in every run.
    var state: UInt32 = 12345
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x30, 0x39, 0x4D, 0x7E, 0x5D, 0x50, 0x07, 0xE2, 0x80, 0xFF, 0x61,
    ]
    var decoder = InputDecoder()
    var count = 0
    for step in 0..<200_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      count += decoder.feed([alphabet[Int(state >> 28)]]).count
      if step % 97 == 0 { count += decoder.expire().count }
    }
    _ = decoder.expire()
    #expect(count > 1000)
    #expect(decoder.patience == nil)
    #expect(decoder.feed("k".utf8) == [.key(.character("k"))])
  }

  @Test func clipboardIsBase64AndPassesThroughTmux() {
    #expect(Clipboard.sequence(for: "“a”", isInTmux: false) == "\u{1B}]52;c;4oCcYeKAnQ==\u{7}")
    #expect(Clipboard.sequence(for: "ab", isInTmux: false) == "\u{1B}]52;c;YWI=\u{7}")
    #expect(
      Clipboard.sequence(for: "abc", isInTmux: true)
        == "\u{1B}]52;c;YWJj\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YWJj\u{7}\u{1B}\\")
    #expect(Clipboard.sequence(for: String(repeating: "x", count: 60_000), isInTmux: false) == nil)
  }
}
