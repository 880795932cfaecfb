import Dossier
import FoundationEssentials
import Terminal

/// One line of an import, as `AnnotationJSON` writes it.
struct AnnotationRecord: Decodable {
  private var id: String
  private var made: Double
  /// Nothing says passages.
  private var subject: String?
  private var kind: String
  private var value: String
  private var anchors: [Place]

  private struct Place: Decodable {
    var hash: String
    var path: String
    var start: Double
    var end: Double
    var words: String
    var before: String
    var after: String
    /// Exports of before did not have it.
    var sketch: String?

    /// - Parameter name: what to call it.
    func anchor(_ name: String) throws(Problem) -> Anchor {
      // Numbers are read as what JSON has, so that one that is no offset can be named.
      guard let start = UInt32(exactly: start) else { throw Problem(message: "\"\(name).start\" is no offset") }
      guard let end = UInt32(exactly: end) else { throw Problem(message: "\"\(name).end\" is no offset") }
      if start > end { throw Problem(message: "\"\(name).start\" is after its \"end\"") }
      return Anchor(
        text: KeptText(contentHash: hash, path: path, sketch: TextSketch(digits: sketch ?? "")),
        span: Span(start: start, end: end), words: words, before: before, after: after)
    }
  }

  /// Why a line is no annotation.
  struct Problem: Error {
    var message: String
  }

  /// Reads a line.
  static func annotation(_ line: [UInt8]) throws(Problem) -> Annotation {
    do {
      return try JSONDecoder().decode(AnnotationRecord.self, from: Data(line)).annotation()
    } catch let problem as Problem {
      throw problem
    } catch let error as DecodingError {
      throw Problem(message: Self.words(for: error))
    } catch {
      throw Problem(message: "not valid JSON")
    }
  }

  private func annotation() throws(Problem) -> Annotation {
    if id.isEmpty { throw Problem(message: "\"id\" is empty") }
    guard let content = Annotation.Content(kind: kind, value: value) else {
      let isKind = Annotation.Content(kind: kind, value: Annotation.Verdict.unsure.rawValue) != nil
      let (name, word) = isKind ? ("value", value) : ("kind", kind)
      throw Problem(message: "\"\(name)\" is “\(Sanitiser.line(word))”, which no annotation has")
    }
    let name = subject ?? Annotation.Subject.passages.rawValue
    guard let subject = Annotation.Subject(rawValue: name) else {
      throw Problem(message: "\"subject\" is “\(Sanitiser.line(name))”, which no annotation has")
    }
    if anchors.isEmpty { throw Problem(message: "\"anchors\" is empty: it stands on nothing") }
    guard let made = Int64(exactly: made) else { throw Problem(message: "\"made\" is not a whole number") }
    let anchors = try anchors.enumerated().map { number, place throws(Problem) in
      try place.anchor("anchors[\(number)]")
    }
    return Annotation(id: .init(digits: id), made: made, subject: subject, anchors: anchors, content: content)
  }

  private static func words(for error: DecodingError) -> String {
    func name(_ path: [any CodingKey]) -> String {
      let name = path.reduce("") { name, key in
        key.intValue.map { "\(name)[\($0)]" } ?? (name.isEmpty ? key.stringValue : "\(name).\(key.stringValue)")
      }
      return name.isEmpty ? "the line" : "\"\(name)\""
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(name(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context): return "\(name(context.codingPath)) is null"
    case .typeMismatch(let type, let context):
      return "\(name(context.codingPath)) is not \(Self.words(for: type))"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "not valid JSON" : "\(name(context.codingPath)) is wrong"
    @unknown default: return "not an annotation"
    }
  }

  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Double.Type: "a number"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}
