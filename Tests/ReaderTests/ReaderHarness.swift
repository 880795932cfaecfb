import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Keys in, screen out: the reader on the sample dossier, without a terminal.
struct ReaderHarness {
  var state: ReaderState
  private(set) var effects: [Effect] = []

  init(columns: Int = 120, rows: Int = 36, dossier: Dossier = SampleDossier().dossier) {
    state = ReaderState(DossierIndex(dossier), title: "sample", columns: columns, rows: rows)
  }

  /// Presses keys one after another, written as `KeyScript` reads them.
  mutating func press(_ keys: String) {
    do {
      for key in try KeyScript.keys(keys) { press(key) }
    } catch {
      Issue.record(error)
    }
  }

  mutating func press(_ key: Key) { effects += state.handle(.key(key)) }

  mutating func resize(_ columns: Int, _ rows: Int) { effects += state.handle(.resize(columns: columns, rows: rows)) }

  /// The rows of the screen.
  var screen: String { state.screen().plainText }

  /// The last row.
  var foot: String { state.screen().text(row: state.rows - 1) }

  /// Whether the screen shows some words.
  func shows(_ words: String) -> Bool { screen.contains(words) }
}

extension ReaderState {
  /// What is being typed.
  var line: LineEditor? { layers.last?.line }
}
