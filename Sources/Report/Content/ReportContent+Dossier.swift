import Dossier

extension ReportContent {
  /// Gathers the words of a dossier. Repeated statements and disagreements below the bar are left out.
  init(_ dossier: Dossier) {
    let gatherer = Gatherer(dossier: dossier)
    let statements = dossier.statements.filter { $0.duplicateOf == nil }
    let shown = dossier.disagreements.filter { $0.confidence >= dossier.bar }
    counts = Counts(
      articles: dossier.documents.count, events: dossier.events.count, actors: dossier.actors.count,
      statements: statements.count,
      relations: Disagreement.Relation.allCases.map { relation in
        (relation, shown.count { $0.relation == relation })
      })
    events = gatherer.events()
    actors = gatherer.actors(statements)
    speakers = gatherer.speakers(statements)
    disagreements = shown.map(gatherer.disagreement)
    hiddenDisagreements = dossier.disagreements.count - shown.count
    agreements = dossier.agreements.map { agreement in
      AgreementEntry(
        claim: oneLine(dossier[agreement.claim]), independentSources: agreement.independentSources,
        citations: agreement.passages.map(gatherer.citation))
    }
    omissions = dossier.omissions.map { omission in
      OmissionEntry(
        text: oneLine(dossier[omission.present]), citation: gatherer.citation(omission.present),
        missingFrom: dossier[omission.missingFrom].label, confidence: omission.confidence)
    }
  }
}

/// Reads entries out of a dossier.
private struct Gatherer {
  let dossier: Dossier

  func citation(_ passage: Passage) -> Citation {
    let document = dossier[passage.document]
    let start = Int(passage.span.start)
    let block = document.blocks.last { Int($0.span.start) <= start }
    return Citation(
      document: document.id, label: document.label, path: document.path, line: document.text.line(at: start),
      blockLine: document.text.line(at: block.map { Int($0.span.start) } ?? start))
  }

  func events() -> [ReportContent.EventEntry] {
    var entries = dossier.events.map { event in
      ReportContent.EventEntry(
        label: event.label, date: event.date.map(\.description), place: event.place,
        sources: event.documents.map { source(dossier[$0]) })
    }
    let loose = dossier.documents.filter { $0.event == nil }
    if !loose.isEmpty {
      entries.append(
        ReportContent.EventEntry(label: "no event found", date: nil, place: nil, sources: loose.map(source)))
    }
    return entries
  }

  private func source(_ document: Document) -> ReportContent.SourceEntry {
    let flags = document.flags.map { flag in
      let words = oneLine(document.text[flag.span])
      return "line \(document.text.line(at: Int(flag.span.start))): \(flag.note): \(clipped(words, to: 60))"
    }
    return ReportContent.SourceEntry(
      document: document.id, label: document.label, hasOutlet: document.source != nil, name: document.name,
      title: document.title.map { oneLine(document.text[$0]) } ?? "(no title)",
      published: document.published.map { "\($0.date)" }, path: document.path, remarks: flags + document.notes)
  }

  func actors(_ statements: [Statement]) -> [ReportContent.ActorEntry] {
    var spoken: [Actor.ID: Int] = [:]
    for statement in statements {
      if let actor = statement.speaker?.actor { spoken[actor, default: 0] += 1 }
    }
    return dossier.actors.map { actor in
      var roles: [String] = []
      for role in actor.roles where !roles.contains(role.text) { roles.append(role.text) }
      return ReportContent.ActorEntry(
        name: actor.name, kind: actor.kind.rawValue, mentions: actor.mentions.count, statements: spoken[actor.id] ?? 0,
        aliases: actor.aliases.filter { $0.text != actor.name }, roles: roles,
        speaksFor: actor.speaksFor.map { dossier[$0].name })
    }
  }

  func speakers(_ statements: [Statement]) -> [ReportContent.SpeakerEntry] {
    var byActor: [Actor.ID: [Statement]] = [:]
    // A speaker who is no actor (`one former executive`) is listed under the words of the text.
    var byWords: [(words: String, statements: [Statement])] = []
    var nobody: [Statement] = []
    for statement in statements {
      if let actor = statement.speaker?.actor {
        byActor[actor, default: []].append(statement)
      } else if let mention = statement.speaker?.mention {
        let words = oneLine(dossier[statement.document].text[mention])
        if let index = byWords.firstIndex(where: { $0.words == words }) {
          byWords[index].statements.append(statement)
        } else {
          byWords.append((words, [statement]))
        }
      } else {
        nobody.append(statement)
      }
    }
    var entries = byActor.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { ReportContent.SpeakerEntry(name: dossier[$0.key].name, statements: $0.value.map(entry)) }
    entries += byWords.map { ReportContent.SpeakerEntry(name: $0.words, statements: $0.statements.map(entry)) }
    if !nobody.isEmpty { entries.append(ReportContent.SpeakerEntry(name: nil, statements: nobody.map(entry))) }
    return entries
  }

  private func entry(_ statement: Statement) -> ReportContent.StatementEntry {
    let text = dossier[statement.document].text
    return ReportContent.StatementEntry(
      mark: statement.kind.mark, text: oneLine(text[statement.span]), cue: statement.cue.map { oneLine(text[$0.span]) },
      confidence: statement.confidence,
      citation: citation(Passage(document: statement.document, span: statement.span)))
  }

  func disagreement(_ disagreement: Disagreement) -> ReportContent.DisagreementEntry {
    ReportContent.DisagreementEntry(
      relation: disagreement.relation, kind: disagreement.kind.rawValue, time: time(disagreement.time),
      confidence: disagreement.confidence, because: disagreement.because,
      left: passage(disagreement.left, lit: disagreement.evidence.map(\.left)),
      right: passage(disagreement.right, lit: disagreement.evidence.map(\.right)))
  }

  private func time(_ time: Disagreement.Time) -> String {
    switch time {
    case .same: "same time"
    case .different: "different times"
    case .unknown: "time unknown"
    }
  }

  private func passage(_ side: Disagreement.Side, lit: [Span]) -> ReportContent.PassageEntry {
    let document = dossier[side.passage.document]
    var pieces: [(text: String, isLit: Bool)] = []
    var position = side.passage.span.start
    for span in lit.sorted() where span.start >= position && span.end <= side.passage.span.end && !span.isEmpty {
      pieces.append((oneLine(document.text[Span(start: position, end: span.start)]), false))
      pieces.append((oneLine(document.text[span]), true))
      position = span.end
    }
    pieces.append((oneLine(document.text[Span(start: position, end: side.passage.span.end)]), false))
    return ReportContent.PassageEntry(
      citation: citation(side.passage), holder: side.actor.map { dossier[$0].name },
      pieces: pieces.filter { !$0.text.isEmpty })
  }
}

/// `text` with every run of line ends and tabs as one space.
func oneLine(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  var inBreak = false
  for scalar in text.unicodeScalars {
    let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
    if isBreak {
      if !inBreak { result.unicodeScalars.append(" ") }
    } else {
      result.unicodeScalars.append(scalar)
    }
    inBreak = isBreak
  }
  return result
}

/// `text`, cut with an ellipsis if it is longer than `length` characters.
func clipped(_ text: String, to length: Int) -> String {
  text.count <= length ? text : text.prefix(length - 1) + "…"
}
