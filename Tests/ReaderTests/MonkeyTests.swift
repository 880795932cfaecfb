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

  /// A hundred thousand keys in all, with sizes, mouse, pastes and results that come in between.
  @Test(arguments: [1, 2, 3, 4]) func randomKeysAndSizesNeverBreakTheScreen(_ seed: UInt64) throws {
    var random = Random(state: seed)
    var reader = ReaderHarness()
    let indexes = [false, true].map { DossierIndex(reader.state.dossier, isReading: $0) }
    for step in 0..<25_000 {
      switch Int.random(in: 0..<400, using: &random) {
      case 0..<8: reader.resize(.random(in: 0..<160, using: &random), .random(in: 0..<50, using: &random))
      case 8: reader.state.replace(indexes[step % 2])
      case 9..<30: _ = reader.state.handle(.mouse(try Self.mouse(&random)))
      case 30..<33: _ = reader.state.handle(.paste("a\u{1B}[2J\nb\u{202E}港"))
      default: break
      }
      reader.press(try #require(Self.keys.randomElement(using: &random)))
      guard step % 25 == 0 else { continue }
      let faults = Self.faults(on: reader.state)
      #expect(faults == [], "after \(step + 1) keys")
    }
  }

  /// What is kept from the last screen is what would be drawn now, whatever lies between the two.
  @Test(arguments: [5, 6]) func aScreenIsWhatItWouldBeWithNothingKept(_ seed: UInt64) throws {
    var random = Random(state: seed)
    var reader = ReaderHarness()
    reader.resize(100, 30)
    let indexes = [false, true].map { DossierIndex(reader.state.dossier, isReading: $0) }
    // Now and then the keys go elsewhere; most move in the article, so that there is something to keep.
    let moves: [Key] = [.down, .up, .pageDown, .pageUp, .right, .character("g"), .character("G")]
    for step in 0..<3000 {
      switch Int.random(in: 0..<60, using: &random) {
      case 0: reader.resize(.random(in: 38..<140, using: &random), .random(in: 9..<50, using: &random))
      case 1: reader.state.replace(indexes[step % 2])
      case 2: _ = reader.state.handle(.mouse(try Self.mouse(&random)))
      case 3..<9: reader.press(try #require(Self.keys.randomElement(using: &random)))
      case 9: reader.press("<esc><esc><esc>1<tab>")
      default: reader.press(try #require(moves.randomElement(using: &random)))
      }
      var fresh = CellGrid(columns: reader.state.columns, rows: reader.state.rows)
      reader.state.draw(into: &fresh)
      #expect(reader.state.screen() == fresh, "after \(step + 1) steps")
    }
  }

  private static func mouse(_ random: inout Random) throws -> Mouse {
    let place = Position(row: .random(in: -1..<50, using: &random), column: .random(in: -1..<160, using: &random))
    let kinds: [Mouse.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
    return Mouse(kind: try #require(kinds.randomElement(using: &random)), position: place)
  }

  /// What is wrong with a screen: a cell beyond its edges, half of a wide character, a cursor that stands nowhere.
  ///
  /// It is drawn into a grid with a margin at the right and below, so that nothing hides by being clipped.
  private static func faults(on state: ReaderState) -> [String] {
    let margin = 4
    var grid = CellGrid(columns: state.columns + margin, rows: state.rows + margin)
    state.draw(into: &grid)
    var faults: [String] = []
    if let cursor = grid.cursor, cursor.row >= state.rows || cursor.column >= state.columns {
      faults.append("the cursor stands at \(cursor) of \(state.columns)×\(state.rows)")
    }
    let blank = Cell(text: " ")
    for row in 0..<grid.rows {
      var owed = 0
      for column in 0..<grid.columns {
        let cell = grid[row, column]
        let isOutside = row >= state.rows || column >= state.columns
        if isOutside, cell != blank { faults.append("“\(cell.text)” at \(row), \(column) is beyond the screen") }
        if (cell.width == 0) != (owed > 0) { faults.append("half a character at \(row), \(column)") }
        owed = Int(cell.width) == 2 ? 1 : 0
      }
    }
    return Array(faults.prefix(5))
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
