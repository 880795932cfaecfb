import GRDB

/// The tables, version by version. A version that has been released never changes; a new one is added below it.
enum Schema {
  /// The tables by which a library is known, in every version.
  static let tables: Set<String> = [migrations, "annotation", "anchor"]
  /// Notes which versions a file has gone through, by the name that GRDB gives to it.
  static let migrations = "grdb_migrations"

  private static let versions: [(name: String, sql: String)] = [
    (
      "1",
      """
      CREATE TABLE annotation (
        id TEXT PRIMARY KEY, made INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE anchor (
        annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE, place INTEGER NOT NULL,
        hash TEXT NOT NULL, path TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        words TEXT NOT NULL, "before" TEXT NOT NULL, "after" TEXT NOT NULL,
        PRIMARY KEY (annotation, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX anchor_hash ON anchor (hash);
      CREATE INDEX anchor_path ON anchor (path);
      """
    ),
    (
      "2",
      """
      CREATE TABLE session (
        "set" TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY ("set", name)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE sitting (
        "set" TEXT PRIMARY KEY, saved INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """
    ),
    (
      "3",
      """
      ALTER TABLE anchor ADD COLUMN sketch TEXT NOT NULL DEFAULT '';
      ALTER TABLE anchor ADD COLUMN file TEXT NOT NULL DEFAULT '';
      """
    ),
    (
      "4",
      """
      ALTER TABLE annotation ADD COLUMN subject TEXT NOT NULL DEFAULT 'passages';
      """
    ),
  ]

  /// Which versions a file has gone through, and whether a later program has made it.
  enum Standing {
    case current
    /// These are missing, the first ones or the last.
    case behind(ArraySlice<(name: String, sql: String)>)
    case ahead
  }

  /// Looks how far a file is.
  /// - Parameter limit: the last version that counts; for tests of older files.
  static func standing(of database: Database, upTo limit: String? = nil) throws -> Standing {
    let wanted = versions[...(versions.firstIndex { $0.name == limit } ?? versions.count - 1)]
    // GRDB remembers which tables there are, and another program may just have made them.
    let isBegun = try Bool.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_master WHERE name = ?", arguments: [migrations])
    let done = isBegun == true ? try Self.done(database) : []
    if !done.isSubset(of: Set(versions.map(\.name))) { return .ahead }
    let missing = wanted.drop { done.contains($0.name) }
    return missing.isEmpty ? .current : .behind(missing)
  }

  /// Brings a file to the present version, all or nothing. Of several programs that begin a library at once one does it, and
  /// the others wait for that.
  static func migrate(_ database: Database, upTo limit: String? = nil) throws {
    try database.inTransaction(.immediate) {
      guard case .behind(let missing) = try standing(of: database, upTo: limit) else { return .commit }
      try database.execute(
        sql: "CREATE TABLE IF NOT EXISTS \(migrations) (identifier TEXT NOT NULL PRIMARY KEY)")
      for version in missing {
        try database.execute(sql: version.sql)
        try database.execute(sql: "INSERT INTO \(migrations) VALUES (?)", arguments: [version.name])
      }
      return .commit
    }
  }

  private static func done(_ database: Database) throws -> Set<String> {
    try String.fetchSet(database, sql: "SELECT identifier FROM \(migrations)")
  }
}
