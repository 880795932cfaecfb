extension Dossier {
  /// Makes one correction.
  /// - Returns: `false` where nothing of the kind stands there.
  mutating func correct(_ content: Annotation.Content, at passages: [Passage]) -> Bool {
    switch content {
    case .outlet(let name):
      documents[passages[0].document.index].source = Source(name: name, basis: .list, span: nil)
      tellOutletsApart()
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

  private mutating func correctSpeaker(at passage: Passage, _ name: String) -> Bool {
    let found = statements.firstIndex { $0.document == passage.document && $0.span == passage.span }
    guard let index = found else { return false }
    let actor = actors.first { $0.name == name }?.id ?? addActor(named: name)
    statements[index].speaker = .init(mention: statements[index].speaker?.mention, actor: actor)
    statements[index].basis = "corrected by hand"
    statements[index].confidence = 1
    // Who holds a side of a disagreement is who made its statement.
    for side in disagreements.indices {
      if disagreements[side].left.statement == statements[index].id { disagreements[side].left.actor = actor }
      if disagreements[side].right.statement == statements[index].id { disagreements[side].right.actor = actor }
    }
    return true
  }
}
