internal import CGumbo

/// A part of a page that holds no article, was never closed, and so holds much of the article that follows it.
struct SwallowingPart: Equatable {
  /// The name of its tag.
  var name: String
  /// The number of lines of the text before it.
  var firstLine: Int

  /// Parts that are left out where they are closed.
  static let left = raw([
    GUMBO_TAG_NAV, GUMBO_TAG_BUTTON, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO,
    GUMBO_TAG_CANVAS,
  ])
  /// Those, and the parts that are folded.
  static let tags = left.union(raw([GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION]))
  /// A part that holds less than one such share of the running text is only carelessly written.
  static let leastShare = 5

  private static func raw(_ tags: [GumboTag]) -> Set<UInt32> { Set(tags.map(\.rawValue)) }
}
