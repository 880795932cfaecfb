/// How far the reading of a set of documents is.
public struct ReadingProgress: Hashable, Sendable {
  /// What is being done, in the order in which it is.
  public enum Stage: Int, Hashable, Sendable, CaseIterable {
    case texts, actors, events, accounts
  }

  public var stage: Stage
  /// Documents that the stage is done with, of `total`.
  public var done: Int
  public var total: Int

  public init(stage: Stage, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// What a reading is to do next, by whoever waits for it.
public enum ReadingOrder: Hashable, Sendable {
  case goOn
  /// Read this document before the others, as somebody looks at it.
  case first(Document.ID)
  /// Give back what has been read so far.
  case stop
}
