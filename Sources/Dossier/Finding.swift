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

  /// How much of two passages must be the same for one to stand for the other.
  private static let leastOverlap = 0.5

  /// What stands on passages that share at least half with these, the most first: after an edit a passage begins or ends
  /// elsewhere. Of several findings none is preferred that shares as much.
  /// - Complexity: a pass over the findings of the subject.
  package func findings(_ subject: Annotation.Subject, near passages: [Passage]) -> [Finding] {
    let scored = all(subject).compactMap { finding in
      likeness(of: dossier.anchoring(of: finding), to: passages, isWhole: subject != .agreement).map { (finding, $0) }
    }
    guard let best = scored.map(\.1).max() else { return [] }
    return scored.filter { $0.1 == best }.map(\.0)
  }

  /// How much passages share with others, each with one of its own; `nil` where one of the others finds none.
  /// - Parameter isWhole: whether there may be no more of them than of the others.
  private func likeness(of passages: [Passage], to others: [Passage], isWhole: Bool) -> Double? {
    guard isWhole ? passages.count == others.count : passages.count >= others.count else { return nil }
    var rest = passages
    var sum = 0.0
    for other in others {
      let likest = rest.indices.map { (index: $0, share: Self.overlap(rest[$0], other)) }.max { $0.share < $1.share }
      guard let likest, likest.share >= Self.leastOverlap else { return nil }
      sum += likest.share
      rest.remove(at: likest.index)
    }
    return sum
  }

  /// The share of what two passages cover that both do.
  private static func overlap(_ one: Passage, _ other: Passage) -> Double {
    guard one.document == other.document else { return 0 }
    let shared = one.span.overlap(with: other.span)
    return shared == 0 ? 0 : Double(shared) / Double(one.span.count + other.span.count - shared)
  }

  private func candidates(_ subject: Annotation.Subject) -> [Finding] {
    all(subject).filter { dossier.passages(of: $0).contains(where: touched.contains) }
  }

  private func all(_ subject: Annotation.Subject) -> [Finding] {
    switch subject {
    case .passages: dossier.disagreements.map { .difference($0.id) }
    case .agreement: dossier.agreements.indices.map(Finding.agreement)
    case .omission: dossier.omissions.indices.map(Finding.omission)
    }
  }
}
