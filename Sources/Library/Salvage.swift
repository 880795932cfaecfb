import Dossier
import Glibc
import GRDB

/// Reads what can be read of a damaged library.
enum Salvage {
  /// The annotations that are whole: their own row and at least one of their anchors. The file stays as it is.
  static func annotations(in path: String) -> [Annotation] {
    var configuration = Configuration()
    configuration.readonly = true
    defer { clean(path) }
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return [] }
    var anchors: [String: [Int64: Anchor]] = [:]
    each(of: "anchor", by: "annotation, place", in: queue) { row in
      if let (id, place, anchor) = AnnotationRows.anchor(row) { anchors[id, default: [:]][place] = anchor }
    }
    var annotations: [String: Annotation] = [:]
    each(of: "annotation", by: "id", in: queue) { row in
      if let annotation = AnnotationRows.annotation(row) { annotations[annotation.id.digits] = annotation }
    }
    let whole = annotations.compactMap { id, annotation -> Annotation? in
      guard let places = anchors[id] else { return nil }
      var annotation = annotation
      annotation.anchors = places.sorted { $0.key < $1.key }.map(\.value)
      return annotation
    }
    return whole.sorted { ($0.made, $0.id) < ($1.made, $1.id) }
  }

  /// Gives the rows of a table from its beginning to where it is damaged, and from its end back to there.
  private static func each(of table: String, by key: String, in queue: DatabaseQueue, _ take: (Row) -> Void) {
    let back = key.split(separator: ", ").map { "\($0) DESC" }.joined(separator: ", ")
    for order in [key, back] {
      // Where the damage begins nothing more is to be had: that is no error here.
      try? queue.read { database in
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY \(order)")
        while let row = try rows.next() { take(row) }
      }
    }
  }

  /// Takes away what SQLite put beside the file to read it.
  private static func clean(_ path: String) {
    unlink(path + "-shm")
    var log = stat()
    if stat(path + "-wal", &log) == 0, log.st_size == 0 { unlink(path + "-wal") }
  }
}
