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
      let (one, other) = (try input.string("a"), try input.string("b"))
      // Nothing is the name of nobody.
      let isNamed = [one, other].allSatisfy { $0.contains { !$0.isWhitespace } }
      let match = isNamed ? matcher.compare(one, other) : nil
      var writer = JSONWriter()
      writer.object {
        $0.key("id")
        $0.verbatim(input.id)
        $0.member("same", match?.same ?? false)
        $0.key("score")
        $0.value(match?.score ?? 0)
        $0.member("rule", match?.rule ?? "no name")
      }
      writer.newline()
      return writer.bytes
    }
  }
}
