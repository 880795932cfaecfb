import Dispatch
import Dossier
import Library
import Synchronization

/// Writes what a person adds, and where they stand, to the library, and looks there for what another copy of the program
/// adds: in order, on a thread of its own, so that no key waits for a disk or for another program.
///
/// What cannot be written is said once, kept, and tried again: after two seconds, and with the next change. A library that
/// cannot be opened, or not written, is opened anew with every try.
final class Keeper: Sendable {
  /// What a person is to be told.
  enum News: Sendable {
    case line(String)
    /// Whether all that was added is in the library.
    case isKept(Bool)
    case arrived(RemarkArrival)
  }

  /// How long a key waits at most for what it added to be on the disk.
  private static let patience = DispatchTimeInterval.milliseconds(20)
  private static let retry = DispatchTimeInterval.seconds(2)
  /// Between two looks at what others add.
  private static let pause = Duration.seconds(1)

  private struct Pending {
    var steps: [Remarks.Step] = []
    var session: Session?
    /// What was said last, so that the same is not said again with every try.
    var problem: String?
    var isRetrying = false
    /// Whether the library could be written, ever.
    var wasWritable = false
    /// When others were looked at, or are going to be.
    var look = ContinuousClock.now - Keeper.pause
  }

  /// What only the queue touches.
  private struct Held {
    var library: Library?
    var documents: [Document] = []
    var set: LibrarySet?
    /// The annotations that the library is known to have.
    var known: [Annotation.ID: Annotation] = [:]
    /// `Library.changesOfOthers` when they were read; `nil` where the library has been opened since.
    var seen: Int64?

    mutating func take(_ annotations: [Annotation], seen: Int64) {
      known = Dictionary(annotations.map { ($0.id, $0) }) { first, _ in first }
      self.seen = seen
    }
  }

  private let open: @Sendable () -> Result<Library, LibraryProblem>
  private let opened: String
  private let tell: @Sendable (News) -> Void
  private let queue = DispatchQueue(label: "crossread.keeper")
  private let pending = Mutex(Pending())
  private let held = Mutex(Held())

  /// - Parameters:
  ///   - open: opens the library; called again where it could not be written.
  ///   - opened: what the person opened, in full.
  ///   - tell: called on another thread.
  init(
    open: @escaping @Sendable () -> Result<Library, LibraryProblem>, opened: String,
    tell: @escaping @Sendable (News) -> Void
  ) {
    self.open = open
    self.opened = opened
    self.tell = tell
  }

  /// Opens the library and reads what it has for some documents.
  func load(_ documents: [Document]) -> LibraryContent {
    queue.sync {
      var content = LibraryContent()
      let set = LibrarySet(documents, opened: opened)
      held.withLock { ($0.documents, $0.set) = (documents, set) }
      do throws(LibraryProblem) {
        let library = try library(toWrite: false)
        content.annotations = try library.annotations(on: documents)
        content.session = try library.session(of: set)
        content.notice = library.notice
        let seen = try library.changesOfOthers()
        held.withLock { $0.take(content.annotations, seen: seen) }
        if let refusal = library.refusal { throw refusal }
        pending.withLock { $0.wasWritable = true }
      } catch {
        content.notice = "What you add is not kept: \(error)"
        pending.withLock { $0.problem = "\(error)" }
      }
      return content
    }
  }

  /// Keeps some steps. It returns when they are on the disk, or after 20 ms: they follow then.
  func keep(_ steps: [Remarks.Step]) {
    guard !steps.isEmpty else { return }
    pending.withLock { $0.steps += steps }
    let isDone = DispatchSemaphore(value: 0)
    queue.async {
      self.write()
      isDone.signal()
    }
    _ = isDone.wait(timeout: .now() + Self.patience)
  }

  /// Keeps where the person stands, before long.
  func keep(_ session: Session) {
    let isFirst = pending.withLock { pending in
      defer { pending.session = session }
      return pending.session == nil
    }
    // Later ones of the next moment go with it.
    if isFirst { queue.asyncAfter(deadline: .now() + .milliseconds(500)) { self.write() } }
  }

  /// Whether something that was added is not in the library yet. Waits half a second at most for what is being written.
  func isBehind() -> Bool {
    guard pending.withLock({ !$0.steps.isEmpty }) else { return false }
    let isDone = DispatchSemaphore(value: 0)
    queue.async { isDone.signal() }
    _ = isDone.wait(timeout: .now() + .milliseconds(500))
    return pending.withLock { !$0.steps.isEmpty }
  }

  /// Looks for what others have added, a second after the last look; what there is, is told.
  func look() {
    let now = ContinuousClock.now
    let time = pending.withLock { pending -> ContinuousClock.Instant? in
      guard pending.look <= now else { return nil }
      pending.look = max(now, pending.look + Self.pause)
      return pending.look
    }
    guard let time else { return }
    let wait = Int((time - now) / .milliseconds(1))
    queue.asyncAfter(deadline: .now() + .milliseconds(wait)) { self.lookAtOthers() }
  }

  /// Writes what is left, for at most five seconds, and closes the library.
  /// - Returns: what could not be written, as one line.
  func finish() -> String? {
    let isDone = DispatchSemaphore(value: 0)
    queue.async {
      self.write()
      // All is on the disk; what stays open ends with the program. A look at others may still come after this, and must find
      // none: SQLite ends a program that asks something of a library that is closed.
      let library = self.held.withLock { held in
        defer { held.library = nil }
        return held.library
      }
      try? library?.close()
      isDone.signal()
    }
    let isLate = isDone.wait(timeout: .now() + .seconds(5)) == .timedOut
    return pending.withLock { pending in
      guard !pending.steps.isEmpty else { return nil }
      let why = pending.problem ?? (isLate ? "another program holds the library" : "nobody knows why")
      return pending.wasWritable ? "not kept: what you added last: \(why)" : "What you add is not kept: \(why)"
    }
  }
}

// MARK: - On the queue

extension Keeper {
  /// The library; opened where it is not open, or cannot be written though that is wanted.
  private func library(toWrite: Bool) throws(LibraryProblem) -> Library {
    if let library = held.withLock({ $0.library }), !toWrite || library.refusal == nil { return library }
    // Two connections to one file would take each other's locks away.
    held.withLock { ($0.library, $0.seen) = (nil, nil) }
    let library = try open().get()
    held.withLock { $0.library = library }
    if toWrite, let refusal = library.refusal { throw refusal }
    if toWrite, let notice = library.notice { tell(.line(notice)) }
    return library
  }

  /// Writes all that is pending, or leaves it for the next time.
  private func write() {
    do throws(LibraryProblem) {
      try writeSteps()
    } catch {
      return fail("\(error)")
    }
    // A place that is not kept is no loss that is worth another try, or a word.
    try? writeSession()
  }

  private func writeSteps() throws(LibraryProblem) {
    let steps = pending.withLock { $0.steps }
    guard !steps.isEmpty else { return }
    try library(toWrite: true).change(
      steps.map { step in (step.removed.map(\.annotation.id), step.added.map(\.annotation)) })
    held.withLock { held in
      for step in steps {
        for entry in step.removed { held.known[entry.annotation.id] = nil }
        for entry in step.added { held.known[entry.annotation.id] = entry.annotation }
      }
    }
    let hadProblem = pending.withLock { pending in
      defer { (pending.problem, pending.wasWritable) = (nil, true) }
      pending.steps.removeFirst(steps.count)
      return pending.problem != nil
    }
    // What is said of it is true by then of what stands in the first line.
    tell(.isKept(true))
    if hadProblem { tell(.line("Kept now: all that you added")) }
  }

  private func writeSession() throws(LibraryProblem) {
    let session = pending.withLock { pending in
      defer { pending.session = nil }
      return pending.session
    }
    let (library, set) = held.withLock { ($0.library, $0.set) }
    guard let session, let library, library.refusal == nil, let set else { return }
    try library.save(session: session.values, of: set)
  }

  private func fail(_ problem: String) {
    let (isNew, isFirst) = pending.withLock { pending in
      defer { (pending.problem, pending.isRetrying) = (problem, true) }
      return (pending.problem != problem && !pending.steps.isEmpty, !pending.isRetrying)
    }
    tell(.isKept(false))
    if isNew { tell(.line("Not kept so far: \(problem)")) }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Self.retry) {
      self.pending.withLock { $0.isRetrying = false }
      self.write()
    }
  }

  private func lookAtOthers() {
    let (library, documents, seen) = held.withLock { ($0.library, $0.documents, $0.seen) }
    guard let library, pending.withLock({ $0.steps.isEmpty }) else { return }
    // What cannot be read now is looked for the next time; that nothing can be written is said where it is written.
    guard let number = try? library.changesOfOthers(), number != seen,
      let annotations = try? library.annotations(on: documents)
    else { return }
    let known = held.withLock { held in
      defer { held.take(annotations, seen: number) }
      return held.known
    }
    let arrival = RemarkArrival(annotations, after: known, in: documents, areOthers: seen != nil)
    if !arrival.isEmpty { tell(.arrived(arrival)) }
  }
}

/// What the library has for some documents.
struct LibraryContent: Sendable {
  var annotations: [Annotation] = []
  var session: [String: String] = [:]
  /// What a person should know of their library.
  var notice: String?
}
