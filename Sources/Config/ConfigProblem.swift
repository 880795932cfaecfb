import Terminal

/// Something in a configuration file that is not as it should be.
public struct ConfigProblem: Sendable, Hashable, CustomStringConvertible {
  public enum Weight: Sendable, Hashable {
    /// What is said there has no effect.
    case error
    /// It has its effect, and one that may surprise.
    case note
  }

  /// As the person gave it.
  public let path: String
  /// From 1; `nil` where it is about the file as a whole.
  public let line: Int?
  public let column: Int?
  public let weight: Weight
  /// What is wrong.
  public let what: String
  /// What to do about it.
  public let remedy: String

  /// `config.toml:3:7: no action is called “coppy”; did you mean “copy”?`
  public var description: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return Sanitiser.line("\(SmallFile.name(of: path))\(place): \(weight == .note ? "note: " : "")\(what); \(remedy)")
  }
}
