import Dossier

/// A dossier as the bytes of a cache entry. `DossierDecoder` reads them in the same order.
enum DossierEncoder {
  static func write(_ dossier: Dossier, to out: inout ByteWriter) {
    out.list(dossier.documents, write)
    out.list(dossier.events) { out, event in
      out.string(event.label)
      write(event.date, &out)
      out.optional(event.place)
      out.list(event.documents) { $0.number($1.index) }
    }
    out.list(dossier.actors, write)
    out.list(dossier.statements, write)
    out.list(dossier.disagreements, write)
    out.list(dossier.agreements) { out, agreement in
      write(agreement.claim, &out)
      out.list(agreement.passages) { write($1, &$0) }
      out.number(agreement.independentSources)
      out.double(agreement.confidence)
      out.string(agreement.because)
      out.list(agreement.evidence) { out, spans in out.list(spans) { $0.span($1) } }
    }
    out.list(dossier.omissions) { out, omission in
      write(omission.present, &out)
      out.number(omission.missingFrom.index)
      out.double(omission.confidence)
    }
    out.double(dossier.bar)
  }

  private static func write(_ out: inout ByteWriter, _ document: Document) {
    out.string(document.path)
    out.string(document.name)
    out.raw(document.text.bytes)
    out.raw(document.text.lineStarts)
    out.byte(document.isPage ? 1 : 0)
    out.string(document.contentHash)
    out.optional(document.title)
    out.byte(document.source == nil ? 0 : 1)
    if let source = document.source {
      out.string(source.name)
      out.choice(source.basis)
      out.optional(source.span)
    }
    out.byte(document.published == nil ? 0 : 1)
    if let published = document.published {
      write(published.date, &out)
      out.choice(published.basis)
      out.optional(published.span)
    }
    out.optional(document.author)
    out.optional(document.url)
    out.string(document.language)
    out.list(document.blocks) { out, block in
      out.span(block.span)
      out.byte(code(of: block.kind))
    }
    out.list(document.flags) { out, flag in
      out.span(flag.span)
      out.choice(flag.kind)
      out.string(flag.note)
    }
    out.list(document.notes) { $0.string($1) }
    out.optional(document.event?.index)
  }

  /// Article kinds by number; debris by its place among all debris, after them.
  private static func code(of kind: Block.Kind) -> UInt8 {
    switch kind {
    case .title: 0
    case .deck: 1
    case .heading: 2
    case .paragraph: 3
    case .listItem: 4
    case .debris(let debris): 5 + UInt8(Debris.allCases.firstIndex(of: debris) ?? 0)
    }
  }

  private static func write(_ date: PartialDate?, _ out: inout ByteWriter) {
    out.byte(date == nil ? 0 : 1)
    if let date { write(date, &out) }
  }

  private static func write(_ date: PartialDate, _ out: inout ByteWriter) {
    out.optional(date.year)
    out.optional(date.month)
    out.optional(date.day)
  }

  private static func write(_ passage: Passage, _ out: inout ByteWriter) {
    out.number(passage.document.index)
    out.span(passage.span)
  }

  private static func write(_ out: inout ByteWriter, _ actor: Actor) {
    out.string(actor.name)
    out.choice(actor.kind)
    out.list(actor.aliases) { out, alias in
      out.string(alias.text)
      out.number(alias.count)
    }
    out.list(actor.roles) { out, role in
      out.string(role.text)
      write(role.passage, &out)
    }
    out.list(actor.mentions) { out, mention in
      out.number(mention.document.index)
      out.span(mention.span)
      out.choice(mention.kind)
      out.string(mention.basis)
      out.double(mention.confidence)
    }
    out.optional(actor.speaksFor?.index)
  }

  private static func write(_ out: inout ByteWriter, _ statement: Statement) {
    out.number(statement.document.index)
    out.span(statement.span)
    out.choice(statement.kind)
    out.byte(statement.speaker == nil ? 0 : 1)
    if let speaker = statement.speaker {
      out.optional(speaker.mention)
      out.optional(speaker.actor?.index)
      out.list(speaker.others) { $0.number($1.index) }
    }
    out.byte(statement.cue == nil ? 0 : 1)
    if let cue = statement.cue {
      out.span(cue.span)
      out.choice(cue.kind)
      out.choice(cue.status)
      out.span(cue.phrase)
    }
    out.double(statement.confidence)
    out.string(statement.basis)
    out.optional(statement.duplicateOf?.index)
    out.optional(statement.continues?.index)
    out.byte(statement.isListed ? 1 : 0)
  }

  private static func write(_ out: inout ByteWriter, _ disagreement: Disagreement) {
    out.choice(disagreement.relation)
    out.choice(disagreement.kind)
    for side in [disagreement.left, disagreement.right] {
      write(side.passage, &out)
      out.optional(side.statement?.index)
      out.optional(side.actor?.index)
    }
    out.choice(disagreement.time)
    out.list(disagreement.reason.parts) { out, part in
      switch part {
      case .words(let words):
        out.byte(0)
        out.string(words)
      case .side(let isLeft): out.byte(isLeft ? 1 : 2)
      case .source(let isLeft): out.byte(isLeft ? 3 : 4)
      case .actor(let id):
        out.byte(5)
        out.number(id.index)
      }
    }
    out.list(disagreement.evidence) { out, evidence in
      out.span(evidence.left)
      out.span(evidence.right)
      out.string(evidence.relation)
    }
    out.double(disagreement.confidence)
  }
}
