import Dossier
import Glibc
import GRDB

/// How a library is opened: to be written, else to be read, and what is done where it is damaged.
struct LibraryOpening {
  var path: String
  var access: LibraryAccess
  var maximumPages: Int?

  struct Opened {
    var queue: DatabaseQueue
    var notice: String?
    var refusal: LibraryProblem?
  }

  /// Seconds to wait for another program.
  private static let patience = 5.0

  func open() throws -> Opened {
    if access == .reading {
      try LibraryFile.check(path, for: access)
      return Opened(queue: try queueToRead())
    }
    let file = FileIdentity(path)
    do {
      try LibraryFile.check(path, for: access)
      try makeFolder()
      return Opened(queue: try queueToWrite())
    } catch  where isSetAside(error) {
      return try setAside(file, error)
    } catch {
      // What hinders writing may let it be read.
      guard error is DatabaseError, let queue = try? queueToRead() else { throw error }
      return Opened(queue: queue, refusal: LibraryProblem(path: path, error))
    }
  }

  // MARK: To be written

  private func queueToWrite() throws -> DatabaseQueue {
    let start = ContinuousClock.now
    while true {
      do {
        return try begin()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        // Some waits SQLite does not make by itself, as two that each wait for the other would never end.
        guard ContinuousClock.now - start < .seconds(Self.patience) else { throw error }
        usleep(UInt32.random(in: 5_000...30_000))
      }
    }
  }

  private func begin() throws -> DatabaseQueue {
    // SQLite opens such a file all the same, and says so when it is to be written.
    if Glibc.access(path, F_OK) == 0, Glibc.access(path, W_OK) != 0 {
      throw DatabaseError(resultCode: .SQLITE_READONLY)
    }
    let queue = try queue(path: place, for: access, isReadOnly: false) { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      if let maximumPages { try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
    }
    // It takes the lock that a writer takes, so that a file that cannot be written is known by that.
    try queue.inDatabase { try Schema.migrate($0) }
    return queue
  }

  private func makeFolder() throws {
    guard let end = path.lastIndex(of: "/"), end > path.startIndex else { return }
    guard let folder = PrivateFolder.make(String(path[..<end])) else { return }
    throw LibraryProblem(path: folder, message: "cannot make this folder: \(String(cString: strerror(errno)))")
  }

  // MARK: To be read

  private func queueToRead() throws -> DatabaseQueue {
    guard Glibc.access(path, F_OK) == 0 else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
    let isWritable = Glibc.access(path, W_OK) == 0
    // Where the file or its folder cannot be written, SQLite may not look for a log, or leaves one behind that nobody can
    // use. That there is none makes the file all there is.
    var log = stat()
    let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
    do {
      if isWritable || hasLog { return try queue(path: place, for: .reading, isReadOnly: !isWritable) { _ in } }
    } catch let error as DatabaseError where error.resultCode != .SQLITE_CORRUPT && error.resultCode != .SQLITE_NOTADB {
      if hasLog { throw error }
    }
    return try queue(path: "file:" + Self.quoted(place) + "?immutable=1", for: .reading, isReadOnly: true) { _ in }
  }

  /// A path as it stands in a URI.
  private static func quoted(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain = byte != UInt8(ascii: "%") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
      if isPlain, byte > 0x20, byte < 0x7F { return String(UnicodeScalar(byte)) }
      return "%" + byte.hexadecimal(width: 2)
    }.joined()
  }

  // MARK: Either

  /// By itself `:memory:` would be no file.
  private var place: String { path.hasPrefix("/") ? path : "./" + path }

  private func queue(
    path: String, for access: LibraryAccess, isReadOnly: Bool, prepare: @escaping @Sendable (Database) throws -> Void
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.readonly = isReadOnly
    configuration.prepareDatabase { database in
      try LibraryFile.check(database, for: access)
      try prepare(database)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      // A file may be damaged anywhere, and its first page be sound.
      guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      guard case .ahead = try Schema.standing(of: database) else { return }
      throw LibraryProblem(
        path: self.path, message: "made by a later version of crossread; use that, or another --library")
    }
    return queue
  }

  // MARK: Damage

  /// Whether what hindered a library from being opened is a file to be set aside.
  private func isSetAside(_ error: any Error) -> Bool {
    let code = (error as? DatabaseError)?.resultCode
    let isDamage = code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
    return isDamage || access == .standard && (error as? LibraryFile.Foreign)?.isFile == true
  }

  /// Begins a library with what can be read of a damaged file, and gives that file another name.
  private func setAside(_ damaged: FileIdentity?, _ error: any Error) throws -> Opened {
    // Of several programs that find the damage one sets the file aside; to the others it is not at its place any more.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { throw error }
    let isStillThere = FileIdentity(descriptor) == damaged && FileIdentity(path) == damaged
    var notice: String?
    do {
      defer { close(descriptor) }
      if isStillThere { notice = try replaceDamaged() }
    }
    var opened = try open()
    opened.notice = notice ?? opened.notice
    return opened
  }

  /// Puts a new library in the place of a damaged one. Until the new one is whole, the old one stays where it is: where no
  /// new one can be written, nothing has changed.
  /// - Returns: what a person should know of it.
  private func replaceDamaged() throws -> String {
    let saved = Salvage.annotations(in: path)
    var draft = self
    draft.path = "\(path).\(getpid()).part"
    do {
      try draft.fill(with: saved)
      let aside = freeName
      try putInPlace(draft.path, setting: aside)
      let rest = saved.isEmpty ? "" : " with \(counted(saved.count, "remark")) that could be read"
      return "The library was damaged; it is kept as \(aside) and a new one begun\(rest)"
    } catch {
      for end in ["", "-wal", "-shm"] { unlink(draft.path + end) }
      let reason = LibraryProblem(path: path, error).message
      throw LibraryProblem(path: path, message: "damaged, and left as it is since no new one could be begun: \(reason)")
    }
  }

  /// Writes a library of its own, and closes it, so that the file is all of it.
  private func fill(with annotations: [Annotation]) throws {
    let queue = try queueToWrite()
    try queue.write { database in
      for annotation in annotations { try AnnotationRows.insert(annotation, in: database) }
    }
    try queue.close()
  }

  /// Gives the file at `path` the name `aside`, and a draft its place.
  private func putInPlace(_ draft: String, setting aside: String) throws {
    // The log belongs to the damaged file: beside another it would be taken for that one's.
    guard rename(path + "-wal", aside + "-wal") == 0 || errno == ENOENT else { throw Self.systemProblem(path) }
    // A second name first: at no time is there no library at its place.
    guard link(path, aside) == 0 || rename(path, aside) == 0, rename(draft, path) == 0 else {
      let problem = Self.systemProblem(path)
      // Where both names are the file's, that changes nothing.
      if rename(aside, path) == 0 { unlink(aside) }
      rename(aside + "-wal", path + "-wal")
      throw problem
    }
    unlink(path + "-shm")
  }

  private static func systemProblem(_ path: String) -> LibraryProblem {
    LibraryProblem(path: path, message: String(cString: strerror(errno)))
  }

  private var freeName: String {
    var number = 1
    while Glibc.access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
    return "\(path).damaged-\(number)"
  }
}

/// What tells one file from another, whatever it is called.
private struct FileIdentity: Equatable {
  private var device: UInt64
  private var number: UInt64

  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    (device, number) = (UInt64(info.st_dev), UInt64(info.st_ino))
  }

  init?(_ descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    (device, number) = (UInt64(info.st_dev), UInt64(info.st_ino))
  }
}
