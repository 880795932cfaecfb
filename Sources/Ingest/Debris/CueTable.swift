import CIngestTables
import Dossier

/// The phrases that tell debris from article, and the names of agencies (`tables/cues.tsv`).
struct CueTable: Sendable {
  enum Match: Sendable {
    case line
    case label
    case end
    case has
  }

  struct Cue: Sendable {
    var kind: Debris
    var match: Match
    var phrase: [UInt8]
    /// Number of words.
    var words: Int
  }

  static let shared = CueTable(
    UnsafeRawBufferPointer(start: crossread_cues_start(), count: Int(crossread_cues_length())))

  /// Cues by the hash of their first word.
  private var byFirstWord: [UInt32: [Cue]] = [:]
  /// Which hashes of first words may be in `byFirstWord`: one bit each, to spare most lookups.
  private var filter = [UInt64](repeating: 0, count: 256)
  private var endings: [Cue] = []
  private var agencies: [[UInt8]: String] = [:]

  /// It is made before the first screen: bytes are compared in place, and most phrases are folded as they stand.
  /// - Precondition: every row but remarks has three fields, of which the first two are known.
  init(_ table: UnsafeRawBufferPointer) {
    let kinds = Debris.allCases.map { (Array($0.rawValue.utf8), $0) }
    for (number, row) in table.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if row.isEmpty || row.first == 0x23 { continue }
      let fields = row.split(separator: 0x09)
      if fields.count == 3, fields[0].elementsEqual("agency".utf8) {
        agencies[Array(fields[1])] = String(decoding: fields[2], as: UTF8.self)
      } else if fields.count == 3, let kind = kinds.first(where: { fields[0].elementsEqual($0.0) })?.1,
        let match = Self.match(fields[1])
      {
        add(kind, match, phrase: Array(fields[2]))
      } else {
        preconditionFailure("cues.tsv, line \(number + 1): no cue: \(String(decoding: row, as: UTF8.self))")
      }
    }
  }

  private static func match(_ name: Slice<UnsafeRawBufferPointer>) -> Match? {
    switch name.first {
    case UInt8(ascii: "l") where name.elementsEqual("line".utf8): .line
    case UInt8(ascii: "l") where name.elementsEqual("label".utf8): .label
    case UInt8(ascii: "e") where name.elementsEqual("end".utf8): .end
    case UInt8(ascii: "h") where name.elementsEqual("has".utf8): .has
    default: nil
    }
  }

  private mutating func add(_ kind: Debris, _ match: Match, phrase: [UInt8]) {
    var cue = Cue(kind: kind, match: match, phrase: phrase, words: 0)
    if FoldedText.isFolded(phrase) {
      cue.words = 1 + phrase.count { $0 == 0x20 }
    } else {
      let folded = FoldedText(phrase[...])
      cue.phrase = match == .line ? Array(folded.bytes.prefix(folded.lineEnd)) : folded.bytes
      cue.words = folded.words.count
    }
    if match == .end {
      endings.append(cue)
      return
    }
    let hash = FoldedText.firstHash(of: cue.phrase)
    byFirstWord[hash, default: []].append(cue)
    filter[Int(hash >> 6 & 0xFF)] |= 1 << UInt64(hash & 63)
  }

  private func cues(startingWith hash: UInt32) -> [Cue]? {
    guard filter[Int(hash >> 6 & 0xFF)] & (1 << UInt64(hash & 63)) != 0 else { return nil }
    return byFirstWord[hash]
  }

  /// Every cue that the block holds, whatever its length.
  func cues(in block: FoldedText) -> [Cue] {
    var found: [Cue] = []
    for (place, hash) in block.hashes.enumerated() {
      guard let cues = cues(startingWith: hash) else { continue }
      for cue in cues {
        let holds =
          switch cue.match {
          case .line: place == 0 && block.isWhole(cue.phrase)
          case .label: place == 0 && block.holds(cue.phrase, at: 0)
          case .has: block.holds(cue.phrase, at: block.words[place])
          case .end: false
          }
        if holds { found.append(cue) }
      }
    }
    if block.lineEnd <= 300, let last = block.lineEnd > 0 ? block.bytes[block.lineEnd - 1] : nil {
      for cue in endings where cue.phrase.last == last && block.ends(with: cue.phrase) { found.append(cue) }
    }
    return found
  }

  /// The usual name of an agency, for its name as an article writes it.
  func agency(_ name: ArraySlice<UInt8>) -> String? { agencies[Array(name)] }
}
