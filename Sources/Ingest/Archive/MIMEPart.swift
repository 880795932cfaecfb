/// A part of a message: header fields and what they describe.
struct MIMEPart {
  /// No page has so many pictures, styles and frames.
  private static let most = 10_000

  var fields: MIMEFields
  var body: ArraySlice<UInt8>

  /// The parts that hold no parts, in order. Cost: O(bytes · depth).
  func leaves(depth: Int) -> [MIMEPart] {
    guard fields.kind(of: "content-type")?.hasPrefix("multipart/") == true else { return [self] }
    guard depth > 0, let boundary = fields.parameter("boundary", of: "content-type"), !boundary.isEmpty else {
      return []
    }
    return parts(boundary: Array("--\(boundary)".utf8)).flatMap { $0.leaves(depth: depth - 1) }
  }

  /// What stands between lines that begin with the boundary; a last part without one runs to the end.
  private func parts(boundary: [UInt8]) -> [MIMEPart] {
    var parts: [MIMEPart] = []
    var start: Int?
    var line = body.startIndex
    func end(at end: Int) {
      guard let start, let (fields, first) = MIMEFields.read(body[start..<end]) else { return }
      parts.append(MIMEPart(fields: fields, body: body[first..<end]))
    }
    while line < body.endIndex, parts.count < Self.most {
      let next = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<next].starts(with: boundary) {
        let rest = body[line..<next].dropFirst(boundary.count)
        let isLast = rest.starts(with: [0x2D, 0x2D])
        if isLast || rest.allSatisfy(Letters.isSpace) {
          end(at: line)
          if isLast { return parts }
          start = next
        }
      }
      line = next
    }
    end(at: body.endIndex)
    return parts
  }
}
