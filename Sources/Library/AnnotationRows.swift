import Dossier
import GRDB

/// Annotations as rows of the tables `annotation` and `anchor`.
enum AnnotationRows {
  static func insert(_ annotation: Annotation, in database: Database) throws {
    try delete(annotation.id, in: database)
    try database.execute(
      sql: "INSERT INTO annotation (id, made, subject, kind, value) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        annotation.id.digits, annotation.made, annotation.subject.rawValue, annotation.content.kind,
        annotation.content.value,
      ])
    for (place, anchor) in annotation.anchors.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO anchor (annotation, place, hash, path, start, "end", words, "before", "after", sketch, file)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          annotation.id.digits, place, anchor.contentHash, anchor.path, Int64(anchor.span.start),
          Int64(anchor.span.end), anchor.words, anchor.before, anchor.after, anchor.text.sketch.digits,
          OpenFiles.fullPath(of: anchor.path) ?? "",
        ])
    }
  }

  static func delete(_ id: Annotation.ID, in database: Database) throws {
    try database.execute(sql: "DELETE FROM annotation WHERE id = ?", arguments: [id.digits])
  }

  /// The identities of the annotations on these documents: made in the same text or an earlier version of it, wherever that
  /// lay, or in the very file that one of them is read from, whatever it says now.
  static func identities(on documents: [Document], _ database: Database) throws -> Set<String> {
    // A file that cannot be written may be of a version that had no samples and no full paths.
    let known = Set(try database.columns(in: "anchor").map(\.name))
    let columns = ["hash", "path", "sketch", "file"].filter(known.contains)
    let texts = try Row.fetchAll(database, sql: "SELECT DISTINCT \(columns.joined(separator: ", ")) FROM anchor")
    guard !texts.isEmpty else { return [] }
    var finder = KeptTextFinder(documents)
    var files = OpenFiles(documents)
    var identities: Set<String> = []
    for row in texts {
      guard let text = keptText(row) else { continue }
      guard finder.isOpen(text) || files.contain(string("file", row) ?? "", calledOnce: text.path) else { continue }
      identities.formUnion(
        try String.fetchSet(
          database,
          sql: "SELECT annotation FROM anchor WHERE \(columns.map { "\($0) = ?" }.joined(separator: " AND "))",
          arguments: StatementArguments(columns.map { row[$0] as DatabaseValue })))
    }
    return identities
  }

  /// All annotations, or those of some identities, oldest first. A kind or subject of which this version knows nothing is
  /// left in the file and not shown.
  static func fetch(_ database: Database, _ wanted: Set<String>? = nil) throws -> [Annotation] {
    var anchors: [String: [Anchor]] = [:]
    let places = try Row.fetchCursor(database, sql: "SELECT * FROM anchor ORDER BY annotation, place")
    while let row = try places.next() {
      guard let (id, _, anchor) = anchor(row), wanted?.contains(id) ?? true else { continue }
      anchors[id, default: []].append(anchor)
    }
    var annotations: [Annotation] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM annotation ORDER BY made, id")
    while let row = try rows.next() {
      guard var annotation = annotation(row), wanted?.contains(annotation.id.digits) ?? true else { continue }
      annotation.anchors = anchors[annotation.id.digits] ?? []
      annotations.append(annotation)
    }
    return annotations
  }

  // MARK: One row

  /// The annotation of a row of `annotation`, without its anchors; `nil` where the row is damaged or of an unknown kind or
  /// subject.
  static func annotation(_ row: Row) -> Annotation? {
    guard let id = string("id", row), let made = integer("made", row), let kind = string("kind", row),
      let value = string("value", row), let content = Annotation.Content(kind: kind, value: value)
    else { return nil }
    // A file that cannot be written may be of a version in which everything was on passages.
    let name = row.hasColumn("subject") ? string("subject", row) : Annotation.Subject.passages.rawValue
    guard let subject = name.flatMap(Annotation.Subject.init(rawValue:)) else { return nil }
    return Annotation(id: .init(digits: id), made: made, subject: subject, anchors: [], content: content)
  }

  /// The anchor of a row of `anchor`, whose it is and which of its anchors; `nil` where the row is damaged.
  static func anchor(_ row: Row) -> (annotation: String, place: Int64, anchor: Anchor)? {
    guard let id = string("annotation", row), let place = integer("place", row), let text = keptText(row),
      let start = integer("start", row), let end = integer("end", row), 0 <= start, start <= end,
      end <= Int64(UInt32.max), let words = string("words", row), let before = string("before", row),
      let after = string("after", row)
    else { return nil }
    let span = Span(Int(start), Int(end))
    return (id, place, Anchor(text: text, span: span, words: words, before: before, after: after))
  }

  private static func keptText(_ row: Row) -> KeptText? {
    guard let hash = string("hash", row), let path = string("path", row) else { return nil }
    // A file that cannot be written may be of a version that had no samples.
    return KeptText(contentHash: hash, path: path, sketch: TextSketch(digits: string("sketch", row) ?? ""))
  }

  private static func string(_ name: String, _ row: Row) -> String? {
    value(name, row).flatMap(String.fromDatabaseValue)
  }
  private static func integer(_ name: String, _ row: Row) -> Int64? {
    value(name, row).flatMap(Int64.fromDatabaseValue)
  }
  private static func value(_ name: String, _ row: Row) -> DatabaseValue? {
    row.hasColumn(name) ? row[name] as DatabaseValue : nil
  }
}
