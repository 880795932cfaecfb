internal import CLanguageTables

/// Spellings known to be of one name: groups of variants across languages, nicknames, places, legal forms and titles.
///
/// Groups of personal names come from a compact binary table, everything else from a text table that people edit.
struct NameVariants: @unchecked Sendable {
  static let embedded = NameVariants()

  private let keys: FingerprintTable
  private let values: UnsafeRawPointer
  private let nicknames: [[UInt8]: Set<Int>]
  private let places: [[UInt8]: Int]
  private let forms: [[UInt8]: Int]
  /// Words before a name that are not part of it.
  let titles: Set<[UInt8]>
  /// Words after a person's name that are not part of it.
  let suffixes: Set<[UInt8]>
  /// Small words inside names of persons (`bin`, `de`, `van`).
  let particles: Set<[UInt8]>
  /// Words that say what an organisation is and hardly tell it from others.
  let generic: Set<[UInt8]>
  private let numbers: [[UInt8]: Int]

  private init() {
    let sections = TableSections(
      crossread_name_variants_start(), count: Int(crossread_name_variants_length()), magic: "CRNV")
    keys = FingerprintTable(sections["KEYS"])
    values = sections["GRPS"]
    var groups: [String: [[[UInt8]]]] = [:]
    let text = UnsafeRawBufferPointer(
      start: crossread_name_equivalents_start(), count: Int(crossread_name_equivalents_length()))
    for line in text.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: 0x09)
      guard fields.count == 2 else { continue }
      let members = fields[1].split(separator: UInt8(ascii: ",")).map { part in
        Array(part.drop(while: { $0 == 0x20 }))
      }
      groups[String(decoding: fields[0], as: UTF8.self), default: []].append(members)
    }
    var nicknames: [[UInt8]: Set<Int>] = [:]
    for (number, members) in (groups["nickname"] ?? []).enumerated() {
      for member in members { nicknames[member, default: []].insert(number) }
    }
    self.nicknames = nicknames
    places = Self.numbered(groups["place"])
    forms = Self.numbered(groups["form"])
    numbers = Self.numbered(groups["number"])
    titles = Set((groups["title"] ?? []).joined())
    suffixes = Set((groups["suffix"] ?? []).joined())
    particles = Set((groups["particle"] ?? []).joined())
    generic = Set((groups["generic"] ?? []).joined())
  }

  private static func numbered(_ groups: [[[UInt8]]]?) -> [[UInt8]: Int] {
    var out: [[UInt8]: Int] = [:]
    for (number, members) in (groups ?? []).enumerated() { for member in members { out[member] = number } }
    return out
  }

  /// The groups that a folded word is in, at most eight.
  func groups(_ word: [UInt8]) -> [UInt16] {
    let hash = NameHash.hash(word)
    var out: [UInt16] = []
    for number in 0..<8 {
      let index = keys.index(of: NameHash.key(20 + UInt64(number), hash))
      guard index >= 0 else { break }
      out.append(values.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
    }
    return out
  }

  /// Whether one of two folded given names is a pet form of the other, or both of a third.
  func areNicknames(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard let first = nicknames[left], let second = nicknames[right] else { return false }
    return !first.isDisjoint(with: second)
  }

  /// The number of the place that a folded name means, where it has several names.
  func place(_ name: [UInt8]) -> Int? { places[name] }

  /// The class of a legal form such as `ltd` or `aktiengesellschaft`, folded, without points.
  func form(_ word: [UInt8]) -> Int? { forms[word] }

  /// The value of a number word.
  func number(_ word: [UInt8]) -> Int? { numbers[word] }
}
