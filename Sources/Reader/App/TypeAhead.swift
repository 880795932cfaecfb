import Terminal

/// Lets fall what is typed on for a line that did not open: each letter would be a command, and some change what is kept.
struct TypeAhead {
  /// Who has seen that it did not open pauses longer than who types on.
  private static let pause = Duration.milliseconds(400)

  /// When the line was refused, or the last letter let fall; `nil` where nothing is awaited.
  private var last: ContinuousClock.Instant?

  /// Whether an event is let fall.
  mutating func takes(_ event: TerminalEvent, at now: ContinuousClock.Instant) -> Bool {
    guard let last, case .key(let key) = event else { return false }
    guard now - last < Self.pause, Self.isTyped(key) else {
      self.last = nil
      return false
    }
    self.last = now
    return true
  }

  /// What came of the last event that was not let fall.
  mutating func note(isLineRefused: Bool, at now: ContinuousClock.Instant) { if isLineRefused { last = now } }

  /// Whether a key belongs to words and what ends them.
  private static func isTyped(_ key: Key) -> Bool {
    switch key {
    case .character, .enter, .backspace: true
    default: false
    }
  }
}
