public import Dossier
import Glibc
import GRDB

/// What must outlive the run: what a person added, in one SQLite file.
///
/// Every change is on the disk when the call returns (write-ahead log, full sync): a crash or a kill loses nothing. Several
/// copies of the program may share one file; a writer waits up to five seconds for another.
public final class Library: Sendable {
  /// The file.
  public let path: String
  /// What a person should know of how it was opened: that a damaged file was set aside.
  public let notice: String?
  private let database: DatabaseQueue

  /// Opens the library, or begins one.
  ///
  /// A library that is damaged is kept under another name beside the new one, and `notice` says so, unless it is only to be
  /// read. Nothing else that a person has is moved or written to.
  /// - Parameters:
  ///   - access: what may be done to the file that is there.
  ///   - maximumPages: the size to which the file may grow, in pages of 4 KiB; for tests of a full disk.
  /// - Throws: `LibraryProblem` if the file cannot be read and written, is no library, is not there though it is to be read,
  ///   or was made by a later version.
  public init(path: String, for access: LibraryAccess = .named, maximumPages: Int? = nil) throws(LibraryProblem) {
    self.path = path
    do {
      try LibraryFile.check(path, for: access)
      if access != .reading { try Self.makeFolder(for: path) }
      database = try Self.open(path, for: access, maximumPages)
      notice = nil
    } catch let error where Self.isSetAside(error, for: access) {
      let aside = Self.freeName(beside: path)
      guard rename(path, aside) == 0 else { throw Self.problem(path, error) }
      // The log belongs to the file that was set aside.
      rename(path + "-wal", aside + "-wal")
      unlink(path + "-shm")
      do { database = try Self.open(path, for: access, maximumPages) } catch { throw Self.problem(path, error) }
      notice = "The library was damaged; it is kept as \(aside) and a new one begun"
    } catch {
      throw Self.problem(path, error)
    }
  }

  /// Adds annotations, or replaces those with the same identity; all or none.
  public func save(_ annotations: [Annotation]) throws(LibraryProblem) {
    try perform { database in
      for annotation in annotations { try AnnotationRows.insert(annotation, in: database) }
    }
  }

  /// Takes some annotations away and adds others, change by change; all or nothing. One that is not there is no error.
  public func change(
    _ changes: [(removed: [Annotation.ID], added: [Annotation])]
  ) throws(LibraryProblem) {
    try perform { database in
      for change in changes {
        for id in change.removed { try AnnotationRows.delete(id, in: database) }
        for annotation in change.added { try AnnotationRows.insert(annotation, in: database) }
      }
    }
  }

  /// Takes some annotations away and adds others, all or nothing.
  public func replace(_ ids: [Annotation.ID], with annotations: [Annotation]) throws(LibraryProblem) {
    try change([(ids, annotations)])
  }

  /// All annotations, oldest first.
  public func annotations() throws(LibraryProblem) -> [Annotation] {
    try perform { try AnnotationRows.fetch($0) }
  }

  /// The annotations on these documents, oldest first: made in the same text, or in a file of the same path.
  public func annotations(on documents: [Document]) throws(LibraryProblem) -> [Annotation] {
    try perform { database in
      let texts = try AnnotationRows.texts(database)
      guard !texts.isEmpty else { return [] }
      let hashes = Set(documents.map(\.contentHash))
      let paths = Set(documents.map(\.path))
      let ids = texts.filter { hashes.contains($0.hash) || paths.contains($0.path) }.map(\.annotation)
      return try AnnotationRows.fetch(database, Set(ids))
    }
  }

  /// Keeps where a person stands in a set of articles, in place of what was kept of it.
  /// - Parameter values: by names of their own.
  public func save(session values: [String: String], of set: String) throws(LibraryProblem) {
    try perform { try SessionRows.replace(values, of: set, in: $0) }
  }

  /// Where a person stood in a set of articles; empty where that is not known.
  public func session(of set: String) throws(LibraryProblem) -> [String: String] {
    try perform { try SessionRows.fetch(set, in: $0) }
  }

  /// Brings the log into the file, so that the file alone is the library, and lets it go: nothing can be asked of it then.
  /// Where another program has it open the log stays, and nothing is lost.
  public func close() throws(LibraryProblem) {
    do { try database.close() } catch { throw Self.problem(path, error) }
  }

  private func perform<Result>(_ work: (Database) throws -> Result) throws(LibraryProblem) -> Result {
    do { return try database.write(work) } catch { throw Self.problem(path, error) }
  }
}

// MARK: - Opening

extension Library {
  private static func open(_ path: String, for access: LibraryAccess, _ maximumPages: Int?) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try LibraryFile.check(database, for: access)
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      if let maximumPages { try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
    }
    // By itself `:memory:` would be no file.
    let place = path.hasPrefix("/") ? path : "./" + path
    let queue = try DatabaseQueue(path: place, configuration: configuration)
    if try queue.read({ try Schema.migrator.hasBeenSuperseded($0) }) {
      throw LibraryProblem(path: path, message: "made by a later version of crossread; use that, or another --library")
    }
    try Schema.migrator.migrate(queue)
    // A file may be damaged anywhere, and its first page be sound.
    try queue.read { _ = try AnnotationRows.texts($0) }
    return queue
  }

  private static func makeFolder(for path: String) throws {
    guard let end = path.lastIndex(of: "/"), end > path.startIndex else { return }
    guard let folder = PrivateFolder.make(String(path[..<end])) else { return }
    throw LibraryProblem(path: folder, message: "cannot make this folder: \(String(cString: strerror(errno)))")
  }

  private static func freeName(beside path: String) -> String {
    var number = 1
    while access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
    return "\(path).damaged-\(number)"
  }

  /// Whether what hindered a library from being opened is a file to be set aside.
  private static func isSetAside(_ error: any Error, for access: LibraryAccess) -> Bool {
    switch access {
    case .reading: false
    case .named: isDamage(error)
    case .standard: isDamage(error) || (error as? LibraryFile.Foreign)?.isFile == true
    }
  }

  private static func isDamage(_ error: any Error) -> Bool {
    let code = (error as? DatabaseError)?.resultCode
    return code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
  }

  private static func problem(_ path: String, _ error: any Error) -> LibraryProblem {
    if let problem = error as? LibraryProblem { return problem }
    if let foreign = error as? LibraryFile.Foreign { return LibraryProblem(path: path, message: foreign.message) }
    guard let error = error as? DatabaseError else { return LibraryProblem(path: path, message: "\(error)") }
    let message =
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
    return LibraryProblem(path: path, message: message)
  }
}
