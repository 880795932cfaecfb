import ArgumentParser
import Dossier
import Glibc
import Library
import Query
import Reading
import Terminal

/// `crossread search`: the reader's query language on the command line, in the manner of grep.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the passages that a query finds.",
    discussion: """
      QUERY
      \(QueryOperator.all.map(Self.lines).joined(separator: "\n"))
      \(QueryOperator.note)

      EXAMPLES
        crossread search 'by:putin ceasefire' articles/
        crossread search -l 'is:contradiction in:belta' articles/
        crossread search --json '(truce OR ceasefire) near:5' articles/ | jq .text
        crossread search -- -kyiv articles/
        crossread search --remarks 'tag:energy note:check' articles/

      What the reader folds because it is no article is found too, and marked. The lines of a web page are those of the \
      text that it shows. A passage is a paragraph or a statement, and each is printed with its line.

      Exit codes, as grep has them: 0 found, 1 not found, 2 the query or a file could not be read.
      """)

  @Argument(help: "What to find.") var query: String
  @OptionGroup var inputs: Inputs
  @OptionGroup var added: AddedRemarks
  @ArgumentParser.Flag(help: "Print one JSON object a line for each passage.") var json = false
  @ArgumentParser.Flag(name: .shortAndLong, help: "Print how many passages of each article were found.")
  var count = false
  @ArgumentParser.Flag(
    name: [.customShort("l"), .long], help: "Print only the paths of articles with a passage found.")
  var filesWithMatches = false
  @ArgumentParser.Flag(name: .shortAndLong, help: "Print only the words found.") var onlyMatching = false
  @ArgumentParser.Flag(name: .shortAndLong, help: "Print nothing; end at the first passage found.") var quiet = false
  @Option(name: .shortAndLong, help: "At most this many passages of each article; by default all.") var maxCount: Int?
  @ArgumentParser.Flag(name: .shortAndLong, help: "Capitals never count.") var ignoreCase = false
  @Option(help: "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.") var color: ColorChoice =
    .auto

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  func validate() throws {
    guard json else { return }
    let others = [(count, "--count"), (filesWithMatches, "--files-with-matches"), (onlyMatching, "--only-matching")]
    if let other = others.first(where: \.0) {
      throw ValidationError("--json and \(other.1) print different things: take one.")
    }
  }

  /// What to do about words that could not be made sense of, where one may be a query that begins with a dash.
  static func hint(for words: some Sequence<String>) -> String? {
    var words = words.prefix { $0 != "--" }.makeIterator()
    guard words.next() == configuration.commandName else { return nil }
    let options = IteratorSequence(words).filter { $0.hasPrefix("-") && !$0.hasPrefix("--") }
    if let context = options.first(where: isOfContext) {
      return "There is no \(context.prefix(2)): a passage is a whole paragraph or statement, printed with its line."
    }
    return options.first { $0.count > 2 }.map {
      "A query that begins with - comes after --, as in: crossread search -- '\(Sanitiser.line($0))' articles/"
    }
  }

  /// Whether it is one of grep's options that ask for the lines around what is found, or for their numbers.
  private static func isOfContext(_ option: String) -> Bool {
    ["-A", "-B", "-C", "-n"].contains { option.hasPrefix($0) } && option.dropFirst(2).allSatisfy(\.isNumber)
  }

  func run() throws {
    StandardOutput.ignoreBrokenPipe()
    let query = Query(self.query, ignoringCase: ignoreCase)
    if let problem = query.problem {
      StandardError.write("crossread: \(problem)")
      StandardError.write("  \(Sanitiser.line(query.text))\n  \(marks(under: problem.range, of: query))")
      throw ExitCode(2)
    }
    if query.isEmpty {
      StandardError.write("crossread: the query asks for nothing")
      throw ExitCode(2)
    }
    if query.asksForRemarks, !added.areWanted {
      StandardError.write(
        "crossread: what you added is in a library: --remarks looks into yours, --library PATH into another")
      throw ExitCode(2)
    }
    // Only what the query asks for is read from the texts; what was added may have renamed what is in them.
    let library = try openLibrary()
    let (documents, complete) = try inputs.load(takesPipe: true)
    let needsReading = added.areWanted || query.needsReading(of: documents)
    let annotated = try added.lay(library, over: documents) {
      needsReading ? DossierReader().read($0) : Dossier(documents: $0)
    }
    let dossier = annotated.dossier
    let corpus = Corpus(dossier.documents)
    let directory = Directory(dossier, corpus: corpus)
    let visible = dossier.disagreements.filter { $0.confidence >= dossier.bar }.map(\.id)
    let passages =
      query.needsPassages
      ? Passages(
        dossier, directory, differences: visible, remarks: annotated.remarks,
        marks: annotated.marks + annotated.correctionMarks) : nil
    let search = TextSearch(query, corpus, directory, passages)
    let found = print(search, of: dossier)
    if !complete, !(quiet && found) { throw ExitCode(2) }
    if !found {
      if !quiet, let remedy = directory.remedy(for: query) { StandardError.write("crossread: \(remedy)") }
      throw ExitCode(1)
    }
  }

  /// Opens the library; 1 would say that nothing was found.
  private func openLibrary() throws -> Library? {
    do { return try added.open() } catch { throw ExitCode(2) }
  }

  /// - Returns: whether anything was found.
  private func print(_ search: TextSearch, of dossier: Dossier) -> Bool {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let wantsColor = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    let printer = MatchPrinter(
      dossier: dossier, isColored: color == .always || (color == .auto && isTerminal && wantsColor),
      onlyMatching: onlyMatching, hasHeadings: isTerminal)
    let limit = maxCount ?? .max
    var isAnyFound = false
    for document in dossier.documents.map(\.id) {
      var matches: [Match] = []
      search.matches(in: [document]) { match in
        matches.append(match)
        return !quiet && !filesWithMatches && matches.count < limit
      }
      if matches.isEmpty || limit < 1 { continue }
      isAnyFound = true
      if quiet { return true }
      if filesWithMatches {
        printer.path(document)
      } else if count {
        printer.count(matches.count, of: document)
      } else if json {
        let encoder = MatchJSON(dossier, document)
        for match in matches { StandardOutput.write(encoder.encode(match)) }
      } else {
        printer.matches(matches, of: document)
      }
    }
    return isAnyFound
  }

  private func marks(under range: Range<Int>, of query: Query) -> String {
    let before = Sanitiser.line(String(query.text.prefix(range.lowerBound)))
    let wrong = Sanitiser.line(String(query.text.dropFirst(range.lowerBound).prefix(range.count)))
    let width = max(1, DisplayWidth.of(wrong))
    return String(repeating: " ", count: DisplayWidth.of(before)) + "^" + String(repeating: "~", count: width - 1)
  }

  /// What an operator means and an example, behind its form, in lines that a terminal of 80 columns does not break.
  private static func lines(_ item: QueryOperator) -> String {
    let (indent, width) = (20, 78)
    var lines = ["  " + item.form]
    var column = lines[0].count
    for word in "\(item.meaning): \(item.example)".split(separator: " ") {
      if column > indent, column + 1 + word.count > width {
        lines.append("")
        column = 0
      }
      let blanks = max(1, indent - column)
      lines[lines.count - 1] += String(repeating: " ", count: blanks) + word
      column += blanks + word.count
    }
    return lines.joined(separator: "\n")
  }
}
