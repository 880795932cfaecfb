/// One input that could not be read, as one clear line.
public struct InputProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given, or `-`; raw, so sanitise it before showing it.
  public var path: String
  /// What is wrong, where, and what to do.
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  /// `path: message` on one line, with every control, bidi or zero-width character of the path made visible.
  public var description: String {
    let name = path == "-" ? "standard input" : path.isEmpty ? "(empty path)" : Self.visible(path)
    return "\(name): \(message)"
  }

  /// A file name may hold anything but `/` and NUL: escape sequences must not reach a terminal.
  private static func visible(_ path: String) -> String {
    var shown = ""
    for scalar in path.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
