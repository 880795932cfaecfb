import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Keys as the person bound them: what they do, and that every line that names a key names the new one.
@Suite struct KeyMapTests {
  private func reader(_ bindings: [ActionID: [Key]]) -> ReaderHarness {
    var reader = ReaderHarness()
    reader.state.keys = KeyMap(bindings)
    return reader
  }

  @Test func theTableAloneIsTheStandard() {
    for action in ActionTable.actions { #expect(KeyMap.standard[action.id] == action.keys) }
  }

  @Test func aBoundKeyDoesItsAction() {
    var reader = reader([.viewMatrix: [.function(5)]])
    reader.press("<F5>")
    #expect(reader.state.view == .matrix)
    reader.press("13")
    #expect(reader.state.view == .read, "the old key is free")
    #expect(reader.foot.contains("3 does nothing here"))
  }

  @Test func aKeyPressedAtOnceAfterEscapeIsTheTwoKeys() {
    var reader = ReaderHarness()
    reader.press("?")
    #expect(!reader.state.layers.isEmpty)
    _ = reader.state.handle(.key(.alt("3")))
    #expect(reader.state.layers.isEmpty)
    #expect(reader.state.view == .matrix)
  }

  @Test func aKeyThatDoesNothingInAnExplanationNamesTheWayBack() {
    var reader = ReaderHarness()
    reader.press("K")
    reader.press("3")
    #expect(reader.foot.contains("3 does nothing here · Esc goes back"))
  }

  @Test func aBoundKeyIsTakenFromOthersInTheSamePlace() {
    let map = KeyMap([.copy: [.character("k")]])
    #expect(map[.up] == [.up])
    #expect(map[.copy] == [.character("k")])
  }

  @Test func actionsThatYieldToEachOtherMayShareAnyKey() {
    let map = KeyMap([.nextHit: [.character("e")], .nextDifference: [.character("e")]])
    #expect(map[.nextHit] == map[.nextDifference])
    var reader = ReaderHarness()
    reader.state.keys = map
    reader.press("e")
    #expect(reader.state.difference != nil)
    reader.press("/cranes<enter>e")
    #expect(reader.state.search?.current == 1)
  }

  @Test func noKeyInTwoPlacesIsNoCollision() {
    let map = KeyMap([.nextSection: [.character("+")]])
    #expect(map[.addThird] == [.character("+")])
  }

  @Test func everyLineThatNamesAKeyNamesTheNewOne() {
    var bindings: [ActionID: [Key]] = [:]
    // Keys that no line shows for another reason.
    let letters = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩБГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯЄЇЂЃЅЊЋЌЎЏѠѢѦѨѬѲѴҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӁӃӇӋӐӒӔӖӘ"
    for (action, letter) in zip(ActionTable.actions.filter { !$0.isForTyping }, letters) {
      bindings[action.id] = [.character(letter)]
    }
    let map = KeyMap(bindings)
    for (keys, action) in [(ActionID.palette, ActionID.copy), (.help, .viewMatrix)] {
      var reader = reader(bindings)
      _ = reader.state.perform(keys)
      #expect(reader.shows(map.hint(action)), "\(keys) does not show \(map.hint(action))\n\(reader.screen)")
    }
    var reader = reader(bindings)
    #expect(reader.state.greeting.contains("\(map.hint(.help)) shows all keys"))
    #expect(reader.foot.contains("\(map.hint(.open)) open"))
    #expect(reader.shows("\(map.hint(.viewMatrix)) Matrix"))
    reader.press("q")
    #expect(reader.foot.contains("q does nothing here · \(map.hint(.help)) shows"))
  }

  @Test func anEmptyPaneNamesTheNewKeysToo() {
    var silent = SampleDossier().dossier
    silent.statements = []
    silent.disagreements = []
    var matrix = ReaderHarness(dossier: silent)
    matrix.state.keys = KeyMap([.viewRead: [.function(7)]])
    matrix.press("3")
    #expect(matrix.shows("F7 goes back to Read."))
    var reader = ReaderHarness(dossier: Dossier())
    reader.state.keys = KeyMap([.open: [.control("t")], .paneSources: [.function(6)]])
    #expect(reader.shows("F6 goes to Sources, where C-t opens one."))
  }

  /// It is one line on a small screen, and names no step to where there is none.
  @Test func theGreetingFitsAndPromisesNothing() {
    let greeting = ReaderHarness().state.greeting
    #expect(greeting.contains("n next difference") && greeting.count <= 78)
    var dossier = SampleDossier().dossier
    dossier.disagreements = []
    #expect(!ReaderHarness(dossier: dossier).state.greeting.contains("difference"))
  }

  @Test(arguments: ["6", "9"]) func anArticleIsDatedAndNamedWhereItIsRead(_ pane: String) {
    var reader = ReaderHarness()
    reader.press(pane + "P<C-u>2024-05-09<enter>R<C-u>Harbour Post<enter>")
    #expect(reader.state.dossier.documents[0].published?.date.description == "2024-05-09")
    #expect(reader.state.dossier.documents[0].source?.name == "Harbour Post")
  }

  @Test func anActionWithoutKeysIsNamedForThePalette() {
    var reader = reader([.quit: []])
    reader.press("<esc>")
    #expect(reader.foot.contains(":quit quits"))
  }

  @Test func everyCharacterCanBeTyped() {
    let characters = Set(
      ActionTable.actions.flatMap(\.keys).compactMap { key in
        if case .character(let character) = key { character } else { nil as Character? }
      })
    for opening in ["/", ":", "?", "<tab>f"] {
      for character in characters {
        var reader = ReaderHarness()
        reader.press(opening)
        reader.press(.character(character))
        #expect(reader.effects.isEmpty && reader.state.layers.count == 1, "\(character) after \(opening)")
        reader.press("<backspace>")
      }
    }
  }

  @Test(arguments: ActionTable.actions.flatMap(\.keys)) func everyKeyCanBeSpelled(_ key: Key) {
    #expect(Key(spelling: key.spelling) == key, "\(key) is spelled \(key.spelling)")
  }

  @Test func namesOfKeysAreReadInAnyCase() {
    #expect(Key(spelling: "PageDown") == .pageDown)
    #expect(Key(spelling: "c-O") == .control("o"))
    #expect(Key(spelling: "f12") == .function(12))
    #expect(Key(spelling: "Space") == .character(" "))
    #expect(Key(spelling: "ж") == .character("ж"))
    for wrong in ["", " ", "C-", "C-жж", "F13", "F0", "hyper-x", "<enter>"] { #expect(Key(spelling: wrong) == nil) }
  }

  /// Every action can be reached with the keyboard set to Russian, Ukrainian or Greek: by a key that no layout changes,
  /// or by the letter that stands in its place.
  @Test(arguments: ["Russian", "Ukrainian", "Greek"]) func everyActionIsReachedOnOtherLayouts(_ layout: String) throws {
    let letters = try #require(KeyLayouts.letters(layout))
    for action in ActionTable.actions {
      let isReached = action.keys.contains { key in
        guard case .character(let character) = key, character.isLetter else { return true }
        guard let typed = letters[character] else { return false }
        return KeyLayouts.latin(.character(typed)) == key
      }
      #expect(isReached, "\(action.id) has no key on a \(layout) layout")
    }
  }
}
