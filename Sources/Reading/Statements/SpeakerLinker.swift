public import Dossier

/// Gives every statement the actor that its speaker mention belongs to.
public struct SpeakerLinker: Sendable {
  public init() {}

  /// Fills `speaker.actor` of every statement that has a speaker mention, and doubts it as far as a pronoun is doubted.
  ///
  /// The words that name a speaker may hold several names ("Kremlin spokesman Dmitry Peskov"): the one that is their head is
  /// the speaker. A pronoun, a title or an inherited speaker is linked through its own mention.
  /// - Complexity: O((mentions + statements) log mentions).
  public func link(_ dossier: inout Dossier) {
    var mentions = [[Mention]](repeating: [], count: dossier.documents.count)
    var actors = [[Int]](repeating: [], count: dossier.documents.count)
    for (document, entries) in SpeakerIndex(dossier.actors, documents: dossier.documents.count).entries.enumerated() {
      mentions[document] = entries.map(\.mention)
      actors[document] = entries.map(\.actor)
    }
    for index in dossier.statements.indices {
      let document = dossier.statements[index].document.index
      guard let span = dossier.statements[index].speaker?.mention, mentions.indices.contains(document) else { continue }
      let found = SpeakerMention.index(
        of: span, among: mentions[document], in: dossier.documents[document].text,
        isPerson: { dossier.actors[actors[document][$0]].kind == .person })
      guard let found else { continue }
      dossier.statements[index].speaker?.actor = dossier.actors[actors[document][found]].id
      let joined = SpeakerMention.joined(
        to: found, among: mentions[document], before: dossier.statements[index].cue?.span,
        in: dossier.documents[document].text)
      var said = [actors[document][found]]
      for other in joined.map({ actors[document][$0] }) where !said.contains(other) { said.append(other) }
      dossier.statements[index].speaker?.others = said.dropFirst().map { dossier.actors[$0].id }
      dossier.statements[index].confidence *= mentions[document][found].confidence
    }
  }
}

/// The mentions of every document in order of start, with their actors.
private struct SpeakerIndex {
  var entries: [[(mention: Mention, actor: Int)]]

  init(_ actors: [Actor], documents: Int) {
    entries = Array(repeating: [], count: documents)
    for (number, actor) in actors.enumerated() {
      for mention in actor.mentions where entries.indices.contains(mention.document.index) {
        entries[mention.document.index].append((mention, number))
      }
    }
    for document in entries.indices { entries[document].sort { $0.mention.span < $1.mention.span } }
  }
}
