import Foundation
import Language

/// A sentence of a treebank with its gold analysis.
struct GoldSentence {
  var document: String
  var forms: [String]
  var lemmas: [String]
  var tags: [PartOfSpeech]
  var features: [Features]
  /// 0-based; the number of words for the root.
  var heads: [Int]
  var relations: [DependencyRelation]
}

/// Reads treebanks and splits them.
enum Treebank {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads a CoNLL-U file; one whose name ends in `.xz` goes through `xz`.
  /// - Throws: `Failure` for a malformed line or a label that Language does not know.
  static func read(_ path: String) throws -> [GoldSentence] {
    let data = try contents(path)
    let tags = Dictionary(uniqueKeysWithValues: PartOfSpeech.allCases.map { ($0.label, $0) })
    var sentences: [GoldSentence] = []
    var document = ""
    var words: [[String]] = []
    func finish() throws {
      guard !words.isEmpty else { return }
      var sentence = GoldSentence(
        document: document, forms: [], lemmas: [], tags: [], features: [], heads: [], relations: [])
      for fields in words {
        guard let tag = tags[fields[3]], let head = Int(fields[6]),
          let relation = DependencyRelation(rawValue: fields[7])
        else { throw Failure(description: "\(path): unknown label in \(fields)") }
        guard let features = Features(conllu: fields[5]) else {
          throw Failure(description: "\(path): unknown feature in \(fields[5])")
        }
        sentence.forms.append(fields[1])
        sentence.lemmas.append(fields[2])
        sentence.tags.append(tag)
        sentence.features.append(features)
        sentence.heads.append(head == 0 ? words.count : head - 1)
        sentence.relations.append(relation)
      }
      sentences.append(sentence)
      words = []
    }
    let newdoc = Array("# newdoc id = ".utf8)
    for line in data.split(separator: 0x0A, omittingEmptySubsequences: false) {
      switch try ConlluLine(ArraySlice(line)) {
      case .word(_, let fields): words.append(fields.map { String(decoding: $0, as: UTF8.self) })
      case .blank: try finish()
      case .comment:
        if line.starts(with: newdoc) { document = String(decoding: line.dropFirst(newdoc.count), as: UTF8.self) }
      case .span: continue
      }
    }
    try finish()
    return sentences
  }

  static func contents(_ path: String) throws -> [UInt8] {
    guard path.hasSuffix(".xz") else { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: "cannot unpack \(path)") }
    return Array(data)
  }

  /// Whether a document is kept out of training: FNV-1a-64 of its identifier is divisible by ten.
  ///
  /// Benchmarks/score/syntax.py measures on exactly these.
  static func isHeldOut(_ document: String) -> Bool {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in document.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash % 10 == 0
  }
}
