import Dossier

extension SpeakerMention {
  /// Those who say it together with one mention: *Holm, Roe and Lund say*, *said Holm and Roe.*
  /// - Parameters:
  ///   - first: of those joined, the one that the words for the speaker begin with.
  ///   - cue: what attributes; the others stand between the first and it, or end the clause behind it.
  /// - Returns: indices into `mentions`, each of a name.
  static func joined(to first: Int, among mentions: [Mention], before cue: Span?, in text: SourceText) -> [Int] {
    guard let cue, mentions[first].kind == .name else { return [] }
    var found: [Int] = []
    var last = first
    var isClosed = false
    while !isClosed, last + 1 < mentions.count {
      let next = last + 1
      let (end, start) = (mentions[last].span.end, mentions[next].span.start)
      guard mentions[next].kind == .name, end < start, start - end < farthestJoined,
        let join = join(text[Span(start: end, end: start)])
      else { break }
      found.append(next)
      last = next
      isClosed = join == .closing
    }
    // Commas alone join nobody.
    guard isClosed, let end = found.last.map({ mentions[$0].span.end }) else { return [] }
    if end <= cue.start {
      let between = text[Span(start: end, end: cue.start)]
      return between.contains(where: { ",;:.".contains($0) }) || cue.start - end > farthestJoined ? [] : found
    }
    guard mentions[first].span.start >= cue.end, Int(end) < text.count else { return [] }
    return [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), 0x0A].contains(text.bytes[Int(end)]) ? found : []
  }

  private enum Join {
    case comma, closing
  }

  /// How two names are joined by the words between them; between *and* and a name may stand its title, in capitals.
  private static func join(_ gap: String) -> Join? {
    if gap == ", " { return .comma }
    var words = gap.split(separator: " ", omittingEmptySubsequences: true)[...]
    if words.first == "," { words = words.dropFirst() }
    guard let first = words.first, conjunctions.contains(String(first)), gap.hasPrefix(" ") || gap.hasPrefix(", ")
    else {
      return nil
    }
    return words.dropFirst().allSatisfy { $0.first?.isUppercase ?? false } ? .closing : nil
  }

  private static let conjunctions: Set<String> = ["and", "nor", "&"]
  /// So many bytes may stand between two who are joined, and between the last and the cue.
  private static let farthestJoined = 30
}
