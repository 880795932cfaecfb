import Synchronization

/// Parsers that wait for the next text, with what they remember of words: as many as threads have read at a time.
final class ParserPool: Sendable {
  /// Nobody else has a parser between `take` and `give`, so it may go from thread to thread.
  private struct Idle: @unchecked Sendable {
    var parser: SyntaxParser
  }

  private let idle = Mutex<[Idle]>([])

  func take() -> SyntaxParser { idle.withLock { $0.popLast() }?.parser ?? SyntaxParser() }

  func give(back parser: SyntaxParser) {
    let parser = Idle(parser: parser)
    idle.withLock { $0.append(parser) }
  }
}
