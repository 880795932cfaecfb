import ArgumentParser
import Dossier
import Foundation
import Language
import Reading

/// Trains the weights that find statements and speakers.
struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Train what finds statements and speakers.")

  @Argument(help: "Articles with marked speech, one JSON object a line.")
  var gold: String

  @Option(help: "Write what models find that were trained without the article's fold here, for scoring.")
  var predictions: String?

  @Option(help: "Train on all articles and write the weights here.")
  var output: String?

  @Option(help: "Number of folds, by article.")
  var folds = 5

  @Option(help: "Number of folds to try, fewer for a quick look.")
  var tries = 5

  @Option(help: "Passes over the examples.")
  var epochs = 10

  @Option(help: "Size of a step.")
  var rate: Float = 0.03

  @Option(help: "Pull towards zero.")
  var decay: Float = 2e-5

  func run() throws {
    let corpus = try QuoteCorpus(contentsOf: gold)
    let analyser = Analyser()
    let contexts = corpus.articles.map { article in
      StatementContext(
        text: analyser.analyse(article.document.text, blocks: article.document.blocks.map(\.span)),
        document: article.document)
    }
    var outcomes = StatementOutcomes()
    let lines = try crossValidate(corpus, contexts, outcomes: &outcomes)
    if let predictions { try lines.write(toFile: predictions, atomically: true, encoding: .utf8) }
    guard let output else { return }
    var models = train(corpus, contexts) { _ in true }
    models.quoted = Calibration(outcomes: outcomes.quoted)
    models.reported = Calibration(outcomes: outcomes.reported)
    let sure =
      outcomes.quoted.filter { models.quoted.confidence($0.probability) >= 0.9 }
      + outcomes.reported.filter { models.reported.confidence($0.probability) >= 0.9 }
    let right = sure.filter(\.isRight).count
    print(
      "of \(outcomes.quoted.count + outcomes.reported.count) statements \(sure.count) at 0.9 or more, \(right) right")
    try Data(models.table()).write(to: URL(fileURLWithPath: output))
  }

  private func fold(_ id: String) -> Int {
    Int(id.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 } >> 8) % folds
  }

  /// What models find in the articles that they were not trained on, one line an article.
  private func crossValidate(
    _ corpus: QuoteCorpus, _ contexts: [StatementContext], outcomes: inout StatementOutcomes
  ) throws -> String {
    var lines = ""
    for fold in 0..<min(tries, folds) {
      let models = train(corpus, contexts) { self.fold($0) != fold }
      for (article, context) in zip(corpus.articles, contexts) where self.fold(article.id) == fold {
        let statements = StatementReader.statements(in: context, models: models)
        outcomes.add(statements, of: article)
        lines += try line(article, statements)
      }
    }
    return lines
  }

  private func train(
    _ corpus: QuoteCorpus, _ contexts: [StatementContext], where isIncluded: (String) -> Bool
  ) -> StatementModels {
    var examples = StatementExamples()
    for (article, context) in zip(corpus.articles, contexts) where isIncluded(article.id) {
      examples.add(article, context: context)
    }
    let trainer = LogLinearTrainer(epochs: epochs, rate: rate, decay: decay)
    var models = StatementModels()
    models.role = trainer.train(examples.role)
    models.content = trainer.train(examples.content)
    models.quotationCue = trainer.train(examples.quotationCue)
    models.speaker = trainer.train(examples.speaker)
    print(
      "\(examples.role.count) quotations, \(examples.content.count) cue sides, "
        + "\(examples.quotationCue.count) cues of quotations, \(examples.speaker.count) speakers")
    return models
  }

  private struct Prediction: Encodable {
    struct Quote: Encodable {
      var start: Int
      var end: Int
      var kind: String
      var speaker_text: String?
      var speaker_start: Int?
      var speaker_end: Int?
      var cue: String?
      var confidence: Double
      var basis: String
    }
    var id: String
    var quotes: [Quote]
  }

  private func line(_ article: QuoteCorpus.Article, _ statements: [Statement]) throws -> String {
    let text = article.document.text
    let offsets = ScalarOffsets(text)
    func scalar(_ offset: UInt32) -> Int { offsets.scalars(atUTF8: Int(offset)) }
    let quotes = statements.filter { $0.kind != .scare }.map { statement in
      let mention = statement.speaker?.mention
      return Prediction.Quote(
        start: scalar(statement.span.start), end: scalar(statement.span.end), kind: statement.kind.rawValue,
        speaker_text: mention.map { text[$0] }, speaker_start: mention.map { scalar($0.start) },
        speaker_end: mention.map { scalar($0.end) }, cue: statement.cue.map { text[$0.span] },
        confidence: statement.confidence, basis: statement.basis)
    }
    let data = try JSONEncoder().encode(Prediction(id: article.id, quotes: quotes))
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
