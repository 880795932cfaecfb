import Terminal
import Testing

@Suite struct TextWrapperTests {
  private func wrapped(_ text: String, _ columns: Int) -> [String] {
    let bytes = Array(text.utf8)
    return TextWrapper(columns: columns).rows(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func wrapsAtWords() {
    #expect(wrapped("The council met on Friday", 11) == ["The council", "met on", "Friday"])
    #expect(wrapped("one  two", 4) == ["one", "two"])
    #expect(wrapped("one two ", 7) == ["one two"])
    #expect(wrapped("", 7) == [""])
    #expect(wrapped("   ", 2) == [""])
  }

  @Test func lineEndsEndRows() {
    #expect(wrapped("a\n\nb\r\nc\rd\n", 5) == ["a", "", "b", "c", "d"])
  }

  @Test func longWordsAreBroken() {
    #expect(wrapped("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
    #expect(wrapped("  abcdef", 4) == ["  ab", "cdef"])
    #expect(wrapped("漢字", 1) == ["漢", "字"])
  }

  @Test func rowsEndAfterHyphensBetweenLetters() {
    #expect(wrapped("cease-fire talks", 8) == ["cease-", "fire", "talks"])
    #expect(wrapped("minus -12345", 8) == ["minus", "-12345"])
    #expect(wrapped("talks—again", 8) == ["talks—", "again"])
  }

  @Test func widthIsByCell() {
    #expect(wrapped("漢字漢字漢", 5) == ["漢字", "漢字", "漢"])
    #expect(wrapped("e\u{301}e\u{301}e\u{301} e\u{301}", 3) == ["e\u{301}e\u{301}e\u{301}", "e\u{301}"])
    #expect(wrapped("встреча в Минске", 9) == ["встреча в", "Минске"])
  }

  @Test func nothingIsLostAndNoRowIsTooWide() {
    let text = "A \u{1B}[1mwide 漢字 row,\ttabs — “quotes” and e\u{301}tudes\u{200D}, semi-final\n  indented  twice "
    let bytes = Array(text.utf8)
    for columns in 1...40 {
      let wrapper = TextWrapper(columns: columns)
      let rows = wrapper.rows(of: bytes)
      var shown: [UInt8] = []
      var previous = 0
      for row in rows {
        #expect(row.start == previous)
        #expect(row.columns <= max(columns, 2))
        var grid = CellGrid(columns: 60, rows: 1)
        #expect(grid.write(bytes, in: row.range, at: Position(row: 0, column: 0)) == row.columns)
        shown += bytes[row.range]
        previous = row.next
      }
      #expect(previous == bytes.count)
      let blanks: Set<UInt8> = [0x20, 0x09, 0x0A]
      #expect(shown.filter { !blanks.contains($0) } == bytes.filter { !blanks.contains($0) })
    }
  }

  @Test func spansMapToColumnsAndBack() throws {
    let bytes = Array("a漢 «цитата» b".utf8)
    let wrapper = TextWrapper(columns: 20)
    let row = try #require(wrapper.rows(of: bytes).first)
    let start = try #require(bytes.firstIndex(of: 0xC2))
    #expect(wrapper.columns(of: start..<start + 2, in: row, of: bytes) == 4..<5)
    #expect(wrapper.columns(of: 2..<3, in: row, of: bytes) == 1..<3)
    #expect(wrapper.columns(of: 0..<bytes.count, in: row, of: bytes) == 0..<row.columns)
    #expect(wrapper.columns(of: bytes.count..<bytes.count + 4, in: row, of: bytes) == nil)
    #expect(wrapper.offset(atColumn: 2, in: row, of: bytes) == 1)
    #expect(wrapper.offset(atColumn: 4, in: row, of: bytes) == start)
    #expect(wrapper.offset(atColumn: 99, in: row, of: bytes) == bytes.count)
  }
}
