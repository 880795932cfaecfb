/// States and the words that stand for them: names, adjectives, peoples, capitals, seats of power.
struct StateTable: Sendable {
  static let shared = StateTable(EmbeddedTable.states)

  /// Index of a state.
  typealias State = Int

  /// What a name that belongs to a state is to it.
  enum Standing: Hashable, Sendable {
    case state(State)
    /// One of its capitals, by number.
    case capital(State, Int)
    /// One of the houses from which it is governed, by number: the White House is not the Pentagon.
    case seat(State, Int)
  }

  private(set) var names: [String] = []
  private var standings: [String: Standing] = [:]
  private var adjectives: [String: State] = [:]
  private var peoples: [String: State] = [:]
  private var adjectiveStarts: Set<String> = []

  init(_ table: EmbeddedTable) {
    for fields in table.rows() where fields.count >= 6 {
      let state = names.count
      names.append(String(fields[0]))
      standings[NameKey.of(fields[0])] = .state(state)
      for alias in fields[1].split(separator: "|") { standings[NameKey.of(alias)] = .state(state) }
      for adjective in fields[2].split(separator: "|") { addAdjective(adjective, of: state) }
      for people in fields[3].split(separator: "|") { peoples[NameKey.of(people)] = state }
      for (number, city) in fields[4].split(separator: "/").enumerated() {
        for spelling in city.split(separator: "|") { standings[NameKey.of(spelling)] = .capital(state, number) }
      }
      for (number, seat) in fields[5].split(separator: "/").enumerated() {
        for spelling in seat.split(separator: "|") { standings[NameKey.of(spelling)] = .seat(state, number) }
      }
    }
  }

  private mutating func addAdjective(_ adjective: Substring, of state: State) {
    adjectives[NameKey.of(adjective)] = state
    if let first = adjective.split(separator: " ").first { adjectiveStarts.insert(NameKey.of(first)) }
  }

  /// What a name is to a state; `nil` for any other name.
  /// - Parameter key: as ``NameKey`` makes it.
  func standing(of key: String) -> Standing? { standings[key] }

  /// The state of an adjective (`russian`).
  func adjective(_ key: String) -> State? { adjectives[key] }

  /// The state of a people (`russians`).
  func people(_ key: String) -> State? { peoples[key] }

  /// The longest adjective of a state that begins at a token: the state and the number of tokens.
  func adjective(in text: ActorText, from index: Int, before end: Int) -> (state: State, length: Int)? {
    guard index < end, text.isCapitalised(index), adjectiveStarts.contains(text.key(index)) else { return nil }
    if index + 1 < end, let state = text.keyOfPair(index).flatMap({ adjectives[$0] }) { return (state, 2) }
    return adjectives[text.key(index)].map { ($0, 1) }
  }

  /// The longest adjective of a state that ends before `end`.
  func adjective(in text: ActorText, endingAt end: Int, after start: Int) -> (state: State, length: Int)? {
    guard end > start else { return nil }
    if end - 2 >= start, text.isCapitalised(end - 2), let state = text.keyOfPair(end - 2).flatMap({ adjectives[$0] }) {
      return (state, 2)
    }
    guard text.isCapitalised(end - 1) else { return nil }
    return adjectives[text.key(end - 1)].map { ($0, 1) }
  }
}
