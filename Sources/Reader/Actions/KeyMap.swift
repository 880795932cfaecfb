import Dossier
public import Terminal

/// Which keys do what: the action table as the person bound it.
///
/// What the person binds wins: a key that is given to an action is taken from every other that could be meant in the
/// same place. Two actions that share a key by default, because one yields to the other, may share any key.
public struct KeyMap: Sendable {
  /// The keys of the action table.
  public static let standard = KeyMap()

  private var keys: [ActionID: [Key]] = [:]
  private var byKey: [Key: [Action]] = [:]
  /// The actions that the last line tells, each with its key's name and its word there; looked at with every key.
  private(set) var bar: [(action: Action, key: String, word: String)] = []

  /// - Parameter bindings: the keys of the actions that the person bound; none takes all keys away.
  public init(_ bindings: [ActionID: [Key]] = [:]) {
    let bound = ActionTable.actions.filter { bindings[$0.id] != nil }
    for action in ActionTable.actions {
      let given =
        bindings[action.id]
        ?? action.keys.filter { key in
          !bound.contains { bindings[$0.id, default: []].contains(key) && $0.collides(with: action) }
        }
      keys[action.id] = given
      for key in given { byKey[key, default: []].append(action) }
      if let key = given.first, let word = action.bar { bar.append((action, key.name, word)) }
    }
  }

  /// The keys of an action; none where all were taken away.
  public subscript(id: ActionID) -> [Key] { keys[id, default: []] }

  /// What the key of an action is called in a line that names one: its first, or `:name` for the palette where it has
  /// none.
  func hint(_ id: ActionID) -> String { self[id].first?.name ?? ":\(id.rawValue)" }

  /// All that a key does in any place.
  func actions(for key: Key) -> [Action] { byKey[key, default: []] }

  /// What `key` does in `state`: itself, or as the key in its place on a Latin layout; an arrow with
  /// Control that does nothing of its own is the arrow. Where one types, a character is
  /// that character.
  func action(for key: Key, in state: ReaderState) -> Action? {
    let reach = state.reach
    if case .character = key, !reach.isDisjoint(with: .typing) { return nil }
    for candidate in [key, KeyLayouts.latin(key, after: state.foreignLetter), key.withoutControl].compactMap({ $0 }) {
      let found = byKey[candidate, default: []].first { $0.reach.contains(reach) && !$0.yields(state) }
      if let found { return found }
    }
    return nil
  }
}

extension Action {
  /// Whether one key for both would leave it open which is meant.
  public func collides(with other: Action) -> Bool {
    id != other.id && !reach.isDisjoint(with: other.reach) && Set(keys).isDisjoint(with: other.keys)
  }

  /// Whether it can be done only where one types, so that a character cannot be its key.
  public var isForTyping: Bool { reach.isSubset(of: .typing) }
}

extension ReaderState {
  /// What the key of an action is called, for lines that name one.
  func hint(_ id: ActionID) -> String { keys.hint(id) }

  /// The first line said: which keys to begin with. It is one line of 80 columns.
  public var greeting: String {
    let step = dossier.disagreements.isEmpty && !index.isReading ? "" : "\(hint(.nextDifference)) next difference · "
    return "\(hint(.open)) opens · \(hint(.nextPane)) next pane · \(step)\(hint(.help)) shows all keys"
  }
}
