import Dossier
import Query
import Terminal
import Testing

@testable import Reader

/// Keys in, state and screen out, for every action of the table.
@Suite struct ActionTests {
  struct Example: Sendable {
    /// Keys that lead to where the action is tried, then the keys of the action itself.
    var keys: String
    /// Whether the reading still goes on.
    var isReading = false
    /// Whether something is lost.
    var hasLoss = false
    var holds: @Sendable (ReaderHarness) -> Bool
  }

  /// One example for every action at least; `everyActionHasAnExample` holds that.
  static let examples: [ActionID: Example] = [
    .up: Example(keys: "jk") { $0.state.document?.index == 0 },
    .down: Example(keys: "j") { $0.state.document?.index == 1 },
    .left: Example(keys: "<tab><tab><tab>lllh") { cursor($0) > 0 },
    .right: Example(keys: "<tab><tab><tab>l") { cursor($0) > 0 },
    .pageUp: Example(keys: "<tab>G<pgup>") { $0.state.actor == nil },
    .pageDown: Example(keys: "<tab><space>") { $0.state.actor?.index == 3 },
    .halfPageUp: Example(keys: "<tab>G<C-u>") { $0.state.actor?.index != 3 },
    .halfPageDown: Example(keys: "<tab><C-d>") { $0.state.actor != nil },
    .top: Example(keys: "Gg") { $0.state.document?.index == 0 },
    .bottom: Example(keys: "G") { $0.state.document?.index == 2 },
    .nextPane: Example(keys: "<tab>") { $0.state.pane == .actors },
    .paneSources: Example(keys: "<tab>36") { $0.state.pane == .sources },
    .paneActors: Example(keys: "7") { $0.state.pane == .actors },
    .paneQuotes: Example(keys: "58") { $0.state.pane == .quotes },
    .paneArticle: Example(keys: "9") { $0.state.pane == .article },
    .paneStrip: Example(keys: "0") { $0.state.pane == .strip },
    .previousPane: Example(keys: "<backtab>") { $0.state.pane == .strip },
    .viewRead: Example(keys: "31") { $0.state.view == .read },
    .viewCompare: Example(keys: "2") { $0.state.view == .compare && $0.shows("Coast Wire · wire") },
    .viewMatrix: Example(keys: "3") { $0.shows("Who gets to speak") },
    .viewTimeline: Example(keys: "4") { $0.shows("9 May · year unknown") },
    .viewDifferences: Example(keys: "5") { $0.shows("[Differences 5]") },
    .open: Example(keys: "<enter>") { $0.state.pane == .article },
    .compareHere: Example(keys: "jc") { $0.state.compare?.documents.map(\.index) == [1, 0] },
    .nextDifference: Example(keys: "nn") { $0.state.difference == $0.state.lists.visible.ranked[1] },
    .previousDifference: Example(keys: "N") { $0.state.difference == $0.state.lists.visible.ranked.last },
    .nextHit: Example(keys: "/cranes<enter>n") { $0.state.search?.current == 1 },
    .previousHit: Example(keys: "/cranes<enter>N") { $0.state.search?.current == 2 },
    .nextMark: Example(keys: "]") { cursor($0) > 0 && $0.state.document?.index == 0 },
    .previousMark: Example(keys: "[") { reader in
      reader.state.difference.map { reader.state.dossier[$0].kind == .wording } == true
    },
    .search: Example(keys: "/cranes") { $0.foot.contains("1/3 in 2 of 3 articles") },
    .listHits: Example(keys: "/cranes<enter>L") { $0.shows("Places with “cranes”") },
    .filter: Example(keys: "<tab>fbrandt<enter>") { $0.state.lists.actors.map { $0?.index } == [1] },
    .palette: Example(keys: ":matrix<enter>") { $0.state.view == .matrix },
    .help: Example(keys: "?") { $0.shows("Keys in Sources") && $0.shows("Next pane") },
    .jumpBack: Example(keys: "5<C-o>") { $0.state.view == .read },
    .jumpForward: Example(keys: "5<C-o><C-n>") { $0.state.view == .differences },
    .zoom: Example(keys: "z") { $0.state.isZoomed && !$0.shows("Actors") },
    .toggleStrip: Example(keys: "t") { !$0.shows("because:") },
    .widen: Example(keys: ">>>") { $0.state.arrangement.widths[.read] == 6 },
    .narrow: Example(keys: "<lt><lt><lt><lt><lt>") { $0.state.arrangement.widths[.read] == -9 },
    .taller: Example(keys: "<tab><tab>+++") { $0.state.arrangement.heights[.quotes] == 3 },
    .shorter: Example(keys: "<tab><tab>--") { $0.state.arrangement.heights[.quotes] == -2 },
    .hidePane: Example(keys: "<tab><tab>H") { !$0.shows("Quotes · this article") && $0.state.pane == .article },
    .resetPanes: Example(keys: "<tab><tab>H=") { $0.shows("Quotes · this article") },
    .facets: Example(keys: "5Fshift<enter><esc>") { $0.state.filters[.differences] == "is:shift" && $0.shows("1 ") },
    .reason: Example(keys: "<tab>jK") { $0.shows("As: Ada Quill ×7") && $0.shows("role in this text ×2") },
    .selectText: Example(keys: "<tab><tab><tab>j<right>V") { $0.state.selectedText != nil },
    .copy: Example(keys: "<tab><tab>jy") {
      $0.effects == [
        .copy(
          "“We are ready to reopen the north quay within a month,” — Ada Quill, Lorne Gazette, 3 Mar 2024, news/gazette.txt:4"
        )
      ]
    },
    .edit: Example(keys: "<tab><tab>jv") { $0.effects == [.edit(path: "news/gazette.txt", line: 4)] },
    .page: Example(keys: "<tab><tab>jp") { reader in
      guard case .page(let text, let line) = reader.effects.first else { return false }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines[line - 1].hasPrefix("“We are ready") && lines[line - 2].isEmpty
        && lines.allSatisfy { $0.count <= 80 }
    },
    .browse: Example(keys: "w") { $0.effects == [.browse("https://gazette.example/harbour")] },
    .directOnly: Example(keys: "d") { $0.state.lists.quotes.count == 2 },
    .allArticles: Example(keys: "A") { $0.state.lists.quotes.count == 12 },
    .openDebris: Example(keys: "D") { $0.shows("Home > News > Harbour") },
    .belowBar: Example(keys: "b") { $0.state.lists.visible.ranked.count == 6 },
    .raiseBar: Example(keys: "}}}") { $0.state.lists.visible.ranked.count == 3 && $0.foot.contains("Bar at 0.65") },
    .lowerBar: Example(keys: "}{{{{{") { $0.state.lists.visible.ranked.count == 6 },
    .otherSide: Example(keys: "c<tab>") { $0.state.compare?.side == 1 },
    .swapSides: Example(keys: "cx") { $0.state.compare?.documents.map(\.index) == [1, 0] },
    .addThird: Example(keys: "c+") { $0.state.compare?.documents.count == 3 && $0.shows("letter") },
    .dropThird: Example(keys: "c+-") { $0.state.compare?.documents.count == 2 },
    .differencesOnly: Example(keys: "co") { $0.shows("differences only") && !$0.shows("Dockers leave") },
    .nextArticle: Example(keys: "c<tab>)") { $0.state.compare?.documents.map(\.index) == [0, 2] },
    .previousArticle: Example(keys: "c<tab>(") { $0.state.compare?.documents.map(\.index) == [0, 2] },
    .nextSection: Example(keys: "5<tab>") { $0.shows("[Agreements 1]") },
    .previousSection: Example(keys: "5<backtab>") { $0.shows("[Omissions 1]") },
    .nextActor: Example(keys: "4<tab>") { $0.shows("Timeline · Ada Quill") },
    .previousActor: Example(keys: "4<backtab>") { $0.shows("Timeline · Jan Śmigły") },
    .accept: Example(keys: "5ja") { $0.shows("✓") },
    .unsure: Example(keys: "5js") { $0.state.remarks.remarks.values.contains { $0.verdict == .unsure } },
    .reject: Example(keys: "5jr") { $0.shows("✗") },
    .note: Example(keys: "5jmask again<enter>") { $0.shows("note: ask again") },
    .tag: Example(keys: "5j#quay strike, port<enter>") { $0.shows("#quay strike, #port") },
    .bookmark: Example(keys: "<tab><tab>jB") { $0.state.remarks.marks.map(\.content) == [.bookmark] },
    .added: Example(keys: "5jau5jamask<enter>'") { $0.shows("What you added · 2") && $0.shows("note: ask") },
    .remove: Example(keys: "5jmask<enter>'<del>") { $0.state.remarks.placed.isEmpty },
    .attach: Example(keys: "'<enter>a", hasLoss: true) {
      $0.state.remarks.lost.isEmpty && $0.shows("note: keep me")
    },
    .mergeActors: Example(keys: "<tab>j&brandt<enter>") { reader in
      reader.state.dossier.actors.map(\.name) == ["Ada Quill", "harbour office", "Jan Śmigły"]
        && reader.state.actor.map { reader.state.dossier[$0].mentions.count } == 10
    },
    .splitActor: Example(keys: "<tab>j%the mayor<enter>") { $0.state.dossier.actors.last?.name == "The mayor" },
    .rename: Example(keys: "<tab>jR<C-u>Ada P. Quill<enter>") { $0.shows("Ada P. Quill") },
    .dateSource: Example(keys: "P<C-u>2024-05-09<enter>") {
      $0.shows("Published 9 May 2024") && $0.state.dossier.documents[0].published?.date.description == "2024-05-09"
    },
    .correctSpeaker: Example(keys: "<tab><tab>jSbrandt<enter>") { $0.shows("Said by Tomas Brandt") },
    .export: Example(keys: "5je<enter><enter>") {
      $0.effects == [.export(.difference(Disagreement.ID(1)), path: "sample-contradiction-2.md", overwrites: false)]
    },
    .undo: Example(keys: "5jau") { !$0.shows("✓") },
    .redo: Example(keys: "5jau<C-r>") { $0.shows("✓") },
    .mouse: Example(keys: "M") { $0.effects == [.captureMouse(false)] },
    .nextTheme: Example(keys: "T") { $0.effects == [.nextTheme] },
    .redraw: Example(keys: "<C-l>") { $0.effects == [.repaint] },
    .reload: Example(keys: "<f5>") { $0.effects == [.reload] },
    .stopReading: Example(keys: "<C-x>", isReading: true) { $0.effects == [.stopReading] },
    .confirm: Example(keys: "/cranes<enter>") { $0.state.layers.isEmpty && $0.state.pane == .article },
    .erase: Example(keys: "/cranesx<backspace>") { $0.foot.contains("1/3 in 2") },
    .cursorLeft: Example(keys: "/crnes<left>") { $0.state.line?.cursor == 4 },
    .cursorRight: Example(keys: "/cranes<C-a><C-f>") { $0.state.line?.cursor == 1 },
    .wordLeft: Example(keys: "/north quay<M-b>") { $0.state.line?.cursor == 6 },
    .wordRight: Example(keys: "/north quay<C-a><C-right>") { $0.state.line?.cursor == 5 },
    .lineStart: Example(keys: "/cranes<home>") { $0.state.line?.cursor == 0 },
    .lineEnd: Example(keys: "/cranes<C-a><end>") { $0.state.line?.cursor == 6 },
    .eraseAfter: Example(keys: "/xcranes<home><del>") { $0.foot.contains("1/3 in 2") },
    .eraseRest: Example(keys: "/cranesxyz<left><left><left><C-k>") { $0.foot.contains("1/3 in 2") },
    .eraseWord: Example(keys: "/north quay<C-w>") { $0.state.search?.query.text == "north " },
    .eraseLine: Example(keys: "/cranes<C-u>") { $0.state.search == nil },
    .previousRow: Example(keys: "/cranes<up>") { $0.state.search?.current == 2 },
    .nextRow: Example(keys: "/cranes<down>") { $0.state.search?.current == 1 },
    .escape: Example(keys: "?<esc>") { $0.state.layers.isEmpty },
    .dismiss: Example(keys: "<tab>jKK") { $0.state.layers.isEmpty },
    .quit: Example(keys: "q") { $0.effects == [.quit] },
    .leave: Example(keys: "?<C-c>") { $0.effects.isEmpty && $0.state.layers.isEmpty },
  ]

  private static func cursor(_ reader: ReaderHarness) -> Int {
    reader.state.document.flatMap { reader.state.places[$0.index]?.cursor } ?? 0
  }

  /// Each example does its action: its last key is the action's own, it is seen on the screen or asked of the world.
  @Test(arguments: ActionID.allCases) func everyActionHasAnExampleThatHolds(_ id: ActionID) throws {
    let example = try #require(Self.examples[id], "\(id) has no example")
    var reader = example.hasLoss ? ReaderHarness.withALoss : ReaderHarness()
    if example.isReading { reader.state.replace(DossierIndex(reader.state.dossier, isReading: true)) }
    let keys = try KeyScript.keys(example.keys)
    let last = try #require(keys.lastIndex { ActionTable.action(id).keys.contains($0) }, "\(id) is never pressed")
    for key in keys[..<last] { reader.press(key) }
    #expect(
      reader.state.keys.action(for: keys[last], in: reader.state)?.id == id, "\(keys[last].name) does another thing")
    let (before, asked) = (reader.state.screen(), reader.effects)
    reader.press(keys[last])
    #expect(reader.state.screen() != before || reader.effects != asked, "\(id) changes nothing that a person sees")
    for key in keys[(last + 1)...] { reader.press(key) }
    let holds = example.holds(reader)
    #expect(holds, "\(id): \(example.keys)\n\(reader.screen)")
  }

  @Test func everyActionStandsInTheTableOnce() {
    #expect(ActionTable.actions.map(\.id.rawValue).sorted() == ActionID.allCases.map(\.rawValue).sorted())
  }

  /// In every place where it is valid each key of an action does that action, unless it yields to another.
  @Test func everyKeyReachesItsAction() {
    for pane in Pane.allCases {
      var reader = ReaderHarness()
      reader.show(pane)
      for isSearching in [false, true] {
        reader.state.search = isSearching ? Search(Query("x"), hits: []) : nil
        for action in ActionTable.valid(in: reader.state) {
          for key in action.keys {
            let found = reader.state.keys.action(for: key, in: reader.state)?.id
            #expect(found == action.id, "\(key.name) in \(pane) is \(found?.rawValue ?? "nothing"), not \(action.id)")
          }
        }
      }
    }
  }

  @Test func everyActionIsValidSomewhere() {
    for action in ActionTable.actions { #expect(action.reach != [] && !action.keys.isEmpty && !action.name.isEmpty) }
  }

  @Test func aDisabledActionSaysWhy() {
    var reader = ReaderHarness()
    reader.press("<C-o>")
    #expect(reader.foot.contains("you have not jumped yet"))
    reader.press("Ж")
    #expect(reader.shows("Actions"), "the palette opens by the key's place on a Russian layout")
  }

  @Test func aKeyThatDoesNothingSaysSo() {
    var reader = ReaderHarness()
    reader.press(.function(9))
    #expect(reader.foot.contains("F9 does nothing here"))
  }

  /// Signs that stand elsewhere on another layout are told by the letters that were typed before.
  @Test func signsOfOtherLayoutsAreReached() {
    var reader = ReaderHarness()
    reader.press(".cranes<enter>")
    #expect(reader.state.search?.hits.count == 3)
    reader.press("<esc>о№")
    if case .prompt(let prompt) = reader.state.layers.last { #expect(prompt.purpose.kind == .tags) }
    #expect(reader.state.layers.count == 1)
    reader.press("<esc>,")
    #expect(reader.state.reach == .help)
    reader = ReaderHarness()
    reader.press("nΚ")
    #expect(reader.state.reach == .popup)
    reader.press(";")
    #expect(reader.state.layers.isEmpty)
    reader = ReaderHarness()
    reader.press(";")
    #expect(reader.state.message?.contains("does nothing here") == true)
  }

  @Test func thePaletteReadsWordsTypedOnAnotherLayout() {
    let state = ReaderHarness().state
    #expect(PaletteOverlay.matches("ьукпу", in: state).first?.id == .mergeActors)
    #expect(PaletteOverlay.matches("μεργε", in: state).first?.id == .mergeActors)
    #expect(PaletteOverlay.matches("zzzz", in: state).isEmpty)
  }

  @Test(arguments: ["о", "ξ"]) func otherLayoutsReachTheSameActions(_ key: String) {
    var reader = ReaderHarness()
    reader.press(key)
    #expect(reader.state.document?.index == 1)
  }
}

extension ReaderHarness {
  /// Gives a pane the focus, by its view.
  mutating func show(_ pane: Pane) {
    guard let view = ViewID.allCases.first(where: { $0.panes.contains(pane) }) else { return }
    press("\(view.rawValue)")
    if view == .read { state.readPane = pane }
  }
}
