import Dossier
import Terminal

extension ReaderApp {
  /// The screen as text after some keys, without a terminal: for pictures, tests and reports of what went wrong.
  public nonisolated static func dump(
    _ index: DossierIndex, title: String, columns: Int, rows: Int, keys: String
  ) -> String {
    var state = ReaderState(index, title: title, columns: columns, rows: rows)
    for key in KeyScript.keys(keys) where !state.handle(.key(key)).contains(.quit) {}
    return state.screen().plainText
  }
}
