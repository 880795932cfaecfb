import Dossier
import Testing

@testable import Query

@Suite struct TextTests {
  @Test(arguments: [
    ("Zelenskýj", "zelenskyj"), ("ŁÓDŹ", "lodz"), ("“don’t”", "\"don't\""), ("Ёлка", "елка"), ("Αθήνας", "αθηνασ"),
    ("co\u{AD}operate", "cooperate"), ("e\u{301}", "e"), ("ﬁ", "ﬁ"), ("İ", "i"),
  ]) func foldingForgetsCaseAndDiacritics(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test func foldedOffsetsLeadThereAndBack() {
    let text = SourceText("Æther “Śmigły” naïve e\u{301}nd")
    let folded = FoldedText(text)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "æther \"smigly\" naive end")
    for (words, source) in [("smigly", "Śmigły"), ("naive", "naïve"), ("end", "e\u{301}nd"), ("\"", "“")] {
      let pattern = BytePattern(Array(words.utf8))
      let start = pattern.first(in: folded.bytes, 0..<folded.bytes.count) ?? 0
      let span = folded.source(start..<start + words.utf8.count)
      #expect(text[span] == source)
      #expect(folded.folded(span) == start..<start + words.utf8.count)
    }
  }

  /// Beside the plainest search there is.
  @Test func patternsAreFoundWhereverTheyStand() {
    var generator = Stream(seed: 7)
    for _ in 0..<400 {
      let text = (0..<generator.below(90)).map { _ in UInt8(0x61 + generator.below(3)) }
      let wanted = (0..<1 + generator.below(5)).map { _ in UInt8(0x61 + generator.below(3)) }
      let start = min(text.count, generator.below(20))
      let plain = (start..<max(start, text.count - wanted.count + 1)).first { text[$0...].starts(with: wanted) }
      #expect(BytePattern(wanted).first(in: text, start..<text.count) == plain)
    }
  }

  @Test(arguments: [
    ["зеленский", "Зеленський", "Zelensky", "Zelenskyy", "Zelenskiy", "Ζελένσκι"], ["Путин", "Putin", "Πούτιν"],
    ["Лукашенко", "Lukashenko"], ["Хрущев", "Khrushchev"], ["Ельцин", "Yeltsin"], ["Вучић", "Vučić", "Vucic"],
    ["Шойгу", "Shoigu", "Šojgu"], ["Μητσοτάκης", "Mitsotakis"], ["Чернобыль", "Chernobyl"],
  ]) func oneNameHasOneSkeleton(_ spellings: [String]) {
    let skeletons = Set(spellings.map { Skeleton.of(Array(Folding.fold($0).utf8)) })
    #expect(skeletons.count == 1, "\(skeletons.map { String(decoding: $0, as: UTF8.self) })")
  }

  /// Numbers that look random and are the same every time.
  private struct Stream {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
