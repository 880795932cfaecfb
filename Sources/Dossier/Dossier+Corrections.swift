extension Dossier {
  /// Makes one correction.
  /// - Returns: `false` where nothing of the kind stands there.
  mutating func correct(_ content: Annotation.Content, at passages: [Passage]) -> Bool {
    switch content {
    case .outlet(let name):
      documents[passages[0].document.index].source = Source(name: name, basis: .list, span: nil)
      tellOutletsApart()
      return true
    case .published(let words):
      guard let date = PartialDate(words) else { return false }
      documents[passages[0].document.index].published = Published(date: date, basis: .list, span: nil)
      return true
    case .actorName(let name):
      guard let actor = actor(at: passages[0]) else { return false }
      actors[actor.index].name = name
      return true
    case .speaker(let name):
      return correctSpeaker(at: passages[0], name)
    case .sameActor:
      guard passages.count == 2, let kept = actor(at: passages[0]), let other = actor(at: passages[1]) else {
        return false
      }
      if kept != other { merge(other, into: kept) }
      return true
    case .otherActor:
      guard let actor = actor(at: passages[0]) else { return false }
      split(passages[0], from: actor)
      return true
    case .verdict, .note, .tag, .bookmark: return false
    }
  }

  /// - Parameter name: `nil` is nobody.
  private mutating func correctSpeaker(at passage: Passage, _ name: String?) -> Bool {
    let found = statements.firstIndex { $0.document == passage.document && $0.span == passage.span }
    guard let index = found else { return false }
    var actor: Actor.ID?
    if let name { actor = actors.first { $0.name == name }?.id ?? addActor(named: name) }
    statements[index].speaker = actor.map { .init(mention: statements[index].speaker?.mention, actor: $0) }
    if let half = secondHalf(of: statements[index].id) { statements[half.index].speaker = statements[index].speaker }
    statements[index].basis = "corrected by hand"
    statements[index].confidence = 1
    for number in disagreements.indices { disagreements[number].adopt(actor, asSpeakerOf: [statements[index].id]) }
    return true
  }
}

extension Disagreement {
  /// Who holds a side is who made its statement, one of those that are another's now. What was found because one speaker holds
  /// both sides has no ground any more where they are two.
  mutating func adopt(_ actor: Actor.ID?, asSpeakerOf statements: Set<Statement.ID>) {
    let isLeft = left.statement.map(statements.contains) ?? false
    let isRight = right.statement.map(statements.contains) ?? false
    guard isLeft || isRight else { return }
    let wasOfOne = relation == .shift || left.actor != nil && left.actor == right.actor
    if isLeft { left.actor = actor }
    if isRight { right.actor = actor }
    // Said once, though both speakers are corrected.
    if wasOfOne, left.actor != right.actor, confidence > 0 {
      confidence = 0
      reason.parts.append(.words(" It was found while one speaker held both; you have corrected that."))
    }
  }
}
