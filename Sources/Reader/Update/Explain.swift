import Dossier
import Terminal

extension ReaderState {
  /// Opens the reason for what is under the cursor or selected.
  mutating func explain() {
    var popup: Popup?
    if let id = differenceGoneTo {
      layers.append(.popup(explanation(of: id)))
      return
    }
    switch pane {
    case _ where isSelectionHidden: break
    case .sources: popup = document.map { explanation(of: $0) }
    case .actors: popup = actor.map { explanation(of: $0) }
    case .quotes: popup = statement.map { explanation(of: $0) }
    case .article: popup = explanationUnderCursor()
    case .compare: popup = selectedDifference.map { explanation(of: $0) } ?? explanationOfComparison()
    case .strip: popup = selectedDifference.map { explanation(of: $0) }
    case .differences: popup = accounts.selected[accounts.section].map { explanation(of: $0) }
    case .matrix: popup = matrix.actor.map { explanation(of: $0) }
    case .timeline:
      switch timeline.selected {
      case .statement(let id): popup = explanation(of: id)
      case .shift(let id): popup = explanation(of: id)
      case .date, nil: break
      }
    }
    if let popup {
      layers.append(.popup(popup))
    } else {
      message = "Nothing to explain is selected here"
    }
  }

  /// What a person lists of an article is theirs.
  private func origin(of basis: Basis) -> String {
    basis == .list ? "as you gave it" : "known from the \(basis.rawValue)"
  }

  private func explanation(of id: Document.ID) -> Popup {
    let document = dossier[id]
    var lines = ["File: \(document.path)"]
    if let title = document.headline { lines.append("Title: \(title)") }
    if let source = document.source {
      lines.append("Outlet: \(source.name), \(origin(of: source.basis))")
    } else {
      lines.append("Outlet: the text does not say")
    }
    if let published = document.published {
      let unknown = published.date.year == nil && published.basis != .list ? "; the text gives no year" : ""
      lines.append("Date: \(Wording.date(published.date)), \(origin(of: published.basis))\(unknown)")
    } else if let date = dossier.date(of: id) {
      lines.append("Date: \(Wording.date(date)), that of the event; the text does not give its own")
    } else {
      lines.append("Date: the text does not say")
    }
    if let event = document.event {
      lines.append("Event: \(dossier[event].label) \(Wording.date(dossier[event].date))")
    }
    if let author = document.author { lines.append("By: \(document.text[author])") }
    if let url = document.url { lines.append("Address: \(url)") }
    if document.isPage { lines.append("Read from a web page: lines are those of its text, not of the file") }
    lines += document.notes.map { "Note: \($0)" }
    lines += document.flags.map { "Line \(document.text.line(at: Int($0.span.start))): \($0.note)" }
    let counts = lists.visible.ofDocument[id.index]
    lines.append(counts.total == 0 ? "No difference touches it" : "Differences: \(Wording.counts(counts))")
    return Popup(title: Wording.source(document), lines: lines)
  }

  private func explanation(of id: Actor.ID) -> Popup {
    let actor = dossier[id]
    let pronouns = actor.mentions.count { $0.kind == .pronoun }
    let count = Wording.count(actor.mentions.count, "time")
    var lines = [
      "\(actor.kind.rawValue), spoken of \(count)" + (pronouns > 0 ? ", \(pronouns) of them by a pronoun" : "")
    ]
    if !actor.aliases.isEmpty {
      lines.append(
        "As: "
          + actor.aliases.map { "\($0.text) ×\($0.count)\(users(of: $0.text, for: actor))" }.joined(separator: ", "))
    }
    if let body = actor.speaksFor { lines.append("Stands for: \(dossier[body].name)") }
    var roles: [String] = []
    for role in actor.roles where roles.count < 12 {
      let document = dossier[role.passage.document]
      roles.append("  \(role.text) — \(document.label) \(document.text.line(at: Int(role.passage.span.start)))")
    }
    if !roles.isEmpty { lines += ["Roles, as the texts give them:"] + roles }
    let rules = Dictionary(grouping: actor.mentions, by: \.basis).mapValues(\.count)
    let bases = rules.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    if !bases.isEmpty { lines.append("Tied together by:") }
    lines += bases.map { "  \($0.key) ×\($0.value)" }
    lines += addedLines(lists.actorMarks[id])
    return Popup(title: actor.name, lines: lines)
  }

  /// ` (BelTA, 004)`: the few sources that call an actor by a name, where others use other names.
  private func users(of name: String, for actor: Actor) -> String {
    let all = Set(actor.mentions.map(\.document))
    let users = Set(actor.mentions.filter { dossier[$0.document].text[$0.span] == name }.map(\.document))
    guard !users.isEmpty, users.count < all.count, users.count <= 3 else { return "" }
    return " (\(users.sorted().map { dossier[$0].label }.joined(separator: ", ")))"
  }

  private func explanation(of id: Statement.ID) -> Popup {
    let statement = dossier[id]
    let text = dossier[statement.document].text
    let said = dossier.words(of: statement)
    let words = Wording.quoted(said.prefix(160) + (said.count > 160 ? "…" : ""))
    var lines = [words, statement.kind.label]
    let mention = statement.speaker?.mention.map { text[$0] }
    switch (dossier.speakerNames(of: statement), mention) {
    case (let name?, let mention?) where name != mention: lines.append("Speaker: \(name), here “\(mention)”")
    case (let name?, _): lines.append("Speaker: \(name)")
    case (nil, let mention?): lines.append("Speaker: “\(mention)”, tied to no actor")
    case (nil, nil): lines.append(Statement.nobody.capitalisedFirst)
    }
    lines.append("Because: \(statement.basis)\(pronoun(of: statement))")
    if let cue = statement.cue {
      lines.append("Cue: “\(text[cue.phrase])”, \(cue.kind.rawValue)\(Self.caution(cue.status))")
    }
    lines.append("Confidence: \(Percent.text(statement.confidence))")
    lines += addedLines(on: passage(of: id))
    if let first = statement.duplicateOf {
      lines.append("Repeats line \(text.line(at: Int(dossier[first].span.start))) word for word; counted once")
    }
    return Popup(title: "Why this speaker", lines: lines)
  }

  /// What is to be known of a cue by which nothing was said, or not yet.
  private static func caution(_ status: Statement.Cue.Status) -> String {
    switch status {
    case .said: ""
    case .notSaid: "; the text tells that it was not said"
    case .open: "; not told as said, only as possible, wanted or to come"
    }
  }

  /// `; “he” by subject, sentence before, 84 %`: whom a pronoun that names the speaker was tied to, and how surely.
  private func pronoun(of statement: Statement) -> String {
    guard let speaker = statement.speaker, let span = speaker.mention, let actor = speaker.actor,
      let mention = dossier[actor].mentions.first(where: { $0.document == statement.document && $0.span == span }),
      mention.kind == .pronoun
    else { return "" }
    return "; “\(dossier[statement.document].text[span])” by \(rule(of: mention))"
  }

  /// The rule that tied a mention to its actor, and how surely where that was weighed.
  private func rule(of mention: Mention) -> String {
    mention.basis + (mention.confidence < 1 ? ", \(Percent.text(mention.confidence))" : "")
  }

  func explanation(of id: Disagreement.ID) -> Popup {
    let difference = dossier[id]
    var lines: [String] = []
    for side in difference.sides {
      lines.append("\(DifferenceStrip.label(of: side, self)): \(Wording.quoted(dossier[side.passage]))")
    }
    lines.append("Because: \(dossier.because(difference))")
    for evidence in difference.evidence {
      let left = dossier[difference.left.passage.document].text[evidence.left]
      let right = dossier[difference.right.passage.document].text[evidence.right]
      lines.append("  “\(left)” ↔ “\(right)”: \(evidence.relation)")
    }
    lines.append("\(difference.relation.meaning)")
    lines.append("Time: \(time(of: difference)) · confidence \(Percent.text(difference.confidence))")
    lines.append(
      "Confidence ranks the marks and is no chance of being right; from \(Percent.text(dossier.bar)) on they are shown")
    lines += remarkLines(on: .difference(id))
    return Popup(
      title: "\(difference.relation.glyph) \(difference.relation.rawValue) · \(difference.kind.rawValue)", lines: lines)
  }

  /// What the person thinks of a finding.
  func remarkLines(on finding: Finding) -> [String] {
    guard let remark = remarks[finding] else { return [] }
    return [
      remark.verdict.map { "You: \($0.rawValue)" }, remark.note.isEmpty ? nil : "Your note: \(remark.note)",
      remark.tags.isEmpty ? nil : "Your tags: \(remark.tags.joined(separator: ", "))",
    ].compactMap(\.self)
  }

  /// Whether one time is meant, and from what that is known.
  private func time(of difference: Disagreement) -> String {
    let words = Wording.time(difference.time)
    guard difference.time == .different else { return words }
    let events = difference.sides.map { dossier[$0.passage.document].event }
    if let one = events[0], let other = events[1], one != other {
      return "\(words), as of two events: \(dossier[one].label) / \(dossier[other].label)"
    }
    return difference.relation == .shift ? "\(words), as the words tell" : "\(words), as the dates in the passages tell"
  }

  /// - Parameter number: index into the dossier's omissions.
  func explanation(ofOmission number: Int) -> String {
    let omission = dossier.omissions[number]
    let verdict = remarks[.omission(number)]?.verdict.map { " · you: \($0.rawValue)" } ?? ""
    return "○ \(dossier[omission.missingFrom].label) does not tell this · confidence "
      + "\(Percent.text(omission.confidence))\(verdict)"
  }

  /// What the person added to a passage.
  private func addedLines(on passage: Passage) -> [String] { addedLines(remarks.added(on: passage)) }

  private func addedLines(_ marks: [AnnotatedDossier.Mark]) -> [String] {
    var lines: [String] = []
    for mark in marks {
      let value = mark.content.wording
      let line = "\(mark.content.glyph) your \(mark.content.label)" + (value.isEmpty ? "" : ": \(value)")
      // Two names of one actor tell of one merge.
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// All that is marked where the cursor stands; without anything there, what is marked on its line.
  private func explanationUnderCursor() -> Popup? {
    guard let document, let layout = articleLayout else { return nil }
    let cursor = places[document.index]?.cursor ?? 0
    let line = layout.lines[layout.line(at: cursor)]
    let marks = index.marks[document.index]
    let text = dossier[document].text
    let here = Span(cursor, cursor + 1)
    let isMarked =
      !marks.mentions.overlapping(here).isEmpty || !marks.statements.overlapping(here).isEmpty
      || !marks.sides.overlapping(here).isEmpty || !marks.flags.overlapping(here).isEmpty
    let span = isMarked ? here : line.span
    var lines: [String] = []
    for entry in marks.sides.overlapping(span) where lists.visible.isShown[entry.value.difference.index] {
      let difference = dossier[entry.value.difference]
      lines.append("\(difference.relation.glyph) \(difference.relation.rawValue): \(dossier.because(difference))")
    }
    for entry in marks.statements.overlapping(span) {
      let statement = dossier[entry.value]
      let name = dossier.speaker(of: statement)
      lines.append(
        "\(statement.kind.glyph) \(statement.kind.label) by \(name ?? "nobody the text names"): \(statement.basis)")
    }
    for entry in marks.mentions.overlapping(span) {
      let actor = dossier[entry.value.actor]
      lines.append("“\(text[entry.span])” is \(actor.name): \(rule(of: actor.mentions[entry.value.mention]))")
    }
    lines += addedLines(on: Passage(document: document, span: span))
    for entry in marks.flags.overlapping(span) { lines.append("! \(entry.value.note)") }
    if case .fold(_, let what) = line.kind {
      lines.append("Folded, because it is not article: \(what) · \(hint(.open)) opens it")
    }
    if line.kind == .debris, let debris = dossier[document].blocks.first(where: { $0.span.overlaps(line.span) })?.debris
    {
      lines.append("Not article: \(debris.label) · \(hint(.open)) folds it")
    }
    for entry in marks.agreements.overlapping(span) where isShown(agreement: entry.value) {
      lines.append("= others tell it too: \(dossier.agreements[entry.value].because)")
    }
    for entry in marks.omissions.overlapping(span) { lines.append(explanation(ofOmission: entry.value)) }
    return lines.isEmpty ? nil : Popup(title: "Why it is marked", lines: lines)
  }
}

extension Disagreement.Relation {
  /// What the relation means, in one sentence.
  var meaning: String {
    switch self {
    case .contradiction: "Contradiction: both cannot be true of the same thing at the same time."
    case .tension: "Tension: they pull against each other, yet both can be true."
    case .framing: "Framing: the same thing told in opposed words or by opposed selection."
    case .shift: "Shift: it changed: said or done otherwise at another time."
    }
  }
}
