import Dossier

/// Names for what a dossier holds that another analysis of the same set gives to the same things.
final class StableNames {
  let dossier: Dossier
  private lazy var byPath = Dictionary(dossier.documents.map { ($0.path, $0.id) }) { first, _ in first }
  /// Costs a pass over texts that were read just now: made where an article is not found by its path.
  private lazy var byHash = Dictionary(dossier.documents.map { ($0.contentHash, $0.id) }) { first, _ in first }

  init(_ dossier: Dossier) { self.dossier = dossier }

  func document(_ id: Document.ID) -> String { "\(dossier[id].contentHash) \(dossier[id].path)" }
  func actor(_ id: Actor.ID) -> String { dossier[id].name }

  func passage(_ passage: Passage) -> String {
    "\(passage.span.start) \(passage.span.end) \(document(passage.document))"
  }

  func statement(_ id: Statement.ID) -> String {
    passage(Passage(document: dossier[id].document, span: dossier[id].span))
  }

  func difference(_ id: Disagreement.ID) -> String { finding(.difference(id)) }

  func finding(_ finding: Finding) -> String {
    dossier.anchoring(of: finding).map(passage).joined(separator: "\n")
  }

  /// The same text, at the same path where there are several; else the file at that path.
  func document(named name: String) -> Document.ID? {
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let atPath = byPath[parts[1]]
    if let atPath, dossier[atPath].contentHash == parts[0] { return atPath }
    return byHash[parts[0]] ?? atPath
  }

  func actor(named name: String) -> Actor.ID? { dossier.actors.first { $0.name == name }?.id }

  func passage(named name: String) -> Passage? {
    let parts = name.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let start = UInt32(parts[0]), let end = UInt32(parts[1]), start <= end,
      let document = document(named: String(parts[2]))
    else { return nil }
    return Passage(document: document, span: Span(start: start, end: end))
  }

  func statement(named name: String) -> Statement.ID? {
    guard let passage = passage(named: name) else { return nil }
    return dossier.statements.first { $0.document == passage.document && $0.span == passage.span }?.id
  }

  func difference(named name: String) -> Disagreement.ID? {
    guard case .difference(let id) = finding(.passages, named: name) else { return nil }
    return id
  }

  func finding(_ subject: Annotation.Subject, named name: String) -> Finding? {
    let passages = name.split(separator: "\n").compactMap { passage(named: String($0)) }
    var finder = FindingFinder(dossier, touched: Set(passages))
    return finder.findings(subject, on: passages).first
  }
}
