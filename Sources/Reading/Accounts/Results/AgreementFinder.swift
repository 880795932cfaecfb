internal import Dossier

/// Finds what several documents tell alike, counted by independent origin.
struct AgreementFinder {
  /// Score from which two claims are taken to tell the same.
  private let alike = -3.4
  /// At most so many for an event.
  private let most = 30

  /// - Parameters:
  ///   - claims: of one event.
  ///   - pairs: the candidates among them.
  ///   - origins: the origin of every document, by index in the dossier.
  ///   - parted: passages that part above the bar.
  ///   - phrase: some words of a claim as its text has them.
  /// - Returns: those above the bar first, of them those with the most origins, then the surest.
  func agreements(
    among claims: [Claim], pairs: [LikePair], origins: [Int: Int], parted: PartedPassages = PartedPassages(Dossier()),
    phrase: (Claim, Range<Int>) -> String = { $0.words[$1].map(\.norm).joined(separator: " ") }
  ) -> [Agreement] {
    let links = pairs.filter { pair in
      !pair.isDenied && pair.sameness >= alike
        && claims[pair.left].passage.document != claims[pair.right].passage.document
    }.sorted { $0.sameness != $1.sameness ? $0.sameness > $1.sameness : ($0.left, $0.right) < ($1.left, $1.right) }
    var groups = ClaimGroups(claims, parted: parted)
    for link in links { groups.join(link) }
    for quotation in SharedQuotation.all(among: claims) {
      let words = phrase(claims[quotation.claims[0]], quotation.words)
      groups.add(
        quotation.claims, confidence: SharedQuotation.confidence,
        ground: .init(words: "they quote the same words, “\(words) …”", phrases: quotation.phrases))
    }
    for figure in SharedFigure.all(among: claims) {
      let figures = figure.claims.compactMap { claim in
        figure.phrases[claim].map { "“\(phrase(claims[claim], $0))”" }
      }
      groups.add(
        figure.claims, confidence: SharedFigure.confidence,
        ground: .init(
          words: "they give one figure, \(Self.each(figures).joined(separator: " / "))", phrases: figure.phrases))
    }
    let found = groups.joined.map { group -> Agreement in
      let inside = group.members.sorted()
      let documents = inside.map { claims[$0].passage.document.index }
      let clearest = inside.min { claims[$0].words.count < claims[$1].words.count } ?? inside[0]
      let shared = group.ground == nil ? Self.sharedTerms(of: clearest, among: inside, claims) : []
      return Agreement(
        claim: claims[clearest].passage, passages: inside.map { claims[$0].passage },
        independentSources: Set(documents.map { origins[$0] ?? $0 }).count, confidence: group.confidence,
        because: group.ground?.words
          ?? Self.reason(shared, of: claims[clearest], among: inside.map { claims[$0] }, phrase)
          + DifferingFigures(
            inside.map { claims[$0] }, isDenied: inside.contains { parted.isDenied(claims[$0].passage) }
          )
          .words,
        evidence: inside.map { member in
          let phrases = group.ground?.phrases[member].map { [$0] }
          return (phrases ?? claims[member].runs(of: Set(shared.prefix(Self.lit)))).map(claims[member].span)
        })
    }
    return found.sorted {
      let (one, other) = (Self.rank($0), Self.rank($1))
      return one != other ? one > other : $0.claim < $1.claim
    }.prefix(most).map(\.self)
  }

  /// So many of the terms that they share are evidence: the telling ones, that names and figures do not drown in the rest.
  private static let lit = 6

  /// What a claim shares with the others, the rarest first.
  private static func sharedTerms(of clearest: Int, among members: [Int], _ claims: [Claim]) -> [Int] {
    let claim = claims[clearest]
    return claim.terms.filter { term in
      members.contains { $0 != clearest && claims[$0].weight(of: term) > 0 }
    }.sorted { one, other in
      let (left, right) = (claim.weight(of: one), claim.weight(of: other))
      return left != right ? left > right : one < other
    }
  }

  /// Names the rarest terms that all share; of many claims each pair may share others.
  private static func reason(
    _ terms: [Int], of claim: Claim, among members: [Claim], _ phrase: (Claim, Range<Int>) -> String
  ) -> String {
    let common = terms.filter { term in members.allSatisfy { $0.weight(of: term) > 0 } }
    let words = (common.isEmpty ? terms : common).prefix(3).compactMap { term in
      claim.words.firstIndex { $0.term == term }.map { "“\(phrase(claim, $0..<$0 + 1))”" }
    }
    return (common.isEmpty ? "two by two they share " : "they share ") + words.joined(separator: ", ")
  }

  /// Each once, in order.
  private static func each(_ words: [String]) -> [String] {
    var seen = Set<String>()
    return words.filter { seen.insert($0).inserted }
  }

  private static func rank(_ agreement: Agreement) -> (Int, Int, Double) {
    (agreement.confidence >= Ranking.bar ? 1 : 0, agreement.independentSources, agreement.confidence)
  }
}

/// Claims joined into groups that tell one fact, the likest first.
private struct ClaimGroups {
  struct Group {
    var members: [Int]
    /// That of the least sure link.
    var confidence: Double
    /// Why, where it is not for the words that they share.
    var ground: Ground?
  }

  /// Why claims tell one fact: in words, and the phrase of each claim, by its number, that shows it.
  struct Ground {
    var words: String
    var phrases: [Int: Range<Int>]
  }

  private let claims: [Claim]
  private let parted: PartedPassages
  private var groupOf: [Int]
  private var groups: [Group]
  /// Groups of claims that may be in another one too, by their members.
  private var besides: [Set<Int>: Int] = [:]

  init(_ claims: [Claim], parted: PartedPassages) {
    self.claims = claims
    self.parted = parted
    groupOf = Array(claims.indices)
    groups = claims.indices.map { Group(members: [$0], confidence: 1) }
  }

  var joined: [Group] { groups.filter { $0.members.count > 1 } }

  /// Joins the groups of two claims, unless a document is in both, where a claim is told once, or passages part that would be
  /// said to agree.
  mutating func join(_ link: LikePair) {
    let (into, from) = (groupOf[link.left], groupOf[link.right])
    guard into != from, canStandTogether(groups[into].members, groups[from].members) else { return }
    // Who may tell it too makes those who surely tell it no less sure.
    if link.confidence < Ranking.bar, [into, from].contains(where: isSure) {
      addBeside([link.left, link.right], confidence: link.confidence)
      return
    }
    for member in groups[from].members { groupOf[member] = into }
    groups[into].members += groups[from].members
    groups[into].confidence = link.confidence
    groups[from].members = []
  }

  /// Adds claims, in order, that tell one fact for another reason than their words: a figure, a quotation. They are joined
  /// beside what else their sentences tell, or make sure what their words had joined.
  mutating func add(_ members: [Int], confidence: Double, ground: Ground) {
    guard members.indices.allSatisfy({ canStandTogether([members[$0]], Array(members[($0 + 1)...])) }) else { return }
    let all = Set(members)
    if let known = group(of: all) {
      if groups[known].members.count == all.count, groups[known].confidence <= confidence {
        (groups[known].confidence, groups[known].ground) = (confidence, ground)
      }
      return
    }
    // Who tells it too joins those who were known to.
    for member in members where all.isSuperset(of: groups[groupOf[member]].members) {
      groups[groupOf[member]].members = []
    }
    addBeside(members, confidence: confidence, ground: ground)
  }

  /// The group that holds all of them.
  private func group(of members: Set<Int>) -> Int? {
    members.lazy.map { groupOf[$0] }.first { members.isSubset(of: groups[$0].members) } ?? besides[members]
  }

  private mutating func addBeside(_ members: [Int], confidence: Double, ground: Ground? = nil) {
    besides[Set(members)] = groups.count
    groups.append(Group(members: members, confidence: confidence, ground: ground))
  }

  private func isSure(_ group: Int) -> Bool {
    groups[group].members.count > 1 && groups[group].confidence >= Ranking.bar
  }

  private func canStandTogether(_ ones: [Int], _ others: [Int]) -> Bool {
    ones.allSatisfy { one in
      others.allSatisfy { other in
        claims[one].passage.document != claims[other].passage.document
          && !parted.contains(claims[one].passage, claims[other].passage)
      }
    }
  }
}
