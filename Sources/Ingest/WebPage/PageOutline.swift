internal import CGumbo
import Dossier

/// Where a line stands in its page: what tells article from debris where the words do not.
struct LinePlace: Equatable {
  /// How much the place speaks for article, as log odds.
  var leaning: Float
  /// What the line is if it is debris, where its place tells.
  var debris: Debris?
  /// A heading or a list item, where the page marks it as one.
  var kind: Block.Kind?
  /// Whether it is running text that the article quotes.
  var isQuotation = false

  /// The log odds that the line is article, from its place and from the score of its words.
  func score(words: Float) -> Float {
    PageTrait.shareOfWords * min(max(words, -PageTrait.mostOfWords), PageTrait.mostOfWords) + leaning
  }
}

/// The elements around the lines of a page, gathered in the order of the page.
struct PageOutline {
  private struct Element {
    var tag: GumboTag
    var parent: Int?
    /// Its own traits, a bit each.
    var traits: UInt32
    var isUnclosed: Bool
    /// The number of lines before it.
    var firstLine: Int
    /// Bytes of running text in it.
    var prose = 0
  }

  private struct Line {
    /// The innermost element that is not inline.
    var element: Int
    var count: Int
    var linked: Int
  }

  private var elements: [Element] = []
  private var lines: [Line] = []
  private var current: Int?
  /// Traits by what an element is called.
  private var known: [String: UInt32] = [:]

  mutating func enter(_ element: PageElement) {
    elements.append(
      Element(
        tag: element.tag, parent: current, traits: traits(of: element), isUnclosed: element.isUnclosed,
        firstLine: lines.count))
    current = elements.count - 1
  }

  mutating func leave() { current = current.flatMap { elements[$0].parent } }

  /// Adds a line to the element that was entered last.
  /// - Parameters:
  ///   - count: its bytes.
  ///   - linked: how many of them are in links.
  mutating func addLine(count: Int, linked: Int) {
    guard let current else { return }
    let line = Line(element: current, count: count, linked: linked)
    lines.append(line)
    guard Self.isRunning(line) else { return }
    var place: Int? = current
    while let around = place {
      elements[around].prose += count
      place = elements[around].parent
    }
  }

  /// Whether a line is running text: links and labels are none.
  private static func isRunning(_ line: Line) -> Bool { line.count >= 80 && line.linked * 3 < line.count }

  /// Bytes of running text in the page.
  var wholeProse: Int { elements.first?.prose ?? 0 }

  /// The place of every line. Cost: O(elements + lines).
  func places() -> [LinePlace] {
    let distances = distances(from: mainElement)
    let traits = traitsAround()
    let quoted = quotedElements()
    return lines.map { line in
      let element = elements[line.element]
      let around = traits[line.element]
      let traits = PageTrait.all.indices.lazy.filter { around & 1 << UInt32($0) != 0 }.map { PageTrait.all[$0] }
      let distance = min(distances[line.element], PageTrait.distance.count - 1)
      let leaning =
        traits.reduce(PageTrait.bias) { $0 + $1.weight } + PageTrait.holder(element.tag) + PageTrait.distance[distance]
        + PageTrait.links(line.linked, of: line.count)
      let kind: Block.Kind? =
        PageTrait.headings.contains(element.tag) ? .heading : element.tag == GUMBO_TAG_LI ? .listItem : nil
      // A quotation in what is not article, such as a comment, is none of the article's.
      let isQuotation = quoted[line.element] && Self.isRunning(line) && traits.allSatisfy { $0.weight > 0 }
      return LinePlace(
        leaning: leaning, debris: traits.lazy.compactMap(\.debris).first, kind: kind, isQuotation: isQuotation)
    }
  }

  /// For each element, whether it is in a quotation that is a block of its own.
  private func quotedElements() -> [Bool] {
    var quoted: [Bool] = []
    quoted.reserveCapacity(elements.count)
    // A parent stands before what it holds.
    for element in elements {
      quoted.append(element.tag == GUMBO_TAG_BLOCKQUOTE || element.parent.map { quoted[$0] } ?? false)
    }
    return quoted
  }

  /// The parts of the page that the article was swallowed by, outermost first.
  var swallowers: [SwallowingPart] {
    elements.filter(hasSwallowed).map {
      SwallowingPart(name: String(cString: gumbo_normalized_tagname($0.tag)), firstLine: $0.firstLine)
    }
  }

  /// Whether an element is not what its tag says: one of those that hold no article, never closed, and with much of the
  /// page's running text in it.
  private func hasSwallowed(_ element: Element) -> Bool {
    element.isUnclosed && SwallowingPart.tags.contains(element.tag.rawValue)
      && element.prose * SwallowingPart.leastShare >= wholeProse && element.prose > 0
  }

  /// For each element, the traits of it and of all around it, a bit each.
  private func traitsAround() -> [UInt32] {
    var traits: [UInt32] = []
    traits.reserveCapacity(elements.count)
    // A parent stands before what it holds.
    for element in elements {
      traits.append((element.parent.map { traits[$0] } ?? 0) | (hasSwallowed(element) ? 0 : element.traits))
    }
    return traits
  }

  /// The innermost element that holds three fifths of the running text.
  private var mainElement: Int? {
    guard wholeProse > 0 else { return nil }
    return elements.lastIndex { $0.prose * 5 >= wholeProse * 3 }
  }

  /// For each element, how many levels above `main` the innermost element is that holds both; 0 where there is no main one.
  private func distances(from main: Int?) -> [Int] {
    var distances = [Int](repeating: 0, count: elements.count)
    var above = [Int: Int]()
    guard let main else { return distances }
    for (level, place) in sequence(first: main, next: { elements[$0].parent }).enumerated() { above[place] = level }
    // A parent stands before what it holds.
    for (index, element) in elements.enumerated() {
      distances[index] = above[index] ?? element.parent.map { distances[$0] } ?? 0
    }
    return distances
  }

  private mutating func traits(of element: PageElement) -> UInt32 {
    var traits = PageTrait.bits { $0.tags.contains(element.tag) }
    // Pages say of their whole body which parts they have.
    guard element.tag != GUMBO_TAG_BODY, element.tag != GUMBO_TAG_HTML else { return traits }
    for name in [element["class"], element["id"]].compactMap(\.self) where !name.isEmpty {
      if let bits = known[name] {
        traits |= bits
      } else {
        let lowered = Array(name.lowercased().utf8)
        let bits = PageTrait.bits { trait in trait.words.contains { lowered.holds($0) } }
        known[name] = bits
        traits |= bits
      }
    }
    return traits
  }
}
