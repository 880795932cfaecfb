internal import Glibc
internal import GRDB

/// What may be done to the file at a library's place.
public enum LibraryAccess: Sendable {
  /// Nothing is made and nothing set aside: there must be a library.
  case reading
  /// A library is begun where there is no file. A person named the place, so that a file which is no library is somebody
  /// else's and is left as it is; a damaged library is set aside.
  case named
  /// The place is the program's own: what cannot be read there, whatever it is, is set aside.
  case standard
}

/// Tells a library from the files that other programs and people have.
enum LibraryFile {
  /// A file that is none of ours, or none at all.
  struct Foreign: Error {
    var message: String
    /// Whether a file stands there that could be given another name.
    var isFile = true
  }

  /// What every SQLite file begins with (SQLite, *Database File Format*, 1.3).
  private static let header = Array("SQLite format 3\0".utf8)
  private static let remedy = "it is left as it is; name another file with --library"

  /// Looks at a file before SQLite does.
  /// - Throws: `Foreign` where it is no SQLite file, or is not there though it must be. A file that is not there yet, or is
  ///   empty, is none.
  static func check(_ path: String, for access: LibraryAccess) throws(Foreign) {
    // SQLite would take that for a file of its own that it deletes at the end.
    if path.isEmpty { throw Foreign(message: "an empty path; name a file with --library", isFile: false) }
    var info = stat()
    guard stat(path, &info) == 0 else {
      if access == .reading, errno == ENOENT || errno == ENOTDIR {
        throw Foreign(message: "there is no library; name another file with --library", isFile: false)
      }
      return
    }
    let kind = info.st_mode & S_IFMT
    guard kind == S_IFREG else {
      let message = kind == S_IFDIR ? "a folder; name a file in it" : "no regular file; name one with --library"
      throw Foreign(message: message, isFile: false)
    }
    if info.st_size == 0 {
      if access == .reading { throw Foreign(message: "an empty file, no library; name another with --library") }
      return
    }
    // A file that cannot be opened is SQLite's to speak of.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: header.count)
    let count = start.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count == header.count, start == header else { throw Foreign(message: "no library of crossread; \(remedy)") }
  }

  /// Looks at the tables before anything is written: a file without any was begun and not finished.
  /// - Throws: `Foreign` where they are another program's, or none are there though they must be.
  static func check(_ database: Database, for access: LibraryAccess) throws {
    let tables = try String.fetchSet(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    if tables.isSuperset(of: Schema.tables) { return }
    guard tables.isSubset(of: [Schema.migrations]) else {
      throw Foreign(message: "an SQLite file of another program, no library of crossread; \(remedy)")
    }
    if access == .reading { throw Foreign(message: "holds no library; name another file with --library") }
  }
}
