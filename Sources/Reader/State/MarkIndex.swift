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

/// The marks of every document. They are grouped at once and put in order when a document is first shown, so that a large
/// set opens fast.
final class MarkIndex: Sendable {
  private let documents: [Document]
  private let statements: Grouping<Statement.ID>
  private let mentions: Grouping<ActorMention>
  private let sides: Grouping<DifferenceSide>
  private let omissions: Grouping<Int>
  private let agreements: Grouping<Int>
  private let made: Mutex<[DocumentMarks?]>

  /// - Complexity: O(marks).
  init(_ dossier: Dossier) {
    let count = dossier.documents.count
    documents = dossier.documents
    statements = Grouping(count) { add in
      for statement in dossier.statements { add(statement.document, statement.span, statement.id) }
    }
    mentions = Grouping(count) { add in
      for actor in dossier.actors {
        for (index, mention) in actor.mentions.enumerated() {
          add(mention.document, mention.span, ActorMention(actor: actor.id, mention: index))
        }
      }
    }
    sides = Grouping(count) { add in
      for difference in dossier.disagreements {
        for (side, isLeft) in [(difference.left, true), (difference.right, false)] {
          let value = DifferenceSide(difference: difference.id, isLeft: isLeft)
          add(side.passage.document, side.passage.span, value)
        }
      }
    }
    omissions = Grouping(count) { add in
      for (index, omission) in dossier.omissions.enumerated() {
        add(omission.present.document, omission.present.span, index)
      }
    }
    agreements = Grouping(count) { add in
      for (index, agreement) in dossier.agreements.enumerated() {
        for passage in agreement.passages { add(passage.document, passage.span, index) }
      }
    }
    made = Mutex([DocumentMarks?](repeating: nil, count: count))
  }

  /// The marks of a document. Cost: O(n log n) in them the first time.
  subscript(document: Int) -> DocumentMarks {
    made.withLock { made in
      if let marks = made[document] { return marks }
      let marks = DocumentMarks(
        statements: SpanIndex(statements[document]), mentions: SpanIndex(mentions[document]),
        sides: SpanIndex(sides[document]), omissions: SpanIndex(omissions[document]),
        agreements: SpanIndex(agreements[document]),
        flags: SpanIndex(documents[document].flags.map { .init(span: $0.span, value: $0) }))
      made[document] = marks
      return marks
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
