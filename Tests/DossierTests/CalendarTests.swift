import Dossier
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 3), (2000, 2, 29, 11_016, 1), (2000, 3, 1, 11_017, 2), (2025, 8, 1, 20_301, 4),
    (1969, 12, 31, -1, 2), (1600, 1, 1, -135_140, 5),
  ])
  func countsDays(year: Int, month: Int, day: Int, ordinal: Int, weekday: Int) {
    let date = PartialDate(year: year, month: month, day: day)
    #expect(date.ordinal == ordinal)
    #expect(date.weekday == weekday)
    #expect(PartialDate(ordinal: ordinal) == date)
  }

  @Test func knowsNoDayThatIsNotThere() {
    for date in [
      PartialDate(year: 2023, month: 2, day: 29), PartialDate(year: 2023, month: 13, day: 1),
      PartialDate(year: 2023, month: 4, day: 31), PartialDate(month: 4, day: 3), PartialDate(year: 2023, month: 4),
      PartialDate(year: 2023, month: 4, day: 0),
    ] {
      #expect(date.ordinal == nil)
      #expect(date.weekday == nil)
    }
  }

  @Test func stepsOverTheEndsOfMonthsAndYears() {
    let newYear = PartialDate(year: 2025, month: 1, day: 1)
    #expect(newYear.adding(days: -1) == PartialDate(year: 2024, month: 12, day: 31))
    #expect(newYear.adding(months: -1) == PartialDate(year: 2024, month: 12))
    #expect(PartialDate(year: 2024, month: 12).adding(months: 2) == PartialDate(year: 2025, month: 2))
    #expect(PartialDate(month: 8, day: 1).adding(days: -1) == PartialDate(month: 7, day: 31))
    #expect(PartialDate(month: 1).adding(months: -1) == PartialDate(month: 12))
    #expect(PartialDate(year: 2024).adding(days: 1) == nil)
    #expect(PartialDate(year: 2024).adding(months: 1) == nil)
  }

  @Test func measuresBetweenDaysWithTheYearOfTheOther() {
    let day = PartialDate(year: 2025, month: 8, day: 1)
    #expect(day.days(to: PartialDate(month: 8, day: 4)) == 3)
    #expect(PartialDate(month: 7, day: 30).days(to: day) == 2)
    #expect(PartialDate(month: 2, day: 28).days(to: PartialDate(month: 3, day: 1)) == 2)
    #expect(day.days(to: PartialDate(year: 2024, month: 8, day: 1)) == 365)
    #expect(day.days(to: PartialDate(year: 2025, month: 8)) == nil)
  }

  @Test(arguments: ["2024", "2024-03", "2024-03-15", "--03-15", "--02-29"]) func datesAreReadAsTheyAreWritten(
    _ text: String
  ) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: ["", "soon", "2024-13", "2023-02-29", "--04-31", "2024-3-", "10000", "1-2-3-4"])
  func whatNoCalendarHasIsNoDate(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("4 May 2025", "2025-05-04"), ("May 4, 2025", "2025-05-04"), ("1 Aug", "--08-01"), ("September 2024", "2024-09"),
  ])
  func readsADateAsPeopleWriteIt(words: String, date: String) {
    #expect(PartialDate(words: words)?.description == date)
  }

  @Test(arguments: ["", "4", "2025", "Mayor", "31 Feb 2025", "4 May June", "4 5 May", "May 4 2025 2026"])
  func readsNoDateWhereThereIsNone(words: String) {
    #expect(PartialDate(words: words) == nil)
  }
}
