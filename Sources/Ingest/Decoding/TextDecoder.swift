import Dossier

/// A text as it is kept: valid UTF-8 with line feeds alone, and what had to be done to get there.
struct DecodedText {
  var bytes: [UInt8]
  /// One line each, for `Document.notes`.
  var notes: [String] = []
  /// Where characters were lost.
  var flags: [Flag] = []
}

/// Why bytes are no text.
struct NotText: Error {
  var message: String
}

/// Turns any bytes into text: UTF-8, UTF-16 with a byte order mark, else what a web page says it is in, else the likelier of
/// Windows-1252 and Windows-1251.
///
/// Clean UTF-8 is kept as it is, after two scans at memory speed.
enum TextDecoder {
  /// - Parameters:
  ///   - isPage: whether the bytes are a web page; `nil` where they alone tell.
  ///   - charset: the character set that they are in by what holds them, in lower case.
  static func decode(_ bytes: [UInt8], isPage: Bool? = nil, charset: String? = nil) -> Result<DecodedText, NotText> {
    if bytes.isEmpty { return .failure(NotText(message: "empty file")) }
    if let kind = BinaryFormat.name(of: bytes) { return .failure(NotText(message: "binary file (\(kind)); skipped")) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return finished(UTF16Decoder.decode(bytes, littleEndian: true), isPage: isPage)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      return finished(UTF16Decoder.decode(bytes, littleEndian: false), isPage: isPage)
    } else if ByteCensus(bytes).looksBinary {
      // UTF-16 without its mark is half NUL bytes, and so ends here.
      return .failure(NotText(message: "binary file, or UTF-16 without a byte order mark; skipped"))
    }
    return eightBit(bytes, isPage: isPage, charset: charset).flatMap { finished($0, isPage: isPage) }
  }

  private static func finished(_ text: DecodedText, isPage: Bool?) -> Result<DecodedText, NotText> {
    let census = ByteCensus(text.bytes)
    if census.looksBinary { return .failure(NotText(message: "binary file; skipped")) }
    let text = cleaned(text, census: census, isPage: isPage)
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      return .failure(NotText(message: "nothing but white space in it"))
    }
    return .success(text)
  }

  private static func eightBit(_ bytes: [UInt8], isPage: Bool?, charset: String?) -> Result<DecodedText, NotText> {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = marked ? Array(bytes.dropFirst(3)) : bytes
    let notes = marked ? ["a byte order mark was removed"] : []
    let check = UTF8Check(body)
    if check.isValid { return .success(DecodedText(bytes: body, notes: notes)) }
    let named = charset ?? (isPage ?? WebPage.isPage(body) ? DeclaredCharset.name(in: body) : nil)
    let set = named.flatMap(CharacterSet.init(named:))
    if marked || (set == nil ? check.isMostlyValid : check.isNearlyValid) {
      var text = UTF8Check.repaired(body)
      text.notes = notes + text.notes
      return .success(text)
    }
    // What is not UTF-8 is what the page says it is; what is UTF-8 often says that it is something else.
    if let page = named.flatMap(CodePage.init(named:)) { return .success(page.decode(body)) }
    if let named, let set {
      let advice = "install the C library's conversion modules (gconv), or save it as UTF-8"
      return set.decode(body).map { .success($0) }
        ?? .failure(NotText(message: "in \(named), which this system cannot read; \(advice)"))
    }
    let page = CodePage.likeliest(for: body)
    var text = page.decode(body)
    let reason = named.map { "it says that it is \($0), which cannot be read here" } ?? "not UTF-8"
    text.notes.insert("\(reason); read as \(page.name), the likelier of two encodings", at: 0)
    return .success(text)
  }

  /// Makes CR and CRLF a line feed, and NUL a replacement character; moves the flags along.
  private static func cleaned(_ text: DecodedText, census: ByteCensus, isPage: Bool?) -> DecodedText {
    if census.carriageReturns == 0, census.nuls == 0 { return text }
    var (notes, flags) = (text.notes, text.flags)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count + 2 * census.nuls)
    var nextFlag = 0
    var index = 0
    while index < text.bytes.count {
      while nextFlag < text.flags.count, Int(text.flags[nextFlag].span.start) <= index {
        let length = text.flags[nextFlag].span.count
        flags[nextFlag].span = Span(bytes.count, bytes.count + length)
        nextFlag += 1
      }
      switch text.bytes[index] {
      case 0x0D:
        bytes.append(0x0A)
        if index + 1 < text.bytes.count, text.bytes[index + 1] == 0x0A { index += 1 }
      case 0: bytes += UTF8Check.replacement
      case let byte: bytes.append(byte)
      }
      index += 1
    }
    // A page's line ends are not those of its text.
    if census.carriageReturns > 0, !(isPage ?? WebPage.isPage(bytes)) {
      notes.append("line ends were carriage returns; offsets count each as one line feed")
    }
    if census.nuls > 0 {
      notes.append("\(counted(census.nuls, "NUL byte")) replaced by U+FFFD")
    }
    return DecodedText(bytes: bytes, notes: notes, flags: flags)
  }
}

/// How many bytes of the kinds that tell text from other data.
private struct ByteCensus {
  var count: Int
  var nuls = 0
  var carriageReturns = 0
  /// Control characters that no text has: not NUL, backspace, tab, line ends, form feed or escape.
  var controls = 0

  init(_ bytes: [UInt8]) {
    count = bytes.count
    for byte in bytes {
      if byte > 0x1F { continue }
      switch byte {
      case 0: nuls += 1
      case 0x0D: carriageReturns += 1
      case 0x08...0x0C, 0x1B: break
      default: controls += 1
      }
    }
  }

  /// More than one byte in 50 is NUL, or more than one in 20 another control character. One or two prove nothing.
  var looksBinary: Bool { (nuls > 2 && nuls * 50 > count) || (controls > 4 && controls * 20 > count) }
}

/// Formats that are not text, known by their first bytes.
private enum BinaryFormat {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "PNG picture"), ([0xFF, 0xD8, 0xFF], "JPEG picture"),
    (Array("GIF8".utf8), "GIF picture"), ([0x50, 0x4B, 0x03, 0x04], "ZIP archive or office document"),
    ([0x1F, 0x8B], "gzip archive"), ([0x42, 0x5A, 0x68], "bzip2 archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd archive"), ([0x7F, 0x45, 0x4C, 0x46], "program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "office document"), (Array("SQLite format 3".utf8), "SQLite database"),
    (Array("{\\rtf".utf8), "rich text"),
  ]

  static func name(of bytes: [UInt8]) -> String? {
    signatures.first { bytes.starts(with: $0.bytes) }?.name
  }
}
