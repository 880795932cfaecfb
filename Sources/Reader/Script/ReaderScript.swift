import Terminal

/// What is done to a reader, one thing a line: a key by its spelling, or one of the commands of `commands`.
///
/// ```
/// # go to the first difference and compare
/// n
/// c
/// resize 80x24
/// dump
/// ```
public struct ReaderScript: Sendable {
  enum Step: Sendable, Hashable {
    case key(Key)
    case text(String)
    case paste(String)
    case resize(columns: Int, rows: Int)
    case mouse(Mouse.Kind, Position)
    case action(ActionID)
    case dump
  }

  struct Line: Sendable, Hashable {
    /// From 1.
    var number: Int
    var step: Step
  }

  let lines: [Line]

  /// The commands beside keys, with what each does: for help and the manual page.
  public static let commands: [(usage: String, help: String)] = [
    ("text WORDS", "type words, letter by letter"), ("paste WORDS", "paste words as one piece"),
    ("do ACTION", "do an action by its name, whatever its key"), ("resize 80x24", "make the screen of that size"),
    ("click 12,5", "click on a column and a row, from 1"), ("wheel-up 12,5", "turn the wheel there"),
    ("wheel-down 12,5", "turn the wheel there"), ("dump", "print the screen"),
    ("# words", "a remark; # by itself is the key"),
  ]

  /// Reads a script.
  /// - Throws: `ScriptProblem` at the first line that is none.
  public init(_ text: String) throws(ScriptProblem) {
    var lines: [Line] = []
    let texts = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in texts.enumerated() {
      // By itself it is the key for tags.
      let isRemark = line.first == "#" && line.count > 1
      guard !line.allSatisfy(\.isWhitespace), !isRemark else { continue }
      do throws(Misread) {
        lines.append(Line(number: index + 1, step: try Self.step(line)))
      } catch {
        throw ScriptProblem(line: index + 1, what: error.what, remedy: error.remedy)
      }
    }
    self.lines = lines
  }

  private struct Misread: Error {
    var what: String
    var remedy: String
  }

  private static func step(_ line: Substring) throws(Misread) -> Step {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case "text": return .text(String(words))
    case "paste": return .paste(String(words))
    case "dump": return .dump
    case "resize":
      guard let size = ScreenSize(String(words)) else {
        throw Misread(what: "“\(words)” is no size", remedy: "write resize 80x24")
      }
      return .resize(columns: size.columns, rows: size.rows)
    case "click": return .mouse(.press, try position(words))
    case "wheel-up": return .mouse(.wheelUp, try position(words))
    case "wheel-down": return .mouse(.wheelDown, try position(words))
    case "do":
      guard let id = ActionID(rawValue: String(words)) else {
        throw Misread(what: "no action is called “\(words)”", remedy: "`crossread config --default` lists all")
      }
      return .action(id)
    default:
      guard let key = Key(spelling: line) else {
        throw Misread(what: "“\(line)” is no key and no command", remedy: "write words to type as: text \(line)")
      }
      return .key(key)
    }
  }

  /// A column and a row, from 1.
  private static func position(_ words: Substring) throws(Misread) -> Position {
    let numbers = words.split(separator: ",").map { Int($0) }
    guard numbers.count == 2, let column = numbers[0], let row = numbers[1], column > 0, row > 0 else {
      throw Misread(what: "“\(words)” is no place", remedy: "write a column and a row, such as click 12,5")
    }
    return Position(row: row - 1, column: column - 1)
  }
}

/// A line of a script that cannot be read or done.
public struct ScriptProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  public let line: Int
  public let what: String
  public let remedy: String

  /// To stand after the name of the file: `7: no action is called “coppy”; …`
  public var description: String { "\(line): \(what); \(remedy)" }
}

/// The size of a screen, as a person writes it.
public struct ScreenSize: Sendable, Hashable {
  public let columns: Int
  public let rows: Int

  /// The smallest that shows anything but that it is too small.
  public static let least = ScreenSize(columns: Layout.minimumColumns, rows: Layout.minimumRows)

  /// Whether the reader can show itself on it.
  public var isLargeEnough: Bool { columns >= Self.least.columns && rows >= Self.least.rows }

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Reads `100x30`; each may be 1 to 1000.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "x×".contains($0) }.map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else { return nil }
    self.columns = columns
    self.rows = rows
  }
}
