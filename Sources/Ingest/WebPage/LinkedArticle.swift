/// What JSON-LD (schema.org) says of the article of a page.
struct LinkedArticle: Equatable {
  var headline: String?
  var published: String?
  var authors: [String] = []
  var publisher: String?
  var address: String?

  /// Types that are articles, as the ends of their names.
  private static let types = ["Article", "BlogPosting", "Report", "LiveBlogPosting", "Review"]
  /// Nodes that are looked at.
  private static let most = 2_000

  /// The article in the blocks of a page; of several the first that has a headline.
  init?(_ blocks: [String]) {
    let nodes = Nodes(blocks.compactMap { JSON(Self.unwrapped($0)) })
    let articles = nodes.all.filter { node in Self.isArticle(node) }
    guard let article = articles.first(where: { $0["headline"] != nil }) ?? articles.first else { return nil }
    headline = Self.line(article["headline"]) ?? Self.line(article["name"])
    published = Self.line(article["datePublished"]) ?? Self.line(article["dateCreated"])
    authors = (article["author"] ?? article["creator"])?.elements.compactMap { nodes.name(of: $0) } ?? []
    publisher =
      (article["publisher"] ?? article["sourceOrganization"])?.elements.lazy.compactMap { nodes.name(of: $0) }.first
    address =
      article["url"]?.string ?? article["mainEntityOfPage"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
  }

  /// Old pages hide their scripts in comments and CDATA.
  private static func unwrapped(_ block: String) -> String {
    guard let start = block.firstIndex(where: { $0 == "{" || $0 == "[" }), !block.hasPrefix("{"), !block.hasPrefix("["),
      let end = block.lastIndex(where: { $0 == "}" || $0 == "]" }), start < end
    else { return block }
    return String(block[start...end])
  }

  private static func isArticle(_ node: JSON) -> Bool {
    node["@type"]?.elements.contains { type in types.contains { type.string?.hasSuffix($0) == true } } == true
  }

  private static func line(_ value: JSON?) -> String? {
    guard let string = value?.elements.first?.string, string.utf8.count <= PageFacts.longest else { return nil }
    let line = PageFacts.line(string)
    return line.isEmpty ? nil : line
  }

  /// All objects, outermost first, and which of them other objects may point at.
  private struct Nodes {
    var all: [JSON] = []
    private var byID: [String: JSON] = [:]

    init(_ values: [JSON]) {
      var queue = values[...]
      while let value = queue.popFirst(), all.count < LinkedArticle.most {
        switch value {
        case .array(let elements): queue += elements
        case .object(let members):
          all.append(value)
          if let id = value["@id"]?.string, members.count > 1, byID[id] == nil { byID[id] = value }
          queue += members.map(\.value)
        default: break
        }
      }
    }

    /// The name of a person or organisation, given by itself, as an object or as a pointer to one.
    func name(of value: JSON) -> String? {
      if value.string != nil { return LinkedArticle.line(value) }
      return LinkedArticle.line(value["name"])
        ?? value["@id"]?.string.flatMap { byID[$0] }.flatMap { LinkedArticle.line($0["name"]) }
    }
  }
}
