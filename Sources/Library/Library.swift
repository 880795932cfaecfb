public import Dossier
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
  /// Why nothing can be written to it, where it can be read all the same; opening it again is a new try.
  public let refusal: LibraryProblem?
  private let database: DatabaseQueue

  /// Opens the library, or begins one.
  ///
  /// A library that is damaged is kept under another name beside the new one, which takes over what can be read of it, and
  /// `notice` says so, unless it is only to be read. Nothing else that a person has is moved or written to.
  /// - Parameters:
  ///   - access: what may be done to the file that is there.
  ///   - maximumPages: the size to which the file may grow, in pages of 4 KiB; for tests of a full disk.
  /// - Throws: `LibraryProblem` if the file cannot be read, is no library, is not there though it is to be read or cannot be
  ///   made, or was made by a later version.
  public init(path: String, for access: LibraryAccess = .named, maximumPages: Int? = nil) throws(LibraryProblem) {
    self.path = path
    do {
      let opened = try LibraryOpening(path: path, access: access, maximumPages: maximumPages).open()
      (database, notice, refusal) = (opened.queue, opened.notice, opened.refusal)
    } catch {
      throw LibraryProblem(path: path, error)
    }
  }

  /// Adds annotations, or replaces those with the same identity; all or none.
  public func save(_ annotations: [Annotation]) throws(LibraryProblem) {
    try write { database in
      for annotation in annotations { try AnnotationRows.insert(annotation, in: database) }
    }
  }

  /// Takes some annotations away and adds others, change by change; all or nothing. One that is not there is no error.
  public func change(
    _ changes: [(removed: [Annotation.ID], added: [Annotation])]
  ) throws(LibraryProblem) {
    try write { database in
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
    try read { try AnnotationRows.fetch($0) }
  }

  /// The annotations on these documents, oldest first: made in the same text or an earlier version of it, wherever it lay, or
  /// in the very file that one of them was read from.
  public func annotations(on documents: [Document]) throws(LibraryProblem) -> [Annotation] {
    try read { database in
      let identities = try AnnotationRows.identities(on: documents, database)
      return identities.isEmpty ? [] : try AnnotationRows.fetch(database, identities)
    }
  }

  /// A number that changes when another program has written to the file. Cost: next to nothing.
  public func changesOfOthers() throws(LibraryProblem) -> Int64 {
    try read { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Keeps where a person stands in a set of articles, in place of what was kept of it.
  /// - Parameter values: by names of their own.
  public func save(session values: [String: String], of set: LibrarySet) throws(LibraryProblem) {
    try write { try SessionRows.replace(values, of: set, in: $0) }
  }

  /// Where a person stood in a set of articles, or in what it was before articles changed; empty where that is not known.
  public func session(of set: LibrarySet) throws(LibraryProblem) -> [String: String] {
    try read { try SessionRows.fetch(set, in: $0) }
  }

  /// Brings the log into the file, so that the file alone is the library, and lets it go: nothing can be asked of it then.
  /// Where another program has it open the log stays, and nothing is lost.
  public func close() throws(LibraryProblem) {
    do { try database.close() } catch { throw LibraryProblem(path: path, error) }
  }

  private func read<Result>(_ work: (Database) throws -> Result) throws(LibraryProblem) -> Result {
    do { return try database.read(work) } catch { throw LibraryProblem(path: path, error) }
  }

  private func write<Result>(_ work: (Database) throws -> Result) throws(LibraryProblem) -> Result {
    if let refusal { throw refusal }
    do { return try database.write(work) } catch { throw LibraryProblem(path: path, error) }
  }
}
