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

  /// A reader over which a note lies that finds its difference no more.
  static var withALoss: ReaderHarness {
    let sample = SampleDossier().dossier
    let gone = Document(
      id: Document.ID(0), path: sample.documents[0].path, name: "gone",
      text: SourceText("Words that stand nowhere else."))
    let anchors = [Anchor(Span(0, 5), in: gone), Anchor(Span(6, 10), in: gone)]
    let lost = Annotation(id: .init(digits: "1"), made: 1, anchors: anchors, content: .note("keep me"))
    var reader = ReaderHarness()
    reader.state.replace(DossierIndex(sample), remarks: Remarks([lost], on: sample))
    return reader
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
