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

  /// What the list of words finds is what a scan finds, whatever is looked for.
  @Test func wordsLeadToEveryPlaceThatAScanFinds() {
    var generator = Stream(seed: 11)
    let alphabet = Array("aab  -é".utf8)
    func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in alphabet[generator.below(alphabet.count)] } }
    for _ in 0..<200 {
      let texts = (0..<3).map { _ in
        FoldedText(SourceText(String(decoding: random(generator.below(80)), as: UTF8.self)))
      }
      let index = WordIndex(texts)
      for _ in 0..<20 {
        let pattern = BytePattern(
          random(1 + generator.below(5)), atWordStart: generator.below(2) == 0, atWordEnd: generator.below(3) == 0)
        guard let candidates = index.candidates(for: pattern) else { continue }
        for (number, text) in texts.enumerated() {
          var found: [Range<Int>] = []
          index.each(candidates, in: number, text.bytes) { found.append($0) }
          let scanned = Occurrence.all(of: [pattern], in: text.bytes, 0..<text.bytes.count, condition: 0)
          #expect(found == scanned.map(\.range), "\(pattern) in \(String(decoding: text.bytes, as: UTF8.self))")
        }
      }
    }
  }

  @Test(arguments: [
    ("трамп", "Trump"), ("зеленський", "Zelensky"), ("київ", "Kyiv"), ("лукашэнка", "Lukashenko"),
    ("ґройсман", "Groysman"),
    ("гончаренко", "Honcharenko"), ("єрмак", "Yermak"), ("быкаў", "Bykau"), ("trump", "Трамп"),
    ("zelensky", "Зеленський"),
    ("\"владимир зеленский\"", "Vladimir Zelensky"), ("\"vladimir zelensky\"", "Владимира Владимир Зеленский"),
  ]) func aNameIsFoundInAnotherAlphabet(_ query: String, _ text: String) {
    let document = Document(
      id: Document.ID(0), path: "a", name: "a", text: SourceText("They met \(text) there, trembling."))
    let corpus = Corpus([document])
    let directory = Directory(Dossier(documents: [document]), corpus: corpus)
    var found: [String] = []
    TextSearch(Query(query), corpus, directory, nil).matches(in: [document.id]) { match in
      found += match.found.map { document.text[$0] }
      return true
    }
    #expect(found.count == 1 && text.contains(found.first ?? "-"), "\(found)")
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
