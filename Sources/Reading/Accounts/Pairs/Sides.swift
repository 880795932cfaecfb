internal import Dossier

/// Whom an actor speaks for: the state of a metonym, an office or a name, the person whose campaign it is, or else the actor
/// alone.
struct Sides: Sendable {
  private var states: [Int: Int] = [:]
  private var persons: [Int: Int] = [:]

  init(_ actors: [Actor]) {
    for (number, actor) in actors.enumerated() {
      let own = actor.speaksFor.map { actors[$0.index].name } ?? actor.name
      // The state that most of an office-holder's titles name.
      var counts: [Int: Int] = [:]
      for role in actor.roles { if let state = Self.state(in: role.text) { counts[state, default: 0] += 1 } }
      let office = counts.min { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }?.key
      if let state = Self.state(in: own) ?? office { states[number] = state }
      if let person = actor.speaksFor?.index, actors[person].kind == .person { persons[number] = person }
    }
  }

  /// One number for all who speak for one state; a number of its own for anybody else.
  subscript(actor: Int) -> Int {
    let actor = persons[actor] ?? actor
    return states[actor].map { -1 - $0 } ?? actor
  }

  private static func state(in text: String) -> Int? {
    text.split(separator: " ").lazy.compactMap { Nationality.shared.state(of: $0.lowercased()) }.first
  }
}
