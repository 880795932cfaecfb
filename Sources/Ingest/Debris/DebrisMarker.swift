import Dossier

/// Marks the blocks of a page that are not article: by a rule where the words prove it, else by the classifier.
enum DebrisMarker {
  /// A block is debris below these log odds of being article. Hiding an article's words costs more than showing a stray line.
  private static let bar: Float = -0.5
  /// The bar for a short line between two paragraphs: it may be a subhead, which web pages give no other sign of.
  private static let subheadBar: Float = -3
  /// A text of fewer blocks is no saved page; rules alone judge it.
  private static let fewestBlocks = 6

  static func mark(_ page: inout Page) {
    let reading = PageReading(page)
    for index in page.spans.indices {
      if reading.repeats[index] {
        page.kinds[index] = .debris(.duplicate)
      } else if let verdict = reading.verdicts[index], verdict.isCertain {
        page.kinds[index] = .debris(verdict.kind)
      }
    }
    page.isCertain = page.spans.indices.map(page.isDebris)
    if page.spans.count >= fewestBlocks {
      let scores = DebrisModel.shared.scores(DebrisFeatures(page, reading))
      for index in page.spans.indices where !page.isDebris(index) {
        let place = page.place(index)
        // How people speak whom an article quotes at length tells nothing of the article.
        if place?.isQuotation == true { continue }
        let score = place?.score(words: scores[index]) ?? scores[index]
        if score < (mayBeSubhead(page, reading, index) ? subheadBar : bar) {
          page.kinds[index] = .debris(reading.verdicts[index]?.kind ?? place?.debris ?? .other)
        }
      }
    }
    keepSomething(in: &page)
  }

  /// A short line whose neighbours, certain debris left out, are running text.
  private static func mayBeSubhead(_ page: Page, _ reading: PageReading, _ index: Int) -> Bool {
    let shape = page.shapes[index]
    guard (2...10).contains(shape.words), !shape.startsLower, shape.innerStops == 0, reading.verdicts[index] == nil,
      let before = (0..<index).last(where: { !page.isCertain[$0] }), reading.prose[before],
      let after = (index + 1..<page.spans.count).first(where: { !page.isCertain[$0] }), reading.prose[after]
    else { return false }
    return true
  }

  /// A text of which nothing is left was judged wrongly: what only the classifier marked is read again.
  private static func keepSomething(in page: inout Page) {
    guard page.spans.indices.allSatisfy(page.isDebris) else { return }
    for index in page.spans.indices where !page.isCertain[index] { page.kinds[index] = .paragraph }
  }
}
