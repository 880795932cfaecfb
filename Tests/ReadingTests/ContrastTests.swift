import Dossier
import Language
import Testing

@testable import Reading

@Suite struct ContrastPairTests {
  private let contrast = PairContrast()

  @Test(arguments: [
    ("A girl plays the piano in the garden.", "A girl plays the flute in the garden.", Disagreement.Kind.incompatible),
    ("Two men wait near the yellow line.", "Two men wait far from the yellow line.", .antonym),
    ("Three ships left the harbour at dawn.", "Nine ships left the harbour at dawn.", .number),
    ("Five people died.", "Seven people died.", .number),
    ("Marek Dorn is a painter from Oslo.", "Marek Dorn is not a painter from Oslo.", .negation),
    ("The Dorn bridge was built in 1931 by the crown.", "The Dorn bridge was built in 1957.", .date),
    ("Marek Dorn (born 4 May 1931) is a Norwegian painter.", "Marek Dorn is a Swedish painter.", .incompatible),
    (
      "Members of the guild do not have strong ties with the port.", "Members of the guild have strong ties.", .negation
    ),
  ])
  func marks(premise: String, hypothesis: String, kind: Disagreement.Kind) {
    let result = contrast.contrast(premise: premise, hypothesis: hypothesis)
    #expect(result.label == .contradiction)
    #expect(result.kind == kind)
    #expect(abs(result.scores.values.reduce(0, +) - 1) < 1e-9)
  }

  @Test(arguments: [
    ("The mayor opened the new bridge over the river on Tuesday.", "The mayor opened the bridge."),
    ("The painter was born in Oslo and lives in Bergen.", "The painter lives in Bergen."),
    ("The guild will stop selling salt next year.", "The guild will not sell salt next year."),
    ("The senator praised the harbour treaty.", "A gardener sold nine owls in Bergen."),
    ("Only three of the forty ships came back.", "Three ships came back."),
    ("The mayor of Bergen met the envoy.", "The envoy was met by the mayor of Bergen."),
  ])
  func leavesAlone(premise: String, hypothesis: String) {
    #expect(contrast.contrast(premise: premise, hypothesis: hypothesis).label != .contradiction)
  }

  @Test(arguments: [
    "The mayor never opened the bridge.", "No ship left.", "", "“", "Only 3 of 40 men were not paid in 1931.",
  ])
  func neverSetsAStatementAgainstItself(statement: String) {
    #expect(contrast.contrast(premise: statement, hypothesis: statement).label != .contradiction)
  }

  @Test func givesWordsOfBothAsItsReason() {
    let result = contrast.contrast(
      premise: "The Dorn bridge was built in 1931 by the crown.", hypothesis: "The Dorn bridge was built in 1957.")
    #expect(result.because == "“1931” in the first, “1957” in the second.")
  }
}

@Suite struct ContrastAlignmentTests {
  private func alignment(_ premise: String, _ hypothesis: String) -> ContrastAlignment {
    let analyser = Analyser()
    return ContrastAlignment(
      ContrastText(premise, analyser: analyser), ContrastText(hypothesis, analyser: analyser))
  }

  /// The tie of the hypothesis's word and the premise's word that answers it.
  private func tie(of word: String, _ premise: String, _ hypothesis: String) -> String {
    let alignment = alignment(premise, hypothesis)
    guard let index = alignment.hypothesis.words.firstIndex(where: { $0.norm == word }) else { return "absent" }
    if let given = alignment.support(of: index), let link = alignment.links[index] {
      return "\(link.tie) \(alignment.premise.words[given].norm)"
    }
    guard let (link, basis) = alignment.counterparts[index] else { return "none" }
    return "\(basis) \(alignment.premise.words[link.premise].norm)"
  }

  @Test func findsTheSameWordInOtherForms() {
    #expect(tie(of: "sold", "The guild sells salt.", "The guild sold salt.") == "same sells")
    #expect(tie(of: "readiness", "The guild is ready.", "The guild showed readiness.") == "derived ready")
  }

  @Test func findsWhatStandsInTheSamePlace() {
    #expect(tie(of: "salt", "The guild sells timber.", "The guild sells salt.") == "slot timber")
    #expect(tie(of: "driver", "Marek Dorn is a painter.", "Marek Dorn is a driver.") == "head painter")
  }

  @Test func knowsWhoseClauseItIs() throws {
    let alignment = alignment(
      "Marek Dorn was born in Oslo, but Vera Lind was born in Bergen.", "Marek Dorn was born in Turku.")
    let place = try #require(alignment.hypothesis.words.firstIndex { $0.norm == "turku" })
    let other = try #require(alignment.premise.words.firstIndex { $0.norm == "bergen" })
    let same = try #require(alignment.premise.words.firstIndex { $0.norm == "oslo" })
    #expect(alignment.subjectTie(other, place) == .otherName)
    #expect(alignment.subjectTie(same, place) == .same)
  }
}

@Suite struct ContrastClashTests {
  private func clashes(_ premise: String, _ hypothesis: String) -> [String] {
    let analyser = Analyser()
    let alignment = ContrastAlignment(
      ContrastText(premise, analyser: analyser), ContrastText(hypothesis, analyser: analyser))
    return ContrastClashFinder(alignment: alignment, figures: ContrastFigures(alignment)).clashes().map {
      "\($0.ground) \($0.subject) \($0.loose)"
    }
  }

  @Test(arguments: [
    ("The guild sells salt in Bergen.", "The guild never sells salt in Bergen.", "denial none 0"),
    ("The guild does not sell salt in Bergen.", "The guild sells salt.", "lostDenial same 0"),
    ("The guild has 19 members.", "The guild has 16 members.", "figure same 0"),
    ("Dorn beat Lind in the final.", "Lind beat Dorn in the final.", "roles same 0"),
    ("The guild serves the poor.", "The guild serves only the poor.", "restriction none 0"),
  ])
  func finds(premise: String, hypothesis: String, clash: String) {
    #expect(clashes(premise, hypothesis).contains(clash))
  }

  @Test(arguments: [
    ("The guild sells salt in Bergen.", "The guild sells salt."),
    ("Dorn beat Lind in the final.", "Lind was beaten by Dorn."),
    ("The guild has more than 40 members.", "The guild has 45 members."),
    ("The bridge opened on 4 May 1931.", "The bridge opened in 1931."),
    ("The guild refused to sell salt.", "The guild did not sell salt."),
  ])
  func findsNothing(premise: String, hypothesis: String) {
    #expect(clashes(premise, hypothesis).filter { !$0.hasPrefix("other") } == [])
  }
}

@Suite struct WordMeaningsTests {
  private func distance(_ left: String, _ right: String) -> WordMeanings.Distance? {
    WordMeanings.distance(
      WordMeanings.shared.chains(of: left, part: "n"), WordMeanings.shared.chains(of: right, part: "n"))
  }

  @Test func tellsKindsFromFellows() throws {
    #expect(try #require(distance("vegetable", "carrot")).isNarrower)
    #expect(try #require(distance("car", "automobile")).isSame)
    #expect(try #require(distance("violin", "guitar")).isSister)
    #expect(distance("zzyx", "dog") == nil)
  }

  @Test func knowsWhatLiesWhere() throws {
    #expect(try #require(distance("paris", "france")).isBroader)
    #expect(try #require(distance("pakistan", "africa")).isBroader == false)
  }

  @Test func knowsThatAWineMayBeAChampagne() {
    #expect(WordRelations.shared.excludingKind("wine", "champagne") == nil)
    #expect(WordRelations.shared.excludingKind("beer", "coffee") != nil)
  }

  @Test func placesWordsOfOneStateTogether() {
    #expect(Nationality.shared.areOne("french", "france"))
    #expect(Nationality.shared.exclude("french", "german"))
    #expect(!Nationality.shared.exclude("french", "germany"))
  }
}
