/// A text as it was when a person added something to it.
public struct KeptText: Hashable, Sendable {
  /// `Anchor.hash` of the text.
  public var contentHash: String
  /// Where it was read from.
  public var path: String
  /// Some of its words, to know a later version of it by; empty where they were not kept.
  public var sketch: TextSketch

  public init(contentHash: String, path: String, sketch: TextSketch) {
    self.contentHash = contentHash
    self.path = path
    self.sketch = sketch
  }
}

/// Tells which of the open documents is a text that was kept: the same text, else a later version of it, wherever it lies.
public struct KeptTextFinder {
  /// How much must be the same in a file of the same name, and in one of another. Two articles on one story by two outlets
  /// share about three pairs of words in a hundred.
  private static let (leastOfSameName, least) = (0.15, 0.3)

  private let documents: [Document]
  private var byHash: [String: [Int]] = [:]
  private var byPath: [String: [Int]] = [:]
  /// Samples of all documents, and which documents have a hash in theirs; made when a text is not found by its own hash.
  private var sketches: [TextSketch] = []
  private var bySample: [UInt32: [Int]] = [:]
  private var versions: [KeptText: Int?] = [:]

  public init(_ documents: [Document]) {
    self.documents = documents
    for (index, document) in documents.enumerated() {
      byHash[document.contentHash, default: []].append(index)
      // What comes through a pipe is another article every time.
      if document.path != "-" { byPath[document.path, default: []].append(index) }
    }
  }

  /// Whether this text or a later version of it is open.
  /// - Complexity: O(1) for a text that is open; O(all texts) once where one is not.
  public mutating func isOpen(_ text: KeptText) -> Bool { byHash[text.contentHash] != nil || version(of: text) != nil }

  /// The documents that are this text, as indices: the same text, that at its path first; else a later version of it; else
  /// the file at its path, whatever that says now.
  public mutating func documents(of text: KeptText) -> [Int] {
    if let same = byHash[text.contentHash] {
      return same.filter { documents[$0].path == text.path } + same.filter { documents[$0].path != text.path }
    }
    return version(of: text).map { [$0] } ?? byPath[text.path] ?? []
  }

  /// The document that is most like a text of which no copy is open.
  private mutating func version(of text: KeptText) -> Int? {
    if let known = versions[text] { return known }
    let found = findVersion(of: text)
    versions[text] = found
    return found
  }

  private mutating func findVersion(of text: KeptText) -> Int? {
    // Of a text without a sample nothing but its path tells.
    guard !text.sketch.hashes.isEmpty else { return byPath[text.path]?.first }
    sample()
    let name = Self.name(of: text.path)
    let candidates = Set(text.sketch.hashes.flatMap { bySample[$0] ?? [] })
    let likely = candidates.compactMap { index -> (isAtPath: Int, isNamed: Int, resemblance: Double, index: Int)? in
      let path = documents[index].path
      let resemblance = sketches[index].resemblance(to: text.sketch)
      let isNamed = Self.name(of: path) == name
      guard resemblance >= (isNamed ? Self.leastOfSameName : Self.least) else { return nil }
      return (path == text.path ? 1 : 0, isNamed ? 1 : 0, resemblance, -index)
    }
    return likely.max { $0 < $1 }.map { -$0.index }
  }

  private mutating func sample() {
    guard sketches.isEmpty else { return }
    sketches = documents.map { TextSketch($0.text) }
    for (index, sketch) in sketches.enumerated() {
      for hash in sketch.hashes { bySample[hash, default: []].append(index) }
    }
  }

  /// The last part of a path.
  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}
