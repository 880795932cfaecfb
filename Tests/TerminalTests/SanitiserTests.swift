import Terminal
import Testing

@Suite struct SanitiserTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("\u{1B}[31mred", "␛[31mred"),
    ("bell\u{7}", "bell␇"),
    ("a\r\nb", "a␍␊b"),
    ("del\u{7F}", "del␡"),
    ("\u{9B}2J", "␦2J"),
    ("abc\u{202E}dcba", "abc⇄dcba"),
    ("zero\u{200B}width", "zero·width"),
    ("mark\u{FEFF}", "mark·"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("👩\u{200D}🚀", "👩🚀"),
    ("❤\u{FE0F}", "❤"),
    ("no\u{A0}break", "no break"),
    ("tag\u{E0041}", "tag·"),
    ("line\u{2028}end", "line␤end"),
    ("\u{FFFF}", "\u{FFFD}"),
    ("\u{1FAE8}", "\u{FFFD}"),
    ("\u{301}", "\u{25CC}\u{301}"),
    ("e\u{301}", "e\u{301}"),
  ])
  func foreignTextBecomesVisible(text: String, shown: String) {
    #expect(Array(Sanitiser.line(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func tabsReachTheNextStop() {
    #expect(Sanitiser.line("a\tb") == "a   b")
    #expect(Sanitiser.line("abcd\te") == "abcd    e")
  }

  @Test func nothingThatATerminalObeysIsLeft() {
    // Planes 4 to 13 are unassigned.
    for value in [0...0x3FFFF, 0xE0000...0x10FFFF as ClosedRange<UInt32>].joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in Sanitiser.line("x" + String(Character(scalar))).unicodeScalars {
        let isObeyed =
          shown.value < 0x20 || (0x7F..<0xA0).contains(shown.value) || shown.properties.isBidiControl
          || shown.properties.isDefaultIgnorableCodePoint && shown.properties.generalCategory == .format
        if isObeyed { Issue.record("U+\(String(value, radix: 16)) gives U+\(String(shown.value, radix: 16))") }
      }
    }
  }

  @Test func invalidBytesBecomeReplacements() {
    var grid = CellGrid(columns: 8, rows: 1)
    #expect(grid.write([0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82], in: nil, at: Position(row: 0, column: 0)) == 6)
    #expect(grid.text(row: 0) == "a\u{FFFD}\u{FFFD}(\u{FFFD}\u{FFFD}")
  }

  @Test(arguments: [
    ("a", 1), ("ж", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("🚀", 2),
    ("ａ", 2), ("“”—…", 4), ("\u{1B}", 1), ("", 0), ("ⓐ", 1), ("\u{E000}", 1), ("👩\u{200D}🚀", 4),
  ])
  func width(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }
}
