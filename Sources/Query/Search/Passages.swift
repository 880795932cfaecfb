package import Dossier

/// What was read from the texts, as a search sees it: who says what where, and what was marked.
///
/// A query that asks for a speaker or a mark is asked of these instead of paragraphs.
package struct Passages: Sendable {
  package struct Entry: Sendable {
    package var span: Span
    package var statement: Statement.ID?
    /// Who says it, as the directory counts them.
    package var speakers: [Int]
    package var traits: Traits
    package var note: String
    package var tag: String

    package init(
      span: Span, statement: Statement.ID? = nil, speakers: [Int] = [], traits: Traits, note: String = "",
      tag: String = ""
    ) {
      self.span = span
      self.statement = statement
      self.speakers = speakers
      self.traits = traits
      self.note = note
      self.tag = tag
    }
  }

  /// By document, in reading order.
  let entries: [[Entry]]
  package let directory: Directory

  /// - Parameters:
  ///   - differences: those that are shown; a passage has their traits.
  ///   - remarks: what the person thinks of them, and of agreements and omissions.
  ///   - marks: notes, tags and bookmarks on passages, and corrections.
  /// - Complexity: O(n log n) in the statements and differences.
  package init(
    _ dossier: Dossier, _ directory: Directory, differences: [Disagreement.ID],
    remarks: [Finding: AnnotatedDossier.Remark] = [:], marks: [AnnotatedDossier.Mark] = []
  ) {
    self.directory = directory
    var entries = [[Entry]](repeating: [], count: dossier.documents.count)
    var places = [(document: Int, entry: Int)?](repeating: nil, count: dossier.statements.count)
    for statement in dossier.statements where statement.isListed {
      let document = statement.document.index
      places[statement.id.index] = (document, entries[document].count)
      var traits = Traits(statement.kind)
      if let cue = statement.cue { traits.formUnion(Traits(cue)) }
      for span in dossier.spans(of: statement) {
        entries[document].append(
          Entry(
            span: span, statement: statement.id, speakers: directory.speakers(of: statement, in: dossier),
            traits: traits)
        )
      }
    }
    for id in differences {
      let difference = dossier[id]
      let remark = remarks[.difference(id)]
      let traits = Traits(difference, remark)
      let note = remark?.note ?? ""
      let tag = remark?.tagWords ?? ""
      for side in [difference.left, difference.right] {
        if let place = side.statement.flatMap({ places[$0.index] }) {
          entries[place.document][place.entry].traits.formUnion(traits)
          entries[place.document][place.entry].note += note
          entries[place.document][place.entry].tag += tag
        } else {
          entries[side.passage.document.index].append(
            Entry(
              span: side.passage.span, speakers: side.actor.map { [$0.index] } ?? [], traits: traits, note: note,
              tag: tag))
        }
      }
    }
    for (finding, remark) in remarks where finding.subject != .passages {
      for passage in dossier.passages(of: finding) {
        entries[passage.document.index].append(
          Entry(span: passage.span, traits: Traits(remark), note: remark.note, tag: remark.tagWords))
      }
    }
    for mark in marks {
      var entry = Entry(span: mark.passage.span, traits: [])
      switch mark.content {
      case .note(let words): (entry.note, entry.traits) = (words, Traits("noted"))
      case .tag(let words): (entry.tag, entry.traits) = (words, Traits("tagged"))
      case .bookmark: entry.traits = Traits("bookmarked")
      case .speaker, .actorName, .sameActor, .otherActor, .outlet, .published: entry.traits = Traits("corrected")
      case .verdict: continue
      }
      entries[mark.passage.document.index].append(entry)
    }
    self.entries = entries.map { $0.sorted { $0.span < $1.span } }
  }
}

extension Traits {
  /// What `kind:`, `is:` and `verdict:` find a difference by.
  package init(_ difference: Disagreement, _ remark: AnnotatedDossier.Remark?) {
    self = [
      Traits(difference.kind.rawValue), Traits(difference.relation.rawValue), Traits(difference.time.rawValue),
      Traits(difference.scope.rawValue), Traits(remark),
    ]
  }

  /// What `is:` and `verdict:` find a finding by, of what the person thinks of it.
  package init(_ remark: AnnotatedDossier.Remark?) {
    self = Traits(remark?.verdict?.rawValue ?? "open")
    guard let remark else { return }
    if !remark.note.isEmpty { formUnion(Traits("noted")) }
    if !remark.tags.isEmpty { formUnion(Traits("tagged")) }
    if remark.isBookmarked { formUnion(Traits("bookmarked")) }
  }
}

extension AnnotatedDossier.Remark {
  /// Its tags as one text.
  package var tagWords: String { tags.joined(separator: " ") }
}
