internal import CTerminalGuard
internal import Glibc

extension Screen {
  /// Waits for something to happen and returns all of it, so that a held key is drawn once.
  ///
  /// Returns an empty array when `WakeUp.post()` was called, or when `timeout` has passed. Uses no time while it waits.
  /// After `.ended` it returns `.ended` again at once.
  ///
  /// - Parameter timeout: in milliseconds; without limit where `nil`.
  public func nextEvents(timeout: Int? = nil) -> [TerminalEvent] {
    if hasEnded { return [.ended] }
    while true {
      var sources = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      let limit = [timeout, decoder.patience].compactMap(\.self).min().map { Int32(clamping: max(0, $0)) } ?? -1
      let count = poll(&sources, 2, limit)
      if count < 0 { continue }
      if count == 0 { return decoder.expire() }
      var events: [TerminalEvent] = []
      let isWoken = sources[1].revents != 0
      if isWoken { events += takeSignals() }
      if sources[0].revents != 0 { events += readInput() }
      if isWoken || !events.isEmpty { return events }
    }
  }

  /// Everything that can be read now.
  private func readInput() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    var isDrained = false
    repeat {
      var isOver = false
      let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        let got = read(input, buffer.baseAddress, buffer.count)
        count = max(0, got)
        isDrained = count < buffer.count
        isOver = got == 0 || got < 0 && errno != EINTR && errno != EAGAIN
      }
      events += decoder.feed(bytes)
      if decoder.takeBackground() == true { adoptLightBackground() }
      if isOver {
        hasEnded = true
        return events + [.ended]
      }
      // A flood must not keep the screen from being drawn.
    } while !isDrained && events.count < 4096 && poll(&source, 1, 0) > 0
    return events
  }

  private func takeSignals() -> [TerminalEvent] {
    var signals = Signals.take()
    var events: [TerminalEvent] = []
    if signals.contains(.suspend) {
      leave()
      terminal_guard_stop()
      signals = Signals.take().union(.continued)
      enter()
    } else if signals.contains(.continued) {
      // Stopped by something that cannot be caught; the shell has put its own settings in place.
      leave()
      enter()
    }
    if !signals.isDisjoint(with: [.resized, .continued]) {
      let resize = adoptSize()
      repaint()
      events.append(resize ?? .resize(columns: columns, rows: rows))
    }
    if signals.contains(.continued) { events.append(.resumed) }
    return events
  }
}

/// Signals that the event loop sees to.
private struct Signals: OptionSet {
  let rawValue: Int
  static let resized = Signals(rawValue: TERMINAL_GUARD_RESIZED)
  static let suspend = Signals(rawValue: TERMINAL_GUARD_SUSPEND)
  static let continued = Signals(rawValue: TERMINAL_GUARD_CONTINUED)

  /// Those that came since the last call.
  static func take() -> Signals { Signals(rawValue: Int(terminal_guard_take_signals())) }
}

/// Wakes `Screen.nextEvents` from any thread.
public enum WakeUp {
  /// Makes the call that waits return, or the next one; does nothing where there is no screen.
  public static func post() {
    terminal_guard_wake()
  }
}
