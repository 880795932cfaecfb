import Dossier
import Testing

@testable import Ingest

/// Saved pages that lost a tag or their end.
struct PageDamageTests {
  private static let paragraphs = """
    <p>The two ministers met in the old town hall and spoke for three hours about the new bridge over the river.</p>
    <p>They agreed that work should start in spring, and that both cities would pay an equal share of the cost.</p>
    <p>A second meeting is planned for the autumn, when the engineers will have finished their report.</p>
    """

  private func read(_ html: String) throws -> Document {
    try Loader().document(bytes: Array(html.utf8), path: "a.html", name: "a", id: Document.ID(0)).get()
  }

  private func damage(_ html: String) throws -> [String] {
    let document = try read(html)
    return document.flags.map { "\($0.kind.rawValue) at \(document.text[$0.span])" }
  }

  /// A page of whose furniture one part is left open, as a lost end tag leaves it.
  private func page(_ part: String) -> String {
    """
    <!doctype html><title>Ministers agree</title><body><main><h1>Ministers agree on a new bridge</h1>
    \(part)
    \(Self.paragraphs)</main><footer><p>All rights are reserved by the publisher of this page.</p></footer></body></html>
    """
  }

  @Test(arguments: ["aside class=related", "aside aria-hidden=true", "nav", "footer", "figure", "button", "noscript"])
  func whatAnUnclosedPartSwallowsIsRead(tag: String) throws {
    let name = tag.prefix { $0 != " " }
    let open = page("<\(tag)><a href=/x>Ten bridges</a>")
    let document = try read(open)
    let read = document.blocks.filter(\.isRead).map { document.text[$0.span] }
    #expect(read.filter { $0.hasSuffix("river.") || $0.hasSuffix("cost.") || $0.hasSuffix("report.") }.count == 3)
    #expect(try damage(open) == ["unclosed-part at Ten bridges"])
    #expect(document.flags[0].note.hasPrefix("the <\(name)> that begins here is never closed"))
    #expect(document.flags[0].kind.isGrave)
    #expect(try damage(page("<\(tag)><a href=/x>Ten bridges</a></\(name)>")) == [])
  }

  @Test func aPartThatIsCarelesslyLeftOpenIsNoDamage() throws {
    let page = page("<div><aside><a href=/x>Ten bridges</a></div>")
    #expect(try damage(page) == [])
    #expect(try read(page).blocks.filter { !$0.isRead }.count == 2)
  }

  /// The number of a line counts the headline that is put above the text.
  @Test func theFlagStandsWhereThePartBegins() throws {
    let page = """
      <html><meta property="og:title" content="A bridge for two cities"><body><aside><p>Ten other bridges</p>
      \(Self.paragraphs)</body></html>
      """
    #expect(try damage(page) == ["unclosed-part at Ten other bridges"])
    #expect(try read(page).text.bytes.starts(with: "A bridge for two cities\n".utf8))
  }

  @Test func aPageThatEndsInTheMiddleIsCutOff() throws {
    let whole = page("<div><p>The bridge is to be built within five years, said the mayors of both cities.</p></div>")
    #expect(try damage(whole) == [])
    for end in ["about the new", "river.</p>", "five years", "<p>A second", "</main><footer><p>All rights"] {
      let place = try #require(Array(whole.utf8).place(of: Array(end.utf8)))
      let document = try read(String(decoding: whole.utf8.prefix(place + end.utf8.count), as: UTF8.self))
      #expect(document.flags.map(\.kind) == [.truncated], "cut after \(end)")
      #expect(document.flags.first?.span == document.blocks.last?.span)
    }
  }

  @Test(arguments: ["<p>They agreed that work sho", "<p class=", "<p>They agreed.<", "<p>They agreed.</", "<!-- an ad"])
  func aPageWithoutEndTagsIsCutOffInsideAWordOrATag(end: String) throws {
    let page = "<!doctype html><title>Ministers agree</title>\(Self.paragraphs)"
    #expect(try damage(page) == [])
    #expect(try read(page + end).flags.map(\.kind) == [.truncated])
  }

  @Test(arguments: [
    "<p>They agreed.", "<ul><li>One<li>Two</ul>", "<table><tr><td>One<tr><td>Two</table>\n", "<p>They <b>agreed.",
    "<script>go()</script>", "<p>5 < 6.", "<h2>More</h2>",
  ])
  func optionalEndTagsMayBeLeftOut(end: String) throws {
    #expect(try damage("<!doctype html><title>Ministers agree</title>\(Self.paragraphs)\(end)") == [])
  }

  @Test func aPageThatIsCutOffBeforeItsWordsIsAProblem() {
    for html in ["<html><head><style>p { color", "<html><body><div id=root"] {
      let read = Loader().document(bytes: Array(html.utf8), path: "a.html", name: "a", id: Document.ID(0))
      guard case .failure(let problem) = read else {
        Issue.record("read as a document: \(html)")
        continue
      }
      #expect(problem.message == "a web page that is cut off before its first words; save it again")
    }
  }

  @Test func aPageThatIsCutOffInItsHeadTellsItsHeadlineAndThat() throws {
    let head = "<html><head><meta property=\"og:title\" content=\"A bridge for two cities\"><script>go("
    #expect(try damage(head) == ["truncated at A bridge for two cities"])
    #expect(try damage("<html><head><title>A bridge for tw") == ["truncated at A bridge for tw"])
  }
}
