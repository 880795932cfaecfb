/// A key as a person pressed it, or what else a terminal can report.
public enum Key: Sendable, Hashable {
  /// A printable character without Control; Shift is in the character itself.
  case character(Character)
  /// Control with a lower-case letter or one of `@[\]^_`; Tab, Enter and Escape are their own keys.
  case control(Character)
  /// Alt (Meta) with a character.
  case alt(Character)
  case enter, tab, backTab, escape, backspace
  /// Backspace with Alt.
  case altBackspace
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  /// An arrow with Control or Alt.
  case controlLeft, controlRight
  /// F1–F12.
  case function(Int)
}

/// What the terminal reports, in order.
public enum TerminalEvent: Sendable, Hashable {
  case key(Key)
  /// Text pasted as one piece (bracketed paste), not sanitised.
  case paste(String)
  case mouse(Mouse)
  /// The size is now this.
  case resize(columns: Int, rows: Int)
  /// The program came back after `C-z`; the screen is to be painted whole.
  case resumed
  /// The terminal was closed, or a signal asks the program to end.
  case ended
}

/// A mouse report.
public struct Mouse: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case press, release, drag, wheelUp, wheelDown
  }

  public var kind: Kind
  public var position: Position

  public init(kind: Kind, position: Position) {
    self.kind = kind
    self.position = position
  }
}
