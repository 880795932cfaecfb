public import Dossier

/// How far the reading is, and how long the rest may take.
public struct ReadingStatus: Hashable, Sendable {
  public var progress: ReadingProgress
  /// Seconds that are left; `nil` while nobody can say.
  public var secondsLeft: Int?

  public init(_ progress: ReadingProgress, secondsLeft: Int? = nil) {
    self.progress = progress
    self.secondsLeft = secondsLeft
  }

  /// Seconds of the later stages beside those of the texts, as measured on three hundred and on two thousand articles.
  private static let later = 2.6
  /// Fewer documents or seconds tell nothing of the rest.
  private static let least = (documents: 5, seconds: 0.5)

  /// - Parameters:
  ///   - elapsed: seconds since the reading began.
  ///   - texts: seconds that the texts took, once they are read.
  init(_ progress: ReadingProgress, elapsed: Double, texts: Double? = nil) {
    self.progress = progress
    guard texts != nil || progress.done >= Self.least.documents, elapsed >= Self.least.seconds else { return }
    let whole = (texts ?? elapsed / Double(progress.done) * Double(progress.total)) * (1 + Self.later)
    secondsLeft = max(1, Int((whole - elapsed).rounded()))
  }

  /// `reading 120 of 2000 · 40 s left`.
  var words: String { work + (secondsLeft.map { " · \(Self.duration($0)) left" } ?? "") }

  /// What is being done.
  private var work: String {
    switch progress.stage {
    case .texts: progress.total > 1 ? "reading \(progress.done) of \(progress.total)" : "reading…"
    case .actors: "reading · who is who"
    case .events: "reading · events"
    case .accounts: "reading · comparing"
    }
  }

  /// How far it came before it was stopped: `120 of 2000 articles are read`.
  var stopped: String {
    switch progress.stage {
    case .texts: "\(progress.done) of \(Wording.count(progress.total, "article")) are read"
    case .actors: "the articles are read, who is who is not known"
    case .events: "the articles are read, what events they tell of is not known"
    case .accounts: "the articles are read"
    }
  }

  /// The same for the first line: `stopped at 120 of 2000`.
  var stoppedShort: String {
    progress.stage == .texts ? "stopped at \(progress.done) of \(progress.total)" : "stopped, not compared"
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}
