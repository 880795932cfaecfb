import Report
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func membersKeepTheirOrder() {
    let json = written { out in
      out.object {
        $0.member("b", 1)
        $0.member("a", "x")
        $0.member("c", true)
        $0.member("d", nil as String?)
      }
    }
    #expect(json == #"{"b":1,"a":"x","c":true,"d":null}"#)
  }

  @Test func arraysNest() {
    let json = written { out in out.array([[1, 2], []]) { out, row in out.array(row) { $0.value($1) } } }
    #expect(json == "[[1,2],[]]")
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.863, "0.863"), (0.0004, "0"), (0.07, "0.07"), (-0.25, "-0.25"),
    (.infinity, "0"),
  ])
  func numbersHaveAtMostThreeDecimals(number: Double, text: String) {
    #expect(written { $0.value(number) } == text)
  }

  @Test func whatATerminalMayNotSeeIsEscaped() {
    #expect(written { $0.value("a\u{1B}[2Jb\u{9B}c\u{7F}") } == #""a\u001b[2Jb\u009bc\u007f""#)
    #expect(written { $0.value("\u{202E}x\u{200B}\u{2028}\u{2066}") } == #""\u202ex\u200b\u2028\u2066""#)
    #expect(written { $0.value("\u{61C}\u{FEFF}\u{E0041}\u{85}") } == #""\u061c\ufeff\udb40\udc41\u0085""#)
    #expect(written { $0.value("é—ﬁ\u{10FFFF}ض") } == "\"é—ﬁ\u{10FFFF}ض\"")
    #expect(written { $0.value("“ż” – 中\n\t\"\\") } == #""“ż” – 中\n\t\"\\""#)
  }
}
