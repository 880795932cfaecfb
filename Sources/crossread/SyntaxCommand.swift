import ArgumentParser
import Dossier
import Language

/// CoNLL-U in, CoNLL-U out: fills lemma, tag, features, head and relation.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax",
    abstract: "Tag, lemmatise and parse CoNLL-U from standard input.",
    discussion: """
      Takes the forms and the sentence breaks; fills LEMMA, UPOS, FEATS, HEAD and DEPREL (Universal Dependencies) and \
      leaves comments, multiword tokens, empty nodes and all other columns as they are. A malformed line is named on \
      standard error and passed through; the exit code is then 1.
      """)

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    var lines = StandardInputLines()
    var sentence = ConlluSentence()
    var output: [UInt8] = []
    var lineNumber = 0
    var failed = false
    // What was read is answered also where no more can be.
    defer {
      sentence.write(to: &output)
      StandardOutput.write(output)
    }
    while let line = try lines.next() {
      lineNumber += 1
      do {
        if try sentence.add(line) {
          sentence.write(to: &output)
          sentence = ConlluSentence(parser: sentence.parser)
        }
      } catch {
        failed = true
        sentence.keep(line)
        StandardError.write("crossread: line \(lineNumber): \(Self.explain(error))")
      }
      if output.count > 1 << 16 {
        StandardOutput.write(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    if failed { throw ExitCode(1) }
  }

  private static func explain(_ defect: ConlluLine.Defect) -> String {
    switch defect {
    case .fieldCount(let count): "expected 10 columns, found \(count)"
    case .identifier(let identifier): "\"\(identifier)\" is not the number expected here"
    case .emptyForm: "the form is empty"
    }
  }
}

/// The lines of one sentence, and what is filled into those that are words.
private struct ConlluSentence {
  let parser: SentenceParser
  private var lines: [[UInt8]] = []
  /// Index into `lines`, and fields, of every word.
  private var words: [(line: Int, fields: [ArraySlice<UInt8>])] = []

  init(parser: SentenceParser = SentenceParser()) { self.parser = parser }

  /// Adds a line; `true` where it ends the sentence.
  mutating func add(_ line: [UInt8]) throws(ConlluLine.Defect) -> Bool {
    switch try ConlluLine(line[...]) {
    case .word(let number, let fields):
      guard number == words.count + 1 else { throw .identifier("\(number)") }
      words.append((lines.count, fields))
      lines.append(line)
      return false
    case .span, .comment:
      lines.append(line)
      return false
    case .blank:
      lines.append(line)
      return true
    }
  }

  /// Keeps a malformed line as it is.
  mutating func keep(_ line: [UInt8]) { lines.append(line) }

  /// Parses the words and appends all lines.
  mutating func write(to output: inout [UInt8]) {
    let tokens = parser.parse(words.map { $0.fields[1] })
    var next = 0
    for (index, line) in lines.enumerated() {
      if next < words.count, words[next].line == index {
        Self.write(words[next].fields, tokens[next], to: &output)
        next += 1
      } else {
        output += line
      }
      output.append(0x0A)
    }
  }

  private static func write(_ fields: [ArraySlice<UInt8>], _ token: Token, to output: inout [UInt8]) {
    for (column, field) in fields.enumerated() {
      if column > 0 { output.append(0x09) }
      switch column {
      case 2: output += token.lemma.utf8
      case 3: output += token.tag.label.utf8
      case 5: output += token.features.conllu.utf8
      case 6: output += String(token.head.map { $0 + 1 } ?? 0).utf8
      case 7: output += token.relation.rawValue.utf8
      default: output += field
      }
    }
  }
}
