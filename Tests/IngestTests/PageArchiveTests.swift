import Dossier
import Testing

@testable import Ingest

/// Pages that a browser saved as a single file.
struct PageArchiveTests {
  private static let html = """
    <!doctype html><html><head><title>A bridge for two cities</title></head><body><main>
    <h1>A bridge for two cities</h1>
    <p>The mayors met in the old town hall, said “yes” and spoke for three hours about the new bridge.</p></main></body></html>
    """

  private func read(_ archive: String) -> Result<Document, InputProblem> {
    Loader().document(bytes: Array(archive.utf8), path: "a.mhtml", name: "a", id: Document.ID(0))
  }
  private func text(_ archive: String) throws -> String {
    let document = try read(archive).get()
    return document.text[document.text.span]
  }
  private func problem(_ archive: String) -> String? {
    guard case .failure(let problem) = read(archive) else { return nil }
    return problem.message
  }

  private static func quotedPrintable(_ text: String) -> String {
    var lines = ""
    for (index, byte) in text.utf8.enumerated() {
      let code = String(byte, radix: 16, uppercase: true)
      let isPlain = (0x20...0x7E).contains(byte) && byte != 0x3D || byte == 0x0A
      lines += isPlain ? String(UnicodeScalar(byte)) : "=" + (code.count < 2 ? "0" : "") + code
      if index % 60 == 59 { lines += "=\r\n" }
    }
    return lines
  }

  private static func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    var lines = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0...3 { lines.append(place > group.count ? "=" : digits[number >> (18 - 6 * place) & 63]) }
      if start % 57 == 54 { lines += "\r\n" }
    }
    return lines
  }

  private static let header = """
    From: <Saved by a browser>
    Snapshot-Content-Location: https://news.example.org/2025/bridge.html
    Subject: A bridge
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="--b1;x--"


    """

  private static func part(_ encoding: String, _ body: String, kind: String = "text/html", more: String = "") -> String
  {
    "----b1;x--\nContent-Type: \(kind)\n\(more)Content-Transfer-Encoding: \(encoding)\n\n\(body)\n"
  }

  private static let picture = part("base64", "AAECAwQF", kind: "image/png")
  private static let end = "----b1;x----\n"

  @Test(arguments: [("quoted-printable", quotedPrintable(html)), ("BASE64", base64(html)), ("8bit", html)])
  func thePageIsReadAsIfItWereSavedByItself(encoding: String, body: String) throws {
    for ends in ["\n", "\r\n"] {
      let lines = (Self.header + Self.picture + Self.part(encoding, body) + Self.picture + Self.end)
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ends)
      let document = try read(lines).get()
      #expect(document.isPage && document.flags.isEmpty && document.notes.isEmpty)
      #expect(document.title.map { document.text[$0] } == "A bridge for two cities")
      #expect(document.text[document.text.span].contains("said “yes” and spoke"))
      #expect(document.url == "https://news.example.org/2025/bridge.html")
      #expect(document.source?.name == "news.example.org")
    }
  }

  @Test func theRootIsThePageThatTheHeaderNames() throws {
    let frame = Self.part("8bit", "<p>A frame", more: "Content-ID: <f>\n")
    let page = Self.part("8bit", "<p>The page", more: "Content-ID: <p>\n")
    #expect(try text(Self.header + frame + page + Self.end) == "A frame\n")
    let named = Self.header.replacing("\ttype", with: "\tstart=\"<p>\"; type")
    #expect(try text(named + frame + page + Self.end) == "The page\n")
  }

  @Test func aPageInAPartOfPartsIsFound() throws {
    let inner =
      "----b1;x--\nContent-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/html\n\n<p>Inside\n--in--\n"
    #expect(try text(Self.header + inner + Self.end) == "Inside\n")
  }

  @Test func theArchiveSaysTheCharacterSet() throws {
    let bytes = Array(
      (Self.header + "----b1;x--\nContent-Type: text/html; charset=\"Windows-1251\"\n\n<p>".lowercased()).utf8)
    let read = Loader().document(bytes: bytes + [0xCC, 0xEE, 0xF1, 0xF2], path: "a", name: "a", id: Document.ID(0))
    let document = try read.get()
    #expect(document.text[document.text.span] == "Мост\n")
  }

  @Test func anArchiveThatIsCutOffIsReadAsFarAsItGoes() throws {
    for encoding in ["quoted-printable", "base64"] {
      let body = encoding == "base64" ? Self.base64(Self.html) : Self.quotedPrintable(Self.html)
      let document = try read(Self.header + Self.part(encoding, String(body.prefix(200)))).get()
      #expect(document.flags.map(\.kind) == [.truncated], "\(encoding)")
    }
  }

  @Test func whatIsNoArchiveIsText() throws {
    for words in ["From: the mayor\nTo: the cities\n\nThe bridge is open.", "MIME-Version: 1.0\n\nThe bridge is open."]
    {
      #expect(try !read(words).get().isPage)
    }
  }

  @Test func anArchiveWithoutAPageIsAProblem() {
    let advice = "; save the page again"
    let none = "a page in a single file (MHTML) with no page in it" + advice
    #expect(problem(Self.header + Self.picture + Self.end) == none)
    #expect(problem(Self.header + "--other\nContent-Type: text/html\n\n<p>One") == none)
    #expect(problem(Self.header.replacing("boundary", with: "border") + Self.part("8bit", "<p>One")) == none)
    #expect(problem(Self.header + Self.part("base64", "") + Self.end)?.contains("with nothing in it") == true)
    #expect(problem(Self.header + Self.part("x-uuencode", "<p>") + Self.end)?.contains("x-uuencode") == true)
    #expect(problem(Self.header + Self.part("8bit", "<html>") + Self.end)?.contains("without words") == true)
  }

  @Test func hostileArchivesEnd() {
    let nested = (0..<2_000).map { "--b\nContent-Type: multipart/related; boundary=\"b\($0)\"\n\n--b\($0)\n" }.joined()
    let archives = [
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + nested,
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        + String(repeating: "--b\nContent-Type: multipart/related; boundary=b\n\n", count: 5_000),
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"\n\n--\n",
      "MIME-Version: 1.0\nContent-Type: multipart/related" + String(repeating: ";", count: 60_000) + "\n\n",
      Self.header + String(repeating: "----b1;x--\nA: b\n\n", count: 50_000),
      Self.header + String(repeating: "x", count: 2_000_000),
      Self.header + Self.part("quoted-printable", String(repeating: "=", count: 500_000) + "<p>"),
      Self.header + Self.part("base64", String(repeating: "=A", count: 500_000)),
    ]
    for archive in archives { #expect(problem(archive)?.hasPrefix("a ") == true) }
    #expect(problem(Self.header.replacing("Subject", with: String(repeating: "S", count: 70_000))) == nil)
  }
}
