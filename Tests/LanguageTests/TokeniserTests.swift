import Dossier
import Testing

@testable import Language

@Suite struct TokeniserTests {
  private func words(_ text: String) -> [String] {
    var tokeniser = Tokeniser(Array(text.utf8))
    tokeniser.tokenise(0..<text.utf8.count)
    return tokeniser.tokens.map { String(decoding: tokeniser.bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("I don't know.", "I do n't know ."),
    ("Orlova’s plan isn’t theirs.", "Orlova ’s plan is n’t theirs ."),
    ("It cost $5, or €3.50 (5%).", "It cost $ 5 , or € 3.50 ( 5 % ) ."),
    ("The Minsk-based co-founder", "The Minsk - based co-founder"),
    ("the U.S. and the U.K.", "the U.S. and the U.K."),
    ("Mr. Ito met J. K. Marsh at 5pm.", "Mr. Ito met J. K. Marsh at 5 pm ."),
    ("See https://example.org/a?b=c, or www.example.com.", "See https://example.org/a?b=c , or www.example.com ."),
    ("mail a.b@example.org!", "mail a.b@example.org !"),
    ("“Well…” he said", "“ Well … ” he said"),
    ("wait -- or don't...", "wait -- or do n't ..."),
    ("the miners' strike", "the miners ' strike"),
    ("O'Neil cannot go", "O'Neil can not go"),
    ("in the '90s, 'twas so", "in the '90s , 'twas so"),
    ("on 2022-10-08 or 9/11, 1,000 at 10:30", "on 2022-10-08 or 9/11 , 1,000 at 10:30"),
    ("said R.US President", "said R . US President"),
    ("the end.Then he", "the end . Then he"),
    ("“I’m here,” she’d say", "“ I ’m here , ” she ’d say"),
    ("AT&T and/or him", "AT&T and / or him"),
    ("US$5 #vote @crossread", "US$ 5 #vote @crossread"),
    ("in US$ or A$", "in US$ or A$"),
    ("No. 10 said no.", "No. 10 said no ."),
    ("Żółć naïve Минск", "Żółć naïve Минск"),
    ("version v2.0 works", "version v2.0 works"),
  ])
  func splitsAsTheTreebanksDo(text: String, expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }

  @Test func normIsLowerCaseAndPlain() {
    let text = "Isn’t “ŻÓŁĆ” O’Neil"
    let analysed = Analyser().split(SourceText(text), blocks: [SourceText(text).span])
    #expect(analysed.tokens.map(\.norm) == ["is", "n't", "\"", "żółć", "\"", "o'neil"])
  }

  /// Any valid text: spans in order, inside their block, cutting no character, all ink covered.
  @Test func holdsForAnyText() {
    var generator = SplitMix(seed: 7)
    let alphabet = Array(
      "aZ é'’\"“”.,!?…-–—$5€%()@/:#&_\n\u{0}\u{AD}\u{200B}\u{FEFF}\u{301}😀漢 \u{A0}U.S.n't".unicodeScalars)
    for _ in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int(generator.next() % 40) {
        scalars.append(alphabet[Int(generator.next() % UInt64(alphabet.count))])
      }
      let text = SourceText(String(scalars))
      let analysed = Analyser().split(text, blocks: [text.span])
      var last: UInt32 = 0
      for token in analysed.tokens {
        #expect(token.span.start >= last && !token.span.isEmpty && Int(token.span.end) <= text.count)
        #expect(String(validating: text.bytes[token.span.range], as: UTF8.self) != nil)
        last = token.span.end
      }
      #expect(analysed.sentences.flatMap { Array($0.tokens) } == Array(analysed.tokens.indices))
    }
  }
}

/// A small generator with a fixed seed, so that a failure repeats.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
