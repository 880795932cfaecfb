import Dossier
import Testing

@Suite struct AnchorTests {
  private func document(_ text: String) -> Document {
    Document(id: Document.ID(0), path: "a.txt", name: "a", text: SourceText(text))
  }

  @Test func anUnchangedTextGivesTheSameSpan() {
    let text = document("One two three. One two four.")
    #expect(Anchor(Span(15, 18), in: text).find(in: text.text) == Span(15, 18))
  }

  @Test func aTextThatGainedLinesGivesTheMovedSpan() {
    let anchor = Anchor(Span(19, 22), in: document("One two three. One two four."))
    let later = SourceText("A new first line.\nOne two three. One two four.")
    #expect(anchor.find(in: later) == Span(37, 40))
  }

  @Test func wordsThatAreGoneGiveNothing() {
    let anchor = Anchor(Span(0, 3), in: document("One two."))
    #expect(anchor.find(in: SourceText("Two.")) == nil)
    #expect(anchor.find(in: SourceText("")) == nil)
  }

  @Test func wordsThatStandEverywhereWithoutTheirSurroundingsGiveNothing() {
    let anchor = Anchor(Span(4, 7), in: document("xxx the yyy"))
    #expect(anchor.find(in: SourceText("(the)[the]")) == nil)
  }

  @Test func contextNeverCutsACharacter() {
    let text = document(String(repeating: "é", count: 40) + "word" + String(repeating: "é", count: 40))
    let anchor = Anchor(Span(80, 84), in: text)
    #expect(!anchor.before.contains("\u{FFFD}"))
    #expect(!anchor.after.contains("\u{FFFD}"))
    #expect(anchor.find(in: text.text) == Span(80, 84))
  }

  @Test func aSketchTellsALaterVersionFromAnotherText() {
    func sketch(_ text: String) -> TextSketch { TextSketch(SourceText(text)) }
    let words = (0..<300).map { "word\($0 % 70)x\($0)" }
    let first = sketch(words.joined(separator: " "))
    var later = words
    later.insert("A line more.", at: 0)
    later[150] = "changed"
    #expect(first.resemblance(to: sketch(later.joined(separator: "\n").uppercased())) > 0.85)
    #expect(first.resemblance(to: sketch(words.reversed().joined(separator: ", "))) < 0.15)
    #expect(first.resemblance(to: first) == 1)
    #expect(sketch("Port").resemblance(to: sketch("port.")) == 1)
    #expect(sketch("").resemblance(to: sketch("… — !")) == 0)
    #expect(TextSketch(digits: first.digits) == first)
    for digits in ["", "0", "0000000z", "0000000200000001"] {
      #expect(TextSketch(digits: digits).resemblance(to: first) == 0)
    }
  }

  @Test func theHashIsThatOfFNV() {
    // Published test vectors of FNV-1a, 128 bits.
    #expect(Anchor.hash(of: SourceText("")) == "6c62272e07bb014262b821756295c58d")
    #expect(Anchor.hash(of: SourceText("a")) == "d228cb696f1a8caf78912b704e4a8964")
  }
}
