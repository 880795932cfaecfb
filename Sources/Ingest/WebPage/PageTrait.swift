internal import CGumbo
import Dossier

/// A trait of a place in a page, and how much it speaks for article, as log odds.
///
/// Weights were fitted by logistic regression to labelled lines of 614 pages, beside the score of the words.
struct PageTrait {
  let weight: Float
  let tags: [GumboTag]
  /// Words in classes and identifiers, in lower case.
  let words: [[UInt8]]
  /// What a line there is if it is debris.
  let debris: Debris?

  private init(_ weight: Float, _ tags: [GumboTag] = [], words: String = "", _ debris: Debris? = nil) {
    self.weight = weight
    self.tags = tags
    self.words = words.split(separator: " ").map { Array($0.utf8) }
    self.debris = debris
  }

  /// At most 32. A line has those of all elements around it.
  static let all = [
    PageTrait(-3.5, [GUMBO_TAG_ASIDE]),
    PageTrait(-3.2, [GUMBO_TAG_FOOTER], words: "foot"),
    PageTrait(-1.4, [GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION], words: "caption credit gallery image media", .caption),
    PageTrait(1.2, [GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_TABLE, GUMBO_TAG_PRE]),
    PageTrait(-3, words: "comment disqus reply", .commentForm),
    PageTrait(-1.6, words: "related recommend teaser more- latest popular trending", .related),
    PageTrait(-0.9, words: "newsletter subscri signup", .subscribe),
    PageTrait(-0.9, words: "share social follow promo banner advert sponsor"),
    PageTrait(-2, words: "cookie consent modal popup overlay privacy login"),
    PageTrait(0.4, words: "article story post entry blog news"),
  ]

  static let bias: Float = 0.2
  /// How much the score of the words counts beside the place, and how far it goes.
  static let shareOfWords: Float = 0.55
  static let mostOfWords: Float = 4

  /// By the levels between the element that holds most of the running text and the one that holds the line too.
  static let distance: [Float] = [0, -0.7, -1.2, -1.2, -1.4]

  static let headings = [GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6]

  /// By the element that a line is in.
  static func holder(_ tag: GumboTag) -> Float {
    if [GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TR].contains(tag) { return 1.5 }
    return headings.contains(tag) ? 0.6 : -0.3
  }

  /// By how many bytes of a line are in links.
  static func links(_ linked: Int, of count: Int) -> Float {
    linked == 0 ? 0 : linked * 5 < count ? -0.8 : -2.7
  }

  /// The traits that `isIt` says yes to, a bit each.
  static func bits(_ isIt: (PageTrait) -> Bool) -> UInt32 {
    all.enumerated().reduce(0) { $0 | (isIt($1.element) ? 1 << UInt32($1.offset) : 0) }
  }
}
