import Dossier
import Terminal

/// One more step with the key that was pressed last, taken and drawn while nobody waits: who holds an arrow sees the next row
/// at once. Thrown away when anything else happens first.
struct StepAhead {
  private let key: Key
  let state: ReaderState
  let screen: CellGrid

  /// - Returns: `nil` where the last event is no step, or the step has to open a long article, which would delay another key.
  init?(from state: ReaderState, after events: [TerminalEvent]) {
    guard case .key(let key) = events.last, state.layers.isEmpty, let action = state.keys.action(for: key, in: state),
      action.id == .up || action.id == .down, !state.opensLongArticle(by: action.id == .down ? 1 : -1)
    else { return nil }
    var next = state
    guard next.handle(.key(key)).isEmpty else { return nil }
    self.key = key
    self.state = next
    screen = next.screen()
  }

  /// Whether what happened is the step that was taken.
  func isTaken(by events: [TerminalEvent]) -> Bool { events == [.key(key)] }
}

extension ReaderState {
  /// Bytes of an article that is wrapped in a few milliseconds.
  private static let longArticle = 100_000

  /// Whether a step in the list in focus opens an article that takes long to wrap.
  fileprivate func opensLongArticle(by delta: Int) -> Bool {
    guard view == .read, let row = selectedRow(of: readPane) else { return false }
    let next: Document.ID?
    switch readPane {
    case .sources where lists.sources.indices.contains(row + delta): next = lists.sources[row + delta].document
    case .quotes where lists.quotes.indices.contains(row + delta):
      next = dossier[lists.quotes[row + delta]].document
    default: next = nil
    }
    return next.map { $0 != document && dossier[$0].text.count > Self.longArticle } ?? false
  }
}
