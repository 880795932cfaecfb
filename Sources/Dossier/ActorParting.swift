/// The mentions of an actor, parted by a name that is somebody else's.
struct ActorParting {
  /// Those by the name, and the pronouns that follow it: who is spoken of without a name is who was named last.
  private(set) var gone: [Mention] = []
  private(set) var kept: [Mention] = []
  /// All of them by document, in the order of the text.
  private var ofDocument: [Document.ID: [(span: Span, isName: Bool, isGone: Bool)]] = [:]

  /// - Parameter name: as some text has it; capitals do not tell names apart.
  /// - Returns: `nil` where the actor has no such name, or no other one.
  /// - Complexity: O(mentions log mentions).
  init?(of name: String, from actor: Actor, in dossier: Dossier) {
    let lower = name.lowercased()
    for mention in actor.mentions.sorted(by: { ($0.document, $0.span) < ($1.document, $1.span) }) {
      let isName = mention.kind != .pronoun
      let isGone =
        isName
        ? dossier[Passage(document: mention.document, span: mention.span)].lowercased() == lower
        : ofDocument[mention.document]?.last?.isGone ?? false
      ofDocument[mention.document, default: []].append((mention.span, isName, isGone))
      if isGone { gone.append(mention) } else { kept.append(mention) }
    }
    guard !gone.isEmpty, kept.contains(where: { $0.kind != .pronoun }) else { return nil }
  }

  /// Whether the words that name a speaker, one of the actor's, name whom the name is: by a mention that is among them, else by
  /// the last one before.
  func isGone(_ words: Passage) -> Bool {
    guard let mentions = ofDocument[words.document] else { return false }
    let among = mentions.filter { $0.span.overlaps(words.span) }
    let named = among.first { $0.span == words.span } ?? among.first(where: \.isName) ?? among.first
    return (named ?? mentions.last { $0.span.start < words.span.start })?.isGone ?? false
  }
}
