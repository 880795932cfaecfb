import Language

/// Learns lemma scripts: for each ending the commonest, and for whole words those that their ending would get wrong.
struct LemmaTable {
  private var counts: [UInt64: [Lemmatiser.Script: Int]] = [:]
  private var words: [UInt64: [Lemmatiser.Script: Int]] = [:]
  private var wordKeys: [UInt64: [UInt64]] = [:]

  mutating func add(norm: String, form: String, lemma: String, tag: PartOfSpeech, features: Features) {
    guard !features.contains(.typoYes), let script = Self.script(norm: norm, form: form, lemma: lemma) else { return }
    let keys = Lemmatiser.keys(of: norm, class: Lemmatiser.wordClass(tag, features))
    let endings = (0..<keys.endingCount).map { keys.endings[$0] }
    for key in endings { counts[key, default: [:]][script, default: 0] += 1 }
    words[keys.whole, default: [:]][script, default: 0] += 1
    wordKeys[keys.whole] = endings
  }

  /// The cheapest script from word to lemma, or `nil` where the two share too little.
  private static func script(norm: String, form: String, lemma: String) -> Lemmatiser.Script? {
    let plain = lemma.replacing("’", with: "'")
    for base in Lemmatiser.Script.Base.allCases {
      var source = base == .form ? Array(form.utf8) : Array(norm.utf8)
      if base == .capitalised, let first = source.first, first &- 0x61 < 26 { source[0] -= 0x20 }
      let target = Array(plain.utf8)
      let shared = zip(source, target).prefix { $0 == $1 }.count
      let script = Lemmatiser.Script(base: base, cut: source.count - shared, added: Array(target[shared...]))
      let isRegular = shared * 2 >= target.count || base == .norm && target == Array(plain.lowercased().utf8)
      if isRegular, script.cut < 200, script.apply(norm: norm, form: { form }) == plain { return script }
    }
    return nil
  }

  private static func best(_ counts: [Lemmatiser.Script: Int]) -> (script: Lemmatiser.Script, count: Int)? {
    counts.max { ($0.value, order($1.key)) < ($1.value, order($0.key)) }.map { ($0.key, $0.value) }
  }

  /// A stable order among scripts that occur equally often.
  private static func order(_ script: Lemmatiser.Script) -> String {
    "\(script.base.rawValue) \(script.cut) \(String(decoding: script.added, as: UTF8.self))"
  }

  func write(to writer: inout TableWriter) {
    var endings = counts.compactMapValues { Self.best($0) }
    // An ending that says what the shorter one says, or that was seen once, adds nothing.
    var redundant: Set<UInt64> = []
    for chain in wordKeys.values {
      var inherited = endings[chain[0]]?.script
      for key in chain.dropFirst() {
        guard let own = endings[key] else { continue }
        if own.script == inherited || own.count < 2 { redundant.insert(key) } else { inherited = own.script }
      }
    }
    for key in redundant { endings[key] = nil }
    var entries = endings.mapValues(\.script)
    for (key, counts) in words {
      guard let own = Self.best(counts)?.script, let chain = wordKeys[key] else { continue }
      let general = chain.last { endings[$0] != nil }.flatMap { endings[$0]?.script }
      if own != general { entries[key] = own }
    }
    var frequency: [Lemmatiser.Script: Int] = [:]
    for script in entries.values { frequency[script, default: 0] += 1 }
    let ordered = frequency.sorted { ($1.value, Self.order($0.key)) < ($0.value, Self.order($1.key)) }.map(\.key)
    let kept = ordered.prefix(4095)
    let number = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    writer.number(UInt16(kept.count))
    for script in kept {
      writer.number(script.base.rawValue)
      writer.number(UInt8(script.cut))
      writer.number(UInt8(script.added.count))
      writer.append(script.added)
    }
    var slotCount = 1 << 8
    while slotCount < entries.count * 3 / 2 { slotCount *= 2 }
    var slots = [UInt32](repeating: .max, count: slotCount)
    for (key, script) in entries.sorted(by: { $0.key < $1.key }) {
      guard let script = number[script] else { continue }
      var slot = Int(truncatingIfNeeded: key) & (slotCount - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: key >> 44) << 12 | UInt32(script)
    }
    writer.number(UInt32(slotCount))
    for slot in slots { writer.number(slot) }
  }
}
