internal import CReadingTables

/// What words can mean and how their meanings lie to each other, after WordNet 3.0.
struct WordMeanings: Sendable {
  static let shared = WordMeanings()

  /// A word's meanings, the most frequent first, each with those above it up to the root.
  typealias Chains = [[Int32]]

  /// How two words lie in the tree of meanings, by the pair of meanings that are nearest.
  struct Distance: Sendable {
    /// Steps from the first word's meaning up to the common one, and from the second's.
    var up: Int
    var down: Int
    /// Steps from the common meaning to the root: few where it says little.
    var depth: Int

    /// Whether they share a meaning.
    var isSame: Bool { up == 0 && down == 0 }
    /// Whether the second is a kind of the first's kind: *dog* and *animal*.
    var isBroader: Bool { up > 0 && down == 0 }
    var isNarrower: Bool { up == 0 && down > 0 }
    /// Whether the two are kinds of one thing that is not too general.
    var isSister: Bool { up > 0 && down > 0 && up + down <= 5 && depth >= 3 }
  }

  /// One meaning of one word.
  private struct Sense {
    var hash: UInt64
    var line: Int32
    var rank: Int32
    /// The word's meaning added before; -1 at the end.
    var next: Int32
  }

  private var parents: [Int32] = []
  private var senses: [Sense] = []
  /// Open addressing by hash of word and part of speech: the word's last sense, or -1. Flat arrays, since the table is
  /// read anew by every process.
  private var slots = [Int32](repeating: -1, count: Self.slotCount)
  private static let slotCount = 1 << 17

  init() {
    var count = 0
    guard let start = crossread_senses(&count) else { return }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    parents.reserveCapacity(48_000)
    senses.reserveCapacity(80_000)
    var position = 0
    while position < count { position = readLine(bytes, position) + 1 }
  }

  /// `n 4 whole/2`: part, the line above or `-`, words with the number of the sense.
  /// - Returns: where the line ends.
  private mutating func readLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let line = Int32(parents.count)
    let part = bytes[start]
    var position = start + 2
    var parent: Int32 = 0
    if bytes[position] == 0x2D {
      parent = -1
      position += 1
    }
    while position < bytes.count, bytes[position] >= 0x30 {
      parent = parent * 10 + Int32(bytes[position] - 0x30)
      position += 1
    }
    parents.append(parent)
    while position < bytes.count, bytes[position] != 0x0A {
      position += 1
      var hash = Self.seed(part)
      var rank = 1
      while position < bytes.count, bytes[position] > 0x20 {
        if bytes[position] == 0x2F {
          rank = Int(bytes[position + 1] - 0x30)
          position += 1
        } else {
          hash = Self.step(hash, bytes[position])
        }
        position += 1
      }
      add(line, rank: rank, to: hash)
    }
    return position
  }

  private mutating func add(_ line: Int32, rank: Int, to hash: UInt64) {
    let slot = self.slot(of: hash)
    senses.append(Sense(hash: hash, line: line, rank: Int32(rank), next: slots[slot]))
    slots[slot] = Int32(senses.count - 1)
  }

  /// The slot that holds the hash, or the free one where it belongs.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (Self.slotCount - 1)
    while slots[slot] >= 0, senses[Int(slots[slot])].hash != hash { slot = (slot + 1) & (Self.slotCount - 1) }
    return slot
  }

  private static func seed(_ part: UInt8) -> UInt64 { step(0xCBF2_9CE4_8422_2325, part) }
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The meanings of a lower-case lemma as `part`: `n`, `v`, `a` or `r`.
  func chains(of lemma: String, part: Unicode.Scalar) -> Chains {
    let hash = lemma.utf8.reduce(Self.seed(UInt8(ascii: part)), Self.step)
    var found: [(rank: Int32, line: Int32)] = []
    var sense = slots[slot(of: hash)]
    while sense >= 0 {
      found.append((senses[Int(sense)].rank, senses[Int(sense)].line))
      sense = senses[Int(sense)].next
    }
    found.sort { $0 < $1 }
    return found.map { _, line in
      var chain: [Int32] = []
      var current = line
      while current >= 0, chain.count < 20 {
        chain.append(current)
        current = parents[Int(current)]
      }
      return chain
    }
  }

  /// Whether a noun in its usual meaning is a kind of something, as `person`.
  func isKind(_ noun: String, of kind: Int32) -> Bool { chains(of: noun, part: "n").first?.contains(kind) ?? false }

  static let person = meaning(of: "person")
  static let artifact = meaning(of: "artifact")

  private static func meaning(of noun: String) -> Int32 { shared.chains(of: noun, part: "n").first?.first ?? -1 }

  /// How the nearest of their meanings lie; `nil` where no meaning stands above both.
  static func distance(_ left: Chains, _ right: Chains) -> Distance? {
    var best: Distance?
    var least = Int.max
    for (leftRank, one) in left.enumerated() {
      for (rightRank, other) in right.enumerated() {
        guard let (up, down) = meeting(one, other) else { continue }
        // A rarer sense must be nearer to count.
        let cost = 2 * (up + down) + leftRank + rightRank
        if cost < least {
          least = cost
          best = Distance(up: up, down: down, depth: one.count - 1 - up)
        }
      }
    }
    return best
  }

  private static func meeting(_ one: [Int32], _ other: [Int32]) -> (Int, Int)? {
    for (up, meaning) in one.enumerated() {
      if let down = other.firstIndex(of: meaning) { return (up, down) }
    }
    return nil
  }
}
