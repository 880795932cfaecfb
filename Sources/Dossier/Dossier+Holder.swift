extension Disagreement {
  /// Who holds a side that no speaker of its article does.
  public static let reporter = "reporter"
}

extension Dossier {
  /// Who holds a side of a disagreement: the actor, or the words for a speaker who is tied to none, as *witnesses*; `nil` for
  /// the reporter.
  public func holder(of side: Disagreement.Side) -> String? {
    side.actor.map { self[$0].name }
      ?? side.statement.flatMap { speaker(of: self[$0]) }?.singleSpaced
  }
}
