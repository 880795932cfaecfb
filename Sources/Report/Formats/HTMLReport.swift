public import Dossier

/// The report as one self-contained HTML file: no script, no font, no request to anywhere.
///
/// The articles stand at its end, line by line, so that every citation can be followed to its place.
public enum HTMLReport {
  /// - Returns: a whole HTML document in which no character of a text can become markup.
  public static func render(_ annotated: AnnotatedDossier, excerpt: Excerpt = .everything) -> String {
    let content = ReportContent(annotated, excerpt: excerpt)
    var out = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escape(content.title)) · \(escape(TextReport.summary(content.counts)))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <header><h1>\(escape(content.title))</h1><p>\(escape(TextReport.summary(content.counts)))</p>
      <nav>\(navigation(content))</nav></header>
      <main>

      """
    for section in content.sections {
      let subtitle = section.subtitle.map { " <small>\(escape($0))</small>" } ?? ""
      out += "<section id=\"\(section.rawValue)\"><h2>\(section.title)\(subtitle)</h2>\n"
      switch section {
      case .sources: out += sources(content.events)
      case .differences: out += disagreements(content)
      case .actors: out += actors(content.actors)
      case .quotes: out += speakers(content.speakers)
      case .agreements: out += agreements(content)
      case .omissions: out += omissions(content.omissions)
      case .remarks: out += marks(content.marks)
      }
      out += "</section>\n"
    }
    out += articles(excerpt.documents(of: annotated.dossier))
    out += "</main>\n</body>\n</html>\n"
    return out
  }

  private static func navigation(_ content: ReportContent) -> String {
    let links = content.sections.map { "<a href=\"#\($0.rawValue)\">\($0.title)</a>" }
    return (links + ["<a href=\"#articles\">Articles</a>"]).joined(separator: " ")
  }

  private static func remarks(_ lines: [String]) -> String {
    lines.map { "<br><small class=\"remark\">\(escape($0))</small>" }.joined()
  }

  private static func marks(_ marks: [ReportContent.MarkEntry]) -> String {
    var out = "<ul>\n"
    for mark in marks {
      out += "<li>\(escape(mark.text)) <small>\(link(mark.citation))</small>\(remarks([mark.words]))</li>\n"
    }
    return out + "</ul>\n"
  }

  private static func sources(_ events: [ReportContent.EventEntry]) -> String {
    var out = ""
    for event in events {
      let place = [event.place, event.date?.words].compactMap(\.self).joined(separator: " · ")
      out += "<h3>\(escape(event.label)) <small>\(escape(place))</small></h3>\n<ul class=\"sources\">\n"
      for source in event.sources {
        let outlet = source.outlet != nil ? source.label : "\(source.name) (outlet unknown)"
        let date = source.published.map { " <small>\(escape($0.words))</small>" } ?? ""
        out += "<li><a href=\"#d\(source.document.index)\"><b>\(escape(outlet))</b></a>\(date) \(escape(source.title))"
        out += " <code>\(escape(source.path))</code>"
        for remark in source.remarks { out += "<br><small class=\"flag\">\(escape(remark))</small>" }
        out += "</li>\n"
      }
      out += "</ul>\n"
    }
    return out
  }

  private static func disagreements(_ content: ReportContent) -> String {
    var out = ""
    if content.disagreements.isEmpty { out += "<p>None above the bar.</p>\n" }
    for entry in content.disagreements {
      let relation = entry.relation
      out += "<article class=\"pair \(relation.rawValue)\"><h3><span class=\"mark\">\(relation.glyph)</span> "
      out += "\(relation.rawValue) <small>\(escape(entry.kind)) · \(escape(entry.time)) · "
      out += "\(TextReport.number(entry.confidence))</small></h3>\n<div class=\"sides\">\n"
      for side in [entry.left, entry.right] {
        let source = side.attribution(link(side.citation), escape: escape)
        out += "<blockquote>\(marked(side.words))<footer>\(source)</footer></blockquote>\n"
      }
      out += "</div><p class=\"because\">\(escape(entry.because))\(remarks(entry.remarks))</p></article>\n"
    }
    return out + hidden(content.hiddenDisagreements, content)
  }

  private static func marked(_ words: ReportContent.LitWords) -> String {
    words.text(lit: { "<mark>\(escape($0))</mark>" }, plain: escape)
  }

  private static func hidden(_ count: Int, _ content: ReportContent) -> String {
    count == 0 ? "" : "<p><small>\(count) more below the bar of \(TextReport.number(content.bar)).</small></p>\n"
  }

  private static func actors(_ actors: [ReportContent.ActorEntry]) -> String {
    if actors.isEmpty { return "<p>None found.</p>\n" }
    var out = "<table><thead><tr><th>actor</th><th>type</th><th class=\"n\">mentions</th><th class=\"n\">quotes</th>"
    out += "<th>also</th><th>roles</th></tr></thead><tbody>\n"
    for actor in actors {
      let aliases = actor.aliases.map { "\($0.text) \($0.count)" }.joined(separator: ", ")
      let kind = actor.speaksFor.map { "\(actor.kind), speaks for \($0)" } ?? actor.kind
      out += "<tr><td><b>\(escape(actor.name))</b></td><td>\(escape(kind))</td><td class=\"n\">\(actor.mentions)</td>"
      out += "<td class=\"n\">\(actor.statements)</td><td>\(escape(aliases))</td>"
      out += "<td>\(escape(actor.roles.joined(separator: "; ")))</td></tr>\n"
    }
    return out + "</tbody></table>\n"
  }

  private static func speakers(_ speakers: [ReportContent.SpeakerEntry]) -> String {
    var out = ""
    if speakers.isEmpty { out += "<p>None found.</p>\n" }
    for speaker in speakers {
      out += "<h3>\(escape(speaker.name ?? "(\(Statement.nobody))"))</h3>\n<ul class=\"statements\">\n"
      for statement in speaker.statements {
        let cue = statement.cue.map { "\(escape($0)) · " } ?? ""
        out += "<li><span class=\"mark\">\(statement.mark)</span>\(escape(statement.text)) "
        out += "<small>\(cue)\(TextReport.number(statement.confidence)) · \(link(statement.citation))</small>"
        out += "\(remarks(statement.remarks))</li>\n"
      }
      out += "</ul>\n"
    }
    return out
  }

  private static func agreements(_ content: ReportContent) -> String {
    var out = content.agreements.isEmpty ? "<p>None above the bar.</p>\n" : "<ul>\n"
    for entry in content.agreements {
      out += "<li><small>\(entry.heading) · \(escape(entry.because))</small>\(remarks(entry.remarks))<ul>\n"
      for passage in entry.passages {
        out += "<li>\(marked(passage.words)) <small>\(link(passage.citation))</small></li>\n"
      }
      out += "</ul></li>\n"
    }
    if !content.agreements.isEmpty { out += "</ul>\n" }
    return out + hidden(content.hiddenAgreements, content)
  }

  private static func omissions(_ omissions: [ReportContent.OmissionEntry]) -> String {
    if omissions.isEmpty { return "<p>None found.</p>\n" }
    var out = "<ul>\n"
    for entry in omissions {
      out += "<li>\(escape(entry.text)) <small>in \(link(entry.citation)), not in \(escape(entry.missingFrom)) · "
      out += "\(TextReport.number(entry.confidence))</small>\(remarks(entry.remarks))</li>\n"
    }
    return out + "</ul>\n"
  }

  private static func articles(_ documents: [Document]) -> String {
    var out = "<section id=\"articles\"><h2>Articles</h2>\n"
    for document in documents {
      out += "<article id=\"d\(document.id.index)\"><h3>\(escape(document.label)) "
      out += "<small><code>\(escape(document.path))</code></small></h3>\n"
      for block in document.blocks {
        let line = document.text.line(at: Int(block.span.start))
        let kind = block.debris.map { " class=\"debris\" title=\"\($0.rawValue)\"" } ?? ""
        out +=
          "<p id=\"d\(document.id.index)-\(line)\"\(kind)><a class=\"line\" href=\"#d\(document.id.index)-\(line)\">"
        out += "\(line)</a>\(escape(document.text[block.span]))</p>\n"
      }
      out += "</article>\n"
    }
    return out + "</section>\n"
  }

  private static func link(_ citation: Citation) -> String {
    "<a href=\"#d\(citation.document.index)-\(citation.blockLine)\" title=\"\(escape(citation.place))\">"
      + "\(escape(citation.short))</a>" + (citation.date.map { " \(escape($0.words))" } ?? "")
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
