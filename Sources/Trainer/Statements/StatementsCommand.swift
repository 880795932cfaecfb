import ArgumentParser
import Dossier
import Reading

/// Trains the weights that find statements and speakers.
struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Train what finds statements and speakers.")

  @Argument(help: "Articles with marked speech, one JSON object a line.")
  var gold: String

  func run() throws {
    let corpus = try QuoteCorpus(contentsOf: gold)
    var hit = 0
    var total = 0
    var predicted = 0
    for article in corpus.articles {
      let text = article.document.text
      let quotations = QuotationFinder.quotations(in: text.bytes, paragraphs: article.document.blocks.map(\.span))
        .filter { $0.depth == 0 }
      predicted += quotations.count
      for quote in article.quotes where quote.kind == "direct" {
        total += 1
        let best =
          quotations.map { quotation -> Double in
            let both = Double(quotation.span.overlap(with: quote.span))
            return both / (Double(quotation.span.count + quote.span.count) - both)
          }.max() ?? 0
        if best >= 0.8 {
          hit += 1
        } else {
          print(article.id, text[quote.span])
          for near in quotations where near.span.overlaps(quote.span) { print("    ", text[near.span]) }
        }
      }
    }
    print(hit, total, predicted)
  }
}
