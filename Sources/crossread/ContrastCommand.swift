import ArgumentParser
import Dossier
import Reading
import Report

/// `crossread contrast`: one pair of statements a line.
struct ContrastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contrast",
    abstract: "Read JSON lines {id, premise, hypothesis}; print how the second stands to the first.",
    discussion: """
      A pure function of a pair: no event is known and no time. Identical statements never contradict.

      The label is contradiction where that score is 0.5 or more, else the higher of the other two: below 0.5 two statements \
      may look opposed, and nothing in them says how, so that the score of a contradiction may still be the highest.
      """)

  func run() throws {
    let contrast = PairContrast()
    try LineMode.run { input throws(LineMode.Problem) in
      let result = contrast.contrast(premise: try input.string("premise"), hypothesis: try input.string("hypothesis"))
      var writer = JSONWriter()
      writer.object {
        $0.key("id")
        $0.verbatim(input.id)
        $0.member("label", result.label.rawValue)
        $0.key("scores")
        $0.object { scores in
          scores.member("contradiction", result.scores[.contradiction] ?? 0)
          scores.member("entailment", result.scores[.entailment] ?? 0)
          scores.member("neutral", result.scores[.neutral] ?? 0)
        }
        $0.member("kind", result.kind?.rawValue)
        $0.member("because", result.because)
      }
      writer.newline()
      return writer.bytes
    }
  }
}
