import Dossier
import Query
import Synchronization

/// What searches and filters look through, each part made when it is first asked for.
final class Finder: Sendable {
  /// Lists whose rows a query is asked of.
  enum List: Hashable {
    case documents, actors, statements, differences, agreements, omissions
  }

  private struct Made {
    var directory: Directory?
    var columns: [List: TextColumn] = [:]
  }

  /// The texts as searched.
  let corpus: Corpus
  private let dossier: Dossier
  private let made = Mutex(Made())

  init(_ dossier: Dossier, _ corpus: Corpus) {
    self.dossier = dossier
    self.corpus = corpus
  }

  /// Actors and documents under all their names.
  var directory: Directory {
    made.withLock { made in
      if let directory = made.directory { return directory }
      let directory = Directory(dossier, corpus: corpus)
      made.directory = directory
      return directory
    }
  }

  /// Makes what the first letter of a search needs, so that it costs no more than the others.
  func prepare() {
    corpus.prepare()
    _ = directory
  }

  /// Makes what the first letter of a filter of the differences, agreements and omissions needs.
  func prepareAccounts() {
    for list in [List.differences, .agreements, .omissions] { _ = column(list) }
    _ = directory
  }

  /// The folded words of a list's rows, in the order of the dossier.
  func column(_ list: List) -> TextColumn {
    made.withLock { made in
      if let column = made.columns[list] { return column }
      let column = TextColumn(count: dossier.count(of: list)) { dossier.words(of: list, $0) }
      made.columns[list] = column
      return column
    }
  }
}

extension Dossier {
  fileprivate func count(of list: Finder.List) -> Int {
    switch list {
    case .documents: documents.count
    case .actors: actors.count
    case .statements: statements.count
    case .differences: disagreements.count
    case .agreements: agreements.count
    case .omissions: omissions.count
    }
  }

  /// What a filter finds one row of a list by.
  func words(of list: Finder.List, _ row: Int) -> String {
    switch list {
    case .documents:
      let document = documents[row]
      let title = document.headline ?? ""
      return "\(document.label) \(document.name) \(title) \(document.event.map { self[$0].label } ?? "")"
    case .actors: return names(of: actors[row])
    case .statements:
      let statement = statements[row]
      let text = self[statement.document].text
      let cue = statement.cue.map { text[$0.span] } ?? ""
      return "\(speaker(of: statement) ?? "") \(words(of: statement)) \(cue)"
    case .differences:
      let difference = disagreements[row]
      let sides = difference.sides.map { side in
        let document = self[side.passage.document]
        return "\(self.holder(of: side) ?? "") \(document.label) \(document.name) \(self[side.passage])"
      }
      return
        "\(difference.relation.rawValue) \(difference.kind.rawValue) \(sides[0]) \(sides[1]) \(because(difference))"
    case .agreements:
      let agreement = agreements[row]
      let labels = agreement.passages.map { self[$0.document].label }
      return "\(self[agreement.claim]) \(labels.joined(separator: " "))"
    case .omissions:
      let omission = omissions[row]
      return "\(self[omission.present]) \(self[omission.present.document].label) \(self[omission.missingFrom].label)"
    }
  }
}
