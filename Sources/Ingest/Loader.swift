public import Dossier

/// Reads paths into documents.
public struct Loader: Sendable {
  /// The largest input that is read, in bytes: 64 MiB.
  public static let sizeLimit = 64 << 20

  public init() {}

  /// Reads files and folders (recursive, sorted, hidden files skipped); `-` is standard input.
  ///
  /// A path that is reached twice is read once. Links are followed; a link back to a folder above is a problem.
  /// - Returns: the documents that could be read, numbered from 0, and a problem for each input that could not, both in
  ///   the order of `paths`. It never throws: the rest goes on.
  public func load(_ paths: [String]) -> (documents: [Document], problems: [InputProblem]) {
    var documents: [Document] = []
    var problems: [InputProblem] = []
    var walker = FileWalker()
    for path in paths {
      for found in walker.files(at: path) {
        let read = found.flatMap { file in
          FileBytes.read(file, limit: Self.sizeLimit).flatMap { bytes in
            document(bytes: bytes, path: file.shown, name: file.shown, id: Document.ID(documents.count))
          }
        }
        switch read {
        case .success(let document): documents.append(document)
        case .failure(let problem): problems.append(problem)
        }
      }
    }
    for (index, name) in ShortNames.names(for: documents.map(\.path)).enumerated() { documents[index].name = name }
    return (documents, problems)
  }

  /// Makes one document of bytes that are at hand, whatever they are.
  /// - Parameters:
  ///   - path: how the input is called in notes and problems.
  ///   - name: the short name of the document.
  /// - Returns: the document, or why the bytes are no text: nothing in them, binary, or over `sizeLimit`.
  public func document(bytes: [UInt8], path: String, name: String, id: Document.ID) -> Result<Document, InputProblem> {
    guard bytes.count <= Self.sizeLimit else {
      return .failure(InputProblem(path: path, message: FileBytes.tooLarge(limit: Self.sizeLimit)))
    }
    switch TextDecoder.decode(bytes) {
    case .failure(let reason):
      return .failure(InputProblem(path: path, message: reason.message))
    case .success(let decoded):
      return .success(ArticleReader.read(decoded, path: path, name: name, id: id))
    }
  }
}
