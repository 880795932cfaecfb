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
    read(documents, texts: documents.map(analyse))
  }

  /// Reads a set of documents, and says after every step how far it is.
  /// - Parameter report: gets the progress and, if asked for, the dossier so far, in which every document that is read has its
  ///   statements; answers what to do next.
  /// - Returns: what `read(_:)` does, or what was read before `report` said to stop.
  public func read(
    _ documents: [Document], reporting report: (ReadingProgress, _ soFar: () -> Dossier) -> ReadingOrder
  ) -> Dossier {
    var texts = [AnalysedText?](repeating: nil, count: documents.count)
    var statements = [[Statement]](repeating: [], count: documents.count)
    var soFar: Dossier { Self.dossier(of: documents, statements: statements) }
    var next = 0
    var wanted: Int?
    for done in documents.indices {
      while next < texts.count, texts[next] != nil { next += 1 }
      let index = wanted ?? next
      let text = analyse(documents[index])
      texts[index] = text
      statements[index] = StatementFinder().statements(in: text, of: documents[index])
      let progress = ReadingProgress(stage: .texts, done: done + 1, total: documents.count)
      wanted = nil
      switch report(progress, { soFar }) {
      case .goOn: break
      case .first(let id): if texts.indices.contains(id.index), texts[id.index] == nil { wanted = id.index }
      case .stop: return soFar
      }
    }
    return finish(soFar, texts: texts.compactMap(\.self), reporting: report)
  }

  /// The stages that look at all documents together.
  private func finish(
    _ read: Dossier, texts: [AnalysedText], reporting report: (ReadingProgress, _ soFar: () -> Dossier) -> ReadingOrder
  ) -> Dossier {
    var dossier = read
    let count = dossier.documents.count
    for (stage, run) in Self.stages {
      guard report(ReadingProgress(stage: stage, done: 0, total: count), { dossier }) != .stop else { return dossier }
      run(&dossier, texts)
    }
    return dossier
  }

  /// What is found once statements are, in this order: each stage asks what those before it found.
  private static let stages: [(ReadingProgress.Stage, @Sendable (inout Dossier, [AnalysedText]) -> Void)] = [
    (.actors, attribute),
    (.events, { EventFinder().find(in: &$0, texts: $1) }),
    (.accounts, { AccountComparer().compare(&$0, texts: $1) }),
  ]

  private func analyse(_ document: Document) -> AnalysedText {
    analyser.analyse(document.text, blocks: document.blocks.filter(\.isRead).map(\.span))
  }

  /// Reads a set of documents whose texts are analysed already.
  /// - Precondition: `texts[i]` is the analysis of `documents[i]`.
  public func read(_ documents: [Document], texts: [AnalysedText]) -> Dossier {
    finish(Self.dossier(of: documents, texts: texts), texts: texts) { _, _ in .goOn }
  }

  /// Finds statements and actors only: who says what, without comparing accounts.
  /// - Precondition: `texts[i]` is the analysis of `documents[i]`.
  public func attribute(_ documents: [Document], texts: [AnalysedText]) -> Dossier {
    var dossier = Self.dossier(of: documents, texts: texts)
    Self.attribute(&dossier, texts)
    return dossier
  }

  private static func dossier(of documents: [Document], texts: [AnalysedText]) -> Dossier {
    dossier(of: documents, statements: zip(documents, texts).map { StatementFinder().statements(in: $1, of: $0) })
  }

  /// Ties statements to those who speak.
  @Sendable private static func attribute(_ dossier: inout Dossier, _ texts: [AnalysedText]) {
    dossier.actors = ActorFinder().actors(in: texts, of: dossier.documents, statements: dossier.statements)
    SpeakerLinker().link(&dossier)
  }

  /// Documents with the statements found in each, numbered through.
  private static func dossier(of documents: [Document], statements: [[Statement]]) -> Dossier {
    var dossier = Dossier(documents: documents)
    for found in statements {
      let first = dossier.statements.count
      for var statement in found {
        statement.id = Statement.ID(first + statement.id.index)
        statement.duplicateOf = statement.duplicateOf.map { Statement.ID(first + $0.index) }
        statement.continues = statement.continues.map { Statement.ID(first + $0.index) }
        dossier.statements.append(statement)
      }
    }
    return dossier
  }
}
