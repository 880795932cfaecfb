/// Why the terminal cannot be used full-screen.
public enum ScreenError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Standard output, or whatever there is to read keys from, is not a terminal.
  case notATerminal
  /// `TERM` is not set.
  case noTerminalType
  /// The terminal database does not know this type.
  case unknownTerminalType(String)
  /// A terminal of this type cannot place its cursor.
  case unableTerminalType(String)
  /// The system refused, with this `errno`.
  case system(Int32)

  /// One line for a person.
  public var description: String {
    switch self {
    case .notATerminal: "this needs a terminal"
    case .noTerminalType: "TERM is not set; set it to the type of this terminal, for example TERM=xterm-256color"
    case .unknownTerminalType(let name):
      "unknown terminal type “\(Sanitiser.line(name))”; set TERM to one that `toe -a` lists, "
        + "for example TERM=xterm-256color"
    case .unableTerminalType(let name):
      "a terminal of type “\(Sanitiser.line(name))” cannot show full-screen programs; set TERM to its real type"
    case .system(let number): "the terminal cannot be set up (error \(number))"
    }
  }
}
