public import Dossier

/// The report as Markdown (CommonMark with tables).
public enum MarkdownReport {
  /// - Returns: Markdown in which no character of a text can become markup.
  public static func render(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) -> String {
    let content = ReportContent(annotated, excerpt: excerpt)
    var out = "# \(escape(content.title))\n\n\(TextReport.summary(content.counts))\n"
    for section in content.sections {
      out += "\n## \(section.heading)\n"
      switch section {
      case .sources: out += sources(content.events)
      case .differences: out += disagreements(content)
      case .actors: out += actors(content)
      case .quotes: out += speakers(content.speakers)
      case .agreements: out += agreements(content)
      case .omissions: out += omissions(content.omissions)
      case .remarks: out += marks(content.marks)
      }
    }
    return out
  }

  private static func sources(_ events: [ReportContent.EventEntry]) -> String {
    var out = ""
    for event in events {
      let head = [event.label, event.place, event.date?.words].compactMap(\.self).joined(separator: " · ")
      out += "\n### \(escape(head))\n\n"
      for source in event.sources {
        let outlet = source.outlet != nil ? "**\(escape(source.label))**" : "\(escape(source.name)) (outlet unknown)"
        let date = source.published.map { " · \($0.words)" } ?? ""
        out += "- \(outlet)\(date): \(escape(source.title)) (\(code(source.path)))\n"
        for remark in source.remarks { out += "  - \(escape(remark))\n" }
      }
    }
    return out
  }

  private static func marks(_ marks: [ReportContent.MarkEntry]) -> String {
    var out = "\n"
    for mark in marks {
      out += "- \(escape(mark.text))  \n"
      out += "  \(escape(mark.citation.dated)) (\(code(mark.citation.place)))\(remarks([mark.words]))\n"
    }
    return out
  }

  /// Lines under what they are about.
  private static func remarks(_ lines: [String]) -> String { lines.map { "  \n  \(escape($0))" }.joined() }

  private static func actors(_ content: ReportContent) -> String {
    var out = "\n"
    let (listed, rest) = content.listedActors
    if listed.isEmpty { return out + "None found.\n" }
    out += "| actor | type | mentions | quotes | also | roles |\n|---|---|--:|--:|---|---|\n"
    for actor in listed {
      let aliases = actor.aliases.map { "\($0.text) \($0.count)" }.joined(separator: ", ")
      let kind = actor.speaksFor.map { "\(actor.kind), speaks for \($0)" } ?? actor.kind
      out += "| \(escape(actor.name)) | \(escape(kind)) | \(actor.mentions) | \(actor.statements) "
      out += "| \(escape(aliases)) | \(escape(actor.roles.joined(separator: "; "))) |\n"
    }
    return rest == 0 ? out : out + "\n\(rest) more, named once or twice: the HTML report lists them all.\n"
  }

  private static func speakers(_ speakers: [ReportContent.SpeakerEntry]) -> String {
    var out = ""
    if speakers.isEmpty { return out + "\nNone found.\n" }
    for speaker in speakers {
      out += "\n### \(escape(speaker.name ?? "(\(Statement.nobody))"))\n\n"
      for statement in speaker.statements {
        let cue = statement.cue.map { " · \(escape($0))" } ?? ""
        out += "- \(statement.mark)\(escape(statement.text))  \n"
        out += "  \(escape(statement.citation.dated)) (\(code(statement.citation.place)))\(cue) · "
        out += "\(TextReport.number(statement.confidence))\(remarks(statement.remarks))\n"
      }
    }
    return out
  }

  private static func disagreements(_ content: ReportContent) -> String {
    var out = ""
    if content.disagreements.isEmpty { out += "\nNone above the bar.\n" }
    for entry in content.disagreements {
      out += "\n### \(entry.relation.glyph) \(entry.relation.rawValue) · \(entry.kind) · \(entry.time) · "
      out += "\(TextReport.number(entry.confidence))\n\n"
      for side in [entry.left, entry.right] {
        let words = side.words.text(lit: bold, plain: escape)
        let place = "\(escape(side.citation.dated)) (\(code(side.citation.place)))"
        out += "> \(words)\n>\n> \(side.attribution(place, escape: escape))\n\n"
      }
      out += "Because: \(escape(entry.because))\n"
      for remark in entry.remarks { out += "\n\(escape(remark))\n" }
    }
    return out + hidden(content.hiddenDisagreements, content)
  }

  private static func hidden(_ count: Int, _ content: ReportContent) -> String {
    count == 0 ? "" : "\n\(count) more below the bar of \(TextReport.number(content.bar)): `--all` shows them.\n"
  }

  private static func agreements(_ content: ReportContent) -> String {
    var out = "\n"
    if content.agreements.isEmpty { out += "None above the bar.\n" }
    for entry in content.agreements {
      out += "- \(entry.heading)  \n  because: \(escape(entry.because))\(remarks(entry.remarks))\n"
      for passage in entry.passages {
        let words = passage.words.text(lit: bold, plain: escape)
        out += "  - \(words)  \n    \(escape(passage.citation.label)) (\(code(passage.citation.place)))\n"
      }
    }
    return out + hidden(content.hiddenAgreements, content)
  }

  private static func omissions(_ omissions: [ReportContent.OmissionEntry]) -> String {
    var out = "\n"
    if omissions.isEmpty { return out + "None found.\n" }
    for entry in omissions {
      out += "- \(escape(entry.text))  \n  in \(escape(entry.citation.label)) (\(code(entry.citation.place))), "
      out += "not in \(escape(entry.missingFrom)) · \(TextReport.number(entry.confidence))\(remarks(entry.remarks))\n"
    }
    return out
  }

  /// Emphasis must hug its words: white space at the edges stays outside.
  private static func bold(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    guard !words.isEmpty else { return text }
    return (text.first == " " ? " " : "") + "**\(escape(words))**" + (text.last == " " ? " " : "")
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "<" {
        out += "&lt;"
      } else if scalar == "&" {
        out += "&amp;"
      } else {
        if "\\`*_{}[]#|~>!".unicodeScalars.contains(scalar) { out += "\\" }
        out.unicodeScalars.append(scalar)
      }
    }
    // A dash, plus or number at the start of a line would open a list.
    if let first = out.first, first == "-" || first == "+" { out = "\\" + out }
    return out
  }

  /// A code span, fenced with more back-ticks than it holds.
  private static func code(_ text: String) -> String {
    var run = 0
    var longest = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "`\(text)`" : "\(fence) \(text) \(fence)"
  }
}
