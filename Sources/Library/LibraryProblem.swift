/// Why the library could not keep or give something, as one clear line.
public struct LibraryProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The library file.
  public var path: String
  /// What is wrong and what to do.
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path.isEmpty ? "--library" : path): \(message)" }
}
