import Dossier

extension ReportContent {
  /// Gathers the words of a dossier, or of a part of it. Repeated statements and what stands below the bar are left out, but
  /// for the one disagreement that is asked for.
  init(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) {
    let dossier = annotated.dossier
    let gatherer = Gatherer(annotated: annotated)
    let statements = dossier.statements.filter { $0.isListed && excerpt.holds($0, of: dossier) }
    let shown = dossier.rankedDisagreements.map { dossier[$0] }.filter { excerpt.shows($0, of: dossier) }
    let documents = excerpt.documents(of: dossier)
    let ids = Set(documents.map(\.id))
    title = "Crossread" + (excerpt.title(in: dossier).map { ": \(oneLine($0))" } ?? "")
    isWhole = excerpt == .everything
    events = gatherer.events(ids)
    actors = isWhole ? gatherer.actors(statements) : []
    speakers = gatherer.speakers(statements)
    counts = Counts(
      articles: documents.count, events: events.count { $0.isEvent },
      actors: isWhole ? dossier.actors.count : speakers.count { $0.name != nil },
      statements: statements.count,
      relations: Disagreement.Relation.allCases.map { relation in
        (relation, shown.count { $0.relation == relation })
      })
    disagreements = shown.map(gatherer.disagreement)
    hiddenDisagreements = dossier.disagreements.count { excerpt.holds($0) } - shown.count
    bar = dossier.bar
    let agreed = dossier.agreements.indices.filter { excerpt.shows(dossier.agreements[$0], of: dossier) }
    hiddenAgreements = dossier.agreements.count { excerpt.holds($0) } - agreed.count
    agreements = agreed.map(gatherer.agreement)
    omissions = dossier.omissions.indices.filter { excerpt.holds(dossier.omissions[$0]) }.map(gatherer.omission)
    marks = excerpt.marks(of: annotated).map { mark in
      MarkEntry(
        words: mark.content.words, text: oneLine(dossier[mark.passage]), citation: gatherer.citation(mark.passage))
    }
  }
}

extension Annotation.Content {
  /// Mark, kind and words: `✎ note: as it was made`.
  fileprivate var words: String {
    let value = oneLine(wording)
    return "\(glyph) \(kind)" + (value.isEmpty ? "" : ": \(value)")
  }
}

extension AnnotatedDossier.Remark {
  /// One line each: verdict, note, tags, bookmark.
  var lines: [String] {
    var lines: [String] = []
    if let verdict { lines.append(Annotation.Content.verdict(verdict).words) }
    if !note.isEmpty { lines.append(Annotation.Content.note(note).words) }
    lines += tags.map { Annotation.Content.tag($0).words }
    if isBookmarked { lines.append(Annotation.Content.bookmark.words) }
    return lines
  }
}

/// Reads entries out of a dossier.
private struct Gatherer {
  let annotated: AnnotatedDossier
  var dossier: Dossier { annotated.dossier }

  func citation(_ passage: Passage) -> Citation {
    let document = dossier[passage.document]
    let start = Int(passage.span.start)
    let block = document.blocks.last { Int($0.span.start) <= start }
    return Citation(
      document: document.id, label: document.label, date: document.published?.date,
      path: document.path, line: document.text.line(at: start),
      blockLine: document.text.line(at: block.map { Int($0.span.start) } ?? start), place: document.place(at: start))
  }

  /// The events of some documents.
  func events(_ wanted: Set<Document.ID>) -> [ReportContent.EventEntry] {
    var entries = dossier.events.compactMap { event -> ReportContent.EventEntry? in
      let documents = event.documents.filter(wanted.contains)
      guard !documents.isEmpty else { return nil }
      return ReportContent.EventEntry(
        label: event.label, date: event.date,
        // What the label names needs no second mention.
        place: event.place.flatMap { event.label.contains($0) ? nil : $0 },
        sources: documents.map { source(dossier[$0]) })
    }
    let loose = dossier.documents.filter { $0.event == nil && wanted.contains($0.id) }
    if !loose.isEmpty {
      entries.append(
        ReportContent.EventEntry(
          label: "no event found", date: nil, place: nil, sources: loose.map(source), isEvent: false))
    }
    return entries
  }

  private func source(_ document: Document) -> ReportContent.SourceEntry {
    let flags = document.flags.map { flag in
      let words = oneLine(document.text[flag.span])
      return "line \(document.text.line(at: Int(flag.span.start))): \(flag.note): \(clipped(words, to: 60))"
    }
    return ReportContent.SourceEntry(
      document: document.id, label: document.label, outlet: document.source?.name, name: document.name,
      title: document.headline ?? "(no title)",
      published: document.published?.date, path: document.path, remarks: flags + document.notes)
  }

  func actors(_ statements: [Statement]) -> [ReportContent.ActorEntry] {
    var spoken: [Actor.ID: Int] = [:]
    for statement in statements {
      for actor in statement.speakers { spoken[actor, default: 0] += 1 }
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
      if statement.speaker?.actor != nil {
        for actor in statement.speakers { byActor[actor, default: []].append(statement) }
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
    let passage = Passage(document: statement.document, span: statement.span)
    return ReportContent.StatementEntry(
      mark: statement.kind.mark, kind: statement.kind.rawValue,
      text: oneLine(dossier.words(of: statement)).withQuotationClosed,
      cue: statement.cue.map { oneLine($0.words(in: text)) },
      confidence: statement.confidence,
      citation: citation(passage), remarks: remarks(on: statement))
  }

  /// What was added to the words of a statement, and who was said to speak.
  private func remarks(on statement: Statement) -> [String] {
    let passage = Passage(document: statement.document, span: statement.span)
    let speakers = annotated.furtherMarks(on: passage).filter { mark in
      if case .speaker = mark.content { mark.passage == passage } else { false }
    }
    return (annotated.marks(on: passage).filter { $0.actor == nil } + speakers).map(\.content.words)
  }

  func disagreement(_ disagreement: Disagreement) -> ReportContent.DisagreementEntry {
    ReportContent.DisagreementEntry(
      relation: disagreement.relation, kind: disagreement.kind.rawValue, time: time(disagreement.time),
      confidence: disagreement.confidence, because: dossier.because(disagreement),
      left: passage(disagreement.left, lit: disagreement.evidence.map(\.left)),
      right: passage(disagreement.right, lit: disagreement.evidence.map(\.right)),
      remarks: remarks(on: .difference(disagreement.id)))
  }

  /// - Parameter number: index into the dossier's agreements.
  func agreement(_ number: Int) -> ReportContent.AgreementEntry {
    let agreement = dossier.agreements[number]
    return ReportContent.AgreementEntry(
      independentSources: agreement.independentSources, areSourcesKnown: dossier.knowsSources(of: agreement),
      confidence: agreement.confidence,
      because: agreement.because,
      passages: zip(agreement.passages, agreement.evidence).map { (words(of: $0, lit: $1), citation($0)) },
      remarks: remarks(on: .agreement(number)))
  }

  /// - Parameter number: index into the dossier's omissions.
  func omission(_ number: Int) -> ReportContent.OmissionEntry {
    let omission = dossier.omissions[number]
    return ReportContent.OmissionEntry(
      text: oneLine(dossier[omission.present]), citation: citation(omission.present),
      missingFrom: dossier[omission.missingFrom].label, confidence: omission.confidence,
      remarks: remarks(on: .omission(number)))
  }

  private func remarks(on finding: Finding) -> [String] { annotated.remarks[finding]?.lines ?? [] }

  private func time(_ time: Disagreement.Time) -> String {
    switch time {
    case .same: "same time"
    case .different: "different times"
    case .unknown: "time unknown"
    }
  }

  private func passage(_ side: Disagreement.Side, lit: [Span]) -> ReportContent.PassageEntry {
    ReportContent.PassageEntry(
      citation: citation(side.passage), holder: dossier.holder(of: side),
      isQuoted: dossier.isQuoted(side), words: words(of: side.passage, lit: lit))
  }

  private func words(of passage: Passage, lit: [Span]) -> ReportContent.LitWords {
    let document = dossier[passage.document]
    var pieces: [(text: String, isLit: Bool)] = []
    var position = passage.span.start
    for span in lit.sorted() where span.start >= position && span.end <= passage.span.end && !span.isEmpty {
      pieces.append((oneLine(document.text[Span(start: position, end: span.start)]), false))
      pieces.append((oneLine(document.text[span]), true))
      position = span.end
    }
    pieces.append((oneLine(document.text[Span(start: position, end: passage.span.end)]), false))
    return ReportContent.LitWords(pieces: pieces.filter { !$0.text.isEmpty })
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
