public import Dossier

/// The interchange `crossread/1`: one JSON object that holds a whole dossier.
///
/// Offsets are Unicode scalars from the start of a document's `text`, end exclusive.
public struct DossierJSON {
  let annotated: AnnotatedDossier
  private let excerpt: Excerpt
  var dossier: Dossier { annotated.dossier }
  private let offsets: [ScalarOffsets]
  private var writer = JSONWriter()

  private init(_ annotated: AnnotatedDossier, _ excerpt: Excerpt) {
    self.annotated = annotated
    self.excerpt = excerpt
    let dossier = annotated.dossier
    offsets = dossier.documents.map { ScalarOffsets($0.text) }
  }

  /// Disagreements below the dossier's bar are left out, as in every report.
  ///
  /// - Parameter excerpt: of a part, what it refers to keeps the identifier that it has in the whole.
  /// - Returns: UTF-8, one line with its line feed.
  public static func encode(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) -> [UInt8] {
    var json = DossierJSON(annotated, excerpt)
    json.writeAll()
    return json.writer.bytes
  }

  /// One line of `crossread annotate`: the entities, actors, statements and clusters of a dossier of one document.
  /// - Parameters:
  ///   - id: the identifier of the line, as JSON.
  ///   - entities: span and type of every name.
  public static func annotation(_ dossier: Dossier, id: [UInt8], entities: [(span: Span, type: String)]) -> [UInt8] {
    var json = DossierJSON(AnnotatedDossier(dossier), .everything)
    json.writeAnnotation(id: id, entities: entities)
    return json.writer.bytes
  }

  private mutating func writeAll() {
    var writer = JSONWriter()
    writer.object { out in
      out.member("schema", "crossread/1")
      let documents = excerpt.documents(of: dossier)
      let ids = Set(documents.map(\.id))
      let statements = dossier.statements.filter { excerpt.holds($0, of: dossier) }
      let disagreements = dossier.disagreements.filter { excerpt.shows($0, of: dossier) }
      out.key("documents")
      out.array(documents) { write(document: $1, to: &$0) }
      out.key("events")
      out.array(dossier.events.filter { !ids.isDisjoint(with: $0.documents) }) { write(event: $1, to: &$0) }
      out.key("actors")
      out.array(actors(statements, disagreements)) { write(actor: $1, to: &$0) }
      out.key("statements")
      out.array(statements) { write(statement: $1, to: &$0) }
      out.key("disagreements")
      out.array(disagreements) { write(disagreement: $1, to: &$0) }
      out.key("agreements")
      out.array(dossier.agreements.indices.filter { excerpt.holds(dossier.agreements[$0]) }) {
        write(agreement: $1, to: &$0)
      }
      out.key("omissions")
      out.array(dossier.omissions.indices.filter { excerpt.holds(dossier.omissions[$0]) }) {
        write(omission: $1, to: &$0)
      }
      let marks = excerpt.marks(of: annotated)
      if !marks.isEmpty {
        out.key("remarks")
        out.array(marks) { write(mark: $1, to: &$0) }
      }
    }
    writer.newline()
    self.writer = writer
  }

  /// Those whom an excerpt names; all of the whole.
  private func actors(_ statements: [Statement], _ disagreements: [Disagreement]) -> [Actor] {
    guard excerpt != .everything else { return dossier.actors }
    let named =
      statements.flatMap(\.speakers)
      + disagreements.flatMap { [$0.left.actor, $0.right.actor] }
      .compactMap(\.self)
    let wanted = Set(named + named.compactMap { dossier[$0].speaksFor })
    return dossier.actors.filter { wanted.contains($0.id) }
  }

  private mutating func writeAnnotation(id: [UInt8], entities: [(span: Span, type: String)]) {
    var writer = JSONWriter()
    let document = Document.ID(0)
    writer.object { out in
      out.key("id")
      out.verbatim(id)
      out.key("entities")
      out.array(entities) { out, entity in
        out.object {
          write(span: entity.span, of: document, to: &$0)
          $0.member("type", entity.type)
        }
      }
      out.key("actors")
      out.array(dossier.actors) { write(actor: $1, to: &$0) }
      out.key("statements")
      out.array(dossier.statements) { write(statement: $1, to: &$0) }
      out.key("clusters")
      out.array(dossier.actors) { out, actor in
        out.array(actor.mentions) { out, mention in
          out.object { write(span: mention.span, of: document, to: &$0) }
        }
      }
    }
    writer.newline()
    self.writer = writer
  }
}

// MARK: - Documents and events

extension DossierJSON {
  private func write(document: Document, to writer: inout JSONWriter) {
    writer.object { out in
      out.member("id", document.id.json)
      out.member("path", document.path)
      out.member("name", document.name)
      out.member("title", document.headline)
      out.key("text")
      out.value(utf8: document.text.bytes)
      out.member("language", document.language)
      out.key("source")
      if let source = document.source {
        out.object {
          $0.member("name", source.name)
          $0.member("basis", source.basis.rawValue)
          write(optional: source.span, of: document.id, to: &$0)
        }
      } else {
        out.null()
      }
      out.key("published")
      if let published = document.published {
        out.object {
          $0.member("date", "\(published.date)")
          $0.member("basis", published.basis.rawValue)
          write(optional: published.span, of: document.id, to: &$0)
        }
      } else {
        out.null()
      }
      out.member("author", document.author.map { document.text[$0] })
      out.member("url", document.url)
      out.member("event", document.event?.json)
      out.key("debris")
      out.array(document.blocks.filter { $0.debris != nil }) { out, block in
        out.object {
          write(span: block.span, of: document.id, to: &$0)
          $0.member("kind", block.debris?.rawValue)
        }
      }
      out.key("flags")
      out.array(document.flags) { out, flag in
        out.object {
          write(span: flag.span, of: document.id, to: &$0)
          $0.member("kind", flag.kind.rawValue)
          $0.member("note", flag.note)
        }
      }
      out.key("notes")
      out.array(document.notes) { $0.value($1) }
    }
  }

  private func write(event: Event, to writer: inout JSONWriter) {
    writer.object { out in
      out.member("id", event.id.json)
      out.member("label", event.label)
      out.member("date", event.date.map(\.description))
      out.member("place", event.place)
      out.key("documents")
      out.array(event.documents) { $0.value($1.json) }
    }
  }
}

// MARK: - Actors and statements

extension DossierJSON {
  private func write(actor: Actor, to writer: inout JSONWriter) {
    writer.object { out in
      out.member("id", actor.id.json)
      out.member("name", actor.name)
      out.member("type", actor.kind.rawValue)
      out.key("aliases")
      out.array(actor.aliases) { $0.value($1.text) }
      out.key("roles")
      out.array(actor.roles) { $0.value($1.text) }
      out.member("speaksFor", actor.speaksFor?.json)
      out.key("mentions")
      out.array(actor.mentions) { out, mention in
        out.object {
          $0.member("document", mention.document.json)
          write(span: mention.span, of: mention.document, to: &$0)
          $0.member("kind", mention.kind.rawValue)
          $0.member("basis", mention.basis)
        }
      }
    }
  }

  private func write(statement: Statement, to writer: inout JSONWriter) {
    let text = dossier[statement.document].text
    writer.object { out in
      out.member("id", statement.id.json)
      out.member("document", statement.document.json)
      write(span: statement.span, of: statement.document, to: &out)
      out.member("kind", statement.kind.rawValue)
      out.member("speaker", statement.speaker?.actor?.json)
      out.key("otherSpeakers")
      out.array(statement.speaker?.others ?? []) { $0.value($1.json) }
      let mention = statement.speaker?.mention
      out.member("speakerText", mention.map { text[$0] })
      out.member("speakerStart", mention.map { scalars(Int($0.start), in: statement.document) })
      out.member("speakerEnd", mention.map { scalars(Int($0.end), in: statement.document) })
      let cue = statement.cue
      out.member("cue", cue.map { text[$0.span] })
      out.member("cueStart", cue.map { scalars(Int($0.span.start), in: statement.document) })
      out.member("cueEnd", cue.map { scalars(Int($0.span.end), in: statement.document) })
      out.member("cueKind", cue?.kind.rawValue)
      out.member("cueStatus", cue?.status.rawValue)
      out.member("confidence", statement.confidence)
      out.member("basis", statement.basis)
      out.member("duplicateOf", statement.duplicateOf?.json)
      out.member("continues", statement.continues?.json)
    }
  }
}

// MARK: - Offsets

extension DossierJSON {
  func scalars(_ offset: Int, in document: Document.ID) -> Int {
    offsets[document.index].scalars(atUTF8: offset)
  }

  func write(span: Span, of document: Document.ID, to writer: inout JSONWriter) {
    writer.member("start", scalars(Int(span.start), in: document))
    writer.member("end", scalars(Int(span.end), in: document))
  }

  func write(optional span: Span?, of document: Document.ID, to writer: inout JSONWriter) {
    writer.member("start", span.map { scalars(Int($0.start), in: document) })
    writer.member("end", span.map { scalars(Int($0.end), in: document) })
  }

  func write(passage: Passage, to writer: inout JSONWriter) {
    writer.object {
      $0.member("document", passage.document.json)
      write(span: passage.span, of: passage.document, to: &$0)
    }
  }
}

// MARK: - Names of things in the JSON

extension Identifier<Document> { var json: String { "d\(index)" } }
extension Identifier<Event> { var json: String { "e\(index)" } }
extension Identifier<Actor> { var json: String { "a\(index)" } }
extension Identifier<Statement> { var json: String { "s\(index)" } }
extension Identifier<Disagreement> { var json: String { "x\(index)" } }
