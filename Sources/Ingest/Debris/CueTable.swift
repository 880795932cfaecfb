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

  static let shared = CueTable()

  /// Cues by the hash of their first word.
  private var byFirstWord: [UInt32: [Cue]] = [:]
  /// Which hashes of first words may be in `byFirstWord`: one bit each, to spare most lookups.
  private var filter = [UInt64](repeating: 0, count: 256)
  private var endings: [Cue] = []
  private var agencies: [[UInt8]: String] = [:]

  private init() {
    let table = UnsafeRawBufferPointer(start: crossread_cues_start(), count: Int(crossread_cues_length()))
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x09).map { Array($0) }
      guard fields.count == 3 else { continue }
      if fields[0] == Array("agency".utf8) {
        agencies[fields[1]] = String(decoding: fields[2], as: UTF8.self)
      } else if let kind = Debris(rawValue: String(decoding: fields[0], as: UTF8.self)) {
        add(kind, match: fields[1], phrase: fields[2])
      }
    }
  }

  private mutating func add(_ kind: Debris, match name: [UInt8], phrase: [UInt8]) {
    let match: Match
    switch String(decoding: name, as: UTF8.self) {
    case "line": match = .line
    case "label": match = .label
    case "end": match = .end
    case "has": match = .has
    case let other: preconditionFailure("cues.tsv: no match is called \(other)")
    }
    let folded = FoldedText(phrase[...])
    let bytes = match == .line ? Array(folded.bytes.prefix(folded.lineEnd)) : folded.bytes
    let cue = Cue(kind: kind, match: match, phrase: bytes, words: folded.words.count)
    if match == .end {
      endings.append(cue)
      return
    }
    let hash = folded.hashes.first ?? 0
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
