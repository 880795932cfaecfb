import Dossier
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Library

@Suite struct LibraryTests {
  @Test func whatWasSavedComesBack() throws {
    let folder = try TemporaryFolder()
    let document = document("One line.\nThe port is open, she said.\n")
    let note = note("check this", on: "port is open", in: document, made: 2)
    let verdict = Annotation(
      id: .unique(), made: 1,
      anchors: [anchor("One line", in: document), anchor("port is open", in: document)], content: .verdict(.rejected))
    do {
      let library = try Library(path: folder.path + "/deep/er/library.sqlite")
      try library.save([note, verdict])
    }
    let library = try Library(path: folder.path + "/deep/er/library.sqlite")
    #expect(try library.annotations() == [verdict, note])
    #expect(library.notice == nil)
    try library.replace([verdict.id, verdict.id], with: [])
    #expect(try library.annotations() == [note])
  }

  @Test func savingAgainReplaces() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    var note = note("a", on: "line", in: document("One line."), made: 1)
    try library.save([note])
    note.content = .note("b")
    try library.save([note])
    #expect(try library.annotations() == [note])
  }

  @Test func annotationsAreFoundByTextAndByPath() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    let original = document("One line.", path: "a.txt")
    try library.save([note("n", on: "line", in: original, made: 1)])
    #expect(try library.annotations(on: [document("One line.", path: "elsewhere.txt")]).count == 1)
    #expect(try library.annotations(on: [document("Zero.\nOne line.", path: "a.txt")]).count == 1)
    #expect(try library.annotations(on: [document("Other.", path: "b.txt")]).isEmpty)
  }

  @Test func twoCopiesShareOneFile() throws {
    let folder = try TemporaryFolder()
    let first = try Library(path: folder.path + "/l.sqlite")
    let second = try Library(path: folder.path + "/l.sqlite")
    let text = document("One line.")
    for index in 0..<20 {
      try (index % 2 == 0 ? first : second).save([note("\(index)", on: "line", in: text, made: Int64(index))])
    }
    #expect(try first.annotations().count == 20)
    #expect(try second.annotations() == (try first.annotations()))
  }

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

  /// What every SQLite file begins with.
  private static let header = "SQLite format 3\0"

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

  @Test func whatIsReadIsWhatWasKept() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let kept = note("n", on: "line", in: document("One line."), made: 1)
    // The second reads while the first still holds it.
    let library = try Library(path: path)
    try library.save([kept])
    #expect(try Library(path: path, for: .reading).annotations() == [kept])
  }

  @Test func aLibraryThatWasBegunAndNotFinishedIsFinished() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    do { try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 1") } }
    let library = try Library(path: path)
    #expect(try library.annotations().isEmpty && library.notice == nil)
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

  @Test func aLibraryOfTheFirstVersionIsTakenOver() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let text = document("One line.")
    let old = [note("kept", on: "line", in: text, made: 1), note("too", on: "One", in: text, made: 2)]
    do {
      let queue = try DatabaseQueue(path: path)
      try Schema.migrator.migrate(queue, upTo: "1")
      try queue.write { database in
        for annotation in old { try AnnotationRows.insert(annotation, in: database) }
        #expect(try !database.tableExists("session"))
      }
    }
    let library = try Library(path: path)
    #expect(library.notice == nil)
    #expect(try library.annotations() == old)
    try library.save(session: ["view": "5"], of: "set")
    #expect(try library.session(of: "set") == ["view": "5"])
  }

  @Test func aLibraryOfALaterVersionIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    do {
      let queue = try DatabaseQueue(path: path)
      var later = Schema.migrator
      later.registerMigration("99") { _ in }
      try later.migrate(queue)
    }
    let problem = #expect(throws: LibraryProblem.self) { try Library(path: path) }
    #expect(problem?.message.contains("later version") == true)
    #expect(access(path + ".damaged-1", F_OK) != 0)
  }

  @Test func sessionsAreReplacedAndTheOldestForgotten() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    try library.save(session: ["view": "1", "gone": "x"], of: "a")
    try library.save(session: ["view": "2"], of: "a")
    #expect(try library.session(of: "a") == ["view": "2"])
    #expect(try library.session(of: "b").isEmpty)
    for number in 0..<SessionRows.limit + 20 { try library.save(session: ["view": "3"], of: "set \(number)") }
    let left = try (0..<SessionRows.limit + 20).filter { try !library.session(of: "set \($0)").isEmpty }
    #expect(left.count <= SessionRows.limit && left.contains(SessionRows.limit + 19))
  }

  @Test func changesAreAllOrNothing() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite", maximumPages: 20)
    let text = document("One line.")
    let first = note("first", on: "line", in: text, made: 1)
    try library.save([first])
    let huge = note(String(repeating: "long ", count: 100_000), on: "line", in: text, made: 2)
    #expect(throws: LibraryProblem.self) { try library.change([([first.id], []), ([], [huge])]) }
    #expect(try library.annotations() == [first])
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

  @Test func theStandardPlaceFollowsXDG() {
    func place(_ environment: [String: String]) -> String? { LibraryPath.standard { environment[$0] } }
    #expect(place(["HOME": "/h"]) == "/h/.local/share/crossread/library.sqlite")
    #expect(place(["HOME": "/h", "XDG_DATA_HOME": "/d"]) == "/d/crossread/library.sqlite")
    #expect(place(["HOME": "/h", "XDG_DATA_HOME": "rel"]) == "/h/.local/share/crossread/library.sqlite")
    #expect(place([:]) == nil)
  }

  private func document(_ text: String, path: String = "a.txt") -> Document {
    Document(id: Document.ID(0), path: path, name: "a", text: SourceText(text))
  }

  private func anchor(_ words: String, in document: Document) -> Anchor {
    let bytes = document.text.bytes
    let needle = Array(words.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) else {
      preconditionFailure("\(words) is not in the text")
    }
    return Anchor(Span(start, start + needle.count), in: document)
  }

  private func note(_ note: String, on words: String, in document: Document, made: Int64) -> Annotation {
    Annotation(id: .unique(), made: made, anchors: [anchor(words, in: document)], content: .note(note))
  }
}
