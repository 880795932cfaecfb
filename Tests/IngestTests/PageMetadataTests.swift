import Dossier
import Testing

@testable import Ingest

/// What saved pages say of themselves.
struct PageMetadataTests {
  private static let body = """
    <h1>Ministers agree on a new bridge</h1><p>By Anna Kowalska and Ben Ode</p>
    <p>The two ministers met in the old town hall and spoke for three hours about the new bridge over the river.</p>
    <p>They agreed that work should start in spring, and that both cities would pay an equal share of the cost.</p>
    <p>A second meeting is planned for the autumn, when the engineers will have finished their report.</p>
    """

  private func read(_ head: String, _ body: String = Self.body) throws -> Document {
    let html = "<!doctype html><html><head>\(head)</head><body>\(body)"
    return try Loader().document(bytes: Array(html.utf8), path: "a.html", name: "a", id: Document.ID(0)).get()
  }

  private func metadata(_ html: String) throws -> PageMetadata {
    try WebPage.read(DecodedText(bytes: Array("<!doctype html><html>\(html)<p>Words".utf8))).get().metadata
  }

  @Test func linkedDataAreReadFirst() throws {
    let document = try read(
      """
      <title>Bridge!</title><meta property="og:site_name" content="The Daily Example">
      <link rel=canonical href="https://example.org/bridge">
      <meta property="article:published_time" content="2024-03-17T09:00:00+01:00">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "Example"}, {"@type": "Person", "@id": "#ben", "name": "Ben Ode"},
        {"@type": ["NewsArticle"], "headline": "Ministers agree on a new bridge", "datePublished": "2024-03-15T10:00:00-04:00",
         "author": [{"@type": "Person", "name": "Anna Kowalska"}, {"@id": "#ben"}], "publisher": {"name": "Example Media Ltd"}}
      ]}</script>
      """)
    #expect(document.title.map { document.text[$0] } == "Ministers agree on a new bridge")
    #expect(
      document.published == Published(date: PartialDate(year: 2024, month: 3, day: 15), basis: .metadata, span: nil))
    #expect(document.source == Source(name: "The Daily Example", basis: .metadata, span: nil))
    #expect(document.author.map { document.text[$0] } == "Anna Kowalska and Ben Ode")
    #expect(document.url == "https://example.org/bridge")
  }

  @Test func metaElementsAndMarkedElementsServeToo() throws {
    let page = try metadata(
      """
      <meta name=author content="By Anna Kowalska,"><meta property=og:url content="https://www.example.org/2024/03/15/bridge">
      <h1>The Example</h1><h2>A new bridge for all</h2><title>A new bridge for all - The Example</title>
      """)
    #expect(page.authors == ["Anna Kowalska"])
    #expect(page.published == PartialDate(year: 2024, month: 3, day: 15))
    #expect(page.outlet == nil && page.host == "example.org")
    #expect(
      try metadata("<!-- saved from url=(0026)https://example.org/bridge -->").address == "https://example.org/bridge")
    #expect(page.titles.first == "A new bridge for all")
    let marked = try metadata(
      "<abbr class='published updated' title='2023-07-01T10:00:00+0000'>Saturday</abbr><a rel=author>Ben Ode</a>")
    #expect(marked.published == PartialDate(year: 2023, month: 7, day: 1) && marked.authors == ["Ben Ode"])
    #expect(
      try metadata("<time datetime='2022-01-31'>today</time>").published == PartialDate(year: 2022, month: 1, day: 31))
  }

  /// Late in the evening the day at Greenwich is the next.
  @Test func theDayIsThatOfTheOutlet() throws {
    let page = try metadata(
      """
      <meta property=article:published_time content="2023-11-09T02:11:03+00:00">
      <time datetime="2023-11-09T08:40:00-05:00">now</time><time datetime="2023-11-08T21:11:03-05:00">yesterday</time>
      """)
    #expect(page.published == PartialDate(year: 2023, month: 11, day: 8))
  }

  /// A headline that stands in no heading is still the title, and the site's name behind it the outlet.
  @Test func aHeadlineThatThePageDoesNotShowStandsAboveIt() throws {
    let body = "<nav>Home | News | Sport</nav><div>Home | News | Sport</div>" + Self.body.split(separator: "</h1>")[1]
    let document = try read("<title>Storm kills\n 12 in Dunville - The Dunville Echo</title>", String(body))
    #expect(document.title.map { document.text[$0] } == "Storm kills 12 in Dunville")
    #expect(document.source?.name == "The Dunville Echo")
    #expect(document.text.line(at: Int(document.title?.start ?? 99)) == 1)
    // The lines below are what they were.
    #expect(
      document.blocks.contains { document.text[$0.span].hasPrefix("The two ministers met") && $0.kind == .paragraph })
    let seen = try read("<title>Ministers agree on a new bridge - The Echo</title>")
    #expect(seen.text.line(at: Int(seen.title?.start ?? 99)) == 1)
    #expect(document.text.count - seen.text.count < 40)
  }

  @Test func withoutMetadataTheTextTells() throws {
    let document = try read("", "<p>Published: 4 May 2021, 10:15</p>" + Self.body)
    #expect(document.title.map { document.text[$0] } == "Ministers agree on a new bridge")
    #expect(document.published?.date == PartialDate(year: 2021, month: 5, day: 4))
    #expect(document.author.map { document.text[$0] } == "Anna Kowalska and Ben Ode")
    #expect(document.source == nil && document.url == nil)
  }

  @Test func hostileMetadataAreHarmless() throws {
    let long = String(repeating: "Long ", count: 5_000)
    let document = try read(
      """
      <meta property=og:site_name content="The&#27;[31m Daily&#10;Example"><meta name=author content="\(long)">
      <meta name=date content="99999999999999999999-99-99"><link rel=canonical href="javascript:alert(1)">
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": 7, "author": [[["x"]]], "publisher": null}</script>
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "\(long)", "datePublished": {}</script>
      """)
    #expect(document.source?.name == "The[31m Daily Example")
    #expect(document.published == nil && document.url == nil)
    #expect(document.title.map { document.text[$0] } == "Ministers agree on a new bridge")
  }

  @Test func jsonIsReadStrictly() {
    #expect(
      JSON(#" {"a": [1, -2.5e3, true, null], "b": "x\n\"\u00e9\ud83d\ude00\ud83d"} "#)
        == .object([
          ("a", .array([.number("1"), .number("-2.5e3"), .bool(true), .null])), ("b", .string("x\n\"é😀\u{FFFD}")),
        ]))
    #expect(JSON("[]") == .array([]) && JSON("{}") == .object([]))
    for text in [
      "", "{", "[1,]", "{\"a\" 1}", "\"a", "nul", "[1] 2", "{a: 1}", "\"\\u00\"", String(repeating: "[", count: 1000),
    ] {
      #expect(JSON(text) == nil)
    }
    #expect(JSON(#"{"a": {"b": "c"}}"#)?["a"]?["b"]?.string == "c")
  }
}
