import Language
import Testing

@testable import Reading

@Suite struct StatementsModelsTests {
  @Test func tableKeepsScalesStepsAndRoundedWeights() {
    var models = StatementModels()
    var weights = [Float](repeating: 0, count: LinearModel.size)
    weights[7] = 2.54
    weights[8] = -1.27
    models.content = LinearModel(weights)
    models.quoted = Calibration(steps: [(from: 0, confidence: 0.25), (from: 0.5, confidence: 0.75)])
    models.reported = Calibration(steps: [(from: 0.1, confidence: 0.5)])
    let read = models.table().withUnsafeBufferPointer { StatementModels(table: $0) }
    #expect(abs(read.content.score([7]) - 2.54) < 0.02)
    #expect(abs(read.content.score([8, 8]) + 2.54) < 0.02)
    #expect(abs(read.content.score([7, 8]) - 1.27) < 0.02)
    #expect(read.quoted.confidence(0.4) == 0.25)
    #expect(read.quoted.confidence(0.9) == 0.75)
    #expect(read.reported.confidence(0.0) == 0.5)
  }

  @Test func calibrationRisesWithProbability() {
    let outcomes = (0..<1000).map { index in
      (probability: Float(index) / 1000, isRight: index % 10 < index / 100)
    }
    let calibration = Calibration(outcomes: outcomes)
    let confidences = calibration.steps.map(\.confidence)
    #expect(confidences == confidences.sorted())
    #expect(calibration.confidence(0.95) > 0.8)
    #expect(calibration.confidence(0.05) < 0.2)
  }

  @Test func exponentialIsCloseEnough() {
    for (power, value) in [(Float(0), Float(1)), (-1, 0.367_879), (-5, 0.006_737_9), (-0.3, 0.740_818)] {
      #expect(abs(LinearModel.exponential(power) - value) < 1e-4)
    }
    #expect(LinearModel.exponential(-1000) == 0)
  }

  @Test func lexiconKnowsRegularAndIrregularForms() {
    let lexicon = CueLexicon.shared
    for form in [
      "said", "says", "saying", "denied", "denies", "warned", "noted", "argues", "criticised", "told", "quipped",
    ] {
      #expect(lexicon[form]?.verb != nil, "\(form)")
    }
    #expect(lexicon.entry(for: "claim", tag: .noun)?.wordClass == .noun)
    #expect(lexicon.entry(for: "claim", tag: .verb)?.wordClass == .verb)
    #expect(lexicon["harbour"] == nil)
  }
}
