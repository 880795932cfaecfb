import Dossier
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

  @Test func whatItIsOnComesBack() throws {
    let folder = try TemporaryFolder()
    let document = document("One line.\nThe port is open, she said.\n")
    let kept = [Annotation.Subject.agreement, .omission].enumerated().map { number, subject in
      Annotation(
        id: .unique(), made: Int64(number), subject: subject,
        anchors: [anchor("One line", in: document), anchor("port is open", in: document)], content: .verdict(.accepted))
    }
    let library = try Library(path: folder.path + "/l.sqlite")
    try library.save(kept)
    #expect(try library.annotations() == kept)
  }

  /// Where the file cannot be brought to the present version, as on a disk that is only read.
  @Test func aLibraryOfBeforeIsReadAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try Schema.migrate($0, upTo: "3") }
    var old = note("kept", on: "line", in: document("One line."), made: 1)
    old.anchors[0].text.sketch = TextSketch(digits: "")
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO annotation VALUES (?, ?, ?, ?)", arguments: [old.id.digits, old.made, "note", "kept"])
      let anchor = old.anchors[0]
      try database.execute(
        sql: "INSERT INTO anchor VALUES (?, 0, ?, ?, 4, 8, 'line', ?, ?, '', '')",
        arguments: [old.id.digits, anchor.contentHash, anchor.path, anchor.before, anchor.after])
    }
    #expect(try Library(path: path, for: .reading).annotations() == [old])
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

  @Test func annotationsAreFoundByTextAndByWhatItSays() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    let words = "The port is open, said the mayor of the town on Sunday, and ships may enter it as they did before."
    try library.save([note("n", on: "mayor", in: document(words, path: "set/a.txt"), made: 1)])
    func count(_ text: String, _ path: String) throws -> Int {
      try library.annotations(on: [document("Nothing to do with it.", path: "z.txt"), document(text, path: path)]).count
    }
    #expect(try count(words, "elsewhere.txt") == 1)
    #expect(try count("One line more.\n" + words, "/home/set/a.txt") == 1)
    #expect(try count(words + " Nobody knows.", "renamed.txt") == 1)
    #expect(try count("Other words stand here, and they are of quite another story than that one.", "b/a.txt") == 0)
    // An article that was in no file is called as it was.
    #expect(try count("Other words.", "set/a.txt") == 1)
  }

  @Test func anArticleThatSaysSomethingElseNowIsKnownByItsFile() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    let path = try folder.write("a.txt", "One line.")
    _ = try folder.makeFolder("other")
    let other = try folder.write("other/a.txt", "Not that.")
    try library.save([note("n", on: "line", in: document("One line.", path: path), made: 1)])
    #expect(try library.annotations(on: [document("Not that.", path: path)]).count == 1)
    #expect(try library.annotations(on: [document("Not that.", path: folder.path + "/./a.txt")]).count == 1)
    #expect(try library.annotations(on: [document("Not that.", path: other)]).isEmpty)
  }

  /// Two articles that said the same were called the same, in two folders.
  @Test func notesOnTwoFilesOfOneNameAndTextAreEachFoundByTheirOwn() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    let notes = (0..<2).map { note("\($0)", on: "line", in: document("One line.", path: "a.txt"), made: Int64($0)) }
    try library.save(notes)
    var paths: [String] = []
    for (number, note) in notes.enumerated() {
      _ = try folder.makeFolder("\(number)")
      paths.append(try folder.write("\(number)/a.txt", "Not that."))
      let file = try #require(SystemFile.resolvedPath(paths[number]))
      try DatabaseQueue(path: folder.path + "/l.sqlite").write {
        try $0.execute(
          sql: "UPDATE anchor SET file = ? WHERE annotation = ?",
          arguments: [file, note.id.digits])
      }
    }
    for (path, note) in zip(paths, notes) {
      #expect(try library.annotations(on: [document("Not that.", path: path)]) == [note])
    }
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

  @Test func whatIsReadIsWhatWasKept() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let kept = note("n", on: "line", in: document("One line."), made: 1)
    // The second reads while the first still holds it.
    let library = try Library(path: path)
    try library.save([kept])
    #expect(try Library(path: path, for: .reading).annotations() == [kept])
  }

  @Test func manyThatBeginALibraryAtOnceAllKeepWhatTheyAdd() async throws {
    let folder = try TemporaryFolder()
    let text = document("One line.")
    for round in 0..<50 {
      let path = folder.path + "/\(round).sqlite"
      let kept = try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<4 {
          let note = note("\(number)", on: "line", in: text, made: Int64(number))
          group.addTask {
            let library = try Library(path: path)
            try library.save([note])
          }
        }
        try await group.waitForAll()
        return try Library(path: path).annotations().map(\.content)
      }
      #expect(kept == (0..<4).map { .note("\($0)") })
    }
  }

  @Test func whatAnotherAddsIsNoticed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let (one, other) = (try Library(path: path), try Library(path: path))
    let before = try one.changesOfOthers()
    try one.save([note("mine", on: "line", in: document("One line."), made: 1)])
    #expect(try one.changesOfOthers() == before)
    try other.save([note("theirs", on: "line", in: document("One line."), made: 2)])
    #expect(try one.changesOfOthers() != before)
  }

  @Test func aLibraryOfTheFirstVersionIsTakenOver() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/l.sqlite"
    let text = document("One line.")
    var old = [note("kept", on: "line", in: text, made: 1), note("too", on: "One", in: text, made: 2)]
    for index in old.indices { old[index].anchors[0].text.sketch = TextSketch(digits: "") }
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { try Schema.migrate($0, upTo: "1") }
      try queue.write { database in
        for annotation in old { try Self.insertAsFirstVersion(annotation, database) }
        #expect(try !database.tableExists("session"))
      }
    }
    let library = try Library(path: path)
    #expect(library.notice == nil)
    #expect(try library.annotations() == old)
    let set = LibrarySet([text], opened: "set")
    try library.save(session: ["view": "5"], of: set)
    #expect(try library.session(of: set)["view"] == "5")
  }

  private static func insertAsFirstVersion(_ annotation: Annotation, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO annotation VALUES (?, ?, ?, ?)",
      arguments: [annotation.id.digits, annotation.made, annotation.content.kind, annotation.content.value])
    for (place, anchor) in annotation.anchors.enumerated() {
      try database.execute(
        sql: "INSERT INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          annotation.id.digits, place, anchor.contentHash, anchor.path, Int64(anchor.span.start),
          Int64(anchor.span.end), anchor.words, anchor.before, anchor.after,
        ])
    }
  }

  @Test func aSetIsItsArticlesElseWhatWasOpened() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    let articles = ["One line.", "Two lines."].map { document($0) }
    try library.save(session: ["view": "1"], of: LibrarySet(articles, opened: "/a"))
    func view(_ documents: [Document], _ opened: String) throws -> String? {
      try library.session(of: LibrarySet(documents, opened: opened))["view"]
    }
    #expect(try view(articles.reversed(), "/copy/one\n/copy/two") == "1")
    let more = articles + [document("Three.")]
    #expect(try view(more, "/b") == nil)
    #expect(try view(more, "/a") == "1", "an article has come to it")
    try library.save(session: ["view": "2"], of: LibrarySet(more, opened: "/a"))
    #expect(try view(more, "/b") == "2")
    #expect(try view(articles, "/a") == "1")
  }

  @Test func sessionsAreReplacedAndTheOldestForgotten() throws {
    let folder = try TemporaryFolder()
    let library = try Library(path: folder.path + "/l.sqlite")
    func set(_ name: String) -> LibrarySet { LibrarySet([document("Words of \(name).")], opened: name) }
    try library.save(session: ["view": "1", "gone": "x"], of: set("a"))
    try library.save(session: ["view": "2"], of: set("a"))
    #expect(try library.session(of: set("a")) == ["view": "2", "opened": "a"])
    #expect(try library.session(of: set("b")).isEmpty)
    for number in 0..<SessionRows.limit + 20 { try library.save(session: ["view": "3"], of: set("set \(number)")) }
    let left = try (0..<SessionRows.limit + 20).filter { try !library.session(of: set("set \($0)")).isEmpty }
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

  @Test func theStandardPlaceFollowsXDG() {
    func place(_ environment: [String: String]) -> String? { LibraryPath.standard { environment[$0] } }
    #expect(place(["HOME": "/h"]) == "/h/.local/share/crossread/library.sqlite")
    #expect(place(["HOME": "/h", "XDG_DATA_HOME": "/d"]) == "/d/crossread/library.sqlite")
    #expect(place(["HOME": "/h", "XDG_DATA_HOME": "rel"]) == "/h/.local/share/crossread/library.sqlite")
    #expect(place([:]) == nil)
  }
}
