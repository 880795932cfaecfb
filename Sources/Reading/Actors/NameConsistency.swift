import Dossier
import Language

/// Carries what the texts together show to be names to where the name finder did not see them, or saw too much: in headlines
/// every word is a capital, so that "Acme Buys Polar Group" may be found as one name.
///
/// - Complexity: one look-up a token, beside the comparison of words where one begins an established name.
struct NameConsistency {
  /// A name that running text establishes.
  private struct Established {
    var words: [String]
    var kind: Name.Kind
    /// Uses outside headlines.
    var count: Int
  }

  private let forms: NameForms
  /// Established names by first word, the longest first.
  private var byFirst: [String: [Established]] = [:]
  private var plainCounts: [String: Int] = [:]

  init(_ texts: [ActorText], _ mentions: [[NameMention]], _ forms: NameForms, _ kinds: KindVotes) {
    self.forms = forms
    var found: [String: (words: [String], kinds: [Double], count: Int)] = [:]
    func count(_ words: [String], _ mention: NameMention) {
      let key = words.joined(separator: " ")
      found[key, default: (words, KindVotes.none, 0)].count += 1
      found[key, default: (words, KindVotes.none, 0)].kinds[KindVotes.number(mention.kind)] += mention.confidence
    }
    for (text, mentions) in zip(texts, mentions) {
      for mention in mentions where !text.isHeadline[Int(text.sentenceOf[mention.tokens.lowerBound])] {
        let words = forms[mention.form].words
        count(words, mention)
        // A full name establishes its surname.
        if mention.kind == .person, words.count > 1, let last = words.last, last.utf8.count > 2 {
          count([last], mention)
        }
        // "San Diego Chargers" establishes "Chargers".
        if mention.kind == .organisation, words.count > 1 {
          for start in NameSieve.shortenedStarts(forms[mention.form], kinds) { count(Array(words[start...]), mention) }
        }
      }
    }
    plainCounts = found.mapValues(\.count)
    let lower = Self.lowerCaseCounts(texts, of: Set(found.values.filter { $0.words.count == 1 }.map { $0.words[0] }))
    for (_, entry) in found.sorted(by: { $0.key < $1.key }) {
      guard let first = entry.words.first, entry.words.count > 1 || (entry.count > 1 && first.utf8.count > 1) else {
        continue
      }
      if entry.words.count == 1, (lower[first] ?? 0) * 3 > entry.count { continue }
      var best = 0
      for kind in entry.kinds.indices where entry.kinds[kind] > entry.kinds[best] { best = kind }
      byFirst[first, default: []].append(
        Established(words: entry.words, kind: Name.Kind.allCases[best], count: entry.count))
    }
    for (first, list) in byFirst {
      byFirst[first] = list.sorted {
        $0.words.count != $1.words.count ? $0.words.count > $1.words.count : $0.words.joined() < $1.words.joined()
      }
    }
  }

  private static func lowerCaseCounts(_ texts: [ActorText], of words: Set<String>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in texts {
      for token in text.tokens.indices where !text.isCapitalised(token) && words.contains(text.key(token)) {
        counts[text.key(token), default: 0] += 1
      }
    }
    return counts
  }

  /// The mentions of a text, with what the name finder left out and without what it ran together.
  func revised(_ mentions: [NameMention], in text: ActorText, _ forms: inout NameForms) -> [NameMention] {
    var kept = mentions.filter { !isRunTogether($0, in: text) }
    var owner = [Int32](repeating: -1, count: text.tokens.count)
    for (number, mention) in kept.enumerated() {
      for token in mention.tokens { owner[token] = Int32(number) }
    }
    let gatherer = NameGatherer(text)
    var added: [NameMention] = []
    var dropped: Set<Int> = []
    var index = 0
    while index < text.tokens.count {
      guard text.isCapitalised(index), let match = match(in: text, from: index, owner: owner, kept) else {
        index += 1
        continue
      }
      let inside = Set(match.tokens.map { Int(owner[$0]) }.filter { $0 >= 0 })
      dropped.formUnion(inside)
      if let mention = gatherer.mention(match.tokens, match.kind, 0.6, &forms) { added.append(mention) }
      index = match.tokens.upperBound
    }
    guard !added.isEmpty || kept.count < mentions.count else { return mentions }
    kept = kept.indices.filter { !dropped.contains($0) }.map { kept[$0] }
    return (kept + added).sorted { $0.span < $1.span }
  }

  /// Whether a name in a headline is longer than a name can be told to be: running text does not know it, and either knows a
  /// part of it or could not have so long a name.
  private func isRunTogether(_ mention: NameMention, in text: ActorText) -> Bool {
    let words = forms[mention.form].words
    guard words.count > 1, text.isHeadline[Int(text.sentenceOf[mention.tokens.lowerBound])],
      plainCounts[words.joined(separator: " ")] == nil
    else { return false }
    if words.count > 4 { return true }
    return mention.tokens.contains { start in
      (byFirst[text.key(start)] ?? []).contains { known in
        known.words.count < words.count
          && Self.end(of: known.words, in: text, from: start).map { $0 <= mention.tokens.upperBound } ?? false
      }
    }
  }

  private func match(
    in text: ActorText, from start: Int, owner: [Int32], _ mentions: [NameMention]
  ) -> (tokens: Range<Int>, kind: Name.Kind)? {
    guard let candidates = byFirst[text.key(start)] else { return nil }
    let isHeadline = text.isHeadline[Int(text.sentenceOf[start])]
    for known in candidates {
      guard let end = Self.end(of: known.words, in: text, from: start),
        text.sentenceOf[end - 1] == text.sentenceOf[start]
      else { continue }
      let tokens = start..<end
      let owners = Set(tokens.map { owner[$0] }).subtracting([-1])
      if owners.isEmpty {
        // In running text a capital beside it may make it part of a name that nobody knows.
        if !isHeadline, isOpen(tokens, in: text, owner: owner) { continue }
        return (tokens, known.kind)
      }
      // A longer name that the texts use goes before its pieces.
      let lie = owners.allSatisfy { number in
        let inner = mentions[Int(number)].tokens
        return inner.lowerBound >= start && inner.upperBound <= end && inner.count < tokens.count
      }
      if lie, known.words.count > 1, known.count > 1 { return (tokens, known.kind) }
      if owners.contains(where: { mentions[Int($0)].tokens == tokens }) { return nil }
    }
    return nil
  }

  private func isOpen(_ tokens: Range<Int>, in text: ActorText, owner: [Int32]) -> Bool {
    let sentence = text.sentence(of: tokens.lowerBound)
    let before = tokens.lowerBound - 1
    let after = tokens.upperBound
    func joins(_ token: Int) -> Bool { owner[token] < 0 && text.isCapitalised(token) && !text.key(token).isEmpty }
    if after < sentence.upperBound, joins(after) { return true }
    return before > sentence.lowerBound && joins(before) && text.tokens[before].tag == .propn
      && RoleTable.shared.match(text, endingAt: before + 1, after: sentence.lowerBound) == nil
  }

  /// The end of a run of tokens that reads so; marks inside a name do not count.
  private static func end(of words: [String], in text: ActorText, from start: Int) -> Int? {
    var token = start
    for (number, word) in words.enumerated() {
      while number > 0, token < text.tokens.count, text.key(token).isEmpty, token - start < 2 * words.count,
        ["-", ".", "&", "'"].contains(text.norm(token))
      {
        token += 1
      }
      guard token < text.tokens.count, text.key(token) == word else { return nil }
      token += 1
    }
    return token
  }
}
