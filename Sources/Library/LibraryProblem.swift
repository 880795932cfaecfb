internal import GRDB

/// Why the library could not keep or give something, as one clear line.
public struct LibraryProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The library file.
  public var path: String
  /// What is wrong and what to do.
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  /// Says in plain words what SQLite, or a look at the file, found wrong.
  init(path: String, _ error: any Error) {
    switch error {
    case let problem as LibraryProblem: self = problem
    case let foreign as LibraryFile.Foreign: self.init(path: path, message: foreign.message)
    case let error as DatabaseError: self.init(path: path, message: Self.words(for: error))
    default: self.init(path: path, message: "\(error)")
    }
  }

  public var description: String { "\(path.isEmpty ? "--library" : path): \(message)" }

  private static func words(for error: DatabaseError) -> String {
    switch error.resultCode {
    case .SQLITE_FULL: "the disk is full; make room, and it is tried again with the next change"
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      "cannot be written; give write permission or use another --library"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "another program holds it; close that or try again"
    case .SQLITE_IOERR:
      "cannot be read or written: the disk is full or reports an error; it is tried again with the next change"
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: "damaged; the reader's next start sets it aside and begins a new one"
    default: error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
  }
}
