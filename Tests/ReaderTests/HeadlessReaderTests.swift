import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Scripts that drive the reader without a terminal.
@Suite struct HeadlessReaderTests {
  private func reader() -> HeadlessReader {
    HeadlessReader(DossierIndex(SampleDossier().dossier), title: "sample", columns: 100, rows: 30)
  }

  @Test func everyKindOfLineIsDone() throws {
    let script = try ReaderScript(
      """
      # Search, then look at another view at another size.
      /
      text cranes
      enter

      dump
      resize 80x24
      do view-matrix
      dump\r
      esc
      C-o
      click 3,3
      wheel-down 3,5
      /
      paste the\tcranes
      """)
    var reader = reader()
    let printed = try reader.play(script)
    GoldenFile.expect(printed, matches: "script")
    #expect(reader.screen().contains("the cranes"))
    #expect(printed.contains("# line 6, 100×30\n"))
    #expect(printed.contains("# line 9, 80×24\n"))
  }

  @Test func aHashByItselfIsTheKey() throws {
    var reader = reader()
    _ = try reader.play(try ReaderScript("# tag it\n5\n#\ntext quay\nenter\n#no key\n# \n"))
    #expect(reader.screen().contains("Tagged quay"))
  }

  @Test func whatWasAddedBeforeIsShownAndWhatIsAddedIsGiven() throws {
    let dossier = SampleDossier().dossier
    var first = reader()
    try first.press("5mto check<enter>a")
    let added = first.takeAdded().flatMap(\.added)
    #expect(added.map(\.content) == [.note("to check"), .verdict(.accepted)])
    #expect(first.takeAdded().isEmpty)
    var again = HeadlessReader(Remarks(added, on: dossier), title: "sample", columns: 100, rows: 30)
    try again.press("5")
    #expect(again.screen().contains("to check") && again.takeAdded().isEmpty)
    try again.press("a")
    #expect(again.takeAdded().map(\.removed) == [[added[1].id]])
  }

  @Test func theSameScriptPrintsTheSame() throws {
    let script = try ReaderScript("n\nK\ndump\nesc\n5\ndump\n")
    var (first, second) = (reader(), reader())
    #expect(try first.play(script, isStyled: true) == second.play(script, isStyled: true))
    #expect(first.screen(isStyled: true).contains("contradiction"))
  }

  @Test func anActionIsDoneWhateverItsKey() throws {
    var setup = ReaderSetup()
    setup.keys = KeyMap([.viewTimeline: []])
    var reader = HeadlessReader(
      DossierIndex(SampleDossier().dossier), title: "sample", columns: 100, rows: 30, setup: setup)
    _ = try reader.play(try ReaderScript("do view-timeline"))
    #expect(reader.screen().contains("Timeline"))
  }

  @Test(arguments: [
    ("<nokey>", "nokey"), ("n<tab>/a<ent>", "ent"), ("<C->", "C-"), ("<F13>", "F13"), ("<Ctrl-o>", "Ctrl-o"),
  ])
  func aNameThatNoKeyHasIsSaidAndNothingPressed(keys: String, name: String) {
    var reader = reader()
    let before = reader.screen()
    let problem = #expect(throws: KeyScript.Problem.self) { try reader.press(keys) }
    #expect(problem?.description.hasPrefix("<\(name)> is no key; keys are <enter> <tab> ") == true)
    #expect(reader.screen() == before)
  }

  @Test func whatIsNoNameIsTakenAsItStands() throws {
    let less = Key.character("<")
    #expect(try KeyScript.keys("<lt>nokey<tab>") == [less] + "nokey".map(Key.character) + [.tab])
    for letters in ["<", "a < b > c", "<>", "<x>", "<<>>", "1<2"] {
      #expect(try KeyScript.keys(letters) == letters.map(Key.character))
    }
  }

  @Test(arguments: [
    ("n\nntext", "2: “ntext” is no key and no command; write words to type as: text ntext"),
    ("resize 80", "1: “80” is no size; write resize 80x24"),
    ("resize 80x9999", "1: “80x9999” is no size; write resize 80x24"),
    ("click 0,1", "1: “0,1” is no place; write a column and a row, such as click 12,5"),
    ("click", "1: “” is no place; write a column and a row, such as click 12,5"),
    ("do coppy", "1: no action is called “coppy”; `crossread config --default` lists all"),
    (" n", "1: “ n” is no key and no command; write words to type as: text  n"),
    ("q\n# fine\nn", "3: the reader has quit; take away what comes after"),
    ("do redo", "1: redo cannot be done now: nothing was undone; change what comes before"),
    ("do confirm", "1: confirm cannot be done here; first go where it can: see `crossread man`"),
  ])
  func aLineThatCannotBeDoneIsNamed(text: String, problem: String) {
    var reader = reader()
    let found = #expect(throws: ScriptProblem.self) { try reader.play(try ReaderScript(text)) }
    #expect(found?.description == problem)
  }

  @Test func everyCommandIsReadAsItIsExplained() throws {
    for command in ReaderScript.commands {
      let line = command.usage.replacing("ACTION", with: "help")
      #expect(try ReaderScript(line).lines.count == (command.usage.hasPrefix("#") ? 0 : 1), "\(line)")
    }
  }
}
