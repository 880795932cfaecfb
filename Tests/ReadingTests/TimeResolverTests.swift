import Dossier
import Language
import Testing

@testable import Reading

@Suite struct TimeResolverTests {
  /// The times of a sentence written on Thursday, 28 March 2019.
  private func times(
    _ sentence: String, written: PartialDate = PartialDate(year: 2019, month: 3, day: 28), isQuoted: Bool = false
  ) -> [TimeExpression.Value] {
    let text = SourceText(sentence)
    let words = Words(Analyser().analyse(text, blocks: [text.span]))
    return TimeReader().times(in: words, tokens: 0..<words.text.tokens.count).map {
      TimeResolver(written: written).resolved($0, in: words, isQuoted: isQuoted).value
    }
  }

  /// Who dates an article knows no other Thursday than before.
  @Test func aWeekdayIsTheSameAsItsDate() {
    func time(_ value: TimeExpression.Value) -> TimeExpression { TimeExpression(value: value, tokens: 0..<1) }
    #expect(time(march(28)).isSame(as: time(.weekday(3))))
    #expect(time(.weekday(3)).isSame(as: time(march(28))))
    #expect(!time(.weekday(4)).isSame(as: time(march(28))))
    #expect(!time(.weekday(3)).isSame(as: time(.date(PartialDate(year: 2019, month: 3)))))
  }

  private func march(_ day: Int) -> TimeExpression.Value { .date(PartialDate(year: 2019, month: 3, day: day)) }

  @Test func aWeekdayIsTheLastOfItsName() {
    #expect(times("The bridge opened on Thursday.") == [march(28)])
    #expect(times("The bridge opened on Wednesday.") == [march(27)])
    #expect(times("The bridge opened on Friday.") == [march(22)])
  }

  @Test func daysMonthsAndYearsAreCountedFromTheWriting() {
    #expect(times("The bridge opened yesterday.") == [march(27)])
    #expect(times("The bridge opens tomorrow.") == [march(29)])
    #expect(times("The bridge opened last month.") == [.date(PartialDate(year: 2019, month: 2))])
    #expect(times("The bridge opened last year.") == [.date(PartialDate(year: 2018))])
    #expect(times("The bridge opened last week.") == [.relative(.week, -1)])
  }

  @Test(arguments: [
    "The bridge will open on Monday.", "The ministers plan to meet on Monday.", "The vote is scheduled for Monday.",
    "The harbour stays shut until Monday.",
  ])
  func whatLiesAheadStaysOpen(sentence: String) {
    #expect(times(sentence) == [.weekday(0)])
  }

  @Test func aSpeakersOwnDayStaysOpen() {
    #expect(times("We opened the bridge on Monday.", isQuoted: true) == [.weekday(0)])
    #expect(times("We open the bridge today.", isQuoted: true) == [.relative(.day, 0)])
  }

  @Test func withoutAYearNoWeekdayIsKnown() {
    let written = PartialDate(month: 8, day: 1)
    #expect(times("The bridge opened on Friday.", written: written) == [.weekday(4)])
    #expect(times("The bridge opened yesterday.", written: written) == [.date(PartialDate(month: 7, day: 31))])
    #expect(times("The bridge opened last year.", written: written) == [.relative(.year, -1)])
  }
}
