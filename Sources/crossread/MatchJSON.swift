import Dossier
import Query
import Report

/// One line of `crossread search --json`: a passage found, with offsets in Unicode scalars.
struct MatchJSON {
  private let dossier: Dossier
  private let id: Document.ID
  private let offsets: ScalarOffsets

  init(_ dossier: Dossier, _ id: Document.ID) {
    self.dossier = dossier
    self.id = id
    offsets = ScalarOffsets(dossier[id].text)
  }

  /// - Returns: UTF-8, one line with its line feed.
  func encode(_ match: Match) -> [UInt8] {
    let document = dossier[id]
    let statement = match.statement.map { dossier[$0] }
    var writer = JSONWriter()
    writer.object { out in
      out.member("path", document.path)
      out.member("line", document.text.line(at: Int(match.passage.start)))
      out.member("source", document.source?.name)
      out.member("published", dossier.date(of: id).map { "\($0)" })
      out.member("speaker", statement.flatMap { dossier.speaker(of: $0) })
      out.member("kind", statement?.kind.rawValue)
      out.member("debris", document.debris(at: Int(match.passage.start))?.rawValue)
      place(match.passage, &out)
      out.key("found")
      out.array(match.found) { out, span in out.object { place(span, &$0) } }
    }
    writer.newline()
    return writer.bytes
  }

  private func place(_ span: Span, _ out: inout JSONWriter) {
    out.member("start", offsets.scalars(atUTF8: Int(span.start)))
    out.member("end", offsets.scalars(atUTF8: Int(span.end)))
    out.member("text", dossier[id].text[span])
  }
}
