import Dossier
import GRDB

/// Annotations as rows of the tables `annotation` and `anchor`.
enum AnnotationRows {
  static func insert(_ annotation: Annotation, in database: Database) throws {
    try delete(annotation.id, in: database)
    try database.execute(
      sql: "INSERT INTO annotation (id, made, kind, value) VALUES (?, ?, ?, ?)",
      arguments: [annotation.id.digits, annotation.made, annotation.content.kind, annotation.content.value])
    for (place, anchor) in annotation.anchors.enumerated() {
      try database.execute(
        sql: "INSERT INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          annotation.id.digits, place, anchor.contentHash, anchor.path, Int64(anchor.span.start),
          Int64(anchor.span.end), anchor.words, anchor.before, anchor.after,
        ])
    }
  }

  static func delete(_ id: Annotation.ID, in database: Database) throws {
    try database.execute(sql: "DELETE FROM annotation WHERE id = ?", arguments: [id.digits])
  }

  /// The texts that each annotation is on.
  static func texts(_ database: Database) throws -> [(annotation: String, hash: String, path: String)] {
    try Row.fetchAll(database, sql: "SELECT annotation, hash, path FROM anchor").map { row in
      (row["annotation"], row["hash"], row["path"])
    }
  }

  /// All annotations, or those of some identities, oldest first. A kind of which this version knows nothing is left in the
  /// file and not shown.
  static func fetch(_ database: Database, _ wanted: Set<String>? = nil) throws -> [Annotation] {
    var anchors: [String: [Anchor]] = [:]
    let places = try Row.fetchCursor(database, sql: "SELECT * FROM anchor ORDER BY annotation, place")
    while let row = try places.next() {
      let start: Int64 = row["start"]
      let end: Int64 = row["end"]
      guard 0 <= start, start <= end, end <= Int64(UInt32.max) else { continue }
      let anchor = Anchor(
        contentHash: row["hash"], path: row["path"], span: Span(Int(start), Int(end)), words: row["words"],
        before: row["before"], after: row["after"])
      anchors[row["annotation"], default: []].append(anchor)
    }
    var annotations: [Annotation] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM annotation ORDER BY made, id")
    while let row = try rows.next() {
      guard let content = Annotation.Content(kind: row["kind"], value: row["value"]) else { continue }
      let id: String = row["id"]
      guard wanted?.contains(id) ?? true else { continue }
      annotations.append(
        Annotation(id: .init(digits: id), made: row["made"], anchors: anchors[id] ?? [], content: content))
    }
    return annotations
  }
}
