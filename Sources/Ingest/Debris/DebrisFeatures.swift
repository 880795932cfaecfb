package import Dossier

/// The features of every block of a page, hashed, for the classifier of debris.
///
/// First stage: what a block says and looks like, and what stands around it. Second stage: the first stage's scores around it.
package struct DebrisFeatures {
  /// Number of weights of the first stage; a power of two.
  package static let width = 1 << 14
  /// Number of weights of the second stage; a power of two.
  package static let secondWidth = 1 << 11

  /// First-stage features by block: indices below `width`.
  package private(set) var first: [[UInt16]]
  /// Lengths of the blocks in bytes.
  package let lengths: [Int]
  private let lengthBins: [Int]

  /// Reads the text of a page; the order is that of its blocks.
  package init(_ text: SourceText) {
    let page = Page(text)
    self.init(page, PageReading(page))
  }

  init(_ page: Page, _ reading: PageReading) {
    lengths = page.shapes.map(\.bytes)
    let lengthBins = page.shapes.map { Self.bin($0.words + $0.ideographs / 2) }
    self.lengthBins = lengthBins
    let surroundings = Surroundings(page, reading, lengthBins: lengthBins)
    first = page.spans.indices.map { index in
      var row = Row(mask: UInt32(Self.width - 1))
      Self.addShape(page, index, lengthBins[index], to: &row)
      Self.addWords(reading, index, to: &row)
      Self.addCues(page, reading, index, to: &row)
      surroundings.add(index, to: &row)
      return row.indices
    }
  }

  /// Second-stage features by block: indices below `secondWidth`.
  /// - Parameter scores: the first stage's log odds that a block is article.
  package func second(_ scores: [Float]) -> [[UInt16]] {
    let run = MainRun(zip(scores, lengths).map { (min(max($0, -3), 3) + 0.3) * Float(min($1, 400)) })
    let count = scores.count
    func bin(_ score: Float, _ step: Float) -> Int { Int((min(max(score, -8), 8) / step).rounded(.down)) }
    func at(_ index: Int) -> Int { scores.indices.contains(index) ? bin(scores[index], 1) : 99 }
    func mean(_ range: Range<Int>) -> Int {
      let range = range.clamped(to: 0..<count)
      if range.isEmpty { return 99 }
      return bin(scores[range].reduce(0, +) / Float(range.count), 1)
    }
    return scores.indices.map { index in
      var row = Row(mask: UInt32(Self.secondWidth - 1))
      let own = bin(scores[index], 0.5)
      let side = run.side(of: index)
      row.add(1, own)
      row.add(2, own / 2, side)
      row.add(3, own / 2, lengthBins[index])
      row.add(4, at(index - 1))
      row.add(5, at(index + 1))
      row.add(6, at(index - 2))
      row.add(7, at(index + 2))
      row.add(8, mean(index - 4..<index), mean(index + 1..<index + 5))
      row.add(9, mean(index - 10..<index + 11))
      row.add(10, side)
      row.add(11, own / 2, at(index - 1) / 2, at(index + 1) / 2)
      row.add(12, lengthBins[index], side)
      row.add(13, own / 2, mean(index - 3..<index + 4))
      return row.indices
    }
  }

  /// Bins of a count: 0, 1, 2, 3, 4–5, 6–8, 9–12, 13–20, 21–35, 36–60, more.
  fileprivate static func bin(_ count: Int) -> Int {
    switch count {
    case ...3: count
    case ...5: 4
    case ...8: 5
    case ...12: 6
    case ...20: 7
    case ...35: 8
    case ...60: 9
    default: 10
    }
  }

  private static func addShape(_ page: Page, _ index: Int, _ length: Int, to row: inout Row) {
    let shape = page.shapes[index]
    let words = max(shape.words, 1)
    let ends = shape.endsSentence ? 1 : shape.endsWithColon ? 2 : 0
    row.add(1)
    row.add(2, length, ends)
    row.add(3, length, min(shape.commas, 3), ends)
    row.add(4, length, shape.capitalised * 5 / words)
    row.add(5, shape.shouted * 4 / words, min(length, 6))
    row.add(6, shape.digits * 8 / max(shape.bytes, 1), min(length, 7))
    row.add(7, min(shape.innerStops, 4), ends)
    row.add(8, min(shape.quotes, 2), ends, length)
    row.add(9, shape.startsLower ? 1 : 0, ends)
    row.add(10, bin(shape.ideographs), ends)
    row.add(11, shape.bytes / words > 12 ? 1 : 0, length)
    if shape.marks != 0 {
      for place in 0..<16 where shape.marks & (1 << UInt16(place)) != 0 {
        row.add(12, place, place < 8 ? min(length, 7) : 0)
      }
    }
  }

  private static func addWords(_ reading: PageReading, _ index: Int, to row: inout Row) {
    let folded = reading.folded[index]
    let words = folded.hashes
    guard let first = words.first, let last = words.last else { return }
    row.add(20, Int(first))
    row.add(21, Int(last))
    if words.count > 1 { row.add(22, Int(first), Int(words[1])) }
    if words.count <= 15 { for word in words { row.add(23, Int(word)) } }
    if words.count <= 6 { row.add(24, Int(FoldedText.hash(folded.bytes[0..<folded.lineEnd]))) }
  }

  private static func addCues(_ page: Page, _ reading: PageReading, _ index: Int, to row: inout Row) {
    for cue in reading.cues[index] {
      row.add(30, code(cue.kind), code(cue.match), min(reading.folded[index].words.count / 10, 3))
    }
    if let verdict = reading.verdicts[index] { row.add(31, code(verdict.kind), verdict.isCertain ? 1 : 0) }
    if reading.repeats[index] { row.add(32) }
    if page.shapes[index].bytes <= 160 {
      if PublicationFinder.isDateLine(page, index) { row.add(33) }
      if Byline.match(page.text, page.spans[index], shape: page.shapes[index]) != nil { row.add(34) }
    }
  }

  fileprivate static func code(_ kind: Debris) -> Int { Debris.allCases.firstIndex(of: kind) ?? 0 }
  private static func code(_ match: CueTable.Match) -> Int {
    switch match {
    case .line: 0
    case .label: 1
    case .end: 2
    case .has: 3
    }
  }
}

/// One block's features while they are gathered.
private struct Row {
  let mask: UInt32
  var indices: [UInt16] = []

  init(mask: UInt32) {
    self.mask = mask
    indices.reserveCapacity(96)
  }

  mutating func add(_ template: UInt32, _ first: Int = 0, _ second: Int = 0, _ third: Int = 0) {
    var hash = template &* 0x9E37_79B9
    hash = Self.mixed(hash, first)
    hash = Self.mixed(hash, second)
    hash = Self.mixed(hash, third)
    hash = (hash ^ hash >> 13) &* 0x5BD1_E995
    indices.append(UInt16((hash ^ hash >> 16) & mask))
  }

  private static func mixed(_ hash: UInt32, _ value: Int) -> UInt32 {
    let mixed = (hash ^ UInt32(truncatingIfNeeded: value)) &* 16_777_619
    return mixed ^ mixed >> 15
  }
}

/// Features of the blocks around a block.
private struct Surroundings {
  private let lengthBins: [Int]
  private let ends: [Int]
  private let lineHashes: [Int]
  private let run: MainRun
  private let before: [Int]
  private let after: [Int]
  private let proseUpTo: [Int]
  /// Blocks since a whole-line cue of a comment form, and of related links.
  private let sinceComments: [Int]
  private let sinceRelated: [Int]
  private let alike: [Int]

  init(_ page: Page, _ reading: PageReading, lengthBins: [Int]) {
    self.lengthBins = lengthBins
    ends = page.shapes.map { $0.endsSentence ? 1 : 0 }
    let hashes = reading.folded.map { folded in
      folded.words.count <= 6 && folded.lineEnd > 0 ? Int(FoldedText.hash(folded.bytes[0..<folded.lineEnd])) : 0
    }
    lineHashes = hashes
    run = MainRun(
      page.spans.indices.map { index in
        let shape = page.shapes[index]
        return reading.prose[index] ? Float(min(shape.words + shape.ideographs / 2, 50)) : -6
      })
    before = Self.distances(reading.prose)
    after = Self.distances(reading.prose.reversed()).reversed()
    var sum = 0
    proseUpTo =
      [0]
      + reading.prose.map { isProse in
        sum += isProse ? 1 : 0
        return sum
      }
    func since(_ kind: Debris) -> [Int] {
      Self.distances(reading.cues.map { $0.contains { $0.kind == kind && $0.match == .line } })
    }
    sinceComments = since(.commentForm)
    sinceRelated = since(.related)
    var counts: [Int: Int] = [:]
    for hash in hashes where hash != 0 { counts[hash, default: 0] += 1 }
    alike = hashes.map { counts[$0] ?? 1 }
  }

  /// For each place, how many places ago the last `true` was: 0 here, 99 never.
  private static func distances(_ marks: [Bool]) -> [Int] {
    var distance = 99
    return marks.map { mark in
      distance = mark ? 0 : min(distance + 1, 99)
      return distance
    }
  }

  func add(_ index: Int, to row: inout Row) {
    func kind(_ at: Int) -> Int { lengthBins.indices.contains(at) ? lengthBins[at] * 2 + ends[at] : 99 }
    let own = kind(index)
    row.add(40, kind(index - 1), own)
    row.add(41, kind(index + 1), own)
    row.add(42, kind(index - 2))
    row.add(43, kind(index + 2))
    row.add(44, kind(index - 1), kind(index + 1))
    func near(_ distance: Int) -> Int {
      distance <= 3 ? distance : distance <= 6 ? 4 : distance <= 12 ? 5 : distance < 99 ? 6 : 7
    }
    row.add(45, near(before[index]), near(after[index]))
    row.add(46, near(before[index]), near(after[index]), min(lengthBins[index], 8))
    let side = run.side(of: index)
    row.add(47, side, own)
    row.add(48, side)
    let count = lengthBins.count
    func prose(_ range: Range<Int>) -> Int {
      let range = range.clamped(to: 0..<count)
      return proseUpTo[range.upperBound] - proseUpTo[range.lowerBound]
    }
    row.add(49, prose(index - 5..<index), prose(index + 1..<index + 6))
    row.add(50, min(prose(0..<index), 6), min(prose(index + 1..<count), 6))
    row.add(51, min(index, 12))
    row.add(52, min(count - 1 - index, 12))
    row.add(53, index * 10 / max(count, 1), min(lengthBins[index], 8))
    row.add(54, near(sinceComments[index]), lengthBins[index] / 3)
    row.add(55, near(sinceRelated[index]), lengthBins[index] / 3)
    row.add(56, min(alike[index], 4))
    if index > 0, lineHashes[index - 1] != 0 { row.add(57, lineHashes[index - 1]) }
    if index + 1 < count, lineHashes[index + 1] != 0 { row.add(58, lineHashes[index + 1]) }
    row.add(59, min(count / 10, 6))
  }
}
