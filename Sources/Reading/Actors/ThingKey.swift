/// What makes two names of no person one: what they are to a state, or else how they are written.
enum ThingKey: Hashable {
  case standing(StateTable.Standing)
  /// As ``NameKey`` makes it.
  case name(String)
}
