import Language

/// What one text calls by one or more names.
struct TextEntity {
  var kind: Name.Kind
  /// Distinct forms, in order of first use.
  var forms: [Int] = []
  /// Indices of the name mentions, in order.
  var mentions: [Int] = []
  /// The fullest name of a person.
  var person: PersonName?
  /// What a title tells.
  var told: Gender?
  /// What a title, or else a given name, tells.
  var gender: Gender?
  /// What it is to a state, for a place or a body.
  var standing: StateTable.Standing?
  /// Acronyms that stand in brackets after it.
  var acronyms: [String] = []
  /// Index of the actor, once known.
  var actor = -1
}
