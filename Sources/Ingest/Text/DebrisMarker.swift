import Dossier

/// Marks the blocks of a page that are not article.
enum DebrisMarker {
  static func mark(_ page: inout Page) {
    let repeats = RepeatFinder.repeats(page.text, page.spans)
    for index in page.spans.indices {
      if repeats[index] {
        page.kinds[index] = .debris(.duplicate)
        continue
      }
      let folded = FoldedText(page.text, page.spans[index])
      let cues = CueTable.shared.cues(in: folded)
      let verdict = DebrisRules.verdict(
        page.text, page.spans[index], folded: folded, shape: page.shapes[index], cues: cues,
        isLast: index + 3 >= page.spans.count)
      if let verdict, verdict.isCertain { page.kinds[index] = .debris(verdict.kind) }
    }
  }
}
