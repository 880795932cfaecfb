public import Dossier
public import Language

/// Turns documents into a dossier. Every stage is a pure function of what came before, in a folder of its own.
public struct DossierReader: Sendable {
  private let analyser = Analyser()

  public init() {}

  /// Reads a set of documents.
  /// - Parameter documents: as `Ingest` gives them; `documents[i].id.index == i`.
  /// - Returns: the same documents with what was read from them. The same input gives the same output on any number of cores.
  public func read(_ documents: [Document]) -> Dossier {
    let texts = documents.map { document in
      analyser.analyse(document.text, blocks: document.blocks.filter(\.isRead).map(\.span))
    }
    return read(documents, texts: texts)
  }

  /// Reads a set of documents whose texts are analysed already.
  /// - Precondition: `texts[i]` is the analysis of `documents[i]`.
  public func read(_ documents: [Document], texts: [AnalysedText]) -> Dossier {
    var dossier = attribute(documents, texts: texts)
    EventFinder().find(in: &dossier, texts: texts)
    AccountComparer().compare(&dossier, texts: texts)
    return dossier
  }

  /// Finds statements and actors only: who says what, without comparing accounts.
  /// - Precondition: `texts[i]` is the analysis of `documents[i]`.
  public func attribute(_ documents: [Document], texts: [AnalysedText]) -> Dossier {
    var dossier = Dossier(documents: documents)
    for (document, text) in zip(documents, texts) {
      let first = dossier.statements.count
      for var statement in StatementFinder().statements(in: text, of: document) {
        statement.id = Statement.ID(first + statement.id.index)
        statement.duplicateOf = statement.duplicateOf.map { Statement.ID(first + $0.index) }
        dossier.statements.append(statement)
      }
    }
    dossier.actors = ActorFinder().actors(in: texts, of: documents, statements: dossier.statements)
    SpeakerLinker().link(&dossier)
    return dossier
  }
}
