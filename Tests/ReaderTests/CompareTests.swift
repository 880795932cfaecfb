import Dossier
import Ingest
import Terminal
import TestSupport
import Testing

@testable import Reader

@Suite struct CompareTests {
  /// What marks mean is said more quietly than what they mark.
  @Test func theLegendIsQuiet() throws {
    var reader = ReaderHarness()
    reader.press("c")
    let grid = reader.state.screen()
    let row = try #require((0..<36).first { grid.text(row: $0).contains("○ only here · ≈ both tell it") })
    let styles = grid.styleText { Role.names[Int($0.rawValue)] }.split(separator: "\n")
    let column = try #require(grid.text(row: row).firstRange(of: "○ only")).lowerBound
    let offset = grid.text(row: row).distance(from: grid.text(row: row).startIndex, to: column)
    let style = styles.first { line in
      let parts = line.split(whereSeparator: { ": -".contains($0) })
      guard parts.count > 2, Int(parts[0]) == row, let first = Int(parts[1]) else { return false }
      return first <= offset && offset <= Int(parts[2]) ?? first
    }
    #expect(style?.contains("quiet") == true && style?.contains("reverse") == false, "\(style ?? "")")
  }

  private let index = DossierIndex(SampleDossier().dossier)

  private func comparison(_ documents: [Int], bar: Double = 0.5) -> Comparison {
    Comparison(
      index, documents: documents.map { Document.ID($0) },
      visible: index.ranked.filter { index.dossier[$0].confidence >= bar }, agreed: [0], omitted: [0])
  }

  @Test func everyPassageStandsOnceAndInOrder() {
    for documents in [[0, 1], [1, 0], [0, 2], [0, 1, 2]] {
      let comparison = comparison(documents)
      for (column, document) in documents.enumerated() {
        let spans = comparison.rows.compactMap { $0.cells[column] }.filter { !$0.isEcho }.map(\.span)
        #expect(spans == ComparePassage.passages(of: index.dossier.documents[document]).map(\.span))
      }
    }
  }

  @Test func everyDifferenceOfTheTwoFacesItsReason() {
    let placed = comparison([0, 1]).rows.flatMap(\.differences)
    let expected = index.ranked.filter { id in
      let difference = index.dossier[id]
      return difference.confidence >= 0.5 && Set(difference.sides.map(\.passage.document.index)) == [0, 1]
    }
    #expect(placed.sorted() == expected.sorted())
  }

  @Test func aDifferenceInsideOneArticleIsShownBesideItself() {
    let comparison = comparison([2, 2], bar: 0)
    let row = comparison.rows.first { !$0.differences.isEmpty }
    #expect(row?.cells[1]?.isEcho == true)
  }

  /// Titles and initials end no passage.
  @Test func passagesEndWithSentences() throws {
    let words = [
      "The deputy argued on Friday that despite all of the backlash Mr. Brandt of the F.B.I. union had kept his promise to it.",
      "Mayor John F. Quill of the northern harbour said nothing of the kind to anybody.",
    ]
    let text = SourceText(words.joined(separator: " "))
    let document = Document(
      id: Document.ID(0), path: "a.txt", name: "a", text: text, blocks: [Block(span: text.span, kind: .paragraph)])
    #expect(ComparePassage.passages(of: document).map { text[$0.span] } == words)
  }

  /// What faces what does not hang on which side is the left one.
  @Test func swappingTheSidesChangesNoPair() {
    let articles = Loader().load([Repository.seeds]).documents.map(ComparePassage.passages)
    #expect(articles.count == 5)
    for (number, left) in articles.enumerated() {
      for right in articles[..<number] {
        let turned = Alignment(right, left, known: []).pairs.map { Alignment.Pair(left: $0.right, right: $0.left) }
        #expect(Alignment(left, right, known: []).pairs == turned)
      }
    }
  }

  /// What both tell is not only here, though the passages do not face each other.
  @Test func whatBothTellIsAgreedWhereverItStands() {
    let cells = comparison([0, 1]).rows.flatMap(\.cells).compactMap { $0 }
    let agreement = index.dossier.agreements[0]
    for passage in agreement.passages {
      #expect(cells.contains { $0.agreed != nil && $0.span.overlaps(passage.span) })
    }
  }

  @Test func whatTheOtherLeavesOutIsMarked() {
    #expect(comparison([0, 1]).rows.contains { $0.cells[0]?.isOmitted == true })
    #expect(!comparison([0, 2]).rows.contains { $0.cells[0]?.isOmitted == true })
  }

  @Test func theSameTextFacesItself() {
    let passages = ComparePassage.passages(of: index.dossier.documents[0])
    let alignment = Alignment(passages, passages, known: [])
    #expect(alignment.pairs.count >= passages.count - 2)
    #expect(alignment.pairs.allSatisfy { $0.left == $0.right })
  }

  /// An article, and its paragraphs from the last to the first.
  private var reversed: DossierIndex {
    let paragraphs = [
      "Harbour talks end.", "The mayor met the union leader at the harbour on Sunday afternoon.",
      "According to the office, 40 ships were turned away during the long strike.",
      "Both sides shook hands after five hours and left by the same door.",
    ]
    let documents = [paragraphs, paragraphs.reversed()].enumerated().map { number, lines in
      let text = SourceText(lines.joined(separator: "\n"))
      let blocks = (1...lines.count).map { Block(span: text.trimmed(text.lineSpan($0)), kind: .paragraph) }
      return Document(
        id: Document.ID(number), path: "\(number)", name: number == 0 ? "forth" : "back", text: text, blocks: blocks)
    }
    return DossierIndex(Dossier(documents: documents))
  }

  @Test func theSameWordsAreFoundInWhateverOrder() throws {
    let index = reversed
    let comparison = Comparison(
      index, documents: index.dossier.documents.map(\.id), visible: [], agreed: [], omitted: [])
    for row in comparison.rows {
      for (column, cell) in row.cells.enumerated() {
        guard let cell else { continue }
        let twin = try #require(cell.twin)
        #expect(twin.isExact && twin.column == 1 - column && !cell.isAlone)
        let (own, other) = (index.dossier.documents[column].text, index.dossier.documents[1 - column].text)
        #expect(other[twin.passage.span] == own[cell.span])
      }
    }
  }

  @Test func whatStandsElsewhereIsSaidToAndWhere() {
    var reader = ReaderHarness(dossier: reversed.dossier)
    reader.press("2")
    #expect(reader.shows("= line ") && !reader.shows("○▸") && !reader.shows("○ The"))
    var seen: Set<String> = []
    for _ in 0..<20 {
      reader.press("K")
      #expect(reader.shows("= the same words") && !reader.shows("shares too few words"))
      seen.formUnion(reader.screen.split(separator: "\n").filter { $0.contains("the same words at") }.map(String.init))
      reader.press("<esc>j")
    }
    #expect(seen.count >= 4)
  }

  /// Words in another case and with other signs between them are the same; words that differ, or go on, are not.
  @Test func sameWordsKnowNoCase() {
    func passages(_ lines: String...) -> [ComparePassage] {
      let text = SourceText(lines.joined(separator: "\n"))
      let blocks = (1...lines.count).map { Block(span: text.trimmed(text.lineSpan($0)), kind: .paragraph) }
      return ComparePassage.passages(of: Document(id: Document.ID(0), path: "a", name: "a", text: text, blocks: blocks))
    }
    let found = SameWords(passages("Full text.", "The cranes are safe, said the mayor on Sunday.", "Full text."))
    func place(_ words: String, near: Int? = nil) -> Int? { found.passage(of: passages(words)[0].wording, near: near) }
    #expect(place("THE CRANES ARE “SAFE”, SAID THE MAYOR ON SUNDAY") == 1)
    #expect(place("cranes are safe said the mayor") == 1)
    #expect(place("the cranes") == nil, "a few words are in many texts")
    #expect(place("The cranes are not safe, said the mayor on Sunday.") == nil)
    #expect(place("Full text") == 0 && place("Full text", near: 2) == 2)
  }

  @Test func alignmentKeepsTheOrderOfBoth() {
    let left = ComparePassage.passages(of: index.dossier.documents[0])
    let right = ComparePassage.passages(of: index.dossier.documents[1])
    let pairs = Alignment(left, right, known: [(5, 0, 1), (0, 4, 1)]).pairs
    for (pair, next) in zip(pairs, pairs.dropFirst()) { #expect(pair.left < next.left && pair.right < next.right) }
  }

  @Test func nothingIsCutOff() {
    var reader = ReaderHarness(columns: 80, rows: 200)
    reader.press("c")
    // Every word of both articles stands somewhere on the screen.
    let words = Set(reader.screen.split { " \n│".contains($0) })
    for document in [0, 1] {
      for block in index.dossier.documents[document].blocks where block.isRead {
        let text = index.dossier.documents[document].text[block.span]
        for word in text.split(whereSeparator: { " -".contains($0) })
        where !text.contains("\(word)-") && !text.contains("-\(word)") {
          #expect(words.contains(word), "\(word) is missing")
        }
      }
    }
  }

  @Test func twoLongArticlesAlignQuickly() {
    // 3,000 words each: the bound is wide, for slow machines and debug builds; the benchmark states the time.
    let sentence =
      "The council of town number %d voted on paragraph %d about harbour quay cranes and ships yesterday evening. "
    func document(_ id: Int, _ shift: Int) -> Document {
      var text = ""
      for number in 0..<190 {
        text += sentence.split(separator: "%d", omittingEmptySubsequences: false).joined(
          separator: "\(number * 7 + shift % 3)")
      }
      let source = SourceText(text)
      return Document(
        id: Document.ID(id), path: "\(id)", name: "\(id)", text: source,
        blocks: [Block(span: source.trimmed(source.span), kind: .paragraph)])
    }
    let clock = ContinuousClock()
    let dossier = DossierIndex(Dossier(documents: [document(0, 0), document(1, 3)]))
    let time = clock.measure {
      _ = Comparison(dossier, documents: [Document.ID(0), Document.ID(1)], visible: [], agreed: [], omitted: [])
    }
    #expect(time < .seconds(5))
  }

  @Test(arguments: ["5<tab>c", "5<tab><tab><enter>"]) func whatIsInNoDifferenceIsShownAmongAll(_ keys: String) {
    var reader = ReaderHarness()
    reader.press("2o")
    #expect(reader.state.compare?.differencesOnly == true)
    reader.press(keys)
    #expect(reader.state.view == .compare && reader.state.compare?.differencesOnly == false)
  }
}
