import Dossier

/// Reads dates as news writes them; what a date does not say stays unknown.
enum DateReader {
  /// The date that starts at `index`: `March 11, 2022`, `11 March`, `Dec. 1`, `31 dez 2008`, `2022-03-11`, `11.03.2022`.
  ///
  /// A month alone is no date, and of `03/11/2022` only the year is certain.
  /// - Returns: the date and the offset after it.
  static func date(in bytes: ArraySlice<UInt8>, at index: Int) -> (date: PartialDate, end: Int)? {
    guard index < bytes.endIndex else { return nil }
    if Letters.isDigit(bytes[index]) {
      return numeric(bytes, index) ?? dayMonth(bytes, index)
    }
    return monthDay(bytes, index)
  }

  /// The first date in `span` that starts a word.
  static func firstDate(in text: SourceText, _ span: Span) -> (date: PartialDate, span: Span)? {
    let bytes = text.bytes[span.range]
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if Letters.isWord(bytes[index]), index == bytes.startIndex || !Letters.isWord(bytes[index - 1]),
        let found = date(in: bytes, at: index)
      {
        return (found.date, Span(index, found.end))
      }
      index += 1
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ index: Int, digits: ClosedRange<Int>) -> (
    value: Int, end: Int
  )? {
    var end = index
    var value = 0
    while end < bytes.endIndex, Letters.isDigit(bytes[end]), end - index < 5 {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    return digits.contains(end - index) ? (value, end) : nil
  }

  private static func year(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (value: Int, end: Int)? {
    guard let year = number(bytes, index, digits: 4...4), (1900...2099).contains(year.value) else { return nil }
    return year
  }

  private static func day(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (value: Int, end: Int)? {
    guard var day = number(bytes, index, digits: 1...2), (1...31).contains(day.value) else { return nil }
    for suffix in ["st", "nd", "rd", "th"] where bytes[day.end...].starts(with: suffix.utf8) { day.end += 2 }
    guard day.end == bytes.endIndex || !Letters.isWord(bytes[day.end]) else { return nil }
    return day
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (date: PartialDate, end: Int)? {
    if let year = year(bytes, index), year.end < bytes.endIndex, bytes[year.end] == 0x2D || bytes[year.end] == 0x2F {
      guard let month = number(bytes, year.end + 1, digits: 1...2), (1...12).contains(month.value),
        month.end < bytes.endIndex, bytes[month.end] == bytes[year.end],
        let day = number(bytes, month.end + 1, digits: 1...2), (1...31).contains(day.value)
      else { return nil }
      return (PartialDate(year: year.value, month: month.value, day: day.value), day.end)
    }
    guard let first = number(bytes, index, digits: 1...2), first.end < bytes.endIndex else { return nil }
    let separator = bytes[first.end]
    guard separator == 0x2E || separator == 0x2F || separator == 0x2D,
      let second = number(bytes, first.end + 1, digits: 1...2), second.end < bytes.endIndex,
      bytes[second.end] == separator, let year = year(bytes, second.end + 1)
    else { return nil }
    let dayFirst = (1...31).contains(first.value) && (1...12).contains(second.value)
    let monthFirst = separator == 0x2F && (1...12).contains(first.value) && (1...31).contains(second.value)
    switch (dayFirst, monthFirst) {
    case (true, true) where first.value != second.value: return (PartialDate(year: year.value), year.end)
    case (true, _): return (PartialDate(year: year.value, month: second.value, day: first.value), year.end)
    case (false, true): return (PartialDate(year: year.value, month: first.value, day: second.value), year.end)
    default: return nil
    }
  }

  private static func dayMonth(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (date: PartialDate, end: Int)? {
    guard let day = day(bytes, index) else { return nil }
    var next = day.end
    if next < bytes.endIndex, bytes[next] == 0x2E { next += 1 }
    next = skipSpaces(bytes, next)
    if bytes[next...].starts(with: "de ".utf8) || bytes[next...].starts(with: "of ".utf8) { next += 3 }
    guard next > day.end, let month = month(bytes, next) else { return nil }
    return withYear(PartialDate(month: month.value, day: day.value), bytes, month.end)
  }

  private static func monthDay(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (date: PartialDate, end: Int)? {
    guard let month = month(bytes, index) else { return nil }
    let next = skipSpaces(bytes, month.end)
    guard next > month.end else { return nil }
    if let day = day(bytes, next) { return withYear(PartialDate(month: month.value, day: day.value), bytes, day.end) }
    guard let year = year(bytes, next), year.end == bytes.endIndex || !Letters.isWord(bytes[year.end]) else {
      return nil
    }
    return (PartialDate(year: year.value, month: month.value), year.end)
  }

  private static func withYear(_ date: PartialDate, _ bytes: ArraySlice<UInt8>, _ end: Int) -> (PartialDate, Int) {
    var next = end
    if next < bytes.endIndex, bytes[next] == 0x2C || bytes[next] == 0x2E { next += 1 }
    next = skipSpaces(bytes, next)
    if bytes[next...].starts(with: "de ".utf8) { next += 3 }
    guard let year = year(bytes, next), year.end == bytes.endIndex || !Letters.isWord(bytes[year.end]) else {
      return (date, end)
    }
    return (PartialDate(year: year.value, month: date.month, day: date.day), year.end)
  }

  private static func skipSpaces(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
    var next = index
    while next < bytes.endIndex, bytes[next] == 0x20 { next += 1 }
    return next
  }

  /// The month whose name is the word at `index`, with its full stop if it is shortened.
  private static func month(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (value: Int, end: Int)? {
    var end = index
    while end < bytes.endIndex, Letters.isWord(bytes[end]), end - index < 24 { end += 1 }
    guard end - index >= 3, end - index < 24 else { return nil }
    let folded = FoldedText(bytes[index..<end]).bytes
    guard let value = months[folded] else { return nil }
    // `may` and `mar` are months only as names.
    if bytes[index] < 0x80, Letters.isLower(bytes[index]), folded == Array("may".utf8) || folded == Array("mar".utf8) {
      return nil
    }
    if end < bytes.endIndex, bytes[end] == 0x2E, end - index <= 5 { end += 1 }
    return (value, end)
  }

  private static let months: [[UInt8]: Int] = {
    let names = [
      "january jan januar janvier enero janeiro gennaio января січня ledna stycznia ene",
      "february feb februar février febrero fevereiro febbraio февраля лютого února lutego fév fev févr",
      "march mar märz mars marzo março марта березня března marca mär",
      "april apr avril abril aprile апреля квітня dubna kwietnia avr abr",
      "may mai mayo maio maggio мая травня května maja",
      "june jun juni juin junio junho giugno июня червня června czerwca",
      "july jul juli juillet julio julho luglio июля липня července lipca juil",
      "august aug août agosto августа серпня srpna sierpnia ago",
      "september sep sept septembre septiembre setembro settembre сентября вересня září września set",
      "october oct oktober okt octobre octubre outubro ottobre октября жовтня října października out",
      "november nov novembre noviembre novembro ноября листопада listopadu listopada",
      "december dec dezember dez décembre diciembre dezembro dicembre декабря грудня prosince grudnia déc dic",
    ]
    var months: [[UInt8]: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[FoldedText(Array(name.utf8)[...]).bytes] = index + 1 }
    }
    return months
  }()
}
