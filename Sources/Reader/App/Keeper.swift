import Dispatch
import Dossier
import Library
import Synchronization

/// Writes what a person adds, and where they stand, to the library: in order, on a thread of its own, so that no key waits
/// for a disk or for another program.
///
/// What cannot be written is said once, kept, and tried again: after two seconds, and with the next change.
final class Keeper: Sendable {
  /// How long a key waits at most for what it added to be on the disk.
  private static let patience = DispatchTimeInterval.milliseconds(20)
  private static let retry = DispatchTimeInterval.seconds(2)

  private struct Pending {
    var steps: [Remarks.Step] = []
    var session: Session?
    /// What was said last, so that the same is not said again with every try.
    var problem: String?
  }

  private let library: Library
  private let set: String
  private let say: @Sendable (String) -> Void
  private let queue = DispatchQueue(label: "crossread.keeper")
  private let pending = Mutex(Pending())

  /// - Parameters:
  ///   - set: what names the set of articles in the library.
  ///   - say: shows a person one line; called on another thread.
  init(_ library: Library, set: String, say: @escaping @Sendable (String) -> Void) {
    self.library = library
    self.set = set
    self.say = say
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

  /// Writes what is left, for at most five seconds, and closes the library.
  /// - Returns: what could not be written, as one line.
  func finish() -> String? {
    let isDone = DispatchSemaphore(value: 0)
    queue.async {
      self.write()
      // All is on the disk; what stays open ends with the program.
      try? self.library.close()
      isDone.signal()
    }
    let isLate = isDone.wait(timeout: .now() + .seconds(5)) == .timedOut
    return pending.withLock { pending in
      guard !pending.steps.isEmpty else { return nil }
      let why = pending.problem ?? (isLate ? "\(library.path): another program holds it" : library.path)
      return "not kept: what you added last: \(why)"
    }
  }

  /// On the queue: writes all that is pending, or leaves it for the next time.
  private func write() {
    let (steps, session) = pending.withLock { ($0.steps, $0.session) }
    guard !steps.isEmpty || session != nil else { return }
    do throws(LibraryProblem) {
      if !steps.isEmpty {
        try library.change(
          steps.map { step in (step.removed.map(\.annotation.id), step.added.map(\.annotation)) })
        let hadProblem = pending.withLock { pending in
          defer { pending.problem = nil }
          pending.steps.removeFirst(steps.count)
          return pending.problem != nil
        }
        if hadProblem { say("Kept now: all that you added") }
      }
      if let session {
        try library.save(session: session.values, of: set)
        pending.withLock { if $0.session == session { $0.session = nil } }
      }
    } catch {
      fail("\(error)", isLoss: !steps.isEmpty)
    }
  }

  private func fail(_ problem: String, isLoss: Bool) {
    // A place that is not kept is no loss that is worth a word.
    guard isLoss else {
      pending.withLock { $0.session = nil }
      return
    }
    let isNew = pending.withLock { pending in
      defer { pending.problem = problem }
      return pending.problem != problem
    }
    if isNew { say("Not kept so far: \(problem)") }
    queue.asyncAfter(deadline: .now() + Self.retry) { self.write() }
  }
}
