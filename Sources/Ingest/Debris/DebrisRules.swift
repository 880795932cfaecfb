import Dossier

/// Says of single blocks what they are instead of article, by what they say. General cues only.
enum DebrisRules {
  /// What a block is if it is debris, and whether its own words prove it.
  struct Verdict: Equatable {
    var kind: Debris
    var isCertain: Bool
  }

  /// Judges one block.
  /// - Parameters:
  ///   - cues: the cues it holds.
  ///   - isLast: whether it is among the last three blocks, where biographies and slogans stand.
  static func verdict(
    _ text: SourceText, _ span: Span, folded: FoldedText, shape: BlockShape, cues: [CueTable.Cue], isLast: Bool
  ) -> Verdict? {
    let slice = text.bytes[span.range]
    if folded.bytes.isEmpty, shape.words == 0 { return Verdict(kind: .other, isCertain: true) }
    if isBreadcrumb(slice) { return Verdict(kind: .breadcrumb, isCertain: true) }
    if let arrow = arrowed(slice, cues: cues, shape: shape) { return arrow }
    if isBarOfButtons(slice) { return Verdict(kind: .commentForm, isCertain: true) }
    if isCallToFollow(slice, folded: folded, shape: shape) { return Verdict(kind: .subscribe, isCertain: true) }
    if let credit = credited(slice, shape: shape) { return Verdict(kind: credit, isCertain: true) }
    if let cue = byCue(slice, folded: folded, shape: shape, cues: cues) { return cue }
    if isLast, let tagline = tagline(slice, folded: folded, shape: shape) { return tagline }
    return nil
  }

  // MARK: Cues

  private static func byCue(
    _ slice: ArraySlice<UInt8>, folded: FoldedText, shape: BlockShape, cues: [CueTable.Cue]
  ) -> Verdict? {
    if let whole = cues.first(where: { $0.match == .line }) { return Verdict(kind: whole.kind, isCertain: true) }
    let labels =
      shape.startsWithQuote ? [] : cues.filter { $0.match == .label }.sorted { $0.phrase.count > $1.phrase.count }
    for label in labels where isLabel(label, slice, folded: folded, shape: shape) {
      return Verdict(kind: label.kind, isCertain: true)
    }
    if let end = cues.first(where: { $0.match == .end }), !shape.endsSentence || end.words > 1 {
      let caption = end.kind == .credit && shape.words > end.words + 5
      return Verdict(kind: caption ? .caption : end.kind, isCertain: !shape.endsSentence)
    }
    let has = cues.filter { $0.match == .has }
    guard let strongest = has.max(by: { $0.words < $1.words }) else { return nil }
    let certain =
      shape.quotes == 0
      && (strongest.words >= 4 && shape.bytes <= 400 || has.count > 1 && shape.bytes <= 300 || shape.bytes <= 60)
    return Verdict(kind: strongest.kind, isCertain: certain)
  }

  /// A label stands before a link, a name or a list, not before the rest of a sentence.
  private static func isLabel(
    _ cue: CueTable.Cue, _ slice: ArraySlice<UInt8>, folded: FoldedText, shape: BlockShape
  ) -> Bool {
    let end = cue.phrase.count
    if cue.kind == .caption || cue.kind == .credit || cue.kind == .tagline {
      return shape.bytes <= (cue.kind == .tagline ? 500 : 300)
    }
    guard shape.bytes <= 200, shape.innerStops <= (cue.words > 1 ? 1 : 0) || cue.phrase.last == 0x3A else {
      return false
    }
    if cue.phrase.last == 0x3A || cue.words > 1 { return !shape.endsSentence || shape.bytes <= 140 }
    // One bare word: a name, a colon or a bar must follow.
    guard !shape.endsSentence, let next = folded.words.first(where: { $0 >= end }) else { return false }
    if [0x3A, 0x7C, 0x2D].contains(folded.bytes[end]) { return true }
    let origin = Int(folded.origins[next])
    return origin < slice.endIndex && folded.bytes[end] == 0x20 && Letters.startsUpper(slice, origin)
  }

  // MARK: Shapes

  /// `Home > War > Title`: two short steps or more, or one from `Home`.
  private static func isBreadcrumb(_ slice: ArraySlice<UInt8>) -> Bool {
    guard slice.count <= 400, Letters.isWord(slice.first ?? 0) else { return false }
    var steps: [Int] = []
    var start = slice.startIndex
    var index = slice.startIndex
    while index < slice.endIndex {
      let length = separatorLength(slice, index)
      if length > 0 {
        steps.append(wordCount(slice[start..<index]))
        start = index + length
        index = start
      } else {
        index += 1
      }
    }
    guard !steps.isEmpty, steps.allSatisfy({ (1...5).contains($0) }), start < slice.endIndex else { return false }
    let home = FoldedText(slice.prefix(24)).bytes
    let starts = ["home", "start", "news", "главная", "головна", "inicio", "accueil", "main"]
    return steps.count >= 2 || starts.contains { home.starts(with: Array($0.utf8) + [0x20]) }
  }

  private static func separatorLength(_ slice: ArraySlice<UInt8>, _ index: Int) -> Int {
    guard [0x3E, 0xC2, 0xE2].contains(slice[index]), index > slice.startIndex, slice[index - 1] == 0x20 else {
      return 0
    }
    for mark in [">", "»", "›", "→", ">>"] where slice[index...].starts(with: mark.utf8) {
      let end = index + mark.utf8.count
      if end < slice.endIndex, slice[end] == 0x20 { return mark.utf8.count + 1 }
    }
    return 0
  }

  private static func wordCount(_ slice: ArraySlice<UInt8>) -> Int {
    slice.split(separator: 0x20).count
  }

  /// `>>> Read all about it`: an arrow before a link.
  private static func arrowed(_ slice: ArraySlice<UInt8>, cues: [CueTable.Cue], shape: BlockShape) -> Verdict? {
    let arrows = [">>", "» ", "→", "►", "▶", "➡", "👉", "⬇"]
    guard shape.bytes <= 300, arrows.contains(where: { slice.starts(with: $0.utf8) }) else { return nil }
    let ticker = cues.contains { $0.kind == .ticker }
    return Verdict(kind: ticker ? .ticker : .related, isCertain: true)
  }

  /// Words that stand on the buttons under a post.
  private static let buttons = [
    "Flag", "Share", "Like", "Reply", "Tweet", "Comment", "Report", "Follow", "Post", "Retweet", "Quote", "Save",
    "Print",
    "Email", "Facebook", "Twitter", "Pinterest",
  ].map { Array($0.utf8) }

  /// `Anna KowalskaFlagShareLikeReply`: three buttons or more that were copied without what stands between them.
  private static func isBarOfButtons(_ slice: ArraySlice<UInt8>) -> Bool {
    guard slice.count <= FoldedText.limit else { return false }
    var index = slice.startIndex
    while index < slice.endIndex {
      // Each of them begins with a capital.
      guard (0x41...0x5A).contains(slice[index]) else {
        index += 1
        continue
      }
      var (end, count) = (index, 0)
      while let button = buttons.first(where: { slice[end...].starts(with: $0) }) {
        end += button.count
        count += 1
      }
      // The last of them is a whole word, or another begins with a capital behind it.
      if count >= 3, end == slice.endIndex || !Letters.startsLower(slice, end) { return true }
      index = max(end, index + 1)
    }
    return false
  }

  /// `Follow Anna Kowalska on Twitter @example`: a short line that asks to follow somebody somewhere.
  private static func isCallToFollow(_ slice: ArraySlice<UInt8>, folded: FoldedText, shape: BlockShape) -> Bool {
    guard shape.bytes <= 160, shape.words <= 16, shape.quotes == 0,
      ["follow ", "you can follow ", "like us "].contains(where: { folded.bytes.starts(with: $0.utf8) })
    else { return false }
    let places = [
      " on twitter", " on facebook", " on instagram", " on telegram", " on threads", " on mastodon", " on x ",
    ]
    return places.contains { folded.bytes.holds(Array($0.utf8)) } || folded.ends(with: Array(" on x".utf8))
      || shape.marks & 2 != 0 && folded.bytes.starts(with: "follow ".utf8)
  }

  // MARK: Credits

  /// A caption or a credit: a block that ends with who took the picture.
  private static func credited(_ slice: ArraySlice<UInt8>, shape: BlockShape) -> Debris? {
    guard shape.bytes <= 400, !shape.endsSentence else { return nil }
    let last = slice.split(whereSeparator: Letters.isSpace).last ?? slice
    if let name = agencyEnding(slice) { return shape.words > name + 2 ? .caption : .credit }
    // EPA/Name of a photographer/Sputnik: an agency before a slash, near the end.
    var index = slice.endIndex - 1
    while index > slice.startIndex, slice.endIndex - index < 90 {
      if slice[index] == 0x2F {
        var start = index
        while start > slice.startIndex, Letters.isWord(slice[start - 1]) { start -= 1 }
        if start < index, CueTable.shared.agency(slice[start..<index]) != nil, last.count < 60,
          index + 1 < slice.endIndex, Letters.startsUpper(slice, index + 1)
        {
          return shape.words > 6 && start > slice.startIndex ? .caption : .credit
        }
      }
      index -= 1
    }
    return nil
  }

  /// The number of words of an agency's name that ends the block, in brackets or bare, after no word that makes it part of a sentence.
  private static func agencyEnding(_ slice: ArraySlice<UInt8>) -> Int? {
    var end = slice.endIndex
    let bracket = slice.last == 0x29 || slice.last == 0x5D
    if bracket { end -= 1 }
    for words in 1...3 {
      var start = end
      var left = words
      while start > slice.startIndex {
        if Letters.isSpace(slice[start - 1]) || slice[start - 1] == 0x28 || slice[start - 1] == 0x5B {
          left -= 1
          if left == 0 { break }
        }
        start -= 1
      }
      guard CueTable.shared.agency(slice[start..<end]) != nil else { continue }
      // `[AP]` behind a whole sentence is the source of a news item, not of a picture.
      if slice.last == 0x5D, start >= slice.startIndex + 3, slice[start - 3] == 0x2E { return nil }
      if bracket { return words }
      let before = FoldedText(slice[slice.startIndex..<start].suffix(40))
      let word = before.words.last.map { before.word(at: $0) } ?? []
      let joins = [
        "to", "by", "of", "with", "for", "and", "from", "reports", "says", "said", "told", "tells", "the", "in", "on",
        "at", "via", "a", "or", "per",
      ]
      return joins.contains { word.elementsEqual($0.utf8) } || start == slice.startIndex ? nil : words
    }
    return gluedAgency(slice) ? 1 : nil
  }

  /// `LukashenkoReuters`: an agency's name glued to the word before it.
  private static func gluedAgency(_ slice: ArraySlice<UInt8>) -> Bool {
    var start = slice.endIndex
    while start > slice.startIndex, !Letters.isSpace(slice[start - 1]), slice.endIndex - start < 40 { start -= 1 }
    for cut in start..<slice.endIndex
    where cut > start + 1 && Letters.isUpper(slice[cut]) && Letters.isLower(slice[cut - 1]) {
      if slice.endIndex - cut >= 3, CueTable.shared.agency(slice[cut...]) != nil { return true }
    }
    return false
  }

  // MARK: Taglines

  /// A line about the author at the end: a run of clipped phrases, or `Name is a … writer`.
  private static func tagline(_ slice: ArraySlice<UInt8>, folded: FoldedText, shape: BlockShape) -> Verdict? {
    guard shape.bytes <= 400 else { return nil }
    let phrases = slice.split { $0 == 0x2E || $0 == 0x7C }.map { phrase in
      phrase.split { !Letters.isWord($0) && $0 != 0x27 && $0 != 0x2D }.filter {
        $0.contains { Letters.isLower($0) || Letters.isUpper($0) }
      }
    }.filter { !$0.isEmpty }
    let clipped = phrases.filter { $0.count <= 4 }.count
    if phrases.count >= 3, clipped == phrases.count { return Verdict(kind: .tagline, isCertain: true) }
    guard shape.capitalised >= 2, Letters.startsUpper(slice, slice.startIndex) else { return nil }
    let is_ = Array(" is a ".utf8)
    let trades = [
      "writer", "reporter", "journalist", "correspondent", "columnist", "blogger", "editor", "freelancer",
      "contributor",
      "bureau chief",
    ]
    guard
      let verb = folded.bytes.place(of: is_) ?? folded.bytes.place(of: Array(" is an ".utf8))
        ?? folded.bytes.place(of: Array(" is the ".utf8)), verb <= 40
    else {
      return nil
    }
    let rest = folded.bytes[verb..<min(folded.bytes.count, verb + 80)]
    return trades.contains { rest.place(of: Array($0.utf8)) != nil }
      ? Verdict(kind: .tagline, isCertain: true) : nil
  }
}
