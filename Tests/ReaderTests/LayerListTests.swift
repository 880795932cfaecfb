import Terminal
import TestSupport
import Testing

@testable import Reader

/// The lists that lie over the screen: all page alike, and an action that cannot be done says why.
@Suite struct LayerListTests {
  private func reader(_ keys: String) -> ReaderHarness {
    var reader = ReaderHarness(columns: 80, rows: 24)
    reader.press(keys)
    return reader
  }

  private func selected(_ reader: ReaderHarness) -> Int {
    return reader.state.layers.last?.picker?.place.selected ?? -1
  }

  @Test(arguments: ["?", ":", "5F", "7j&", "/a<enter>L"]) func everyListPagesAlike(_ opening: String) throws {
    var reader = reader(opening)
    reader.press("<end>")
    let last = selected(reader)
    reader.press("<home>")
    let first = selected(reader)
    #expect(first < last)
    reader.press("<pgdn>")
    let page = selected(reader)
    #expect(page > first)
    reader.press("<pgup>")
    #expect(selected(reader) == first)
    reader.press("<C-d>")
    #expect(selected(reader) > first && selected(reader) <= page)
    reader.press("<C-u>")
    #expect(selected(reader) == first)
    for key in ["<pgdn>", "<C-f>", "<C-b>", "<end>", "<C-d>"] {
      reader.press(key)
      #expect(reader.state.message == nil && !reader.state.layers.isEmpty)
    }
    reader.press("<down>")
    let row = selected(reader)
    #expect(row == first || opening.hasSuffix("L") || row != last, "the arrows go around")
  }

  @Test func whatIsSelectedIsInView() {
    for keys in ["?", ":", "5F"] {
      var reader = reader(keys)
      for key in ["<end>", "<pgup>", "<down>", "<home>", "<pgdn>", "<C-d>", "<up>", "<C-u>"] {
        reader.press(key)
        #expect(reader.shows("▸"), "\(key) in \(keys)\n\(reader.screen)")
      }
    }
  }

  @Test func theWholeHelpIsReachedByPages() {
    var reader = reader("6?")
    #expect(reader.shows("Move"), "the first heading")
    var seen = reader.screen
    for _ in 0..<12 {
      reader.press("<pgdn>")
      seen += reader.screen
    }
    let words = seen.split { $0.isWhitespace || $0 == "│" || $0 == "▸" }.joined(separator: " ")
    let missing = ActionTable.valid(in: ReaderHarness().state).filter { !words.contains($0.name) }.map(\.name)
    #expect(missing == [])
    #expect(words.contains("and Putin Путин."))
  }

  @Test func enterInTheHelpDoesWhatIsSelected() {
    var reader = reader("?matrix: who")
    #expect(reader.foot.contains("⏎ take"))
    reader.press("<enter>")
    #expect(reader.state.layers.isEmpty && reader.state.view == .matrix)
    reader.press("1?place found before<enter>")
    #expect(reader.shows("no search is open") && !reader.state.layers.isEmpty)
    reader.press("<C-u>is:contradiction<enter>")
    #expect(reader.foot.contains("no key does it"))
  }

  @Test(arguments: ["?next actor", ":next actor"]) func anActionOfAnotherPlaceIsFoundAndSaysWhere(_ keys: String) {
    var reader = reader(keys)
    #expect(reader.shows("Next actor — works in Timeline"))
    reader.press("<enter>")
    #expect(reader.foot.contains("Tab works in Timeline: next actor"))
    #expect(reader.state.layers.count == 1)
  }

  @Test func everyActionIsInThePaletteAndWhatCanBeDoneIsFirst() {
    let state = reader("").state
    let all = PaletteOverlay.matches("", in: state)
    #expect(Set(all.map(\.id)) == Set(ActionID.allCases).subtracting([.palette]))
    let reasons = all.map { state.whyNot($0) != nil }
    let firstBarred = reasons.firstIndex(of: true) ?? 0
    #expect(firstBarred > 0 && reasons[firstBarred...].allSatisfy { $0 })
    for action in ActionTable.actions {
      #expect(PaletteOverlay.matches(action.id.rawValue, in: state).first?.id == action.id || action.id == .palette)
    }
  }

  /// What holds the words goes before letters in order, and a key before all.
  @Test(arguments: [("q", ActionID.quit), ("C-r", .redo), ("5", .viewDifferences), ("quotes", .allArticles)])
  func thePaletteKnowsTheKeys(_ text: String, _ action: ActionID) {
    #expect(PaletteOverlay.matches(text, in: reader("").state).first?.id == action)
  }

  @Test func lettersInOrderAreLookedForWhereNoWordFits() {
    let state = reader("").state
    #expect(PaletteOverlay.matches("ndf", in: state).contains { $0.id == .nextDifference })
    #expect(PaletteOverlay.matches("note", in: state).allSatisfy { PaletteOverlay.folded($0).contains("note") })
  }

  @Test func aLongReasonIsReadWholeOnANarrowScreen() {
    var reader = ReaderHarness(columns: 40, rows: 20)
    reader.press(":next actor<enter>")
    let rows = (18..<20).map { reader.state.screen().text(row: $0) }.joined(separator: " ")
    #expect(rows.contains("works in Timeline"))
  }
}
