/// Makes events of the bytes that a terminal sends.
///
/// Knows xterm's sequences and those that the terminal's description adds. Touches no terminal.
package struct InputDecoder {
  /// What is not yet decided.
  private var buffer: [UInt8] = []
  private var paste: [UInt8]?
  private var isBackgroundLight: Bool?
  /// Whole sequences, from the escape on, that the terminal's description names.
  private let sequences: [[UInt8]: Key]
  /// How long an escape may wait for the rest of a sequence, in milliseconds.
  private let escapeDelay: Int

  /// A paste whose end does not come is delivered as it is after this, in milliseconds.
  private static let pasteDelay = 500
  /// What one paste holds at most; the rest is dropped.
  private static let maximumPaste = 1 << 20
  /// A string sequence, such as a clipboard reply, that is longer than this is none.
  private static let maximumSequence = 4096

  package init(sequences: [[UInt8]: Key] = [:], escapeDelay: Int = 25) {
    self.sequences = sequences
    self.escapeDelay = max(0, escapeDelay)
  }

  /// How long to wait for more input before `expire()`, in milliseconds; `nil` while nothing is pending.
  package var patience: Int? {
    if paste != nil { return Self.pasteDelay }
    return buffer.isEmpty ? nil : escapeDelay
  }

  /// The events that `bytes` complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    buffer += bytes
    return decode(isFinal: false)
  }

  /// The events of what is pending, when nothing more has come for `patience`.
  package mutating func expire() -> [TerminalEvent] {
    var events = decode(isFinal: true)
    if let text = paste {
      paste = nil
      events.append(.paste(String(decoding: text, as: UTF8.self)))
    }
    return events
  }

  /// Whether the terminal has answered that its background is light, since the last call; `nil` where it has not.
  package mutating func takeBackground() -> Bool? {
    defer { isBackgroundLight = nil }
    return isBackgroundLight
  }

  private mutating func decode(isFinal: Bool) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var index = 0
    while index < buffer.count {
      if paste != nil {
        guard let used = readPaste(from: index, into: &events, isFinal: isFinal) else { break }
        index += used
        continue
      }
      guard let (event, length) = decodeOne(at: index, isFinal: isFinal) else { break }
      if let event {
        if case .paste = event { paste = [] } else { events.append(event) }
      } else if let isLight = InputSequences.isBackgroundLight(buffer[index..<index + length]) {
        isBackgroundLight = isLight
      }
      index += length
    }
    buffer.removeFirst(index)
    return events
  }

  /// Takes pasted bytes and returns how many; `nil` where the end may have begun but is not whole.
  private mutating func readPaste(from start: Int, into events: inout [TerminalEvent], isFinal: Bool) -> Int? {
    let end: [UInt8] = Array("\u{1B}[201~".utf8)
    var index = start
    while index < buffer.count {
      if buffer[index] == 0x1B {
        let rest = buffer[index...].prefix(end.count)
        if rest.elementsEqual(end) {
          append(buffer[start..<index])
          events.append(.paste(String(decoding: paste ?? [], as: UTF8.self)))
          paste = nil
          return index + end.count - start
        }
        if rest.count < end.count, !isFinal, end.starts(with: rest) {
          append(buffer[start..<index])
          return index > start ? index - start : nil
        }
      }
      index += 1
    }
    append(buffer[start...])
    return index - start
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    let room = Self.maximumPaste - (paste?.count ?? 0)
    paste?.append(contentsOf: bytes.prefix(room))
  }

  /// The event that begins at `start`, if it means anything, and its length; `nil` where more bytes are needed.
  /// A paste that begins is an empty `.paste`.
  private func decodeOne(at start: Int, isFinal: Bool) -> (TerminalEvent?, Int)? {
    let byte = buffer[start]
    if byte != 0x1B { return decodeCharacter(at: start, isFinal: isFinal) }
    guard start + 1 < buffer.count else { return isFinal ? (.key(.escape), 1) : nil }
    switch buffer[start + 1] {
    case 0x1B: return (.key(.escape), 1)
    case 0x5B: return decodeControlSequence(at: start, isFinal: isFinal)
    case 0x4F:
      guard start + 2 < buffer.count else { return isFinal ? (.key(.alt("O")), 2) : nil }
      let key = sequences[Array(buffer[start..<start + 3])] ?? InputSequences.key(final: buffer[start + 2])
      return (key.map { .key($0) }, 3)
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: return skipString(at: start, isFinal: isFinal)
    // Taken for Escape and the letter before, it would close what is being typed.
    case 0x08, 0x7F: return (.key(.altBackspace), 2)
    default:
      guard let (event, length) = decodeCharacter(at: start + 1, isFinal: isFinal) else { return nil }
      guard case .key(.character(let character)) = event else { return (.key(.escape), 1) }
      return (.key(.alt(character)), length + 1)
    }
  }

  private func decodeCharacter(at start: Int, isFinal: Bool) -> (TerminalEvent?, Int)? {
    let byte = buffer[start]
    switch byte {
    case 0x09: return (.key(.tab), 1)
    case 0x0A, 0x0D: return (.key(.enter), 1)
    case 0x08, 0x7F: return (.key(.backspace), 1)
    case 0x01...0x1A: return (.key(.control(Character(Unicode.Scalar(byte + 0x60)))), 1)
    case 0x00, 0x1C...0x1F: return (.key(.control(Character(Unicode.Scalar(byte + 0x40)))), 1)
    case ..<0x80: return (.key(.character(Character(Unicode.Scalar(byte)))), 1)
    default: break
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte < 0xF5 else { return (nil, 1) }
    let (scalar, read) = UTF8Reader.scalar(in: buffer, at: start, end: buffer.count)
    if read == length { return (scalar.value < 0xA0 ? nil : .key(.character(Character(scalar))), length) }
    let rest = buffer[start...].dropFirst().prefix(length - 1)
    if rest.count < length - 1, rest.allSatisfy({ $0 & 0xC0 == 0x80 }), !isFinal { return nil }
    return (nil, 1)
  }

  private func decodeControlSequence(at start: Int, isFinal: Bool) -> (TerminalEvent?, Int)? {
    var index = start + 2
    // The Linux console sends `ESC [ [ A` for F1.
    if index < buffer.count, buffer[index] == 0x5B { index += 1 }
    while index < buffer.count, (0x20..<0x40).contains(buffer[index]), index - start < Self.maximumSequence {
      index += 1
    }
    guard index < buffer.count else {
      guard isFinal else { return nil }
      return index == start + 2 ? (.key(.alt("[")), 2) : (nil, index - start)
    }
    // A byte that cannot belong to a sequence begins something else.
    guard (0x40..<0x7F).contains(buffer[index]) else { return (nil, index - start) }
    let sequence = buffer[start...index]
    if let key = sequences[Array(sequence)] { return (.key(key), sequence.count) }
    return (InputSequences.event(of: sequence.dropFirst(2)), sequence.count)
  }

  /// Replies of the terminal that nobody waits for: everything up to a string terminator or a bell.
  private func skipString(at start: Int, isFinal: Bool) -> (TerminalEvent?, Int)? {
    var index = start + 2
    while index < buffer.count, index - start < Self.maximumSequence {
      if buffer[index] == 0x07 { return (nil, index + 1 - start) }
      if buffer[index] == 0x1B, index + 1 < buffer.count {
        return (nil, buffer[index + 1] == 0x5C ? index + 2 - start : index - start)
      }
      index += 1
    }
    guard isFinal || index - start >= Self.maximumSequence else { return nil }
    return (.key(.alt(Character(Unicode.Scalar(buffer[start + 1])))), 2)
  }
}
