import Terminal

/// All actions. A key that is not here does nothing.
public enum ActionTable {
  /// Every action once, in the order of the help and of the key bar.
  public static let actions: [Action] = [
    selecting, moving, showing, finding, comparing, remarking, running,
  ].flatMap { $0 }

  private static let byID = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0) })

  private static let byKey: [Key: [Action]] = {
    var byKey: [Key: [Action]] = [:]
    for action in actions {
      for key in action.keys { byKey[key, default: []].append(action) }
    }
    return byKey
  }()

  /// The action of an id.
  static func action(_ id: ActionID) -> Action {
    guard let action = byID[id] else { preconditionFailure("every id has its action; a test holds this") }
    return action
  }

  /// What `key` does in `state`: itself, or as the key in its place on a Latin layout.
  static func action(for key: Key, in state: ReaderState) -> Action? {
    let reach = state.reach
    for candidate in [key, KeyLayouts.latin(key)].compactMap({ $0 }) {
      let found = byKey[candidate, default: []].first { $0.reach.contains(reach) && !$0.yields(state) }
      if let found { return found }
      // Where one types, a letter of another alphabet is that letter.
      if !reach.isDisjoint(with: .typing) { return nil }
    }
    return nil
  }

  /// Actions whose keys work in `state`, in the table's order.
  static func valid(in state: ReaderState) -> [Action] {
    actions.filter { $0.reach.contains(state.reach) && !$0.yields(state) }
  }
}
