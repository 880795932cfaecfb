import Foundation
import Language

/// Compacts groups of spelling variants into the table of `NameVariants`.
struct VariantsBuilder {
  /// Lines of folded or plain spellings of one name, parted by commas; `#` begins a comment.
  var groups: URL

  private static let bits = 14

  func build() throws -> [UInt8] {
    let text = String(decoding: try Data(contentsOf: groups), as: UTF8.self)
    var groupsOf: [[UInt8]: [UInt16]] = [:]
    var number: UInt16 = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let members = Set(line.split(separator: ",").map { LetterFolding.folded($0) })
      // After folding a group may have one spelling left, which tells nothing.
      guard members.count > 1 else { continue }
      for member in members.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        groupsOf[member, default: []].append(number)
      }
      number += 1
    }
    var entries: [UInt32: UInt16] = [:]
    for (word, numbers) in groupsOf.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      // A word of many groups (`yu`, `ji`) ties names that have nothing to do with each other.
      guard numbers.count <= 8, word.count > 2 else { continue }
      let hash = NameHash.hash(word)
      for (place, group) in numbers.enumerated() {
        let key = FingerprintTable.distinct(NameHash.key(20 + UInt64(place), hash), bits: Self.bits) << 2
        if entries[key] == nil { entries[key] = group }
      }
    }
    let keys = entries.keys.sorted()
    let values = keys.flatMap { key in withUnsafeBytes(of: (entries[key] ?? 0).littleEndian) { Array($0) } }
    print("groups \(number), entries \(keys.count)")
    return TableSections.encode(
      magic: "CRNV", [("KEYS", FingerprintTable.encode(keys, bits: Self.bits)), ("GRPS", values)])
  }
}
