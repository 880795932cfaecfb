import Terminal

/// All actions. A key that is not here does nothing.
public enum ActionTable {
  /// Every action once, in the order of the help and of the key bar. Where two share a key, it is the first that is valid.
  public static let actions: [Action] = [
    editing, selecting, moving, showing, finding, comparing, remarking, running,
  ].flatMap { $0 }

  private static let byID = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0) })

  /// The action of an id.
  public static func action(_ id: ActionID) -> Action {
    guard let action = byID[id] else { preconditionFailure("every id has its action; a test holds this") }
    return action
  }

  /// Actions whose keys work in `state`, in the table's order.
  static func valid(in state: ReaderState) -> [Action] {
    actions.filter { $0.isValid(in: state) }
  }
}
