/// The meaning of xterm's control sequences.
enum InputSequences {
  /// What `ESC [` followed by `body` means: parameters and a final byte. `nil` for nothing that is known.
  static func event(of body: ArraySlice<UInt8>) -> TerminalEvent? {
    guard let final = body.last, let first = body.first else { return nil }
    let inner = body.dropLast()
    if first == 0x3C { return mouse(inner.dropFirst(), final).map { .mouse($0) } }
    if first == 0x5B { return (0x41...0x45).contains(final) ? .key(.function(Int(final) - 0x40)) : nil }
    if inner.isEmpty, let key = key(final: final) { return .key(key) }
    let parameters = numbers(inner)
    let modifiers = max(0, (parameters.count > 1 ? parameters[1] : 1) - 1)
    switch final {
    case 0x7E:
      guard let code = parameters.first else { return nil }
      if code == 200 { return .paste("") }
      if code == 27, parameters.count == 3 { return typed(parameters[2], modifiers) }
      return tildeKeys[code].map { .key($0) }
    case 0x75: return parameters.first.flatMap { typed($0, modifiers) }
    case 0x5A: return .key(.backTab)
    default: return key(final: final).map { .key(modifiers & 6 == 0 ? $0 : modified($0)) }
    }
  }

  /// An arrow pressed with Control or Alt; of other keys neither changes anything.
  private static func modified(_ key: Key) -> Key {
    switch key {
    case .left: .controlLeft
    case .right: .controlRight
    default: key
    }
  }

  /// The key of `ESC O` or `ESC [` with this final byte.
  static func key(final: UInt8) -> Key? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(final) - 0x4F)
    default: nil
    }
  }

  /// What `ESC ] 11 ; rgb:R/G/B` says of the background; `nil` for anything else. Components have 1 to 4 hexadecimal
  /// digits.
  static func isBackgroundLight(_ sequence: ArraySlice<UInt8>) -> Bool? {
    let prefix = Array("\u{1B}]11;rgb:".utf8)
    guard sequence.starts(with: prefix) else { return nil }
    let parts = sequence.dropFirst(prefix.count).prefix { $0 >= 0x20 }.split(separator: 0x2F)
    let levels = parts.compactMap { part -> Double? in
      guard (1...4).contains(part.count), let value = Int(String(decoding: part, as: UTF8.self), radix: 16) else {
        return nil
      }
      return Double(value) / Double(1 << (4 * part.count) - 1)
    }
    guard levels.count == 3 else { return nil }
    return 0.299 * levels[0] + 0.587 * levels[1] + 0.114 * levels[2] > 0.5
  }

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]

  /// A key that the terminal reports by its code point (`modifyOtherKeys`, `CSI u`). Of the modifiers, 1 is Shift, 2
  /// Alt and 4 Control.
  private static func typed(_ code: Int, _ modifiers: Int) -> TerminalEvent? {
    switch code {
    case 9: return .key(modifiers & 1 != 0 ? .backTab : .tab)
    case 13: return .key(.enter)
    case 27: return .key(.escape)
    case 8, 127: return .key(.backspace)
    default: break
    }
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value), value >= 0x20,
      value < 0x7F || value > 0x9F
    else { return nil }
    let character = Character(scalar)
    if modifiers & 4 != 0 { return .key(.control(character.lowercased().first ?? character)) }
    if modifiers & 2 != 0 { return .key(.alt(character)) }
    return .key(.character(character))
  }

  /// A report of mode 1006: button, column and row from 1; `m` is a release.
  private static func mouse(_ body: ArraySlice<UInt8>, _ final: UInt8) -> Mouse? {
    let parameters = numbers(body)
    guard parameters.count == 3, final == 0x4D || final == 0x6D else { return nil }
    let button = parameters[0]
    let position = Position(row: max(0, parameters[2] - 1), column: max(0, parameters[1] - 1))
    if button & 64 != 0 {
      guard button & 3 < 2, final == 0x4D else { return nil }
      return Mouse(kind: button & 1 == 0 ? .wheelUp : .wheelDown, position: position)
    }
    // Only the first button; the others are the terminal's own.
    guard button & 3 == 0, button < 64 else { return nil }
    if final == 0x6D { return Mouse(kind: .release, position: position) }
    return Mouse(kind: button & 32 == 0 ? .press : .drag, position: position)
  }

  /// Numbers divided by `;`. What is not a digit is passed over, and what is too large is cut.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.prefix { $0 != 0x3A }.reduce(0) { sum, byte in
        (0x30...0x39).contains(byte) ? min(sum * 10 + Int(byte - 0x30), 0x10FFFF) : sum
      }
    }
  }
}
