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

  /// Seconds of the later stages beside those of the texts, as measured on two thousand articles.
  private static let later = 0.35
  /// Fewer documents or seconds tell nothing of the rest.
  private static let least = (documents: 5, seconds: 0.5)

  /// - Parameter elapsed: seconds since the reading began.
  init(_ progress: ReadingProgress, elapsed: Double) {
    self.progress = progress
    guard progress.stage == .texts, progress.done >= Self.least.documents, elapsed >= Self.least.seconds else { return }
    let whole = elapsed / Double(progress.done) * Double(progress.total) * (1 + Self.later)
    secondsLeft = max(1, Int((whole - elapsed).rounded()))
  }

  /// `reading 120 of 2000 · 40 s left`.
  var words: String {
    switch progress.stage {
    case .texts:
      let left = secondsLeft.map { " · \(Self.duration($0)) left" } ?? ""
      return progress.total > 1 ? "reading \(progress.done) of \(progress.total)\(left)" : "reading…"
    case .actors: return "reading · who is who"
    case .events: return "reading · events"
    case .accounts: return "reading · comparing"
    }
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}
