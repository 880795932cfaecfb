import Dossier

/// A run of tokens that was tied to an actor.
struct Reference {
  var tokens: Range<Int>
  var span: Span
  /// Index of the draft.
  var actor: Int
  var kind: Mention.Kind
  var basis: String
  /// How likely it stands for the actor, 0…1.
  var confidence = 1.0
}
