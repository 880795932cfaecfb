import ArgumentParser
import Dossier
import Foundation
import Language

/// Measures the splitting of raw text into sentences and tokens against treebanks; nothing is trained.
struct SplittingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "splitting", abstract: "Measure sentences and tokens against treebanks.")

  @Argument(help: "Treebanks in CoNLL-U, plain or packed by xz.")
  var treebanks: [String]

  @Option(help: "Only documents whose identifier starts so.")
  var prefix = ""

  @Option(help: "Number of differences shown.")
  var differences = 0

  func run() throws {
    var tokens = Agreement()
    var sentences = Agreement()
    var shown = 0
    for paragraph in try treebanks.flatMap({ try Self.paragraphs($0) }) where paragraph.document.hasPrefix(prefix) {
      let text = SourceText(paragraph.text)
      let analysed = Analyser().split(text, blocks: [text.span])
      let found = Set(analysed.tokens.map(\.span))
      let gold = Set(paragraph.tokens)
      tokens.add(found: found, gold: gold)
      sentences.add(found: Set(analysed.sentences.map(\.span)), gold: Set(paragraph.sentences))
      for span in (found.subtracting(gold)).sorted() where shown < differences {
        shown += 1
        let expected = paragraph.tokens.filter { $0.overlaps(span) }.map { text[$0] }.joined(separator: " ")
        print("token \(text[span]) for \(expected)")
      }
      for sentence in analysed.sentences where shown < differences {
        guard !paragraph.sentences.contains(sentence.span) else { continue }
        shown += 1
        print("sentence \(text[sentence.span])")
      }
    }
    print("tokens \(tokens), sentences \(sentences)")
  }

  private struct Agreement: CustomStringConvertible {
    var found = 0
    var gold = 0
    var both = 0

    mutating func add(found: Set<Span>, gold: Set<Span>) {
      self.found += found.count
      self.gold += gold.count
      both += found.intersection(gold).count
    }

    var description: String {
      String(format: "F1 %.2f", 200 * Double(both) / Double(max(found + gold, 1)))
    }
  }

  private struct GoldParagraph {
    var document: String
    var text: String
    var tokens: [Span]
    var sentences: [Span]
  }

  /// The paragraphs of a treebank: its sentences' texts joined by spaces, and where their words lie.
  private static func paragraphs(_ path: String) throws -> [GoldParagraph] {
    var paragraphs: [GoldParagraph] = []
    var document = ""
    var isNew = true
    var text = ""
    var forms: [String] = []
    func finish() {
      guard !forms.isEmpty else { return }
      if isNew || paragraphs.isEmpty {
        paragraphs.append(GoldParagraph(document: document, text: "", tokens: [], sentences: []))
      }
      isNew = false
      var paragraph = paragraphs.removeLast()
      if !paragraph.text.isEmpty { paragraph.text += " " }
      let start = paragraph.text.utf8.count
      paragraph.text += text
      let bytes = Array(paragraph.text.utf8)
      var at = start
      for form in forms.map({ Array($0.utf8) }) {
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        guard at + form.count <= bytes.count, Array(bytes[at..<at + form.count]) == form else { continue }
        paragraph.tokens.append(Span(at, at + form.count))
        at += form.count
      }
      paragraph.sentences.append(Span(start, bytes.count))
      paragraphs.append(paragraph)
      forms = []
    }
    for line in try Treebank.contents(path).split(separator: 0x0A, omittingEmptySubsequences: false) {
      switch try ConlluLine(ArraySlice(line)) {
      case .word(_, let fields): forms.append(String(decoding: fields[1], as: UTF8.self))
      case .blank: finish()
      case .comment:
        let comment = String(decoding: line, as: UTF8.self)
        if comment.hasPrefix("# newdoc id = ") { document = String(comment.dropFirst(14)) }
        if comment.hasPrefix("# newdoc") || comment == "# newpar" || comment.hasPrefix("# newpar id") { isNew = true }
        if comment.hasPrefix("# text = ") { text = String(comment.dropFirst(9)) }
      case .span: continue
      }
    }
    finish()
    return paragraphs
  }
}
