import Dossier
import Terminal
import Testing

@testable import Reader

/// What is drawn ahead is what the key itself would draw.
@Suite struct StepAheadTests {
  @Test(arguments: ["1", "1<tab>", "1<tab><tab>A", "1<tab><tab><tab>", "2", "3", "4", "5"])
  func aStepAheadIsTheStep(_ opening: String) throws {
    for keys in ["j", "jjjk", "G", "<down>", "<up>"] {
      var reader = ReaderHarness()
      reader.press(opening + keys)
      for key in [Key.down, .up, .character("j"), .character("k")] {
        let step = try #require(StepAhead(from: reader.state, after: [.key(key)]))
        #expect(step.isTaken(by: [.key(key)]) && !step.isTaken(by: [.key(key), .key(key)]))
        var pressed = reader
        pressed.press(key)
        #expect(step.screen.plainText == pressed.screen, "\(opening)\(keys)\(key.name)")
        #expect(Session(step.state) == Session(pressed.state))
      }
    }
  }

  @Test func nothingButAStepIsTakenAhead() {
    var reader = ReaderHarness()
    for key in [Key.enter, .tab, .character("n"), .character("a"), .character("q"), .control("c"), .escape] {
      #expect(StepAhead(from: reader.state, after: [.key(key)]) == nil, "\(key.name)")
    }
    #expect(StepAhead(from: reader.state, after: []) == nil)
    reader.press("/")
    #expect(StepAhead(from: reader.state, after: [.key(.down)]) == nil)
  }

  @Test func aLongArticleIsNotOpenedAhead() throws {
    let long = Document(
      id: Document.ID(1), path: "b.txt", name: "b",
      text: SourceText(String(repeating: "Words of a story. ", count: 9000)))
    let short = Document(id: Document.ID(0), path: "a.txt", name: "a", text: SourceText("A story."))
    let reader = ReaderHarness(dossier: Dossier(documents: [short, long]))
    #expect(reader.state.document == short.id)
    #expect(StepAhead(from: reader.state, after: [.key(.down)]) == nil)
    #expect(StepAhead(from: reader.state, after: [.key(.up)]) != nil)
  }
}
