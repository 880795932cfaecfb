public import Dossier

/// The report as plain text, wrapped at 100 columns, to read or to pipe.
public enum TextReport {
  /// - Returns: lines that end in line feeds. Foreign characters are as they stand in the texts: sanitise before a terminal.
  public static func render(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) -> String {
    var setter = TextSetter()
    setter.set(ReportContent(annotated, excerpt: excerpt))
    return setter.output
  }

  /// `5 articles · 4 events · 31 actors · 87 quotes · ≠2 ~9 ◐4 ↝3`.
  static func summary(_ counts: ReportContent.Counts) -> String {
    let marks = counts.relations.filter { $0.count > 0 }.map { "\($0.relation.glyph)\($0.count)" }
    let parts = [
      counted(counts.articles, "article"), counted(counts.events, "event"), counted(counts.actors, "actor"),
      counted(counts.statements, "quote"),
      marks.isEmpty ? "no difference found" : marks.joined(separator: " "),
    ]
    return parts.joined(separator: " · ")
  }

  /// A confidence as it is shown everywhere: two decimals.
  static func number(_ confidence: Double) -> String {
    let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

private struct TextSetter {
  private static let width = 100
  var output = ""

  mutating func set(_ content: ReportContent) {
    line("\(content.title) · \(TextReport.summary(content.counts))")
    for section in content.sections {
      output += "\n\(section.heading.uppercased())\n"
      switch section {
      case .sources: sources(content.events)
      case .differences: disagreements(content)
      case .actors: actors(content)
      case .quotes: speakers(content.speakers)
      case .agreements: agreements(content)
      case .omissions: omissions(content.omissions)
      case .remarks: marks(content.marks)
      }
    }
  }

  private mutating func marks(_ marks: [ReportContent.MarkEntry]) {
    for mark in marks {
      paragraph(mark.words, first: "  ", rest: "    ")
      paragraph(mark.text, first: "    ", rest: "    ")
      line("    \(mark.citation.short) · \(mark.citation.place)")
    }
  }

  private mutating func remarks(_ lines: [String], indent: String) {
    for line in lines { paragraph(line, first: indent, rest: indent + "  ") }
  }

  private mutating func sources(_ events: [ReportContent.EventEntry]) {
    for event in events {
      line("  " + [event.label, event.place, event.date?.words].compactMap(\.self).joined(separator: " · "))
      for source in event.sources {
        let outlet = source.outlet.map { "\($0) (\(source.name))" } ?? "\(source.name) (outlet unknown)"
        let date = source.published.map { " · \($0.words)" } ?? ""
        paragraph("\(outlet)\(date)  \(source.title)", first: "    ", rest: "        ")
        line("        \(source.path)")
        for remark in source.remarks { paragraph("! \(remark)", first: "        ", rest: "          ") }
      }
    }
  }

  private mutating func actors(_ content: ReportContent) {
    let (listed, rest) = content.listedActors
    if listed.isEmpty { line("  none found") }
    for actor in listed {
      var text = "\(actor.name) · \(actor.kind) · \(actor.mentions)"
      if actor.statements > 0 { text += " · “\(actor.statements)" }
      if let state = actor.speaksFor { text += " · speaks for \(state)" }
      paragraph(text, first: "  ", rest: "      ")
      if !actor.aliases.isEmpty {
        let aliases = actor.aliases.map { "\($0.text) \($0.count)" }.joined(separator: ", ")
        paragraph("also: \(aliases)", first: "      ", rest: "        ")
      }
      if !actor.roles.isEmpty {
        paragraph("role: \(actor.roles.joined(separator: "; "))", first: "      ", rest: "        ")
      }
    }
    if rest > 0 { line("  \(rest) more, named once or twice: the HTML report lists them all") }
  }

  private mutating func speakers(_ speakers: [ReportContent.SpeakerEntry]) {
    if speakers.isEmpty { line("  none found") }
    for speaker in speakers {
      line("  \(speaker.name ?? "(\(Statement.nobody))") · \(speaker.statements.count)")
      for statement in speaker.statements {
        let cue = statement.cue.map { " · \($0)" } ?? ""
        paragraph("\(statement.mark)\(statement.text)", first: "    ", rest: "      ")
        line("      \(statement.citation.short)\(cue) · \(TextReport.number(statement.confidence))")
        remarks(statement.remarks, indent: "      ")
      }
    }
  }

  private mutating func disagreements(_ content: ReportContent) {
    if content.disagreements.isEmpty { line("  none above the bar") }
    for entry in content.disagreements {
      line(
        "  \(entry.relation.glyph) \(entry.relation.rawValue) · \(entry.kind) · \(entry.time) · "
          + TextReport.number(entry.confidence))
      for side in [entry.left, entry.right] {
        line("    \(side.citation.short) \(side.holder ?? Disagreement.reporter) · \(side.citation.place)")
        paragraph(Self.marked(side.words), first: "      ", rest: "      ")
      }
      paragraph("because: \(entry.because)", first: "    ", rest: "      ")
      remarks(entry.remarks, indent: "    ")
    }
    hidden(content.hiddenDisagreements, content)
  }

  private static func marked(_ words: ReportContent.LitWords) -> String {
    words.text(lit: { "[\($0)]" }, plain: { $0 })
  }

  private mutating func hidden(_ count: Int, _ content: ReportContent) {
    if count > 0 { line("  \(count) more below the bar of \(TextReport.number(content.bar)): --all shows them") }
  }

  private mutating func agreements(_ content: ReportContent) {
    if content.agreements.isEmpty { line("  none above the bar") }
    for entry in content.agreements {
      line("  = \(entry.heading)")
      for passage in entry.passages {
        line("    \(passage.citation.short) · \(passage.citation.place)")
        paragraph(Self.marked(passage.words), first: "      ", rest: "      ")
      }
      paragraph("because: \(entry.because)", first: "    ", rest: "    ")
      remarks(entry.remarks, indent: "    ")
    }
    hidden(content.hiddenAgreements, content)
  }

  private mutating func omissions(_ omissions: [ReportContent.OmissionEntry]) {
    if omissions.isEmpty { line("  none found") }
    for entry in omissions {
      paragraph("○ \(entry.text)", first: "  ", rest: "    ")
      line(
        "    in \(entry.citation.short) · \(entry.citation.place), not in \(entry.missingFrom) · "
          + TextReport.number(entry.confidence))
      remarks(entry.remarks, indent: "    ")
    }
  }

  /// Whatever stands in names and paths is one line.
  private mutating func line(_ text: String) {
    output += (text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? "␊" : $0 }) : text) + "\n"
  }

  /// Sets words in lines of at most `width` characters; a word that is longer gets a line of its own.
  private mutating func paragraph(_ text: String, first: String, rest: String) {
    var current = first
    var count = first.count
    var isEmpty = true
    for word in text.split(separator: " ") {
      let length = word.count
      if !isEmpty, count + 1 + length > Self.width {
        line(current)
        current = rest
        count = rest.count
        isEmpty = true
      }
      if !isEmpty {
        current += " "
        count += 1
      }
      current += word
      count += length
      isEmpty = false
    }
    if !isEmpty { line(current) }
  }
}
