import Dossier
import TestSupport
import Testing

@testable import Reader

/// A date without a year stands where it belongs, and still has none.
@Suite struct TimelineOrderTests {
  /// The dates of a timeline, one statement for each document.
  /// - Parameters:
  ///   - articles: dates as `PartialDate` writes them, each with the number of its event; an empty date is none.
  ///   - eventDate: that of every event.
  private func dates(_ articles: [(date: String, event: Int?)], eventDate: String = "") -> [String] {
    let documents = articles.enumerated().map { number, article in
      Document(
        id: Document.ID(number), path: "\(number).txt", name: "\(number)", text: SourceText("A word was said."),
        published: PartialDate(article.date).map { Published(date: $0, basis: .dateline, span: nil) },
        event: article.event.map { Event.ID($0) })
    }
    let statements = documents.map {
      Statement(
        id: Statement.ID($0.id.index), document: $0.id, span: Span(0, 6), kind: .indirect, confidence: 1, basis: "test")
    }
    let events = Set(articles.compactMap(\.event)).sorted().map { number in
      Event(
        id: Event.ID(number), label: "event", date: PartialDate(eventDate),
        documents: documents.filter { $0.event == Event.ID(number) }.map(\.id))
    }
    var reader = ReaderHarness(dossier: Dossier(documents: documents, events: events, statements: statements))
    reader.press("4")
    return reader.state.lists.timeline.compactMap { row in
      guard case .date(let date) = row else { return nil }
      return date.map { "\($0)" } ?? ""
    }
  }

  /// One column of bars would look like a finding.
  @Test func whereNothingIsDatedThatIsSaid() {
    var dossier = SampleDossier().dossier
    for index in dossier.documents.indices { dossier.documents[index].published = nil }
    for index in dossier.events.indices { dossier.events[index].date = nil }
    var reader = ReaderHarness(dossier: dossier)
    reader.press("4")
    #expect(reader.shows("No article here says when it was published") && reader.shows("P in Sources dates one"))
    #expect(!reader.shows("own scale") && !reader.shows("█"))
  }

  /// The sum has a scale of its own, and says so, or there is one for all.
  @Test(arguments: [120, 40]) func barsOfTwoScalesSaySo(_ columns: Int) throws {
    var reader = ReaderHarness(columns: columns, rows: 24)
    reader.press("4")
    #expect(reader.shows("all, own scale") == (columns == 120))
    let rows = reader.screen.split(separator: "\n").map(String.init)
    let source = try #require(rows.first { $0.contains("in Lorne") })
    // The most of one source, beside the sum or the most of all sources.
    #expect(source.contains("█") == (columns == 120))
  }

  @Test func theChartTellsArticlesFromSpeakersAndSaysWhatItLeavesOut() throws {
    var reader = ReaderHarness(columns: 80, rows: 24)
    reader.press("4")
    let rows = reader.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(rows[2].contains("3 Mar 2024") && !rows[2].contains("more"), "dates by themselves")
    #expect(rows.contains { $0.hasPrefix(" in Lorne Gazette") } && rows.contains { $0.hasPrefix(" Tomas Brandt") })
    #expect(rows.contains { $0.contains("more who say less") })
  }

  /// As many dates as have room over bars that are too narrow for each to have its own.
  @Test func manyDatesAreNotOnlyTheFirstAndTheLast() {
    let documents = (1...28).map { day in
      Document(
        id: Document.ID(day - 1), path: "\(day).txt", name: "\(day)", text: SourceText("A word was said."),
        published: Published(date: PartialDate(year: 2024, month: 3, day: day), basis: .dateline, span: nil))
    }
    let statements = documents.map {
      Statement(
        id: Statement.ID($0.id.index), document: $0.id, span: Span(0, 6), kind: .indirect, confidence: 1, basis: "test")
    }
    var reader = ReaderHarness(dossier: Dossier(documents: documents, statements: statements))
    reader.press("4")
    let dates = reader.screen.split(separator: "\n")[2]
    #expect(dates.components(of: "Mar 2024") > 3, "\(dates)")
  }

  @Test func itStandsInTheYearOfItsEvent() {
    #expect(
      dates([("2021-07-30", 0), ("--08-01", 0), ("2025-08-03", 1), ("2021-09-01", nil), ("", nil)])
        == ["2021-07-30", "--08-01", "2021-09-01", "2025-08-03", ""])
  }

  @Test func theDateOfTheEventTellsItToo() {
    #expect(
      dates([("--08-01", 0), ("2025-08-03", nil)], eventDate: "2021-07") == ["--08-01", "2025-08-03"])
  }

  @Test func aNewYearLiesBetween() {
    #expect(dates([("2024-12-30", 0), ("--01-02", 0)]) == ["2024-12-30", "--01-02"])
    #expect(dates([("2025-01-02", 0), ("--12-30", 0)]) == ["--12-30", "2025-01-02"])
    #expect(dates([("2023-02-27", 0), ("--02-29", 0)]) == ["2023-02-27", "--02-29"], "some years have no such day")
  }

  @Test func withoutADateInItsEventItStandsByAnyOfTheSet() {
    #expect(dates([("2024-03-03", 0), ("--03-01", nil), ("2024-02", 1)]) == ["2024-02", "--03-01", "2024-03-03"])
    #expect(dates([("--08-01", 0), ("", 1), ("--03-05", nil)]) == ["--03-05", "--08-01", ""])
  }

  @Test func theSameDayWithAYearIsAnotherDate() {
    #expect(dates([("--03-03", 0), ("2024-03-03", 0), ("--03-03", 0)]) == ["2024-03-03", "--03-03"])
  }
}

extension Substring {
  /// How often words stand in it.
  fileprivate func components(of words: String) -> Int { ranges(of: words).count }
}
