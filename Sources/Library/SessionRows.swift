import Glibc
import GRDB

/// Where a person stood in each set of articles, as rows of the tables `session` and `sitting`.
enum SessionRows {
  /// Sets that are remembered; of more the longest unopened are forgotten.
  static let limit = 200

  static func replace(_ values: [String: String], of set: String, in database: Database) throws {
    try forget(set, in: database)
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      try database.execute(sql: "INSERT INTO session VALUES (?, ?, ?)", arguments: [set, name, value])
    }
    try database.execute(sql: "INSERT INTO sitting VALUES (?, ?)", arguments: [set, Int64(time(nil))])
    let old = try String.fetchAll(
      database, sql: "SELECT \"set\" FROM sitting ORDER BY saved DESC, \"set\" LIMIT -1 OFFSET ?", arguments: [limit])
    for set in old { try forget(set, in: database) }
  }

  static func fetch(_ set: String, in database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM session WHERE \"set\" = ?", arguments: [set])
    return Dictionary(rows.map { ($0["name"], $0["value"]) }) { first, _ in first }
  }

  private static func forget(_ set: String, in database: Database) throws {
    try database.execute(sql: "DELETE FROM session WHERE \"set\" = ?", arguments: [set])
    try database.execute(sql: "DELETE FROM sitting WHERE \"set\" = ?", arguments: [set])
  }
}
