import Dossier
import Language
import Testing

@testable import Reading

@Suite struct AccountsAgreementTests {
  private func agreementsBetween(_ left: String, _ right: String) throws -> Int {
    let pair = try pair(left, right, actors: ["Orlov", "Marsh"])
    let divergence = NegationJudge().judge(pair)
    let like = LikePair(pair, left: 0, right: 1, isDenied: divergence != nil)
    var claims = [pair.left, pair.right]
    claims[1].passage.document = Document.ID(1)
    return AgreementFinder().agreements(among: claims, pairs: [like], origins: [0: 0, 1: 1]).count
  }

  /// Why, by figures alone, two agree.
  private func reasonsByFigure(_ left: String, _ right: String) throws -> [String] {
    let pair = try pair(left, right)
    return AgreementFinder().agreements(among: [pair.left, pair.right], pairs: [], origins: [0: 0, 1: 1]).map(\.because)
  }

  private func agreementsByFigure(_ left: String, _ right: String) throws -> Int {
    try reasonsByFigure(left, right).count
  }

  /// What is marked explains itself.
  @Test func saysWhyTwoAgree() throws {
    #expect(
      try reasonsByFigure("Orlov will pay $334 million.", "The price, $334m, surprised many.")
        == ["they give one figure, “$ 334 million” / “$ 334m”"])
    let pair = try pair(
      "Orlov endorsed Marsh for the harbour board.", "Orlov has endorsed Marsh on Friday.", actors: ["Orlov", "Marsh"])
    let found = AgreementFinder().agreements(
      among: [pair.left, pair.right], pairs: [LikePair(pair, left: 0, right: 1)], origins: [0: 0, 1: 1])
    #expect(
      found.map(\.because) == ["they share “orlov”, “endorsed”, “marsh”, and none denies it or counts otherwise"])
  }

  /// Of three, what two share is no reason.
  @Test func theReasonNamesWhatAllShare() throws {
    let texts = [
      "Anna Orlov will open the copper mine near Lorne on Friday. The council had voted for it twice.",
      "Anna Orlov opens the old copper mine near Lorne on Friday after years of quarrel. Nobody was hurt in the quarrel.",
      "The mine near Lorne will be opened by Anna Orlov on Friday. Bread was sold at the gate.",
    ].map { SourceText($0) }
    let documents = texts.enumerated().map { index, text in
      Document(
        id: Document.ID(index), path: "\(index)", name: "\(index)", text: text,
        blocks: [Block(span: text.span, kind: .paragraph)])
    }
    let agreement = try #require(DossierReader().read(documents).agreements.first { $0.passages.count == 3 })
    #expect(agreement.because.hasPrefix("they share “Orlov”, “Lorne”"))
    #expect(!agreement.because.contains("copper"))
  }

  /// The words that are lit in both, of the only agreement.
  private func litWords(_ left: String, _ right: String, alike: Bool) throws -> [[String]] {
    let pair = try pair(left, right, actors: ["Orlov", "Marsh"])
    let links = alike ? [LikePair(pair, left: 0, right: 1)] : []
    let found = AgreementFinder().agreements(among: [pair.left, pair.right], pairs: links, origins: [0: 0, 1: 1])
    let agreement = try #require(found.count == 1 ? found[0] : nil)
    return zip([left, right], agreement.evidence).map { text, spans in spans.map { SourceText(text)[$0] } }
  }

  @Test func whatTwoShareIsLitInBoth() throws {
    #expect(
      try litWords("Orlov will pay $334 million.", "The price, $334m, surprised many.", alike: false)
        == [["$334 million"], ["$334m"]])
    #expect(
      try litWords(
        "Orlov endorsed Marsh for the harbour board.", "On Friday Marsh was endorsed by Orlov.", alike: true)
        == [["Orlov endorsed Marsh"], ["Marsh", "endorsed", "Orlov"]])
  }

  @Test func findsWhatTwoTellAlike() throws {
    #expect(
      try agreementsBetween("Orlov endorsed Marsh for the harbour board.", "Orlov has endorsed Marsh on Friday.") == 1)
  }

  /// They share nearly all their words, and count otherwise.
  @Test func leavesOutWhatTwoCountOtherwise() throws {
    let left = "Forty-one people were arrested by Orlov and Marsh in the harbour."
    func other(_ figure: Int) -> String {
      "In the harbour Orlov and Marsh put the number taken into custody at \(figure)."
    }
    #expect(try agreementsBetween(left, other(41)) == 1)
    #expect(try agreementsBetween(left, other(58)) == 0)
  }

  /// They share nearly all their words, and date or bound it otherwise.
  @Test func leavesOutWhatTwoDateOtherwise() throws {
    let left = "Orlov was charged in 1969 with bribing the harbour police."
    #expect(try agreementsBetween(left, "In 1970 Orlov was charged with bribing the harbour police.") == 0)
    #expect(try agreementsBetween(left, "In 1969 Orlov was charged with bribing the harbour police.") == 1)
    let storm = "The harbour storm killed at least seven sailors of Orlov."
    #expect(try agreementsBetween(storm, "At least six sailors of Orlov were killed by the harbour storm.") == 0)
  }

  /// A reason that says that nobody counts otherwise must be true.
  @Test func ownsUpToOtherFigures() throws {
    func reason(_ right: String) throws -> String {
      let pair = try pair("Orlov bought the harbour ferry line for £88 million.", right, actors: ["Orlov"])
      let found = AgreementFinder().agreements(
        among: [pair.left, pair.right], pairs: [LikePair(pair, left: 0, right: 1)], origins: [0: 0, 1: 1])
      return String(try #require(found.first).because.drop { $0 != "," }.suffix(40))
    }
    #expect(
      try reason("Orlov bought the harbour ferry line for 103 million euros.").hasSuffix("though the currencies differ")
    )
    #expect(try reason("Orlov bought the harbour ferry line.").hasSuffix("or counts otherwise"))
  }

  /// Who has met one and who may meet him share two names and no fact.
  @Test func namesAloneAreNoAgreement() throws {
    func sureness(_ right: String) throws -> Double {
      let pair = try pair(
        "President Anton Orlov has met Carl Marsh on Sunday.", right, actors: ["Anton Orlov", "Carl Marsh"])
      return LikePair(pair, left: 0, right: 1).confidence
    }
    #expect(try sureness("President Anton Orlov met Carl Marsh on Sunday, a spokesman said.") > Ranking.bar)
    #expect(
      try sureness("On Sunday President Anton Orlov weighed a possible meeting with Carl Marsh.") < Ranking.bar)
  }

  /// A time that both give does not part them, whatever else the one dates.
  @Test func timesDifferOnlyWhereOneHasNotTheOthers() throws {
    func words(_ right: String, isDenied: Bool = false) throws -> String {
      let pair = try pair("The towns vote on February 20 and February 27.", right)
      return DifferingFigures([pair.left, pair.right], isDenied: isDenied).words
    }
    let told = "The towns vote on February 27, a week after the islands voted on February 20."
    #expect(try words(told) == ", and none denies it or counts otherwise")
    #expect(try words(told, isDenied: true) == ", though another passage denies it")
    #expect(try words("The towns vote on March 6.") == ", and none denies it, though the times differ")
    #expect(try words("The towns vote on March 6.", isDenied: true).hasSuffix("denies it, and the times differ"))
  }

  /// Two models may cost the same.
  @Test func aPriceOfTwoModelsIsNoAgreement() throws {
    let left = "The 13-inch lamp of Penta costs $1,199."
    #expect(try agreementsByFigure(left, "Penta asks $1,199 for a lamp of its 13-inch sort.") == 1)
    #expect(try agreementsByFigure(left, "Penta asks $1,199 for a lamp of its 15-inch sort.") == 0)
  }

  /// They share nearly all their words, and one says no.
  @Test func leavesOutWhatOneDenies() throws {
    #expect(
      try agreementsBetween("Orlov endorsed Marsh for the harbour board.", "Orlov has yet to endorse Marsh on Friday.")
        == 0)
  }

  @Test(arguments: [
    ("The blast killed ten workers.", "Ten people lost their lives."),
    ("Orlov will pay $334 million.", "The price, $334m, surprised many."),
    ("Orlov put $8 billion aside.", "The $8 billion won over a handful."),
    ("Some 68 per cent of Greeks blame the mayor.", "Disapproval of Orlov stood at 68 percent."),
    ("The assembly passed it by 61 votes to 37.", "It went through, 61-37, after a long vote."),
    ("A tremor shook the coast at 9:27 a.m.", "Alarms rang at 9:27 a.m. in the harbour."),
  ])
  func findsOneFigureInOtherWords(left: String, right: String) throws {
    #expect(try agreementsByFigure(left, right) == 1)
  }

  /// Round shares, lengths of time and small numbers are told of much.
  @Test(arguments: [
    ("The blast killed two workers.", "Two people lost their lives."),
    ("Some 40 percent of the harbour burned.", "Orlov won 40 percent of votes."),
    ("The talks lasted two hours.", "Orlov drove for two hours."),
    ("Hundreds of people fled the harbour.", "Hundreds of people mourn Orlov."),
    ("Marsh scored 16 points, Orlov 18 points and Berg 21 points.", "Orlov added 16 points."),
    ("The blast killed ten workers.", "Ten people were injured."),
    ("A tremor shook the coast at 9 a.m.", "Alarms rang at 9 a.m. in the harbour."),
  ])
  func leavesFiguresThatMayBeOfTwoThings(left: String, right: String) throws {
    #expect(try agreementsByFigure(left, right) == 0)
  }

  @Test(arguments: [("https://www.tide.example/b", [1]), ("https://wave.example/b", [2])])
  func articlesOfOneOutletAreOneSource(url: String, sources: [Int]) {
    let told = [
      "The mayor of Norburg closed the northern harbour on Friday after the storm.",
      "The northern harbour of Norburg was closed on Friday by the mayor.",
    ]
    let documents = told.enumerated().map { index, text in
      Document(
        id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: SourceText(text),
        url: index == 0 ? "https://tide.example/a" : url)
    }
    var dossier = Dossier(documents: documents)
    AccountComparer().compare(&dossier, texts: documents.map { Analyser().analyse($0.text, blocks: [$0.text.span]) })
    #expect(dossier.agreements.map(\.independentSources) == sources)
  }

  @Test func countsReprintsOnce() {
    let wire = (1...40).map { "word\($0)" }.joined(separator: " ")
    let texts = [
      wire, "An editor's note before. " + wire + " And after.", "Nothing alike stands in this text of ours.",
    ]
    .map { Analyser().analyse(SourceText($0), blocks: [SourceText($0).span]) }
    #expect(Shingles.origins(of: texts) == [0, 0, 2])
  }
}

/// Which claims are joined to one that several tell, and how surely.
@Suite struct AccountsAgreementGroupTests {
  private let claims: [Claim]

  init() {
    var extractor = ClaimExtractor()
    var claims = ["The harbour was shut.", "The harbour was closed.", "Ships stayed away.", "No ship came."]
      .enumerated()
      .flatMap { number, words in
        let text = SourceText(words)
        let document = Document(id: Document.ID(number), path: "\(number).txt", name: "\(number)", text: text)
        return extractor.claims(
          of: document, text: Analyser().analyse(text, blocks: [text.span]), statements: [], mentions: [])
      }
    for index in claims.indices { claims[index].weights = claims[index].terms.map { _ in 2 } }
    self.claims = claims
  }

  /// Which documents agree, each with whether that is above the bar.
  private func agreements(_ links: [(Int, Int, Double)], parted: [(Int, Int)] = []) -> [String] {
    let background = Background(axisRarity: [], axes: [])
    let pairs = links.map { left, right, sameness in
      var pair = LikePair(ClaimPair(claims[left], claims[right], background: background), left: left, right: right)
      pair.sameness = sameness
      return pair
    }
    let disagreements = parted.enumerated().map { number, pair in
      Disagreement(
        id: Disagreement.ID(number), relation: .contradiction, kind: .negation, left: side(pair.0), right: side(pair.1),
        time: .same, reason: Reason("test"), evidence: [], confidence: 0.9)
    }
    let dossier = Dossier(disagreements: disagreements, bar: Ranking.bar)
    return AgreementFinder().agreements(among: claims, pairs: pairs, origins: [:], parted: PartedPassages(dossier)).map
    {
      let documents = $0.passages.map { "\($0.document.index)" }.joined()
      return $0.confidence >= Ranking.bar ? documents : "(\(documents))"
    }
  }

  private func side(_ claim: Int) -> Disagreement.Side {
    Disagreement.Side(passage: claims[claim].passage, statement: nil, actor: nil)
  }

  @Test func aGroupIsAsSureAsItsLeastSureLink() {
    #expect(agreements([(0, 1, 0), (1, 2, -1)]) == ["012"])
    #expect(agreements([(0, 1, -2.5), (1, 2, -3)]) == ["(012)"])
    #expect(agreements([(0, 1, -4)]).isEmpty)
  }

  @Test func whoMayTellItMakesNobodyLessSure() {
    #expect(agreements([(0, 1, 0), (1, 2, -3)]) == ["01", "(12)"])
  }

  @Test func whatPartsIsNotJoinedThroughAThird() {
    #expect(agreements([(0, 1, 0), (1, 2, -1)], parted: [(0, 2)]) == ["01"])
    #expect(agreements([(0, 1, 0)], parted: [(1, 0)]).isEmpty)
  }

  /// What a third passage denies is not said to be denied by none.
  @Test func knowsWhatIsDenied() {
    let denial = Disagreement(
      id: Disagreement.ID(0), relation: .contradiction, kind: .negation, left: side(0), right: side(2), time: .same,
      reason: Reason("test"), evidence: [], confidence: 0.9)
    let parted = PartedPassages(Dossier(disagreements: [denial], bar: Ranking.bar))
    #expect(claims.map { parted.isDenied($0.passage) } == [true, false, true, false])
  }

  /// However many tell the doubtful one.
  @Test func theSureComeFirst() {
    #expect(agreements([(0, 1, -2.5), (1, 2, -3), (0, 3, 0)]) == ["03", "(01)", "(12)"])
  }
}
