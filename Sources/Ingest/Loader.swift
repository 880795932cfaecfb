public import Dossier

/// One input that could not be read, as one clear line.
public struct InputProblem: Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given, or `-`.
  public var path: String
  /// What is wrong, where, and what to do.
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}

/// Reads paths into documents.
public struct Loader: Sendable {
  public init() {}

  /// Reads files and folders (recursive, sorted, hidden files skipped); `-` is standard input.
  /// - Returns: the documents that could be read, numbered from 0, and a problem for each input that could not. It never throws: the rest goes on.
  public func load(_ paths: [String]) -> (documents: [Document], problems: [InputProblem]) {
    ([], [])
  }

  /// Makes one document of bytes that are at hand.
  public func document(bytes: [UInt8], path: String, name: String, id: Document.ID) -> Result<Document, InputProblem> {
    .failure(InputProblem(path: path, message: "not read"))
  }
}
extension InputProblem: Error {}
