import Dossier
import Testing

@testable import Ingest

/// The article's own web address, as people leave it in a text.
@Suite struct AddressFinderTests {
  private static let body = String(repeating: "The mayor said that the bridge would open in May.\n\n", count: 20)
  private static let address = "https://news.example/2025/08/bridge?id=7"

  @Test(arguments: [
    "URL: \(address)", "url: \"\(address)\"", "Source: \(address)", "Link: <\(address)>", "Read more at \(address)",
    "Originally published at \(address).", "<\(address)>", "(\(address))", address, "SOURCE – \(address)",
    "Read the full article at: \(address)", "Источник: \(address)",
  ]) func itIsFoundAtTheHeadAndAtTheFoot(_ line: String) {
    for text in ["A Bridge Opens\n\n\(line)\n\n\(Self.body)", "A Bridge Opens\n\n\(Self.body)\n\(line)\n"] {
      #expect(AddressFinder.find(in: SourceText(text))?.address == Self.address)
    }
    #expect(AddressFinder.find(in: SourceText("---\ntitle: A\n\(line)\n---\n\(Self.body)"))?.address == Self.address)
  }

  @Test(arguments: [
    "See \(address) for more, the mayor said.", "Photo: \(address)", "https://news.example", "https://news.example/",
    "Source: Reuters", "ftp://news.example/a", "https://localhost/a", "https://news.example/a b",
    "\(address) \(address)",
  ]) func otherLinesGiveNone(_ line: String) {
    #expect(AddressFinder.find(in: SourceText("A Bridge Opens\n\n\(line)\n\n\(Self.body)")) == nil)
  }

  @Test func oneInTheMiddleOfTheTextIsOfSomethingElse() {
    #expect(AddressFinder.find(in: SourceText(Self.body + Self.address + "\n\n" + Self.body)) == nil)
  }

  @Test func oneThatIsNamedSoIsSurer() {
    let text = "https://other.example/x\nURL: \(Self.address)\n\n\(Self.body)"
    #expect(AddressFinder.find(in: SourceText(text))?.address == Self.address)
  }

  @Test func aLoadedArticleHasIt() throws {
    let bytes = Array("A Bridge Opens\n\n\(Self.address)\n\n\(Self.body)".utf8)
    let document = try Loader().document(bytes: bytes, path: "a.txt", name: "a", id: .init(0)).get()
    #expect(document.url == Self.address)
    #expect(document.blocks.count { $0.isRead && document.text[$0.span].contains("://") } == 0)
  }
}
