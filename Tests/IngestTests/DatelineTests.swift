import Dossier
import Testing

@testable import Ingest

struct DatelineTests {
  private func match(_ string: String) -> (Dateline, SourceText)? {
    let text = SourceText(string)
    return Dateline.match(text, text.span).map { ($0, text) }
  }

  /// Place, date, agency and rest as the dateline gives them.
  @Test(arguments: [
    ("MINSK, 1 August (BelTA) - Talks began", "MINSK", "--08-01", "BelTA", "Talks began"),
    ("LUGANSK, July 12. /TASS/. Two roads", "LUGANSK", "--07-12", "TASS", "Two roads"),
    ("LA CROSSE, Wis. (AP) — After a summer", "LA CROSSE, Wis.", "", "AP", "After a summer"),
    ("MEXICO CITY (AP) — The economy", "MEXICO CITY", "", "AP", "The economy"),
    ("HOUSTON, Jan 27 (Reuters) - The new", "HOUSTON", "--01-27", "Reuters", "The new"),
    ("Tallinn, March 22, 2018 (AFP) - Estonia's", "Tallinn", "2018-03-22", "AFP", "Estonia's"),
    ("LONDRES, 31 dez 2008 (AFP) - O mercado", "LONDRES", "2008-12-31", "AFP", "O mercado"),
    ("BEIJING, 10 août (Xinhua) -- Un porte-parole", "BEIJING", "--08-10", "Xinhua", "Un porte-parole"),
    ("GAZA, Dec. 1 (Xinhua) -- Rain", "GAZA", "--12-01", "Xinhua", "Rain"),
    ("MOSCOW. April 2 (Interfax) - The bank", "MOSCOW", "--04-02", "Interfax", "The bank"),
    ("Dushanbe. (Interfax) - Two states", "Dushanbe", "", "Interfax", "Two states"),
    ("LORNE, March 3, 2025 (Reuters) - An engine", "LORNE", "2025-03-03", "Reuters", "An engine"),
    ("LORNE 2025-03-03 (Reuters) - An engine", "LORNE", "2025-03-03", "Reuters", "An engine"),
    ("BEIRUT, Lebanon, June 2 (UPI) — The outlook", "BEIRUT, Lebanon", "--06-02", "UPI", "The outlook"),
    ("BEIRUT, Lebanon, June 2 — The outlook", "BEIRUT, Lebanon", "--06-02", "", "The outlook"),
    ("BUFFALO, N.Y. — Hours before", "BUFFALO, N.Y.", "", "", "Hours before"),
    ("BERLIN -- The agency", "BERLIN", "", "", "The agency"),
    ("КИЕВ, 3 марта (Укринформ) — Переговоры", "КИЕВ", "--03-03", "Ukrinform", "Переговоры"),
  ])
  func grammars(line: String, place: String, date: String, agency: String, rest: String) throws {
    let (dateline, text) = try #require(match(line))
    #expect(text[dateline.place] == place)
    #expect(dateline.date?.description ?? "" == date)
    #expect(dateline.agency ?? "" == agency)
    #expect(text[Span(dateline.end, text.count)] == rest)
  }

  @Test(arguments: [
    "On August 1, the two (both presidents) - met", "The minister - a former judge - resigned", "UN - no comment",
    "Anna Nowak (Poland) - the winner", "NATO and EU leaders met.", "", "A", "2022 - a year", "KYIV/MOSCOW",
    "WASHINGTON – which is far – said no", "“MINSK” (AP) -",
  ])
  func noDateline(line: String) {
    #expect(match(line) == nil)
  }
}

struct DateReaderTests {
  @Test(arguments: [
    ("11 March 2022", "2022-03-11"), ("March 11, 2022", "2022-03-11"), ("11. März 2022", "2022-03-11"),
    ("2022-03-11T10:00", "2022-03-11"),
    ("11.03.2022", "2022-03-11"), ("03/25/2022", "2022-03-25"), ("03/11/2022", "2022"), ("Sept. 4th", "--09-04"),
    ("March 2022", "2022-03"), ("3 de mayo de 2021", "2021-05-03"), ("1 серпня 2025 року", "2025-08-01"),
  ])
  func dates(written: String, date: String) {
    let bytes = Array(written.utf8)
    #expect(DateReader.date(in: bytes[...], at: 0)?.date.description == date)
  }

  @Test(arguments: ["may 5", "March", "32 March", "2022", "99.99.2022", "marching 5", "5", "1.2.3", ""])
  func noDates(written: String) {
    #expect(DateReader.date(in: Array(written.utf8)[...], at: 0) == nil)
  }
}
