import Dispatch
import Synchronization

/// Something that another thread makes while this one has other things to do.
final class Ahead<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins to make it.
  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async {
      let value = make()
      self.made.withLock { $0 = value }
      self.isDone.signal()
    }
  }

  /// Something that is there already.
  init(made value: Value) {
    made.withLock { $0 = value }
    isDone.signal()
  }

  /// What was made; waits for it where it is not there yet.
  var value: Value {
    isDone.wait()
    defer { isDone.signal() }
    return made.withLock { made in
      guard let made else { preconditionFailure("it is signalled only when it is made") }
      return made
    }
  }
}
