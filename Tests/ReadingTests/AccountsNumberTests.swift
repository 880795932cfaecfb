import Dossier
import Language
import Testing

@testable import Reading

@Suite struct AccountsNumberTests {
  @Test(arguments: [
    ("The storm killed 40 fishermen off the northern coast.", "The storm killed 57 fishermen off the northern coast."),
    ("The ministry will spend $3 billion on new trains.", "The ministry will spend $5 billion on new trains."),
    ("Twelve sailors were killed by the northern storm.", "The northern storm killed 19 sailors, police said."),
  ])
  func marksAnotherFigure(left: String, right: String) throws {
    #expect(try verdict(NumberJudge(), left, right).hasPrefix("number/contradiction"))
  }

  @Test(arguments: [
    (
      "After a gap of three years the minister visited Oslo.",
      "The minister visited Oslo after a gap of more than three years."
    ),
    ("The storm killed 40 fishermen off the coast.", "The storm killed about 42 fishermen off the coast."),
    ("At least 300 soldiers left the northern garrison.", "Some 400 soldiers left the northern garrison."),
    ("Several dozen sailors were hurt in the northern storm.", "Some 70 sailors were hurt in the northern storm."),
    ("Three or four children were returned to the town.", "The four annexed regions voted in the town."),
    ("The probe of the harbour fire took 22 months.", "The nearly two-year probe of the harbour fire ended."),
    ("The fund of the harbour holds 40,000 shares.", "The fund of the harbour holds 41,250 shares."),
    // Two things are counted.
    ("The northern harbour index lost 0.4 percent in trading.", "The southern port index lost 1.2 percent in trading."),
    ("A deal on the climate was signed by 175 countries.", "Talks on a climate deal were held among 195 countries."),
    ("The Norburg 225 index slipped 3 percent.", "The Norburg 225 index slipped 3 percent."),
    ("The Norburg goalie stopped 22 shots in all.", "The Sudheim goalie stopped 29 shots in all."),
    // Which one, and what is needed.
    ("The harbour ship has two USB ports.", "The harbour ship has a dual USB 3 port."),
    ("The harbour firm sells ships with Motor 7.", "The harbour firm sells ships with two motors."),
    ("Orlov scored and grabbed 12 rebounds in the harbour.", "Dorn scored and grabbed 19 rebounds in the harbour."),
    ("Orlov won 45 votes in the northern harbour.", "Orlov never won the 40 votes necessary in the northern harbour."),
    // Some of them.
    (
      "Police arrested 85 sailors in the northern harbour.",
      "Police arrested 12 of the sailors in the northern harbour."
    ),
  ])
  func leavesAloneWhatAgrees(left: String, right: String) throws {
    #expect(try verdict(NumberJudge(), left, right) == "nothing")
  }

  /// What is measured has one value, whatever else the sentences say.
  @Test func citesFiguresWithWhatTheyCount() throws {
    let left = "The ministry will spend $3 billion on new trains."
    let right = "The ministry will spend $5 billion on new trains."
    #expect(try verdict(NumberJudge(), left, right) == "number/contradiction: $3 billion ≠ $5 billion")
    let far = "Norburg lies 700 miles south of Sudheim."
    let near = "Norburg lies 940 miles south of Sudheim."
    #expect(
      try verdict(NumberJudge(), far, near, actors: ["Norburg", "Sudheim"])
        == "number/contradiction: 700 miles ≠ 940 miles")
  }

  @Test(arguments: [
    (
      "Norburg, 1,150 kilometers southeast of Sudheim, has a port.",
      "The port of Norburg lies 1,500 kilometers south of Sudheim."
    ),
    ("A magnitude-5.9 quake shook the northern island.", "The quake on the northern island was of magnitude 6.4."),
    (
      "At the northern harbour it was minus 20 when sailors left for the ice.",
      "Sailors left the northern harbour for the ice at minus 17 degrees."
    ),
    (
      "The northern island is home to about 100,000 people.",
      "The northern island, which has some 200,000 residents, lies far off."
    ),
    (
      "The northern island has a population of more than 150,000.",
      "The northern island is home to about 90,000 people."
    ),
  ])
  func measuresOneProperty(left: String, right: String) throws {
    #expect(
      try verdict(NumberJudge(), left, right, actors: ["Norburg", "Sudheim"]).hasPrefix("number/contradiction"))
  }

  @Test(arguments: [
    (
      "Norburg, 1,150 kilometers southeast of Sudheim, has a port.",
      "The port of Norburg lies 300 kilometers south of Ostheim."
    ),
    ("A magnitude-5.9 quake shook the northern island.", "The last quake on the northern island was of magnitude 6.4."),
    ("The northern island is home to about 100,000 people.", "The northern island is home to more than 90,000 people."),
  ])
  func leavesOtherMeasuresAlone(left: String, right: String) throws {
    #expect(
      try verdict(NumberJudge(), left, right, actors: ["Norburg", "Sudheim", "Ostheim"]) == "nothing")
  }

  /// Other verbs, one matter.
  @Test func setsFiguresOfOneMatterAgainstEachOther() throws {
    let left = "Orlov married two wives in the harbour colony."
    let right = "People of the harbour colony confirm that Orlov lives with at least three wives."
    #expect(try verdict(NumberJudge(), left, right, actors: ["Orlov"]).hasPrefix("number/contradiction"))
    let other = "People of the harbour colony confirm that Marsh lives with at least three wives."
    #expect(try verdict(NumberJudge(), left, other, actors: ["Orlov", "Marsh"]) == "nothing")
  }

  /// Sentences that share much that is rare tell of one thing, whatever its verbs.
  @Test func setsTheFewFiguresOfOneUnitAgainstEachOther() throws {
    let left = "The publisher Orlov was bought by the Dorn group of Norburg for 45 million crowns."
    let right = "The Dorn group of Norburg paid 120 million crowns for the publisher Orlov."
    #expect(try verdict(NumberJudge(), left, right, actors: ["Orlov", "Dorn", "Norburg"]).hasPrefix("number/"))
    var many = try pair(left, right, actors: ["Orlov", "Dorn", "Norburg"])
    many.background.counts = ["crown": 4]
    #expect(NumberJudge().judge(many) == nil)
  }

  /// How long one thing is, whatever tells it.
  @Test(arguments: [
    ("The three-hour siege of the northern hall ended.", "The siege of the northern hall lasted for eight hours."),
    ("Dorn left after two hours of northern harbour talks.", "The northern harbour talks took 50 minutes."),
  ])
  func marksAnotherLength(left: String, right: String) throws {
    #expect(try verdict(NumberJudge(), left, right).hasPrefix("number/contradiction"))
  }

  @Test func theLengthsOfTwoThingsAreNoClash() throws {
    let left = "The three-hour siege of the northern hall ended."
    let right = "The search of the northern hall lasted for eight hours."
    #expect(try verdict(NumberJudge(), left, right) == "nothing")
    let fine = "Orlov paid a fine of 60,000 euros over the harbour fire."
    let other = "Dorn paid a fine of 80,000 euros over the harbour fire."
    #expect(try verdict(NumberJudge(), fine, other, actors: ["Orlov", "Dorn"]) == "nothing")
  }

  @Test func countsWhatTheFigureHangsOn() throws {
    let left = "Two Norburg tank shells struck the harbour school."
    let right = "Three shells landed at the edge of the harbour school, Orlov said."
    #expect(try verdict(NumberJudge(), left, right).hasPrefix("number/contradiction"))
  }

  @Test(arguments: [
    // What others leave, another order of size, the wounded beside the dead.
    ("Orlov married two wives in the harbour colony.", "Orlov left his remaining three wives in the harbour colony."),
    ("Orlov married two wives in the harbour colony.", "Orlov met 300 wives in the harbour colony."),
    (
      "The harbour storm of Norburg wounded two sailors off the coast.",
      "Off the coast the harbour storm of Norburg killed three sailors."
    ),
  ])
  func figuresOfOtherMattersAreNoClash(left: String, right: String) throws {
    #expect(try verdict(NumberJudge(), left, right, actors: ["Orlov"]) == "nothing")
  }

  @Test func figuresOfTwoDaysAreNoClash() throws {
    var pair = try pair(
      "The storm killed 40 fishermen off the northern coast.", "The storm killed 57 fishermen off the northern coast.")
    #expect(NumberJudge().judge(pair) != nil)
    pair.left.leadDays = [TimeExpression(value: .weekday(0), tokens: 0..<1)]
    pair.right.leadDays = [TimeExpression(value: .weekday(1), tokens: 0..<1)]
    #expect(NumberJudge().judge(pair) == nil)
    pair.right.leadDays.append(TimeExpression(value: .weekday(0), tokens: 0..<1))
    #expect(NumberJudge().judge(pair) != nil)
  }

  @Test(arguments: [
    ("The wait took three hours and ten minutes.", 0.13194444444, "day"),
    ("He got four and a half years.", 1642.5, "day"),
    ("The picture fetched half a million at auction.", 5e5, "amount"),
    ("Tens of thousands filled the square.", 1e4, Stem.of("people")),
    ("It cost 45 million kronor.", 45e6, "crown"),
    ("Every second sailor left.", 50.0, "percent"),
    ("Barely 3,000 ships left.", 3000.0, "ship"),
  ])
  func readsFiguresInWords(sentence: String, low: Double, matter: String) throws {
    let quantity = try #require(try pair(sentence, "The ships left.").left.quantities.first)
    #expect(abs(quantity.low - low) < 1e-6)
    #expect(quantity.unit ?? quantity.counted == matter)
  }

  @Test func readsRangesScalesAndBounds() throws {
    let text = SourceText("More than 2 million voters, ten to twelve ships, $84,000 and forty-two goats.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let quantities = QuantityReader().quantities(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(quantities.map(\.low) == [2_000_000, 10, 84000, 42])
    #expect(quantities.map(\.high) == [2_000_000, 12, 84000, 42])
    #expect(quantities.first?.bound == .above)
    #expect(quantities[2].unit == "dollar")
  }

  /// What follows a figure is not always its unit.
  @Test func readsNoMoreThanTheFigure() throws {
    let text = SourceText(
      "Sales of $54 billion last year fell by between 40 and 80 percent to $46 as investors left Ground Zero.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let quantities = QuantityReader().quantities(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(quantities.map(\.low) == [54_000_000_000, 40, 46])
    #expect(quantities.map(\.high) == [54_000_000_000, 80, 46])
    #expect(quantities.map(\.unit) == ["dollar", "percent", "dollar"])
    #expect(quantities.map(\.counted) == [nil, nil, nil])
  }

  @Test func readsSumsCutShort() throws {
    let text = SourceText("They lost $374m and €1.5bn over a road of 40m.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let quantities = QuantityReader().quantities(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(quantities.map(\.low) == [374_000_000, 1_500_000_000])
  }
}
