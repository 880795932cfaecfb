public import Dossier

/// One line of `crossread extract`: the clean body of a document and what is known about it.
public enum ExtractJSON {
  /// - Returns: UTF-8, one line with its line feed. `text` holds the blocks that are article, a blank line between them.
  public static func encode(_ document: Document) -> [UInt8] {
    let body = document.blocks.filter { $0.isRead && $0.kind != .title }.map { document.text[$0.span] }
    var writer = JSONWriter()
    writer.object { out in
      out.member("path", document.path)
      out.member("title", document.headline)
      out.member("text", body.joined(separator: "\n\n"))
      out.member("source", document.source?.name)
      out.member("published", document.published.map { "\($0.date)" })
      out.member("author", document.author.map { document.text[$0] })
      out.member("url", document.url)
      out.member("language", document.language)
    }
    writer.newline()
    return writer.bytes
  }
}
