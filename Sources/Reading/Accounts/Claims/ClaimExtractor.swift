internal import Dossier
internal import Language

/// Turns analysed texts into claims that share one vocabulary.
struct ClaimExtractor {
  /// Numbers of stems; equal numbers mean equal stems in all documents.
  private(set) var vocabulary: [String: Int] = [:]
  /// By number of a stem, the logarithm of its first word's frequency rank.
  private(set) var commonness: [Int] = []
  private let projector = Projector()
  private let scope = Scope()
  private let frames = FrameFinder()

  /// - Parameters:
  ///   - statements: those of this document, in order.
  ///   - mentions: of this document, in order of place, with the number of their actor.
  /// - Returns: one claim for every sentence that says something, in order. Cost: linear in the tokens.
  mutating func claims(
    of document: Document, text: AnalysedText, statements: [Statement], mentions: [(span: Span, actor: Int)]
  ) -> [Claim] {
    let words = Words(text)
    var claims: [Claim] = []
    var blocks = document.blocks.makeIterator()
    var block = blocks.next()
    var paragraphs = text.paragraphs.makeIterator()
    var paragraph = paragraphs.next()
    var spokenOf = Set<Int>()
    // How far the statements up to each one reach: those before the first that reaches a sentence do not touch it.
    var reach: [UInt32] = []
    for statement in statements { reach.append(max(reach.last ?? 0, statement.span.end)) }
    for (order, sentence) in text.sentences.enumerated() {
      while let current = paragraph, current.sentences.upperBound <= order {
        paragraph = paragraphs.next()
        spokenOf = []
      }
      while let current = block, current.span.end <= sentence.span.start { block = blocks.next() }
      let isHeading = block.map { $0.kind == .title || $0.kind == .heading || $0.kind == .deck } ?? false
      let near = statements[reach.partitioningIndex { $0 > sentence.span.start }...]
        .prefix { $0.span.start < sentence.span.end }
      if var claim = claim(
        words, sentence: sentence, order: order, document: document, statements: near, mentions: mentions,
        isHeading: isHeading)
      {
        if claim.words.contains(where: { Self.pronouns.contains($0.norm) && $0.actor == nil }) {
          claim.carried = spokenOf.subtracting(claim.actors).sorted()
        }
        spokenOf.formUnion(claim.actors)
        if let last = claims.last, last.order + 1 == order, paragraph?.sentences.contains(last.order) ?? false {
          claim.recalled = Self.recalled(from: last, by: claim)
        }
        claims.append(claim)
      }
    }
    let days = Self.leadDays(of: claims)
    for index in claims.indices {
      claims[index].leadDays = days
      claims[index].outlet = document.source?.name
    }
    return claims
  }

  /// The months or years that one sentence tells of and the next goes on about: *In June a ferry sank. The ferry had left …*.
  private static func recalled(from last: Claim, by claim: Claim) -> [TimeExpression] {
    let times = last.times.isEmpty ? last.recalled : last.times
    guard claim.times.isEmpty, times.allSatisfy(\.isCoarse), let first = claim.words.first else { return [] }
    let noun = first.head.flatMap { claim.words[$0].term }
    let isPointer = pointers.contains(first.norm) && (noun.map(last.terms.contains) ?? false)
    guard first.norm == "it" || isPointer else { return [] }
    return times
  }

  private static let pointers: Set<String> = ["the", "that", "this", "those", "these"]

  /// The days that the opening sentences give for what they tell of, those left out on which somebody only spoke, as in
  /// *officials said Saturday*, and those that are yet to come.
  private static func leadDays(of claims: [Claim]) -> [TimeExpression] {
    claims.lazy.filter { !$0.isHeading }.prefix(4).flatMap { claim in
      claim.times.filter { time in
        guard time.isDay else { return false }
        let verb = claim.words.verb(above: time.tokens.lowerBound)
        return verb.map {
          !claim.words[$0].marks.contains(.assertion) && !Happening.isOfFuture($0, in: claim.words)
        } ?? true
      }
    }
  }

  private static let pronouns: Set<String> = ["he", "she", "they", "it", "his", "her", "their", "its", "him", "them"]

  private mutating func claim(
    _ words: Words, sentence: Sentence, order: Int, document: Document, statements: ArraySlice<Statement>,
    mentions: [(span: Span, actor: Int)], isHeading: Bool
  ) -> Claim? {
    let base = sentence.tokens.lowerBound
    var names = nameTokens(words.text, in: sentence)
    if !isHeading { names.formUnion(Self.titles(words, in: sentence)) }
    var isQuoted = false
    var claimWords: [Claim.Word] = []
    claimWords.reserveCapacity(sentence.tokens.count)
    let spoken = Self.within(mentions, sentence.span)
    let held = statements.filter { $0.span.overlaps(sentence.span) && $0.kind != .scare }
    let joined = words.joined(in: sentence.tokens)
    for index in sentence.tokens {
      let token = words[index]
      if token.norm == "“" { isQuoted = true }
      if token.norm == "”" { isQuoted = false }
      if token.norm == "\"" { isQuoted.toggle() }
      let insideDirect = held.contains { $0.kind == .direct && $0.span.contains(token.span) }
      claimWords.append(
        Claim.Word(
          norm: token.norm, lemma: words.lemma(index), tag: token.tag, relation: token.relation,
          head: token.head.map { $0 - base }.flatMap { sentence.tokens.indices.contains($0 + base) ? $0 : nil },
          span: token.span,
          term: (joined[index] ?? (words.isContent(index) ? words.lemma(index) : nil)).flatMap {
            $0.isEmpty ? nil : term(of: $0)
          },
          isName: names.contains(index),
          actor: spoken.first { $0.span.overlaps(token.span) }?.actor, isQuoted: isQuoted || insideDirect,
          isNegated: false, isTentative: false))
    }
    guard claimWords.contains(where: { $0.term != nil }) else { return nil }
    scope.mark(&claimWords)
    // What was not said, or may only come to be said, nobody holds, and the account does not tell it as so.
    for statement in held where statement.isUnsaid {
      for index in claimWords.indices
      where claimWords[index].tag != .noun && statement.span.overlaps(claimWords[index].span) {
        claimWords[index].isTentative = true
      }
    }
    let span = sentence.span
    var claim = Claim(
      passage: Passage(document: document.id, span: span), order: order, words: claimWords,
      marks: claimWords.reduce([]) { $0.union($1.marks) },
      held: held.filter { !$0.isUnsaid }.map { statement in
        let inside = claimWords.indices.filter { statement.span.overlaps(claimWords[$0].span) }
        let range = (inside.first ?? 0)..<(inside.last.map { $0 + 1 } ?? 0)
        return Claim.Held(
          words: statement.kind == .indirect ? Self.withoutLooseClauses(range, in: claimWords) : range,
          statement: statement.continues ?? statement.id, kind: statement.kind, actor: statement.speaker?.actor,
          cue: statement.cue?.kind,
          cueWord: statement.cue.flatMap { cue in claimWords.firstIndex { $0.span.overlaps(cue.span) } },
          confidence: statement.confidence)
      },
      actors: Array(Set(spoken.map(\.actor))).sorted(), carried: [],
      projections: projector.projections(of: claimWords) { words[base + $0] },
      quantities: [], times: [], frames: frames.frames(of: claimWords), deeds: DeedFinder(words: claimWords).deeds,
      demands: [],
      isQuestion: claimWords.last(where: { !["”", "\"", "’", "'", ")"].contains($0.norm) })?.norm == "?",
      isHeading: isHeading,
      isDamaged: document.flags.contains {
        ($0.kind == .damagedText || $0.kind == .encoding) && $0.span.overlaps(span)
      })
    // *“…,” she continued*: by a verb of saying nothing goes on or ends.
    let cues = held.compactMap { $0.cue?.span }
    claim.projections.removeAll { projection in
      AxisLexicon.shared.axes[projection.axis].kind == .state && projection.words.count == 1
        && cues.contains { $0.overlaps(claimWords[projection.words.lowerBound].span) }
    }
    let unnamed = UnnamedSource.words(in: claimWords)
    claim.projections.removeAll { unnamed.overlaps($0.words) }
    claim.clocks = ClockTime.times(in: claimWords)
    claim.ages = Age.ages(in: claimWords)
    claim.successions = Succession.successions(in: claimWords)
    claim.initiatives = Initiative.initiatives(in: claimWords)
    claim.unknowns = UnknownFinder(words: claimWords).unknowns
    claim.demands = DemandFinder(words: claimWords, held: claim.held).demands
    claim.parts = PartFinder(words: claimWords, projections: claim.projections).parts
    claim.standings = StandingFinder(words: claimWords, projections: claim.projections).standings
    let resolver = document.published.map { TimeResolver(written: $0.date) }
    let times = TimeReader().times(in: words, tokens: sentence.tokens).map { time in
      resolver?.resolved(time, in: words, isQuoted: claimWords[time.tokens.lowerBound - base].isQuoted) ?? time
    }
    claim.times = times.map { shift($0, by: base) }
    let timed = Set(times.flatMap(\.tokens) + claim.clocks.flatMap(\.tokens).map { $0 + base })
    claim.quantities = QuantityReader().quantities(in: words, tokens: sentence.tokens).filter {
      timed.isDisjoint(with: $0.tokens)
    }.map { quantity in
      var quantity = quantity
      quantity.tokens = quantity.tokens.lowerBound - base..<quantity.tokens.upperBound - base
      quantity.phrase = quantity.phrase.lowerBound - base..<quantity.phrase.upperBound - base
      return quantity
    }
    claim.tallies = Tally.tallies(in: claimWords)
    claim.headcounts = HeadcountFinder(words: claimWords, quantities: claim.quantities).headcounts
    claim.terms = Array(Set(claimWords.compactMap(\.term))).sorted()
    return claim
  }

  /// What is reported ends where a clause with a subject of its own is only set beside it: *they repeated the terms, the
  /// president voiced readiness*.
  private static func withoutLooseClauses(_ range: Range<Int>, in words: [Claim.Word]) -> Range<Int> {
    for verb in range where words[verb].tag == .verb {
      guard let head = words[verb].head,
        // An attribute has no subject: there the parse has missed where a clause begins.
        words[verb].relation == .parataxis && !range.contains(head) || words[verb].relation == .amod,
        let subject = words.indices.first(where: {
          words[$0].head == verb && [.nsubj, .nsubjPass].contains(words[$0].relation)
        }), subject > range.lowerBound
      else { continue }
      return range.lowerBound..<min(subject, range.upperBound)
    }
    return range
  }

  private func shift(_ time: TimeExpression, by base: Int) -> TimeExpression {
    var time = time
    time.tokens = time.tokens.lowerBound - base..<time.tokens.upperBound - base
    return time
  }

  private func nameTokens(_ text: AnalysedText, in sentence: Sentence) -> Set<Int> {
    let first = text.names.partitioningIndex { $0.span.start >= sentence.span.start }
    return text.names[first...].prefix { $0.span.start < sentence.span.end }.reduce(into: []) {
      $0.formUnion($1.tokens)
    }
  }

  /// Words that stand with capitals side by side inside a sentence: *the Public Protector* is an office, *the Defence of
  /// the Realm Act* a law, whatever their words mean.
  private static func titles(_ words: Words, in sentence: Sentence) -> [Int] {
    let inside = sentence.tokens.dropFirst()
    func isCapitalised(_ index: Int) -> Bool { inside.contains(index) && words.isCapitalised(index) }
    return inside.filter { index in
      guard isCapitalised(index) else { return false }
      if isCapitalised(index - 1) || isCapitalised(index + 1) { return true }
      let next = (index + 1..<index + 4).first { !(inside.contains($0) && Self.joining.contains(words[$0].norm)) }
      return next.map { $0 > index + 1 && isCapitalised($0) } ?? false
    }
  }

  private static let joining: Set<String> = ["of", "for", "the", "and"]

  /// The mentions inside a span, by binary search.
  private static func within(_ mentions: [(span: Span, actor: Int)], _ span: Span) -> ArraySlice<
    (span: Span, actor: Int)
  > {
    mentions[mentions.partitioningIndex { $0.span.start >= span.start }...].prefix { $0.span.start < span.end }
  }

  private mutating func term(of lemma: String) -> Int {
    let stem = Stem.of(lemma)
    if let known = vocabulary[stem] { return known }
    vocabulary[stem] = vocabulary.count
    commonness.append(WordRank.logarithm(of: lemma))
    return vocabulary.count - 1
  }
}

extension Statement {
  /// Whether the text tells that it was not said, or not that it was.
  fileprivate var isUnsaid: Bool { cue.map { $0.status != .said } ?? false }
}
