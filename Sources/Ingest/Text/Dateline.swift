import Dossier

/// The place, date and agency that open a report: `MINSK, 1 August (BelTA) -`.
///
/// Five forms: `PLACE, date. /AGENCY/.`, `Place, date (Agency) -`, `PLACE. Date (Agency) -`, `PLACE, date -` and `PLACE —`.
struct Dateline: Equatable {
  var place: Span
  var date: PartialDate?
  var dateSpan: Span?
  /// The agency's usual name.
  var agency: String?
  var agencySpan: Span?
  /// After the dash or slash and the spaces behind it.
  var end: Int

  /// Looks no further than this many bytes.
  private static let reach = 110

  /// The dateline that opens `span`, if one does.
  static func match(_ text: SourceText, _ span: Span) -> Dateline? {
    let end = min(Int(span.end), Int(span.start) + reach)
    let bytes = text.bytes[Int(span.start)..<end]
    guard startsName(bytes, bytes.startIndex) else { return nil }
    return withAgency(bytes) ?? withoutAgency(bytes)
  }

  // MARK: With an agency

  private static func withAgency(_ bytes: ArraySlice<UInt8>) -> Dateline? {
    guard let open = bytes.firstIndex(where: { $0 == 0x28 || $0 == 0x2F }), open > bytes.startIndex else { return nil }
    let slash = bytes[open] == 0x2F
    guard let close = bytes[(open + 1)...].firstIndex(of: slash ? 0x2F : 0x29),
      (2...31).contains(close - open - 1)
    else { return nil }
    let name = open + 1..<close
    var end = close + 1
    if slash {
      // `KYIV/MOSCOW` has no space before its slash.
      guard bytes[open - 1] == 0x20 else { return nil }
      if end < bytes.endIndex, bytes[end] == 0x2E { end += 1 }
      guard end < bytes.endIndex, bytes[end] == 0x20 else { return nil }
    } else {
      end = skipSpaces(bytes, end)
      guard let dash = dashes(bytes, end) else { return nil }
      end = dash
    }
    guard var dateline = head(bytes, upTo: open) else { return nil }
    let known = CueTable.shared.agency(bytes[name])
    let looksLikeName = Letters.startsUpper(bytes, name.lowerBound) && isShouted(bytes[dateline.place.range])
    guard known != nil || looksLikeName, bytes[name].allSatisfy(isNameByte) else { return nil }
    dateline.agency = known ?? String(decoding: bytes[name], as: UTF8.self)
    dateline.agencySpan = Span(name)
    dateline.end = skipSpaces(bytes, end)
    return dateline
  }

  /// Reads `Place`, `PLACE, date`, `PLACE. Date` and the like before `limit`.
  private static func head(_ bytes: ArraySlice<UInt8>, upTo limit: Int) -> Dateline? {
    let end = trimEnd(bytes, limit)
    let whole = bytes[bytes.startIndex..<end]
    for (place, start) in splits(whole) {
      if let found = DateReader.date(in: whole, at: start), trimEnd(bytes, found.end) >= end - 1 || found.end == end,
        isPlace(whole[whole.startIndex..<place])
      {
        return Dateline(
          place: Span(bytes.startIndex, place), date: found.date, dateSpan: Span(start, found.end), end: limit)
      }
    }
    guard isPlace(whole) else { return nil }
    return Dateline(place: Span(whole.startIndex..<whole.endIndex), end: limit)
  }

  /// Where a place may end and a date begin: after a comma, a full stop or a space.
  private static func splits(_ bytes: ArraySlice<UInt8>) -> [(place: Int, date: Int)] {
    var found: [(Int, Int)] = []
    for index in bytes.indices where bytes[index] == 0x20 && index > bytes.startIndex {
      let mark = bytes[index - 1] == 0x2C || bytes[index - 1] == 0x2E
      found.append((mark ? index - 1 : index, index + 1))
    }
    return found
  }

  // MARK: Without

  private static func withoutAgency(_ bytes: ArraySlice<UInt8>) -> Dateline? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = Letters.length(of: bytes[index])
      if let after = dashes(bytes, index) {
        let spaced = index > bytes.startIndex && bytes[index - 1] == 0x20
        let long = bytes[index] != 0x2D || after - index > 2
        if spaced || long { return plain(bytes, dash: index, after: after) }
      }
      index += length
    }
    return nil
  }

  private static func plain(_ bytes: ArraySlice<UInt8>, dash: Int, after: Int) -> Dateline? {
    guard var dateline = head(bytes, upTo: dash) else { return nil }
    let place = bytes[dateline.place.range]
    let city = place.prefix { $0 != 0x2C }
    let next = skipSpaces(bytes, after)
    guard city.count >= 3, isShouted(city),
      city.contains(where: Letters.isUpper) || city.contains(where: { $0 >= 0x80 })
    else { return nil }
    if dateline.date == nil {
      let quote = next < bytes.endIndex && (bytes[next] == 0x22 || bytes[next...].starts(with: "“".utf8))
      guard quote || Letters.startsUpper(bytes, next) else { return nil }
    }
    dateline.end = next
    return dateline
  }

  // MARK: Parts

  private static func skipSpaces(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
    var next = index
    while next < bytes.endIndex {
      if bytes[next] == 0x20 {
        next += 1
      } else if bytes[next] == 0xC2, next + 1 < bytes.endIndex, bytes[next + 1] == 0xA0 {
        next += 2
      } else {
        break
      }
    }
    return next
  }

  private static func trimEnd(_ bytes: ArraySlice<UInt8>, _ limit: Int) -> Int {
    var end = limit
    while end > bytes.startIndex,
      bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2C || bytes[end - 1] == 0xA0 || bytes[end - 1] == 0xC2
    {
      end -= 1
    }
    // `Dushanbe.` but `Wis.` and `N.Y.`
    let start = bytes[bytes.startIndex..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? bytes.startIndex
    let word = bytes[start..<end]
    if word.last == 0x2E, word.count > 5, word.firstIndex(of: 0x2E) == word.endIndex - 1,
      !word.contains(where: Letters.isDigit)
    {
      return end - 1
    }
    return end
  }

  /// The offset after `-`, `--`, `–` or `—` at `index`.
  private static func dashes(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int? {
    var end = index
    for _ in 0..<2 {
      if end < bytes.endIndex, bytes[end] == 0x2D {
        end += 1
      } else if bytes[end...].starts(with: [0xE2, 0x80]), end + 2 < bytes.endIndex,
        (0x93...0x95).contains(bytes[end + 2])
      {
        end += 3
      } else {
        break
      }
    }
    return end > index ? end : nil
  }

  /// Whether a capital letter, or a letter of a script without capitals, starts at `index`.
  private static func startsName(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.endIndex else { return false }
    return Letters.startsUpper(bytes, index) || bytes[index] > 0xC3 && bytes[index] != 0xE2
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    Letters.isWord(byte) || [0x20, 0x26, 0x27, 0x2D, 0x2E, 0x2F].contains(byte)
  }

  /// Two to 60 bytes of capitalised words, with at most one comma before a region or country.
  static func isPlace(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (2...60).contains(bytes.count), Letters.startsUpper(bytes, bytes.startIndex) || bytes[bytes.startIndex] > 0xC3
    else {
      return false
    }
    var commas = 0
    var words = 1
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x2C { commas += 1 }
      if byte == 0x20 {
        words += 1
        let next = bytes[(index + 1)...]
        let joins = ["de ", "del ", "la ", "of ", "and ", "am ", "an der "].contains { next.starts(with: $0.utf8) }
        guard joins || next.first.map({ $0 >= 0x80 || Letters.isUpper($0) }) == true else { return false }
      }
      guard Letters.isWord(byte) && !Letters.isDigit(byte) || [0x20, 0x2C, 0x2E, 0x27, 0x2D, 0x2F].contains(byte) else {
        return false
      }
    }
    return commas <= 1 && words <= 6
  }

  /// Whether no letter is lower case.
  static func isShouted(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.indices.contains { (bytes[$0] < 0x80 || bytes[$0] >= 0xC0) && Letters.startsLower(bytes, $0) }
  }
}
