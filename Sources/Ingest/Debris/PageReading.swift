import Dossier

/// What the rules see in every block of a page: the ground of the classifier's features.
struct PageReading {
  var folded: [FoldedText]
  var cues: [[CueTable.Cue]]
  var verdicts: [DebrisRules.Verdict?]
  /// Whether an earlier block has the same words.
  var repeats: [Bool]
  /// Whether it reads as running text.
  var prose: [Bool]

  init(_ page: Page) {
    let blocks = page.spans.indices
    let folded = page.spans.map { FoldedText(page.text, $0) }
    let cues = folded.map { CueTable.shared.cues(in: $0) }
    verdicts = blocks.map { index in
      DebrisRules.verdict(
        page.text, page.spans[index], folded: folded[index], shape: page.shapes[index], cues: cues[index],
        isLast: index + 3 >= page.spans.count)
    }
    repeats = RepeatFinder.repeats(page.text, page.spans)
    prose = blocks.map(page.isProse)
    self.folded = folded
    self.cues = cues
  }
}

/// The run of blocks with the greatest sum: where most of a page's running text stands.
struct MainRun {
  let start: Int
  /// After its last block.
  let end: Int

  /// Finds it in one pass (Bentley, Programming Pearls, column 8).
  init(_ scores: [Float]) {
    var best: Float = 0
    var bestRange = 0..<0
    var sum: Float = 0
    var start = 0
    for (index, score) in scores.enumerated() {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += score
      if sum > best {
        best = sum
        bestRange = start..<index + 1
      }
    }
    self.start = bestRange.lowerBound
    end = bestRange.upperBound
  }

  /// 0 inside, negative before, positive after: 1 the next block, 2, 3, 4 within 6, 5 within 12, 6 farther.
  func side(of index: Int) -> Int {
    if index < start { return -Self.step(start - index) }
    return index < end ? 0 : Self.step(index - end + 1)
  }

  private static func step(_ distance: Int) -> Int {
    distance <= 3 ? distance : distance <= 6 ? 4 : distance <= 12 ? 5 : 6
  }
}
