import Dossier
import Terminal
import TestSupport

@testable import Reader

/// Keys in, screen out: the reader on the sample dossier, without a terminal.
struct ReaderHarness {
  var state: ReaderState
  private(set) var effects: [Effect] = []

  init(columns: Int = 120, rows: Int = 36, dossier: Dossier = SampleDossier().dossier) {
    state = ReaderState(DossierIndex(dossier), title: "sample", columns: columns, rows: rows)
  }

  /// Presses keys one after another: single characters as they are, others by name in angle brackets, `<C-o>`.
  mutating func press(_ keys: String) {
    var rest = Substring(keys)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), rest.distance(from: rest.startIndex, to: end) > 1 {
        press(Self.named(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        press(.character(first))
        rest = rest.dropFirst()
      }
    }
  }

  mutating func press(_ key: Key) { effects += state.handle(.key(key)) }

  mutating func resize(_ columns: Int, _ rows: Int) { effects += state.handle(.resize(columns: columns, rows: rows)) }

  /// The rows of the screen.
  var screen: String { state.screen().plainText }

  /// The last row.
  var foot: String { state.screen().text(row: state.rows - 1) }

  /// The row of the first difference's cursor, mark or words.
  func shows(_ words: String) -> Bool { screen.contains(words) }

  private static func named(_ name: String) -> Key {
    let names: [String: Key] = [
      "enter": .enter, "tab": .tab, "backtab": .backTab, "esc": .escape, "backspace": .backspace, "up": .up,
      "down": .down, "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
      "space": .character(" "), "f1": .function(1),
    ]
    if let key = names[name] { return key }
    guard name.hasPrefix("C-"), let letter = name.last else { preconditionFailure("no key is called \(name)") }
    return .control(letter)
  }
}
