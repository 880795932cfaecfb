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
///
/// A class, as it is looked at for every line that is drawn and should not be copied for each.
final class DocumentMarks: Sendable {
  let statements: SpanIndex<Statement.ID>
  let mentions: SpanIndex<ActorMention>
  let sides: SpanIndex<DifferenceSide>
  /// Indexes into the dossier's omissions that this document tells and another does not.
  let omissions: SpanIndex<Int>
  /// Indexes into the dossier's agreements that this document is part of.
  let agreements: SpanIndex<Int>
  let flags: SpanIndex<Flag>

  /// Looks for the marks of a document.
  /// - Parameter groups: all marks by document; without them, each kind is looked for in one pass.
  fileprivate init(_ document: Int, of dossier: Dossier, _ groups: MarkGroups?) {
    func index<Value>(
      _ grouping: Grouping<Value>?, _ each: ((Document.ID, Span, Value) -> Void) -> Void
    ) -> SpanIndex<Value> {
      if let grouping { return SpanIndex(grouping[document]) }
      var entries: [SpanIndex<Value>.Entry] = []
      each { if $0.index == document { entries.append(.init(span: $1, value: $2)) } }
      return SpanIndex(entries)
    }
    statements = index(groups?.statements, dossier.eachStatement)
    mentions = index(groups?.mentions, dossier.eachMention)
    sides = index(groups?.sides, dossier.eachSide)
    omissions = index(groups?.omissions, dossier.eachOmission)
    agreements = index(groups?.agreements, dossier.eachAgreement)
    flags = SpanIndex(dossier.documents[document].flags.map { .init(span: $0.span, value: $0) })
  }
}

/// All marks by document.
private struct MarkGroups {
  let statements: Grouping<Statement.ID>
  let mentions: Grouping<ActorMention>
  let sides: Grouping<DifferenceSide>
  let omissions: Grouping<Int>
  let agreements: Grouping<Int>

  /// Cost: O(marks).
  init(_ dossier: Dossier) {
    let count = dossier.documents.count
    statements = Grouping(count, dossier.eachStatement)
    mentions = Grouping(count, dossier.eachMention)
    sides = Grouping(count, dossier.eachSide)
    omissions = Grouping(count, dossier.eachOmission)
    agreements = Grouping(count, dossier.eachAgreement)
  }
}

/// The marks of every document.
///
/// `prepare()` groups them by document. A document that is shown before has its own looked for in one pass over all, so that
/// a large set opens fast.
final class MarkIndex: Sendable {
  private struct Made {
    var groups: MarkGroups?
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
    let groups = MarkGroups(dossier)
    made.withLock { $0.groups = groups }
  }

  /// The marks of a document. Cost: O(n log n) in them the first time, and one pass over all marks before `prepare()`.
  subscript(document: Int) -> DocumentMarks {
    made.withLock { made in
      if let marks = made.documents[document] { return marks }
      let marks = DocumentMarks(document, of: dossier, made.groups)
      made.documents[document] = marks
      return marks
    }
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
