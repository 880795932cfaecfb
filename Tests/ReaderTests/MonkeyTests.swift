import Dossier
import Terminal
import Testing

@testable import Reader

/// Random keys and sizes: nothing crashes, no cell lies outside, no place is lost.
@Suite struct MonkeyTests {
  /// A small generator with a fixed seed, so that a failure comes back.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let keys: [Key] =
    ActionTable.actions.flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
    + "abcé“я 港".map(Key.character)

  @Test(arguments: [1, 2, 3, 4]) func randomKeysAndSizesNeverBreakTheScreen(_ seed: UInt64) throws {
    var random = Random(state: seed)
    var reader = ReaderHarness()
    for step in 0..<1200 {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: reader.resize(.random(in: 0..<160, using: &random), .random(in: 0..<50, using: &random))
      case 1: reader.state.replace(DossierIndex(reader.state.dossier, isReading: step % 3 == 0))
      case 2, 3:
        let place = Position(row: .random(in: -1..<50, using: &random), column: .random(in: -1..<160, using: &random))
        let kinds: [Mouse.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
        let kind = try #require(kinds.randomElement(using: &random))
        _ = reader.state.handle(.mouse(Mouse(kind: kind, position: place)))
      case 4: _ = reader.state.handle(.paste("a\u{1B}[2J\nb\u{202E}"))
      default: reader.press(try #require(Self.keys.randomElement(using: &random)))
      }
      guard step % 5 == 0 else { continue }
      let grid = reader.state.screen()
      #expect(grid.columns == reader.state.columns && grid.rows == reader.state.rows)
      if let cursor = grid.cursor {
        #expect(grid.bounds.contains(cursor), "the cursor stands at \(cursor) of \(grid.columns)×\(grid.rows)")
      }
      for row in 0..<grid.rows {
        let width = (0..<grid.columns).reduce(0) { $0 + Int(grid[row, $1].width) }
        #expect(width == grid.columns, "row \(row) is \(width) cells wide")
      }
    }
  }

  @Test func anEmptyDossierIsShownToo() {
    var reader = ReaderHarness(dossier: Dossier())
    for action in ActionTable.actions where action.id != .quit {
      for key in action.keys { reader.press(key) }
    }
    #expect(reader.state.screen().rows == 36)
  }

  @Test func aStormOfSizesKeepsThePlace() {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>nn")
    let cursor = reader.state.document.flatMap { reader.state.places[$0.index]?.cursor }
    let before = reader.screen
    for size in [(40, 10), (200, 60), (39, 9), (80, 24), (1, 1), (0, 0), (99, 30), (120, 36)] {
      reader.resize(size.0, size.1)
    }
    #expect(reader.state.document.flatMap { reader.state.places[$0.index]?.cursor } == cursor)
    #expect(reader.screen == before)
  }

  @Test func noControlCharacterReachesACell() {
    var dossier = Dossier()
    let text = SourceText("A \u{1B}[31mred\u{1B}[0m herring\u{7}\u{202E} and\u{9B}5m more\r\nnext")
    dossier.documents = [
      Document(
        id: Document.ID(0), path: "a\u{1B}b", name: "a\u{1B}b", text: text,
        blocks: [Block(span: text.span, kind: .paragraph)])
    ]
    var reader = ReaderHarness(dossier: dossier)
    reader.press("K")
    let scalars = reader.state.screen().cells.flatMap { Array($0.text.unicodeScalars) }
    #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E })
  }
}
