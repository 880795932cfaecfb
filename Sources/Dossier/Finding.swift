/// What was found among the accounts and a person can judge: where two part, what several tell alike, what one leaves out.
public enum Finding: Hashable, Sendable {
  case difference(Disagreement.ID)
  /// Index into the dossier's agreements.
  case agreement(Int)
  /// Index into the dossier's omissions.
  case omission(Int)
}

extension Finding {
  /// The subject of annotations on it.
  public var subject: Annotation.Subject {
    switch self {
    case .difference: .passages
    case .agreement: .agreement
    case .omission: .omission
    }
  }
}

extension Finding: Comparable {
  /// In the order of the three lists, and of the dossier.
  public static func < (left: Finding, right: Finding) -> Bool { (left.kind, left.index) < (right.kind, right.index) }

  /// Its place in the dossier's list of its kind.
  public var index: Int {
    switch self {
    case .difference(let id): id.index
    case .agreement(let number), .omission(let number): number
    }
  }

  private var kind: Int {
    switch self {
    case .difference: 0
    case .agreement: 1
    case .omission: 2
    }
  }
}

extension Dossier {
  /// Where a finding is told: both sides of a disagreement, all who tell what they agree on, what one leaves out.
  public func passages(of finding: Finding) -> [Passage] {
    switch finding {
    case .difference(let id): self[id].sides.map(\.passage)
    case .agreement(let number): agreements[number].passages
    case .omission(let number): [omissions[number].present]
    }
  }

  /// The passages by which a finding is known again: where it is told, and of an omission also what stands for the article
  /// that leaves it out.
  public func anchoring(of finding: Finding) -> [Passage] {
    guard case .omission(let number) = finding else { return passages(of: finding) }
    return passages(of: finding) + [passage(standingFor: omissions[number].missingFrom)].compactMap(\.self)
  }

  /// The passage that stands for a whole article: its title, else its first block; `nil` where it has neither.
  public func passage(standingFor id: Document.ID) -> Passage? {
    let document = self[id]
    return (document.title ?? document.blocks.first { $0.isRead }?.span ?? document.blocks.first?.span)
      .map { Passage(document: id, span: $0) }
  }
}

/// Finds the findings that annotations are on, by their passages.
package struct FindingFinder {
  private let dossier: Dossier
  private let touched: Set<Passage>
  /// Those of a subject that stand on `touched`, by the passages that they are known by.
  private var found: [Annotation.Subject: [Set<Passage>: [Finding]]] = [:]

  /// - Parameter touched: all passages that will be asked for: no other finding is looked at twice.
  package init(_ dossier: Dossier, touched: Set<Passage>) {
    self.dossier = dossier
    self.touched = touched
  }

  /// What stands on these passages, in whatever order. An agreement that more articles share now than when it was judged is
  /// the same one still.
  /// - Complexity: the first time for a subject, a pass over its findings; then O(touched).
  package mutating func findings(_ subject: Annotation.Subject, on passages: [Passage]) -> [Finding] {
    let wanted = Set(passages)
    let known = found[subject] ?? Dictionary(grouping: candidates(subject)) { Set(dossier.anchoring(of: $0)) }
    found[subject] = known
    if let exact = known[wanted] { return exact }
    guard subject == .agreement else { return [] }
    return known.filter { wanted.isSubset(of: $0.key) }.flatMap(\.value).sorted()
  }

  private func candidates(_ subject: Annotation.Subject) -> [Finding] {
    let all: [Finding] =
      switch subject {
      case .passages: dossier.disagreements.map { .difference($0.id) }
      case .agreement: dossier.agreements.indices.map(Finding.agreement)
      case .omission: dossier.omissions.indices.map(Finding.omission)
      }
    return all.filter { dossier.passages(of: $0).contains(where: touched.contains) }
  }
}
