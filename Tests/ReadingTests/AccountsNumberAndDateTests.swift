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

  @Test func readsRangesScalesAndBounds() throws {
    let text = SourceText("More than 2 million voters, ten to twelve ships, $84,000 and forty-two goats.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let quantities = QuantityReader().quantities(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(quantities.map(\.low) == [2_000_000, 10, 84000, 42])
    #expect(quantities.map(\.high) == [2_000_000, 12, 84000, 42])
    #expect(quantities.first?.bound == .above)
    #expect(quantities[2].unit == "dollar")
  }

  @Test func readsSumsCutShort() throws {
    let text = SourceText("They lost $374m and €1.5bn over a road of 40m.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let quantities = QuantityReader().quantities(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(quantities.map(\.low) == [374_000_000, 1_500_000_000])
  }
}

@Suite struct AccountsDateTests {
  @Test(arguments: [
    (
      "The fair of the northern boats will be held on June 3.",
      "The fair of the northern boats will be held in late August."
    ),
    ("Marek Dorn held the mountain seat from 1966 to 1978.", "Marek Dorn kept the mountain seat from 1967 to 1979."),
    ("The bridge opened to heavy traffic on Tuesday.", "The bridge opened to heavy traffic on Friday."),
  ])
  func marksAnotherTime(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right).hasPrefix("date/"))
  }

  @Test func theDayOfASayingIsNotThatOfTheDeed() throws {
    let left = "The two captains were arrested in the harbour on Wednesday."
    let right = "The two captains were arrested in the harbour on Tuesday, the minister said Wednesday."
    #expect(try verdict(DateJudge(), left, right).hasPrefix("date/"))
    let both = "The two captains were arrested in the harbour on Tuesday and arrested anew on Wednesday."
    #expect(try verdict(DateJudge(), left, both) == "nothing")
  }

  @Test(arguments: [
    // Two of one name's kind, years apart, one more of a kind, and nothing that happened.
    ("Marek Dorn died in a northern prison in 1992.", "Ana Holm died in a northern prison on Monday."),
    ("Ana Holm, who died in a northern prison on Monday, was 77.", "Marek Dorn died in a northern prison in June."),
    ("The northern bridge opened to heavy traffic in 1992.", "The northern bridge opened to heavy traffic in 2002."),
    ("He, too, died in a northern prison on Monday.", "He died in a northern prison on Friday."),
    (
      "Points of the harbour league from matches held on Monday, in order.",
      "Points of the harbour league from matches held on Wednesday, in order."
    ),
    ("Scores of the northern harbour match on Sunday:", "Scores of the northern harbour matches on Wednesday:"),
  ])
  func takesOtherHappeningsForOthers(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right, actors: ["Marek Dorn", "Ana Holm"]) == "nothing")
  }

  /// Who names a weekday tells of these days, who names only a month of others.
  @Test func aWeekdayIsNotOfAnyMonth() throws {
    let left = "Orlov announced the northern harbour strike on Friday."
    let right = "Orlov announced the northern harbour strike in December."
    #expect(try verdict(DateJudge(), left, right, actors: ["Orlov"]).hasPrefix("date/"))
  }

  @Test func oneOutletTellsOfTwoDays() throws {
    var pair = try pair(
      "The harbour markets mostly rose on Tuesday.", "The harbour markets mostly rose on Friday.")
    pair.left.leadDays = pair.left.times
    pair.right.leadDays = pair.right.times
    pair.left.outlet = "The Example"
    #expect(DateJudge().judge(pair) != nil)
    pair.right.outlet = "The Example"
    #expect(DateJudge().judge(pair) == nil)
  }

  @Test func saysTheDateThatItReckons() throws {
    var pair = try pair(
      "The bridge opened to heavy traffic on Tuesday.", "The bridge opened to heavy traffic on Friday.")
    for (index, day) in [26, 29].enumerated() {
      let date = TimeExpression.Value.date(PartialDate(year: 2019, month: 3, day: day))
      let tokens = (index == 0 ? pair.left : pair.right).times[0].tokens
      let time = TimeExpression(value: date, tokens: tokens, isReckoned: true)
      if index == 0 { pair.left.times = [time] } else { pair.right.times = [time] }
    }
    #expect(
      DateJudge().judge(pair)?.reason == "{A} puts it at “{a}”, 2019-03-26, {B} at “{b}”, 2019-03-29.")
  }

  @Test func contradictsWhatIsTrueOfOneTimeOnly() throws {
    let left = "The bridge opened to heavy traffic last year."
    let right = "The bridge opened to heavy traffic this month."
    #expect(try verdict(DateJudge(), left, right) == "date/contradiction: last year ≠ this month")
  }

  @Test(arguments: [
    ("The bridge opened to heavy traffic on May 3.", "The bridge opened to heavy traffic in May."),
    ("On Thursday the ministers met in Antalya.", "On Friday the spokesman praised a harvest."),
    ("The bridge opened to traffic on May 3.", "The bridge opened to traffic on May 3, 2019."),
    ("The poll was held by phone from May 3.", "The poll was held by phone from September 19."),
    // One of several is another.
    ("The harbour poll was held by phone on May 3.", "The latest harbour poll was held by phone on May 12."),
    ("The first harbour test was held on May 3.", "The harbour test was held on May 12."),
  ])
  func leavesAloneWhatCanBeOneTime(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right) == "nothing")
  }

  @Test(arguments: [
    ("Anna Berg opened the bridge to traffic on Tuesday.", "Carl Dorn opened the bridge to traffic on Friday."),
    ("Anna Berg said Tuesday that the bridge is safe.", "Some of the engineers said Friday that the bridge is safe."),
  ])
  func leavesAloneWhatTwoDidOrSaid(left: String, right: String) throws {
    #expect(try verdict(DateJudge(), left, right, actors: ["Anna Berg", "Carl Dorn"]) == "nothing")
  }

  @Test func givesTheMonthToTheDayThatFollows() {
    let text = SourceText("Ten of the 19 Sept. 11 hijackers left on 4 May 2001.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let times = TimeReader().times(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(
      times.map(\.value) == [
        .date(PartialDate(month: 9, day: 11)), .date(PartialDate(year: 2001, month: 5, day: 4)),
      ])
  }

  @Test func keepsWhatTheWordsLeaveOpen() {
    let text = SourceText(
      "He may march in May, on 1 August, in 2014, from 1966 to 1978, last year and on Sept. 3, 2020.")
    let analysed = Analyser().analyse(text, blocks: [text.span])
    let times = TimeReader().times(in: Words(analysed), tokens: 0..<analysed.tokens.count)
    #expect(
      times.map(\.value) == [
        .date(PartialDate(month: 5)), .date(PartialDate(month: 8, day: 1)), .date(PartialDate(year: 2014)),
        .period(PartialDate(year: 1966), PartialDate(year: 1978)), .relative(.year, -1),
        .date(PartialDate(year: 2020, month: 9, day: 3)),
      ])
  }
}

@Suite struct AccountsClockAndAgeTests {
  @Test func marksAnotherTimeOfDay() throws {
    let left = "The march to the northern harbour began at about 8 p.m. on Friday."
    let right = "The march to the northern harbour began around 8:30 p.m. on Friday."
    #expect(try verdict(ClockJudge(), left, right) == "date/contradiction: 8 p.m. ≠ 8:30 p.m.")
  }

  @Test(arguments: [
    // A quarter of an hour, another day, another act, hours apart.
    "The march to the northern harbour began at 8:10 p.m. on Friday.",
    "The march to the northern harbour began at 9 p.m. on Saturday.",
    "The sailors dined at 9 p.m. on Friday.",
    "The march to the northern harbour began at noon on Friday.",
    "The march to the northern harbour drew 8:30 readers.",
  ])
  func leavesOtherTimesOfDayAlone(right: String) throws {
    #expect(
      try verdict(ClockJudge(), "The march to the northern harbour began at about 8 p.m. on Friday.", right)
        == "nothing")
  }

  @Test(arguments: [
    ("Orlov, 16, was seen in the harbour.", "Friends of Orlov, a 17-year-old, left the harbour."),
    ("The 61-year-old Orlov was held.", "Police held Orlov, 63, on Friday."),
  ])
  func marksAnotherAge(left: String, right: String) throws {
    #expect(try verdict(AgeJudge(), left, right, actors: ["Orlov"]).hasPrefix("number/contradiction"))
  }

  @Test(arguments: [
    ("Orlov, 16, was seen in the harbour.", "The 16-year-old Orlov left the harbour."),
    ("Orlov, 16, was seen in the harbour.", "Marsh, 17, was seen in the harbour."),
    ("Orlov, 16, was seen in the harbour.", "Orlov won 17 votes in the harbour."),
    ("Orlov, 16, was seen in the harbour.", "Orlov, 61, is his grandfather."),
  ])
  func leavesOneAgeAlone(left: String, right: String) throws {
    #expect(try verdict(AgeJudge(), left, right, actors: ["Orlov", "Marsh"]) == "nothing")
  }
}
