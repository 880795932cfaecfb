import Dossier

/// Finds documents that say what another says, such as one report of an agency in two outlets: what is counted in both is
/// counted twice.
enum SameText {
  /// How much of two texts must be the same, as far as their samples tell.
  private static let least = 0.85
  /// Shorter texts are alike by chance.
  private static let fewestBytes = 200
  /// A text shares one of so many of its least hashes with any that is nearly the same, but for one in a thousand.
  private static let reach = 6

  /// What is compared of a document.
  struct Sample: Sendable {
    fileprivate let digest: UInt64
    fileprivate let sketch: TextSketch
    fileprivate let isLong: Bool

    /// Samples what is read of a document below its title: headlines may differ. Cost: a pass over the text.
    init(_ document: Document) {
      let blocks = document.blocks.filter { $0.isRead && $0.kind != .title }
      let bytes = Array(blocks.map { document.text.bytes[$0.span.range] }.joined(separator: [0x0A]))
      digest = bytes.withUnsafeBytes(ContentDigest.of)
      sketch = TextSketch(SourceText(validUTF8: bytes))
      isLong = bytes.count >= SameText.fewestBytes
    }
  }

  /// Notes at each document of which an earlier one has the words which that is.
  /// - Parameter samples: one of each document.
  static func note(in documents: inout [Document], _ samples: [Sample]) {
    var known: [UInt32: [Int]] = [:]
    for (index, own) in samples.enumerated() where own.isLong {
      let hashes = own.sketch.hashes.prefix(reach)
      let others = Set(hashes.flatMap { known[$0] ?? [] }).sorted()
      if let same = others.first(where: { samples[$0].digest == own.digest }) {
        documents[index].notes.append("the same text as \(documents[same].name)")
      } else if let like = others.first(where: { samples[$0].sketch.resemblance(to: own.sketch) >= least }) {
        documents[index].notes.append("nearly the same text as \(documents[like].name)")
      }
      for hash in hashes { known[hash, default: []].append(index) }
    }
  }
}
