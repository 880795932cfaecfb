import Dossier
import Language
import Testing

@testable import Reading

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

  /// Two days for what is yet to come, whatever it is called; what has been may have been on both.
  @Test func setsTheDaysOfOneFutureAgainstEachOther() throws {
    let actors = ["Orlov"]
    let left = "Voters in the northern harbour state will choose a new Orlov assembly on 14 March."
    let right = "The northern harbour state has set 9 May as polling day for the Orlov assembly."
    #expect(try verdict(DateJudge(), left, right, actors: actors) == "date/contradiction: 14 March ≠ 9 May")
    let past = "The northern harbour state praised the Orlov assembly on 9 May."
    #expect(try verdict(DateJudge(), left, past, actors: actors) == "nothing")
  }

  /// What an account opens with that is yet to come is not the day of what it tells.
  @Test(arguments: [
    ("Voters chose an assembly on 14 March.", 1), ("Voters will choose an assembly on 14 March.", 0),
    ("The state has set 9 May as polling day.", 0), ("The choice was free, the mayor said on Monday.", 0),
  ])
  func theDayOfAnAccountIsThatOfItsDeeds(sentence: String, days: Int) throws {
    #expect(try pair(sentence, "The ships left.").left.leadDays.count == days)
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
