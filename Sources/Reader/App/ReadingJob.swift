import Dossier
import Query
import Synchronization

/// A reading on another thread: it tells how far it is, hands over what can be shown already, begins with what the person
/// looks at, and can be stopped.
final class ReadingJob: Sendable {
  /// Reads documents; asks after every step what to do next.
  typealias Read =
    @Sendable ([Document], _ report: (ReadingProgress, _ soFar: () -> Dossier) -> ReadingOrder) -> Dossier

  enum Message: Sendable {
    case progress(ReadingStatus)
    /// What has been read so far.
    case part(DossierIndex)
  }

  private struct Wishes {
    var isStopped = false
    var document: Document.ID?
  }

  /// Seconds between two lines of progress: more often is flicker.
  private static let tick = 0.1
  /// A part is handed over when this many times the seconds of making one have passed, so that it costs little in all.
  private static let patience = 12.0

  private let wishes = Mutex(Wishes())

  var isStopped: Bool { wishes.withLock { $0.isStopped } }

  /// Ends the reading after the step that it is at.
  func stop() { wishes.withLock { $0.isStopped = true } }

  /// Says what the person looks at.
  func look(at document: Document.ID?) { wishes.withLock { $0.document = document } }

  /// Reads `documents`.
  /// - Parameter post: gets messages, in order.
  /// - Returns: what was read, all of it unless somebody stopped it.
  func run(_ documents: [Document], corpus: Corpus, _ read: Read, post: @escaping (Message) -> Void) -> Dossier {
    let clock = ContinuousClock()
    let start = clock.now
    var ticked = start
    var handed = start
    var cost = 0.0
    /// Seconds that the texts took.
    var texts: Double?
    return read(documents) { progress, soFar in
      let now = clock.now
      let isLast = progress.done == progress.total || progress.stage != .texts
      if isLast || (now - ticked).seconds >= Self.tick {
        ticked = now
        let elapsed = (now - start).seconds
        if progress.stage != .texts, texts == nil { texts = elapsed }
        post(.progress(ReadingStatus(progress, elapsed: elapsed, texts: texts)))
      }
      // A small set is done before a part of it could be read.
      if progress.stage != .accounts, (now - handed).seconds > max(0.3, cost * Self.patience) {
        let part = DossierIndex(soFar(), isReading: true, corpus: corpus)
        part.marks.prepare()
        post(.part(part))
        handed = clock.now
        cost = (handed - now).seconds
      }
      return wishes.withLock { wishes in
        if wishes.isStopped { return .stop }
        return wishes.document.map(ReadingOrder.first) ?? .goOn
      }
    }
  }
}

extension Duration {
  fileprivate var seconds: Double { self / .seconds(1) }
}
