internal import Dispatch
public import Dossier

/// Reads paths into documents.
public struct Loader: Sendable {
  /// The largest input that is read, in bytes: 64 MiB.
  public static let sizeLimit = 64 << 20

  public init() {}

  /// What was read, and what of it could not be.
  public struct Outcome: Sendable {
    /// Numbered from 0, in the order of the files.
    public var documents: [Document] = []
    public var problems: [InputProblem] = []
    /// Of each file, in order, the digest of its bytes and its problem, if it has one.
    public var files: [(digest: UInt64, problem: InputProblem?)] = []

    public init() {}
  }

  /// Finds files and folders (recursive, sorted, hidden files skipped); `-` is standard input.
  ///
  /// A path that is reached twice is found once. Links are followed; a link back to a folder above is a problem.
  /// - Returns: the files and a problem for each thing that cannot be one, in the order of `paths`. Nothing is opened.
  public func find(_ paths: [String]) -> [Result<FoundFile, InputProblem>] {
    var walker = FileWalker()
    return paths.flatMap { walker.files(at: $0) }
  }

  /// Reads files and folders, as `find` finds them.
  /// - Returns: the documents that could be read, numbered from 0, and a problem for each input that could not, both in
  ///   the order of `paths`. It never throws: the rest goes on.
  public func load(_ paths: [String]) -> (documents: [Document], problems: [InputProblem]) {
    let outcome = load(find(paths))
    return (outcome.documents, outcome.problems)
  }

  /// Reads what was found, on all cores. It never throws: what cannot be read is a problem, and the rest goes on.
  public func load(_ found: [Result<FoundFile, InputProblem>]) -> Outcome {
    var outcome = Outcome()
    var samples: [SameText.Sample] = []
    for (result, file) in zip(found, read(found)) {
      var problem: InputProblem?
      if let sample = file.sample { samples.append(sample) }
      switch file.document {
      case .success(var document):
        document.id = Document.ID(outcome.documents.count)
        outcome.documents.append(document)
      case .failure(let failure):
        outcome.problems.append(failure)
        problem = failure
      }
      if case .success = result { outcome.files.append((file.digest, problem)) }
    }
    let names = Self.names(for: outcome.documents.map(\.path))
    for (index, name) in names.enumerated() { outcome.documents[index].name = name }
    if samples.count == outcome.documents.count { SameText.note(in: &outcome.documents, samples) }
    return outcome
  }

  /// The short names of documents by their paths, no two alike.
  public static func names(for paths: [String]) -> [String] { ShortNames.names(for: paths) }

  private struct ReadFile {
    var digest: UInt64 = 0
    var document: Result<Document, InputProblem>
    /// Where there are others to compare it with.
    var sample: SameText.Sample?
  }

  /// What became of each file, in order.
  private func read(_ found: [Result<FoundFile, InputProblem>]) -> [ReadFile] {
    [ReadFile](unsafeUninitializedCapacity: found.count) { files, count in
      // Each thread writes to places of its own.
      nonisolated(unsafe) let start = files.baseAddress
      DispatchQueue.concurrentPerform(iterations: found.count) { index in
        var file = read(found[index])
        if found.count > 1, case .success(let document) = file.document { file.sample = .init(document) }
        start?.advanced(by: index).initialize(to: file)
      }
      count = found.count
    }
  }

  private func read(_ found: Result<FoundFile, InputProblem>) -> ReadFile {
    var digest: UInt64 = 0
    let document = found.flatMap { file in
      FileBytes.read(file, limit: Self.sizeLimit).flatMap { bytes in
        digest = bytes.withUnsafeBytes(ContentDigest.of)
        return self.document(bytes: bytes, path: file.shown, name: file.shown, id: Document.ID(0))
      }
    }
    return ReadFile(digest: digest, document: document)
  }

  /// The digest of a file's bytes as they are now; `nil` where it cannot be read.
  public func digest(of file: FoundFile) -> UInt64? {
    guard case .success(let bytes) = FileBytes.read(file, limit: Self.sizeLimit) else { return nil }
    return bytes.withUnsafeBytes(ContentDigest.of)
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
    return Self.text(of: bytes).map { text, page in
      ArticleReader.read(text, of: page, path: path, name: name, id: id)
    }.mapError { InputProblem(path: path, message: $0.message) }
  }

  /// The text that bytes are or hold, and the page that it was taken out of.
  private static func text(of bytes: [UInt8]) -> Result<(DecodedText, WebPage?), NotText> {
    guard PageArchive.isArchive(bytes) else {
      return TextDecoder.decode(bytes).flatMap { decoded in
        WebPage.isPage(decoded.bytes) ? WebPage.read(decoded).map { ($0.text, $0) } : .success((decoded, nil))
      }
    }
    return PageArchive.read(bytes).flatMap { archive in
      TextDecoder.decode(archive.html, isPage: true, charset: archive.charset)
        .flatMap { WebPage.read($0, savedFrom: archive.address) }.map { ($0.text, $0) }
    }
  }
}
