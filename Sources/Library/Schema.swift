import GRDB

/// The tables, version by version. A version that has been released never changes; a new one is added below it.
enum Schema {
  /// The tables by which a library is known, in every version.
  static let tables: Set<String> = [migrations, "annotation", "anchor"]
  /// Where GRDB notes which versions a file has gone through.
  static let migrations = "grdb_migrations"

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
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
          """)
    }
    migrator.registerMigration("2") { database in
      try database.execute(
        sql: """
          CREATE TABLE session (
            "set" TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY ("set", name)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE sitting (
            "set" TEXT PRIMARY KEY, saved INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }
}
