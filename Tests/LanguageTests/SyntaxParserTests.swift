import Dossier
import Testing

@testable import Language

@Suite struct SyntaxParserTests {
  private func analyse(_ text: String) -> AnalysedText {
    let text = SourceText(text)
    return Analyser().analyse(text, blocks: [text.span])
  }

  /// Head and relation of every token of a one-sentence text, as `word<relation<head`.
  private func arcs(_ text: String) -> [String] {
    let analysed = analyse(text)
    return analysed.tokens.map { token in
      let head = token.head.map { analysed.tokens[$0].norm } ?? "*"
      return "\(token.norm)<\(token.relation.rawValue)<\(head)"
    }
  }

  @Test func findsWhoDidWhat() {
    let arcs = arcs("The old minister praised the workers.")
    #expect(arcs.contains("minister<nsubj<praised"))
    #expect(arcs.contains("workers<obj<praised"))
    #expect(arcs.contains("praised<root<*"))
    #expect(arcs.contains("old<amod<minister"))
  }

  @Test func findsReportedClause() {
    let arcs = arcs("She said that the company would not sell its ships.")
    #expect(arcs.contains("she<nsubj<said"))
    #expect(arcs.contains("sell<ccomp<said"))
    #expect(arcs.contains("company<nsubj<sell"))
    #expect(arcs.contains("not<advmod<sell"))
  }

  @Test func findsPassiveAgent() {
    let arcs = arcs("The bridge was destroyed by the flood.")
    #expect(arcs.contains("bridge<nsubj:pass<destroyed"))
    #expect(arcs.contains("flood<obl:agent<destroyed") || arcs.contains("flood<obl<destroyed"))
  }

  @Test func tags() {
    let tags = analyse("Marta quickly reads long letters in Oslo.").tokens.map(\.tag)
    #expect(tags == [.propn, .adv, .verb, .adj, .noun, .adp, .propn, .punct])
  }

  @Test(arguments: [
    ("The children were running.", ["the", "child", "be", "run", "."]),
    ("He took better knives.", ["he", "take", "good", "knife", "."]),
    ("They have denied it.", ["they", "have", "deny", "it", "."]),
  ])
  func lemmatises(text: String, lemmas: [String]) {
    #expect(analyse(text).tokens.map(\.lemma) == lemmas)
  }

  @Test func featuresTellTenseAndNumber() {
    let tokens = analyse("Two dogs barked.").tokens
    #expect(tokens[1].features.contains(.numberPlur))
    #expect(tokens[2].features.contains(.tensePast))
  }

  /// Whatever the text, every sentence is one tree with heads inside it.
  @Test func alwaysGivesTrees() {
    var generator = SplitMix(seed: 11)
    let pieces = [
      "said", "the", "Ivan", ",", "\"", "and", "not", "qzx", "😀", "3.5", ".", "\n\n", "which", "was", "—", "n't",
    ]
    for round in 0..<60 {
      let length = round == 0 ? 700 : Int(generator.next() % 30)
      let words = (0..<length).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
      let analysed = analyse(words.joined(separator: " "))
      for sentence in analysed.sentences { #expect(isTree(analysed, sentence)) }
    }
  }

  @Test func longSentenceIsOneTree() {
    let analysed = analyse(Array(repeating: "and so it went", count: 120).joined(separator: " "))
    #expect(analysed.sentences.count == 1)
    #expect(analysed.sentences.allSatisfy { isTree(analysed, $0) })
  }

  private func isTree(_ analysed: AnalysedText, _ sentence: Sentence) -> Bool {
    let tokens = analysed.tokens
    guard sentence.tokens.filter({ tokens[$0].head == nil }).count == 1 else { return false }
    return sentence.tokens.allSatisfy { token in
      var steps = 0
      var at = token
      while let head = tokens[at].head {
        guard sentence.tokens.contains(head), steps < sentence.tokens.count else { return false }
        at = head
        steps += 1
      }
      return true
    }
  }

  @Test func decoderBreaksCycles() {
    // Words 0 and 1 prefer each other; 2 is the surest root.
    let negative: Float = -9
    var scores: [Float] = [0, 5, 1, negative, 5, 0, 0, negative, 0, 0, 0, 3]
    scores.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      #expect(TreeDecoder.heads(3, scores: base, stride: 4) == [2, 0, 3])
    }
  }
}

@Suite struct ConlluTests {
  @Test func readsLines() throws {
    let word = try ConlluLine(Array("3\tran\t_\t_\t_\t_\t_\t_\t_\t_".utf8)[...])
    guard case .word(let number, let fields) = word else {
      Issue.record("not a word")
      return
    }
    #expect(number == 3 && fields.count == 10 && Array(fields[1]) == Array("ran".utf8))
    #expect(try ConlluLine(Array("3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_".utf8)[...]) == .span)
    #expect(try ConlluLine(Array("8.1\tx\t_\t_\t_\t_\t_\t_\t_\t_".utf8)[...]) == .span)
    #expect(try ConlluLine(Array("# text = x".utf8)[...]) == .comment)
    #expect(try ConlluLine([]) == .blank)
  }

  @Test(arguments: [
    "1\tx", "x\ty\t_\t_\t_\t_\t_\t_\t_\t_", "1\t\t_\t_\t_\t_\t_\t_\t_\t_", "1-\ty\t_\t_\t_\t_\t_\t_\t_\t_",
  ])
  func refusesOtherLines(line: String) {
    #expect(throws: ConlluLine.Defect.self) { try ConlluLine(Array(line.utf8)[...]) }
  }

  @Test(arguments: ["_", "Number=Plur", "Case=Nom|Number=Sing|Person=3|PronType=Prs", "Gender=Fem,Masc|Number=Sing"])
  func featuresSurvive(column: String) {
    #expect(Features(conllu: column)?.conllu == column)
  }

  @Test func unknownFeatureIsRefused() {
    #expect(Features(conllu: "Colour=Red") == nil)
  }

  @Test func everyLabelHasItsBit() {
    for (index, label) in Features.labels.enumerated() {
      #expect(Features(conllu: label) == Features(rawValue: 1 << UInt64(index)))
    }
  }
}
