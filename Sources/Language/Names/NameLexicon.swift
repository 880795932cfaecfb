internal import CLanguageTables

/// What is known of words before a text is read: the lists of names that a word or phrase stands in, and its cluster of use.
///
/// Clusters group words that are used alike (k-means over GloVe vectors), in three grains. Layout of the table: magic `CRNL`, then
/// sections of (tag, length, data), each padded to four bytes.
package struct NameLexicon: @unchecked Sendable {
  /// Lists that a phrase can stand in; raw values are bits.
  package enum List: Int, CaseIterable, Sendable {
    case country, city, region, demonym, capital, organisation, place, organisationSuffix
    case first, last, nameWord, organisationWord, personNoun, title
  }

  /// What a word's use tells: cluster of each grain and how frequent it is; all zero for an unknown word.
  package struct Use: Sendable {
    package var fine: UInt16 = 0
    package var middle: UInt16 = 0
    package var coarse: UInt16 = 0
    /// Binary logarithm of the frequency rank, from 1.
    package var rank: UInt8 = 0
    /// Cluster of another clustering.
    package var other: UInt16 = 0
  }

  private let phrases: FingerprintTable
  private let phraseValues: UnsafeRawPointer
  private let combinations: UnsafeRawPointer
  private let words: FingerprintTable
  private let wordValues: UnsafeRawPointer
  private let grains: UnsafeRawPointer

  /// The lexicon in the binary.
  package static let embedded = NameLexicon(crossread_name_lexicon_start(), count: Int(crossread_name_lexicon_length()))

  /// Opens a lexicon that lies at `start` and outlives this value.
  package init(_ start: UnsafeRawPointer, count: Int) {
    let sections = TableSections(start, count: count, magic: "CRNL")
    phrases = FingerprintTable(sections["GAZK"])
    phraseValues = sections["GAZV"]
    combinations = sections["GAZC"]
    words = FingerprintTable(sections["CLUK"])
    wordValues = sections["CLUV"]
    grains = sections["CLUG"]
  }

  /// The lists that hold a phrase, as bits of ``List``; 0 when none does.
  /// - Parameter hash: FNV-1a of the folded phrase, words parted by single spaces.
  @inline(__always)
  package func lists(_ hash: UInt64) -> UInt16 {
    let index = phrases.index(of: NameHash.key(1, hash))
    guard index >= 0 else { return 0 }
    let combination = Int(phraseValues.loadUnaligned(fromByteOffset: index, as: UInt8.self))
    return combinations.loadUnaligned(fromByteOffset: 2 * combination, as: UInt16.self)
  }

  /// The use of a word.
  /// - Parameter hash: FNV-1a of the folded word.
  @inline(__always)
  package func use(_ hash: UInt64) -> Use {
    let index = words.index(of: NameHash.key(2, hash))
    guard index >= 0 else { return Use() }
    let value = wordValues.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
    let fine = value & 0x0FFF
    let middle = grains.loadUnaligned(fromByteOffset: 4 * Int(fine), as: UInt16.self)
    let coarse = grains.loadUnaligned(fromByteOffset: 4 * Int(fine) + 2, as: UInt16.self)
    return Use(
      fine: UInt16(fine) + 1, middle: middle + 1, coarse: coarse + 1, rank: UInt8(value >> 12 & 0xF) + 1,
      other: UInt16(value >> 16) + 1)
  }
}
