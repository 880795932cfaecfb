import Terminal
import Testing

@testable import Reader

/// Letters that were typed for a line that did not open are no commands.
@Suite struct TypeAheadTests {
  private let start = ContinuousClock.now

  private func key(_ character: Character) -> TerminalEvent { .key(.character(character)) }

  @Test func aKeyThatOpensNoLineHereSaysSo() {
    var reader = ReaderHarness()
    reader.press("6S")
    #expect(
      reader.state.isLineRefused && reader.foot.contains("S works in Quotes, Article, Timeline: correct the speaker"))
    reader.press("j")
    #expect(!reader.state.isLineRefused)
    reader.press("9F")
    #expect(reader.state.isLineRefused)
    reader.press("3m")
    #expect(reader.state.isLineRefused)
    reader.press("/")
    #expect(!reader.state.isLineRefused)
  }

  @Test func whatIsTypedOnIsLetFallUntilAPause() {
    var typeAhead = TypeAhead()
    let before = typeAhead.takes(key("j"), at: start)
    typeAhead.note(isLineRefused: true, at: start)
    let letters = (1...5).map { typeAhead.takes(key("p"), at: start + .milliseconds(200 * $0)) }
    let end = typeAhead.takes(.key(.enter), at: start + .milliseconds(1200))
    #expect(!before && letters.allSatisfy { $0 } && end)
    let later = [1900, 1950].map { typeAhead.takes(key("j"), at: start + .milliseconds($0)) }
    #expect(later == [false, false])
  }

  @Test func aKeyThatTypesNothingEndsIt() {
    var typeAhead = TypeAhead()
    typeAhead.note(isLineRefused: true, at: start)
    let taken = [TerminalEvent.key(.escape), key("j")].map { typeAhead.takes($0, at: start) }
    #expect(taken == [false, false])
  }

  @Test func inAnArticleTheFilterIsASearchInIt() {
    var reader = ReaderHarness()
    reader.press("9f")
    #expect(reader.foot.contains("/in:gazette"))
    reader.press("cranes<enter>")
    #expect(reader.state.search?.hits.count == 2 && reader.state.search?.articles == 1)
    reader.press("<esc>2<tab>f")
    #expect(reader.foot.contains("/in:wire"))
  }
}
