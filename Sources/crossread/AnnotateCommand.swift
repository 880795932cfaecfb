import ArgumentParser
import Dossier
import Language
import Reading
import Report

/// `crossread annotate`: names, actors and statements of one text a line.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Read JSON lines {id, text}; print names, actors and statements of each.",
    discussion: "No line is refused for what its text holds; one that is not valid JSON gives an error in its place.")

  func run() throws {
    let analyser = Analyser()
    let reader = DossierReader()
    try LineMode.run { input throws(LineMode.Problem) in
      let text = SourceText(try input.string("text"))
      let blocks = Self.lines(of: text)
      let source = input.optionalString("source").map { Source(name: $0, basis: .metadata, span: nil) }
      let document = Document(id: Document.ID(0), path: "-", name: "-", text: text, source: source, blocks: blocks)
      let analysis = analyser.analyse(text, blocks: blocks.map(\.span))
      let dossier = reader.attribute([document], texts: [analysis])
      let entities = analysis.names.map { (span: $0.span, type: $0.kind.rawValue) }
      return DossierJSON.annotation(dossier, id: input.id, entities: entities)
    }
  }

  /// Every line that is not blank, as a paragraph: the text is taken to be clean.
  private static func lines(of text: SourceText) -> [Block] {
    (1...text.lineStarts.count).compactMap { line in
      let span = text.trimmed(text.lineSpan(line))
      return span.isEmpty ? nil : Block(span: span, kind: .paragraph)
    }
  }
}
