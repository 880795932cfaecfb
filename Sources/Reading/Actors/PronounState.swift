import Language

/// What has been read of a text up to a pronoun: who was spoken of, how often and where, and who spoke last.
struct PronounState {
  struct Tally {
    var mentions = 0
    var subjects = 0
    var masculine = 0
    var feminine = 0
  }

  /// Who heads a paragraph, by its first token.
  struct Heading {
    var paragraph: Int
    var actor: Int
    /// Whether nobody else was named in it so far.
    var isAlone = true
  }

  private let anchors: [Anchor]
  private let turns: [SpeakerLookup.Turn]
  private let text: ActorText
  private var next = 0
  private var nextTurn = 0
  private(set) var seen: [Anchor] = []
  private(set) var tallies: [Int: Tally] = [:]
  private(set) var chained: [Gender: (actor: Int, sentence: Int)] = [:]
  private(set) var opening: Int?
  /// Organisations that the text calls as only bodies are: *the Mafia*.
  private(set) var bodies: Set<Int> = []
  /// Who heads the paragraph that was read last, and whether nobody else was named in it since.
  private(set) var heading: Heading?
  private let headings: ParagraphHeadings
  /// Names of every actor in the whole text.
  private(set) var totals: [Int: Int] = [:]
  /// The sentence of which an actor was last the subject of the main clause.
  private(set) var lastSubject: [Int: Int] = [:]
  /// Who spoke last, and the token that says so.
  private(set) var lastTurn: (actor: Int, token: Int)?
  /// The person named first in each of the last two paragraphs that name one, by where the paragraph begins.
  private var openers: [(paragraph: Int, actor: Int)] = []

  init(anchors: [Anchor], turns: [SpeakerLookup.Turn], text: ActorText) {
    self.anchors = anchors
    self.turns = turns
    self.text = text
    headings = ParagraphHeadings(text)
    for anchor in anchors {
      totals[anchor.actor, default: 0] += 1
      if anchor.kind == .organisation, text.isBody(anchor.tokens) { bodies.insert(anchor.actor) }
    }
  }

  var ahead: ArraySlice<Anchor> { anchors[next...] }

  /// Whether a statement is ascribed to the word there.
  func isTurn(_ token: Int) -> Bool { nextTurn < turns.count && turns[nextTurn].token == token }

  /// The direct speech that is ascribed to the word there.
  func says(_ token: Int) -> [Int] { isTurn(token) ? turns[nextTurn].quotations : [] }

  /// 1: the person named first in the paragraph; 2: in the one before it that names somebody; else 0.
  func opensParagraph(_ actor: Int, _ paragraph: Int) -> Int {
    guard let last = openers.last else { return 0 }
    if last.paragraph == paragraph { return last.actor == actor ? 1 : 0 }
    return last.actor == actor ? 2 : 0
  }

  /// How often an actor was spoken of since a sentence.
  func recent(_ actor: Int, since sentence: Int) -> Int {
    var count = 0
    for anchor in seen.reversed() {
      if anchor.sentence < sentence { break }
      if anchor.actor == actor { count += 1 }
    }
    return count
  }

  mutating func advance(to token: Int) {
    while next < anchors.count, anchors[next].tokens.lowerBound < token {
      add(anchors[next], gender: nil)
      next += 1
    }
    while nextTurn < turns.count, turns[nextTurn].token < token {
      if let actor = turns[nextTurn].actor { lastTurn = (actor, turns[nextTurn].token) }
      nextTurn += 1
    }
  }

  /// Notes that the actor of a pronoun speaks.
  mutating func spoke(_ actor: Int, at token: Int) { lastTurn = (actor, token) }

  private mutating func noteHeading(_ anchor: Anchor) {
    guard anchor.isPerson else { return }
    let paragraph = text.paragraphStart(of: anchor.tokens.lowerBound)
    if let name = headings.name(above: anchor.tokens.upperBound), name.overlaps(anchor.tokens) {
      heading = Heading(paragraph: paragraph, actor: anchor.actor)
    } else if let known = heading, known.paragraph != paragraph {
      heading = nil
    } else if let known = heading, known.actor != anchor.actor {
      heading?.isAlone = false
    }
  }

  mutating func add(_ anchor: Anchor, gender: Gender?) {
    seen.append(anchor)
    noteHeading(anchor)
    if opening == nil, anchor.isPerson { opening = anchor.actor }
    tallies[anchor.actor, default: Tally()].mentions += 1
    if anchor.role == .subject {
      tallies[anchor.actor, default: Tally()].subjects += 1
      if anchor.depth <= 1, anchor.quotation == nil { lastSubject[anchor.actor] = anchor.sentence }
    }
    if anchor.isPerson, anchor.quotation == nil {
      let paragraph = text.paragraphStart(of: anchor.tokens.lowerBound)
      if openers.last?.paragraph != paragraph { openers.append((paragraph, anchor.actor)) }
    }
    switch gender {
    case .masculine: tallies[anchor.actor, default: Tally()].masculine += 1
    case .feminine: tallies[anchor.actor, default: Tally()].feminine += 1
    case nil: return
    }
    if let gender { chained[gender] = (anchor.actor, anchor.sentence) }
  }
}
