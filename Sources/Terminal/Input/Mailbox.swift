internal import Synchronization

/// Carries messages from work in the background to the event loop, in order, and wakes it.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  public init() {}

  /// Adds a message and wakes `Screen.nextEvents`; from any thread.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    WakeUp.post()
  }

  /// Takes all messages.
  public func drain() -> [Message] {
    messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
