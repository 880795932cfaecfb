/// A page that a browser saved as a single file, with its pictures: MHTML (RFC 2557), `.mhtml` or `.mht`.
struct PageArchive {
  /// The bytes of the page itself.
  var html: [UInt8]
  /// The character set that the archive says the page is in, in lower case.
  var charset: String?
  /// Where the page was saved from.
  var address: String?

  /// Parts in parts beyond this depth are not looked into.
  private static let deepest = 8

  /// Whether bytes are an archive of a page: they open with the header fields of one.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    guard let fields = MIMEFields.read(bytes[...])?.fields, fields["mime-version"] != nil else { return false }
    return ["multipart/related", "text/html"].contains(fields.kind(of: "content-type"))
  }

  /// Takes the page out of an archive. Cost: O(bytes).
  /// - Returns: the page, cut off where the archive is, or why there is none in it.
  static func read(_ bytes: [UInt8]) -> Result<PageArchive, NotText> {
    func problem(_ what: String) -> Result<PageArchive, NotText> {
      .failure(NotText(message: "a page in a single file (MHTML) \(what); save the page again"))
    }
    guard let (fields, body) = MIMEFields.read(bytes[...]) else { return problem("without a header") }
    let whole = MIMEPart(fields: fields, body: bytes[body...])
    let pages = whole.leaves(depth: deepest).filter { $0.fields.kind(of: "content-type") == "text/html" }
    let start = fields.parameter("start", of: "content-type")
    guard let page = pages.first(where: { start != nil && $0.fields["content-id"] == start }) ?? pages.first else {
      return problem("with no page in it")
    }
    let name = page.fields.kind(of: "content-transfer-encoding")
    guard let encoding = TransferEncoding(named: name) else {
      return problem("in an encoding that cannot be read here, \(name ?? "")")
    }
    let html = encoding.decode(page.body)
    guard html.contains(where: { $0 > 0x20 }) else { return problem("with nothing in it") }
    return .success(
      PageArchive(
        html: html, charset: page.fields.parameter("charset", of: "content-type")?.lowercased(),
        address: fields["snapshot-content-location"] ?? page.fields["content-location"]))
  }
}
