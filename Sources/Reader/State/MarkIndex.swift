import Dossier
import Synchronization

/// One passage of a difference where it stands in a text.
struct DifferenceSide: Sendable, Hashable {
  var difference: Disagreement.ID
  var isLeft: Bool
}

/// An actor's mention where it stands in a text.
struct ActorMention: Sendable, Hashable {
  var actor: Actor.ID
  /// Index into the actor's mentions.
  var mention: Int
}

/// The marks of one document.
struct DocumentMarks: Sendable {
  var statements: SpanIndex<Statement.ID>
  var mentions: SpanIndex<ActorMention>
  var sides: SpanIndex<DifferenceSide>
  /// Indexes into the dossier's omissions that this document tells and another does not.
  var omissions: SpanIndex<Int>
  /// Indexes into the dossier's agreements that this document is part of.
  var agreements: SpanIndex<Int>
  var flags: SpanIndex<Flag>
}

/// The marks of every document.
///
/// `prepare()` groups them by document. A document that is shown before has its own looked for in one pass over all, so that
/// a large set opens fast.
final class MarkIndex: Sendable {
  private struct Groups {
    var statements: Grouping<Statement.ID>
    var mentions: Grouping<ActorMention>
    var sides: Grouping<DifferenceSide>
    var omissions: Grouping<Int>
    var agreements: Grouping<Int>
  }

  private struct Made {
    var groups: Groups?
    var documents: [DocumentMarks?]
  }

  private let dossier: Dossier
  private let made: Mutex<Made>

  init(_ dossier: Dossier) {
    self.dossier = dossier
    made = Mutex(Made(documents: [DocumentMarks?](repeating: nil, count: dossier.documents.count)))
  }

  /// Groups all marks by document, unless that is done already. Cost: O(marks).
  func prepare() {
    guard made.withLock({ $0.groups == nil }) else { return }
    let count = dossier.documents.count
    let groups = Groups(
      statements: Grouping(count, dossier.eachStatement), mentions: Grouping(count, dossier.eachMention),
      sides: Grouping(count, dossier.eachSide), omissions: Grouping(count, dossier.eachOmission),
      agreements: Grouping(count, dossier.eachAgreement))
    made.withLock { $0.groups = groups }
  }

  /// The marks of a document. Cost: O(n log n) in them the first time, and one pass over all marks before `prepare()`.
  subscript(document: Int) -> DocumentMarks {
    made.withLock { made in
      if let marks = made.documents[document] { return marks }
      let groups = made.groups
      let marks = DocumentMarks(
        statements: Self.index(document, groups?.statements, dossier.eachStatement),
        mentions: Self.index(document, groups?.mentions, dossier.eachMention),
        sides: Self.index(document, groups?.sides, dossier.eachSide),
        omissions: Self.index(document, groups?.omissions, dossier.eachOmission),
        agreements: Self.index(document, groups?.agreements, dossier.eachAgreement),
        flags: SpanIndex(dossier.documents[document].flags.map { .init(span: $0.span, value: $0) }))
      made.documents[document] = marks
      return marks
    }
  }

  private static func index<Value>(
    _ document: Int, _ grouping: Grouping<Value>?, _ each: ((Document.ID, Span, Value) -> Void) -> Void
  ) -> SpanIndex<Value> {
    if let grouping { return SpanIndex(grouping[document]) }
    var entries: [SpanIndex<Value>.Entry] = []
    each { if $0.index == document { entries.append(.init(span: $1, value: $2)) } }
    return SpanIndex(entries)
  }
}

/// All marks of a kind, in the dossier's order, each with the document and span that it lies on.
extension Dossier {
  fileprivate func eachStatement(_ add: (Document.ID, Span, Statement.ID) -> Void) {
    for statement in statements { add(statement.document, statement.span, statement.id) }
  }

  fileprivate func eachMention(_ add: (Document.ID, Span, ActorMention) -> Void) {
    for actor in actors {
      for (index, mention) in actor.mentions.enumerated() {
        add(mention.document, mention.span, ActorMention(actor: actor.id, mention: index))
      }
    }
  }

  fileprivate func eachSide(_ add: (Document.ID, Span, DifferenceSide) -> Void) {
    for difference in disagreements {
      let (left, right) = (difference.left.passage, difference.right.passage)
      add(left.document, left.span, DifferenceSide(difference: difference.id, isLeft: true))
      add(right.document, right.span, DifferenceSide(difference: difference.id, isLeft: false))
    }
  }

  fileprivate func eachOmission(_ add: (Document.ID, Span, Int) -> Void) {
    for (index, omission) in omissions.enumerated() { add(omission.present.document, omission.present.span, index) }
  }

  fileprivate func eachAgreement(_ add: (Document.ID, Span, Int) -> Void) {
    for (index, agreement) in agreements.enumerated() {
      for passage in agreement.passages { add(passage.document, passage.span, index) }
    }
  }
}

/// Marks by document, in one array: those of a document stand together, in the order in which they came.
private struct Grouping<Value: Sendable>: Sendable {
  typealias Entry = SpanIndex<Value>.Entry
  private let entries: [Entry]
  private let starts: [Int]

  /// - Parameter each: calls what it is given for every mark; it is asked twice. A mark of no document is left out.
  init(_ documents: Int, _ each: ((Document.ID, Span, Value) -> Void) -> Void) {
    var starts = [Int](repeating: 0, count: documents + 1)
    var first: Entry?
    each { document, span, value in
      guard document.index < documents else { return }
      starts[document.index + 1] += 1
      if first == nil { first = Entry(span: span, value: value) }
    }
    for index in 0..<documents { starts[index + 1] += starts[index] }
    self.starts = starts
    guard let first else {
      entries = []
      return
    }
    var entries = [Entry](repeating: first, count: starts[documents])
    each { document, span, value in
      guard document.index < documents else { return }
      entries[starts[document.index]] = Entry(span: span, value: value)
      starts[document.index] += 1
    }
    self.entries = entries
  }

  subscript(document: Int) -> [Entry] { Array(entries[starts[document]..<starts[document + 1]]) }
}
