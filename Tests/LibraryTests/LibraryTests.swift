import Dossier
import Glibc
import Library
import TestSupport
import Testing

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
    try folder.write("l.sqlite", String(repeating: "x", count: 5000))
    let library = try Library(path: path)
    #expect(library.notice == "\(path): damaged; it was set aside as \(path).damaged-1 and a new library begun")
    #expect(access(path + ".damaged-1", F_OK) == 0)
    try library.save([note("n", on: "line", in: document("One line."), made: 1)])
    #expect(try library.annotations().count == 1)
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
    #expect(LibraryPath.standard(environment: ["HOME": "/h"]) == "/h/.local/share/crossread/library.sqlite")
    #expect(LibraryPath.standard(environment: ["HOME": "/h", "XDG_DATA_HOME": "/d"]) == "/d/crossread/library.sqlite")
    #expect(
      LibraryPath.standard(environment: ["HOME": "/h", "XDG_DATA_HOME": "rel"])
        == "/h/.local/share/crossread/library.sqlite")
    #expect(LibraryPath.standard(environment: [:]) == nil)
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
