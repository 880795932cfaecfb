import Glibc
import GRDB

/// Where a person stood in each set of articles, as rows of the tables `session` and `sitting`.
enum SessionRows {
  /// Sets that are remembered; of more the longest unopened are forgotten.
  static let limit = 200

  /// The name of the value that says what was opened.
  private static let opened = "opened"

  static func replace(_ values: [String: String], of set: LibrarySet, in database: Database) throws {
    let opened = [Self.opened: set.opened]
    let (set, values) = (set.key, values.merging(opened) { $1 })
    try forget(set, in: database)
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      try database.execute(sql: "INSERT INTO session VALUES (?, ?, ?)", arguments: [set, name, value])
    }
    try database.execute(sql: "INSERT INTO sitting VALUES (?, ?)", arguments: [set, Int64(time(nil))])
    let old = try String.fetchAll(
      database, sql: "SELECT \"set\" FROM sitting ORDER BY saved DESC, \"set\" LIMIT -1 OFFSET ?", arguments: [limit])
    for set in old { try forget(set, in: database) }
  }

  /// Where a person stood in a set; where that is not known, in the set that was opened last of the same name.
  static func fetch(_ set: LibrarySet, in database: Database) throws -> [String: String] {
    // A file that cannot be written may be of a version that had no sessions.
    guard try database.tableExists("session"), try database.tableExists("sitting") else { return [:] }
    let values = try fetch(set.key, in: database)
    guard values.isEmpty else { return values }
    let last = try String.fetchOne(
      database,
      sql: """
        SELECT "set" FROM session JOIN sitting USING ("set") WHERE name = ? AND value = ?
        ORDER BY saved DESC, "set" LIMIT 1
        """, arguments: [opened, set.opened])
    return try last.map { try fetch($0, in: database) } ?? [:]
  }

  private static func fetch(_ set: String, in database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM session WHERE \"set\" = ?", arguments: [set])
    return Dictionary(rows.map { ($0["name"], $0["value"]) }) { first, _ in first }
  }

  private static func forget(_ set: String, in database: Database) throws {
    try database.execute(sql: "DELETE FROM session WHERE \"set\" = ?", arguments: [set])
    try database.execute(sql: "DELETE FROM sitting WHERE \"set\" = ?", arguments: [set])
  }
}
