import Dossier

/// Makes a document of a decoded text.
enum ArticleReader {
  static func read(_ decoded: DecodedText, path: String, name: String, id: Document.ID) -> Document {
    var document = Document(id: id, path: path, name: name, text: SourceText(validUTF8: decoded.bytes))
    document.notes = decoded.notes
    document.flags = decoded.flags
    document.blocks = BlockFinder.blocks(in: document.text)
    if let first = document.blocks.first, first.span.count < 300, !endsLikeSentence(document.text, first.span) {
      document.blocks[0].kind = .title
      document.title = first.span
    }
    return document
  }

  private static func endsLikeSentence(_ text: SourceText, _ span: Span) -> Bool {
    text.bytes[Int(span.end) - 1] == 0x2E
  }
}
