import Dossier

@testable import Library

func document(_ text: String, path: String = "a.txt") -> Document {
  Document(id: Document.ID(0), path: path, name: "a", text: SourceText(text))
}

func anchor(_ words: String, in document: Document) -> Anchor {
  let bytes = document.text.bytes
  let needle = Array(words.utf8)
  guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) else {
    preconditionFailure("\(words) is not in the text")
  }
  return Anchor(Span(start, start + needle.count), in: document)
}

func note(_ note: String, on words: String, in document: Document, made: Int64) -> Annotation {
  Annotation(id: .unique(), made: made, anchors: [anchor(words, in: document)], content: .note(note))
}
