import Dossier
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Library

/// Files that are no library, or not ours, or broken; disks that are full.
@Suite struct LibraryDamageTests {
  @Test func aDamagedFileIsSetAsideAndNothingIsDeleted() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    try folder.write("l.sqlite", Self.header + String(repeating: "x", count: 5000))
    let library = try Library(path: path)
    #expect(library.notice == "The library was damaged; it is kept as \(path).damaged-1 and a new one begun")
    #expect(access(path + ".damaged-1", F_OK) == 0)
    try library.save([note("n", on: "line", in: document("One line."), made: 1)])
    #expect(try library.annotations().count == 1)
  }

  @Test(arguments: ["# Notes\n", "S", "SQLite format 3", String(repeating: "x", count: 5000)])
  func aFileThatIsNoLibraryIsLeftAsItIs(_ words: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("notes.md", words)
    for access in [LibraryAccess.named, .reading] {
      let problem = #expect(throws: LibraryProblem.self) { try Library(path: path, for: access) }
      #expect(problem?.description.hasPrefix("\(path): no library") == true)
      #expect(problem?.message.contains("--library") == true)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == words)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.md"])
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/other.sqlite"
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(sql: "CREATE TABLE annotation (words TEXT); INSERT INTO annotation VALUES ('a')")
      }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for access in [LibraryAccess.named, .reading] {
      let problem = #expect(throws: LibraryProblem.self) { try Library(path: path, for: access) }
      #expect(problem?.message.contains("another program") == true)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["other.sqlite"])
  }

  @Test(arguments: ["no library at all", ""]) func whatLiesInThePlaceOfOurOwnIsSetAside(_ words: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("l.sqlite", words)
    let library = try Library(path: path, for: .standard)
    #expect((library.notice != nil) == !words.isEmpty)
    #expect(try library.annotations().isEmpty)
    if !words.isEmpty { #expect(try String(contentsOfFile: path + ".damaged-1", encoding: .utf8) == words) }
  }

  @Test func readingMakesNothingAndSetsNothingAside() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/no/such/l.sqlite"
    let problem = #expect(throws: LibraryProblem.self) { try Library(path: missing, for: .reading) }
    #expect(problem?.description == "\(missing): there is no library; name another file with --library")
    let damaged = try folder.write("d.sqlite", Self.header + String(repeating: "x", count: 5000))
    let other = #expect(throws: LibraryProblem.self) { try Library(path: damaged, for: .reading) }
    #expect(other?.message.hasPrefix("damaged") == true)
    #expect(throws: LibraryProblem.self) { try Library(path: try folder.write("e.sqlite", ""), for: .reading) }
    #expect(throws: LibraryProblem.self) { try Library(path: folder.path, for: .reading) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["d.sqlite", "e.sqlite"])
  }

  @Test(arguments: [LibraryAccess.named, .reading]) func anEmptyPathIsNoLibrary(_ access: LibraryAccess) {
    let problem = #expect(throws: LibraryProblem.self) { try Library(path: "", for: access) }
    #expect(problem?.description == "--library: an empty path; name a file with --library")
  }

  @Test func aLibraryThatWasBegunAndNotFinishedIsFinished() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    do { try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 1") } }
    let library = try Library(path: path)
    #expect(try library.annotations().isEmpty && library.notice == nil)
  }

  /// Begins a library with notes that take several pages.
  @discardableResult private func fortyNotes(at path: String) throws -> [Annotation] {
    let text = document("One line.")
    let notes = (0..<40).map { note(String(repeating: "w", count: 300), on: "line", in: text, made: $0) }
    try Library(path: path).save(notes)
    return notes
  }

  @Test func damageFarInsideIsFoundToo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    do {
      let library = try Library(path: path)
      let text = document("One line.")
      try library.save((0..<200).map { note(String(repeating: "w", count: 300), on: "line", in: text, made: $0) })
    }
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for place in 12_288..<bytes.count { bytes[place] = 0x5A }
    try folder.write("l.sqlite", bytes)
    let library = try Library(path: path)
    #expect(library.notice?.contains("damaged-1") == true)
    #expect(try library.annotations().isEmpty)
  }

  @Test(arguments: 0..<12) func whatCanBeReadOfADamagedLibraryIsTakenOver(_ page: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let notes = try fortyNotes(at: path)
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    try #require(bytes.count >= 12 * 4096)
    let start = page * 4096 + (page == 0 ? 104 : 4)
    for place in start..<start + 30 { bytes[place] = 0 }
    try folder.write("l.sqlite", bytes)
    let library = try Library(path: path, for: .standard)
    let notice = try #require(library.notice)
    let kept = try library.annotations()
    #expect(kept.allSatisfy(notes.contains))
    #expect(kept.isEmpty || notice.contains("begun with \(kept.count) remarks that could be read"))
    // From the schema and the roots of the two tables all the rest is found.
    let roots = [0, 3, 4]
    #expect(roots.contains(page) == kept.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".damaged-1")) == Data(bytes))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0.contains("damaged") }
        == ["l.sqlite.damaged-1"])
  }

  @Test func whereNoNewOneCanBeBegunADamagedLibraryStaysInItsPlace() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    try fortyNotes(at: path)
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    // A page of the notes, of which the rest can be read.
    for place in 9 * 4096 + 4..<9 * 4096 + 34 { bytes[place] = 0 }
    try folder.write("l.sqlite", bytes)
    // The first is full at its tables, the second at the notes that are taken over.
    for pages in [3, 10] {
      let problem = #expect(throws: LibraryProblem.self) { try Library(path: path, maximumPages: pages) }
      #expect(problem?.message.hasPrefix("damaged, and left as it is") == true)
      #expect(problem?.message.contains("disk is full") == true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["l.sqlite"])
    }
    let library = try Library(path: path)
    #expect(try !library.annotations().isEmpty && library.notice?.contains("that could be read") == true)
  }

  @Test func aLibraryOfALaterVersionIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { database in
        try Schema.migrate(database)
        try database.execute(sql: "INSERT INTO \(Schema.migrations) VALUES ('99')")
      }
    }
    let problem = #expect(throws: LibraryProblem.self) { try Library(path: path) }
    #expect(problem?.message.contains("later version") == true)
    #expect(access(path + ".damaged-1", F_OK) != 0)
  }

  @Test func aFullDiskIsSaidAndLosesNothing() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite", maximumPages: 12)
    let text = document("One line.")
    var saved: [Annotation] = []
    let problem = #expect(throws: LibraryProblem.self) {
      for index in 0..<1000 {
        let note = note(String(repeating: "long ", count: 200), on: "line", in: text, made: Int64(index))
        try library.save([note])
        saved.append(note)
      }
    }
    #expect(problem?.message.contains("disk is full") == true)
    #expect(!saved.isEmpty)
    #expect(try library.annotations() == saved)
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidInOneLine() {
    let problem = #expect(throws: LibraryProblem.self) { try Library(path: "/proc/crossread/library.sqlite") }
    #expect(problem?.description.contains("cannot make this folder") == true)
    #expect(problem?.description.contains("\n") == false)
  }

  /// What every SQLite file begins with.
  private static let header = "SQLite format 3\0"
}
