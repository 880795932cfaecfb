/// Makes lemmas from edit scripts learnt from the treebanks.
///
/// A word's own script wins; else that of its longest known ending, both under a coarse class of its tag and features.
package struct Lemmatiser: Sendable {
  /// How a lemma is made from a word: bytes to cut from the end, letters to add, and the case of what is left.
  package struct Script: Hashable, Sendable {
    package enum Base: UInt8, Sendable, CaseIterable { case norm, form, capitalised }

    package var base: Base
    package var cut: Int
    package var added: [UInt8]

    package init(base: Base, cut: Int, added: [UInt8]) {
      self.base = base
      self.cut = cut
      self.added = added
    }

    /// The lemma, or `nil` where the word is too short for the script.
    package func apply(norm: String, form: () -> String) -> String? {
      if base == .norm, cut == 0, added.isEmpty { return norm }
      var bytes =
        switch base {
        case .norm: Array(norm.utf8)
        case .form: Array(form().utf8)
        case .capitalised: Array(norm.utf8)
        }
      guard cut < bytes.count || (cut == bytes.count && !added.isEmpty) else { return nil }
      if base == .capitalised, bytes[0] &- 0x61 < 26 { bytes[0] -= 0x20 }
      let end = bytes.count - cut
      if end < bytes.count, bytes[end] & 0xC0 == 0x80 { return nil }
      bytes.removeSubrange(end...)
      bytes += added
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  package static let longestEnding = 5

  private let scripts: [Script]
  private let slots: [UInt32]

  /// Reads the scripts and their table.
  init(_ reader: inout TableReader) {
    let count = Int(reader.number(UInt16.self))
    scripts = (0..<count).map { _ in
      let base = Script.Base(rawValue: reader.number(UInt8.self)) ?? .norm
      let cut = Int(reader.number(UInt8.self))
      let length = Int(reader.number(UInt8.self))
      return Script(base: base, cut: cut, added: Array(reader.take(length)))
    }
    let slotCount = Int(reader.number(UInt32.self))
    slots = reader.numbers(slotCount, UInt32.self)
  }

  /// The lemma of a token; `form` is only asked for where the script needs the word as written.
  func lemma(norm: String, tag: PartOfSpeech, features: Features, form: () -> String) -> String {
    let lemma = learnt(norm: norm, tag: tag, features: features, form: form)
    return tag == .verb ? LemmaRepair.repaired(lemma, of: norm) : lemma
  }

  private func learnt(norm: String, tag: PartOfSpeech, features: Features, form: () -> String) -> String {
    let keys = Self.keys(of: norm, class: Self.wordClass(tag, features))
    if let script = find(keys.whole), let lemma = scripts[script].apply(norm: norm, form: form) { return lemma }
    for length in (0..<keys.endingCount).reversed() {
      if let script = find(keys.endings[length]), let lemma = scripts[script].apply(norm: norm, form: form) {
        return lemma
      }
    }
    return norm
  }

  private func find(_ key: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    let check = UInt32(truncatingIfNeeded: key >> 44)
    while true {
      let entry = slots[slot]
      if entry == .max { return nil }
      if entry >> 12 == check { return Int(entry & 0xFFF) }
      slot = (slot + 1) & mask
    }
  }

  /// Keys of a word and of its endings.
  package struct Keys {
    package var whole: UInt64
    /// The first `endingCount` are keys of endings, by length from none to `longestEnding`.
    package var endings: SIMD8<UInt64>
    package var endingCount: Int
  }

  /// Keys of the whole word and of its endings.
  package static func keys(of norm: String, class wordClass: UInt8) -> Keys {
    var norm = norm
    return norm.withUTF8 { norm in
      var hash = 0xCBF2_9CE4_8422_2325 ^ (UInt64(wordClass) &* 0x9E37_79B9_7F4A_7C15)
      var keys = Keys(whole: 0, endings: SIMD8(repeating: mix(hash)), endingCount: min(norm.count, longestEnding) + 1)
      for length in 1...max(norm.count, 1) where length <= norm.count {
        hash = (hash ^ UInt64(norm[norm.count - length])) &* 0x100_0000_01B3
        if length <= longestEnding { keys.endings[length] = mix(hash) }
      }
      keys.whole = mix(hash ^ 0x5851_F42D_4C95_7F2D)
      return keys
    }
  }

  private static func mix(_ hash: UInt64) -> UInt64 {
    let folded = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return folded ^ (folded >> 29)
  }

  /// The class under which scripts are kept: the tag, and the inflection that a lemma undoes.
  package static func wordClass(_ tag: PartOfSpeech, _ features: Features) -> UInt8 {
    var inflection: UInt8 = 0
    if features.contains(.verbFormGer) || features.contains([.verbFormPart, .tensePres]) {
      inflection = 1
    } else if features.contains(.verbFormPart) {
      inflection = 2
    } else if features.contains(.tensePast) {
      inflection = 3
    } else if features.contains([.tensePres, .person3, .numberSing]) {
      inflection = 4
    } else if features.contains(.degreeCmp) {
      inflection = 5
    } else if features.contains(.degreeSup) {
      inflection = 6
    } else if features.contains(.numberPlur), tag == .noun || tag == .propn {
      inflection = 7
    }
    return tag.rawValue * 8 + inflection
  }
}
