internal import Dossier
internal import Language

/// From whom documents are: what one source tells twice nobody else confirms.
enum Origins {
  /// Numbers documents by origin: reprints of one text are one, and so are the articles of one outlet.
  ///
  /// - Parameter documents: of one event, by number.
  /// - Returns: the origin of each. Cost: quadratic in the documents.
  static func of(_ documents: [Int], in dossier: Dossier, texts: [AnalysedText]) -> [Int: Int] {
    var origins: [Int: Int] = [:]
    var outlets: [String: Int] = [:]
    for (document, origin) in zip(documents, Shingles.origins(of: documents.map { texts[$0] })) {
      let article = dossier.documents[document]
      let outlet = article.source?.name ?? article.url.flatMap(host)
      origins[document] = outlet.flatMap { outlets[$0] } ?? documents[origin]
      if let outlet { outlets[outlet] = origins[document] }
    }
    return origins
  }

  /// `example.org` of `https://www.example.org/2024/story`.
  private static func host(of url: String) -> String? {
    let parts = url.split(separator: "/")
    guard parts.count > 1 else { return nil }
    return parts[1].hasPrefix("www.") ? String(parts[1].dropFirst(4)) : String(parts[1])
  }
}
