import Dossier
import Testing

@testable import Ingest

/// The text of saved pages.
struct WebPageTests {
  private func text(_ html: String) -> String? {
    guard let tree = PageTree(Array(html.utf8)) else { return nil }
    return String(decoding: PageText(tree).bytes, as: UTF8.self)
  }

  private static let sentence =
    "The two ministers met in the old town hall and spoke for three hours about the new bridge over the river."

  private func read(_ bytes: [UInt8]) -> Result<Document, InputProblem> {
    Loader().document(bytes: bytes, path: "a.html", name: "a", id: Document.ID(0))
  }
  private func read(_ html: String) throws -> Document { try read(Array(html.utf8)).get() }

  @Test(arguments: [
    ("<p>One\n  two</p><p>three", "One two\nthree\n"),
    ("<h1>A <b>bridge</b></h1><ul><li>one<li>two</ul>", "A bridge\none\ntwo\n"),
    ("one<br>two<hr>three", "one\ntwo\nthree\n"),
    ("<table><tr><td>one<td>two<tr><td>three</table>", "one two\nthree\n"),
    ("<pre>one  two\nthree</pre>", "one two\nthree\n"),
    ("She said <q>no &amp; no</q>.", "She said “no & no”.\n"),
    ("caf&eacute;&nbsp;&#x4E2D;&shy;x&#8203;y", "café 中xy\n"),
    ("<figure><img alt=no><figcaption>A cap</figcaption></figure>after", "A cap\nafter\n"),
    ("<div>one<div>two</div>three</div>", "one\ntwo\nthree\n"),
    ("<span>Jerusalem</span><span>March 7</span> i<b>P</b>hone", "Jerusalem March 7 iPhone\n"),
    ("", ""),
  ])
  func linesAreBlocks(html: String, lines: String) { #expect(text("<body>\(html)") == lines) }

  @Test func whatIsNotShownIsLeftOut() {
    let html = """
      <title>no</title><style>no</style><body><script>no("<p>no</p>")</script><noscript>no</noscript><template>no</template>
      <nav>no</nav><svg><text>no</text></svg><button>no</button><select><option>no</select><textarea>no</textarea>
      <p hidden>no</p><p aria-hidden="true">no</p><iframe>no</iframe><!-- no --><p>\(Self.sentence)</p>
      """
    #expect(text(html) == "\(Self.sentence)\n")
  }

  @Test(arguments: [
    "display:none", "DISPLAY : NONE !important;", "color: red; visibility: hidden", "display: block; display: none",
  ])
  func whatAnElementsOwnStyleHidesIsLeftOut(_ style: String) {
    #expect(text("<body><p>\(Self.sentence)</p><div style='\(style)'><p>no</p></div>") == "\(Self.sentence)\n")
  }

  /// As scripts show it that did not run before the page was saved.
  @Test func mostOfTheRunningTextIsReadThoughAStyleHidesIt() {
    let teaser = "<p>\(Self.sentence)</p>"
    let article = "<div style='display:none'>\(String(repeating: teaser, count: 3))</div>"
    #expect(text("<body>\(teaser)\(article)")?.split(separator: "\n").count == 4)
  }

  @Test(arguments: [
    "display: none; display: block", "--display: none", "background: url(display:none)", "display:inline",
  ])
  func otherStylesHideNothing(_ style: String) {
    #expect(text("<body><p>\(Self.sentence)</p><p style='\(style)'>yes") == "\(Self.sentence)\nyes\n")
  }

  /// What people said who speak otherwise than the article is no debris.
  @Test func aLongQuotationIsABlockOfItsOwnAndRead() throws {
    let words =
      "Home News Sport Weather Contact About Privacy Terms Cookies Sitemap Jobs Advertise Subscribe Newsletter"
    func page(_ quotation: String) -> String {
      Self.article.replacing("<h2>Equal", with: "<p>In a post the minister wrote:</p>\(quotation)<h2>Equal")
    }
    let quoted = try read(page("<blockquote>\(words)</blockquote>"))
    #expect(quoted.blocks.contains { $0.isRead && quoted.text[$0.span] == words })
    let comment = try read(page("<div class=comments><blockquote>\(words)</blockquote></div>"))
    #expect(comment.blocks.contains { !$0.isRead && comment.text[$0.span] == words })
  }

  @Test func theTitleOfAPageStandsOverItsOnlyParagraph() throws {
    let document = try read("<title>Harbour</title><p>Harbour opens, says Ada Marsh</p>")
    #expect(document.headline == "Harbour")
    #expect(
      document.blocks.filter { $0.kind != .title }.map { document.text[$0.span] } == ["Harbour opens, says Ada Marsh"])
    let post = try read("<title>Ada Marsh says “no”.</title><p>Ada Marsh says “no”.</p>")
    #expect(post.blocks.map(\.kind) == [.paragraph])
  }

  @Test func whatIsHiddenIsReadWhereNothingElseIs() {
    #expect(text("<body><p>Loading</p><div hidden><p>\(Self.sentence)</div>") == "Loading\n\(Self.sentence)\n")
    #expect(text("<body><p>\(Self.sentence)</p><div hidden><p>\(Self.sentence)</div>") == "\(Self.sentence)\n")
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>x", "  \n<html lang=en>", "\u{FEFF}<HTML>", "<?xml version='1.0'?><!-- a --><html>", "<head>",
    "<meta charset=utf-8>", "<div class=a><div>x</div></div>", "\n<P>x</P>", "<article><p>x</article>",
  ])
  func pagesAreKnownByTheirBytes(html: String) { #expect(WebPage.isPage(Array(html.utf8))) }

  @Test(arguments: [
    "", "<", "<3 and more", "<headline>", "A <html> tag", "<!-- open", "<?xml?><rss>", "< html>", "<p> is a tag",
    "<divan>x</divan>",
  ])
  func otherTextsAreNot(text: String) { #expect(!WebPage.isPage(Array(text.utf8))) }

  private static let article = """
    <!doctype html><html><head><title>Ministers agree on a new bridge | The Daily Example</title></head><body>
    <header><nav><a href=/>Home</a></nav></header><main><h1>Ministers agree on a new bridge</h1>
    <p>The two ministers met in the old town hall and spoke for three hours about the new bridge over the river.</p>
    <h2>Equal shares</h2>
    <p>They agreed that work should start in spring, and that both cities would pay an equal share of the cost.</p>
    <p>A second meeting is planned for the autumn, when the engineers will have finished their report.</p></main>
    <aside><h3>Related</h3><p>Ten bridges that you must see before you die, whatever they cost and wherever they are.</p>
    </aside><footer><p>All rights are reserved, and no part of this may be used without permission.</p></footer>
    """

  @Test func theArticleIsToldFromTheRest() throws {
    let document = try read(Self.article)
    #expect(document.isPage)
    #expect(document.title.map { document.text[$0] } == "Ministers agree on a new bridge")
    #expect(
      document.blocks.filter(\.isRead).map(\.kind) == [.title, .paragraph, .heading, .paragraph, .paragraph])
    #expect(document.blocks.filter { !$0.isRead }.count == 3)
    #expect(document.notes.isEmpty)
    #expect(document.place(at: Int(document.blocks[1].span.start)) == "a.html, line 2 of its text")
  }

  @Test func aPageWithoutWordsIsAProblem() {
    for html in ["<html>", "<html><body><div id=root></div><script>go()</script><noscript>Turn it on</noscript>"] {
      guard case .failure(let problem) = read(Array(html.utf8)) else {
        Issue.record("read as a document")
        continue
      }
      #expect(problem.message.contains("without words") && problem.message.contains("save its text"))
    }
  }

  @Test func theCharacterSetIsTheOneThatThePageNames() throws {
    // "Москва" in Windows-1251, too short to be told from Windows-1252 for sure.
    let moscow: [UInt8] = [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]
    func page(_ head: String, _ body: [UInt8]) -> [UInt8] { Array("<html><head>\(head)</head><p>".utf8) + body }
    let named = try read(page("<meta charset=\"Windows-1251\">", moscow + [0x20, 0x93, 0xE9, 0x94])).get()
    #expect(named.text.bytes.starts(with: "Москва “й”".utf8))
    let western = page("<meta http-equiv=a content='text/html; charset=iso-8859-1'>", [0xCC, 0xEE])
    #expect(try read(western).get().text.bytes.starts(with: "Ìî".utf8))
    // What is UTF-8 is so whatever it says.
    let other = try read(page("<meta charset=iso-8859-1>", Array("Москва".utf8))).get()
    #expect(other.text.bytes.starts(with: "Москва".utf8))
    let unknown = try read(page("<meta charset=x-user-defined>", [0xED, 0xEF, 0xF3, 0xEB])).get()
    #expect(unknown.notes.contains { $0.contains("x-user-defined") })
  }

  @Test func hostilePagesEndAndTrapNothing() throws {
    let words = "<p>Some words here."
    let pages = [
      String(repeating: "<div>", count: 100_000) + words,
      String(repeating: "<div></x>", count: 2_000) + words,
      String(repeating: "<table><tr><td>", count: 2_000) + words,
      "<p" + (0..<5_000).map { " a\($0)" }.joined() + ">" + words,
      (0..<600).map { "<b a=\($0)>" }.joined() + String(repeating: "<p>x", count: 2_000) + words,
      "<script type=application/ld+json>" + String(repeating: "[", count: 100_000) + "</script>" + words,
      "<title>" + String(repeating: "A\u{1B}[31m", count: 10_000) + "</title>" + words,
      "<p title=\"" + words, "<!-- " + words, "<svg><p>\(words)<math></svg></svg>", "</p></br></html>\(words)</body>",
      "&#0;&#xD800;&#x110000;&#27;&nosuch; \(words)", "<",
    ]
    for page in pages {
      guard case .success(let document) = read(Array("<html><body>\(page)".utf8)) else { continue }
      #expect(String(validating: document.text.bytes, as: UTF8.self) != nil)
      #expect(document.blocks.allSatisfy { Int($0.span.end) <= document.text.count })
    }
    let nul = try read(Array("<html>\0<p>One\0two".utf8) + [0xFF]).get()
    #expect(nul.text[nul.text.span].hasPrefix("\u{FFFD}\nOne\u{FFFD}two"))
  }
}
