import ArgumentParser
import Language
import Report

/// `crossread match`: whether two names may be of one bearer, a pair a line.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Read JSON lines {id, a, b}, two names; print whether they may be one, how surely, and by which rule.")

  func run() throws {
    let matcher = NameMatcher()
    try LineMode.run { input throws(LineMode.Problem) in
      let match = matcher.compare(try input.string("a"), try input.string("b"))
      var writer = JSONWriter()
      writer.object {
        $0.key("id")
        $0.verbatim(input.id)
        $0.member("same", match.same)
        $0.key("score")
        $0.value(match.score)
        $0.member("rule", match.rule)
      }
      writer.newline()
      return writer.bytes
    }
  }
}
