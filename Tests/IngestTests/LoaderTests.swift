import Dossier
import Glibc
import Ingest
import Testing

/// A folder that is gone after the test.
private struct Scratch: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/crossread-loader-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }
  func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen("\(path)/\(name)", "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
  func folder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }
  func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name == "." || name == ".." { continue }
        if unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}

struct LoaderTests {
  @Test func foldersAreReadInOrderHiddenFilesSkipped() throws {
    let scratch = try Scratch()
    scratch.folder("b")
    scratch.write("c.txt", "C\n\nSome words.")
    scratch.write("b/a.txt", "A\n\nSome words.")
    scratch.write("a.txt", "Z\n\nSome words.")
    scratch.write(".hidden.txt", "H\n\nSome words.")
    let (documents, problems) = Loader().load([scratch.path])
    #expect(problems.isEmpty)
    #expect(documents.map { $0.path.dropFirst(scratch.path.count + 1) } == ["a.txt", "b/a.txt", "c.txt"])
    #expect(documents.map(\.id.index) == [0, 1, 2])
    #expect(documents.map(\.name) == ["\(scratch.path.split(separator: "/").last ?? "")/a.txt", "b/a.txt", "c"])
  }

  @Test func aFileThatTwoPathsLeadToIsReadOnce() throws {
    let scratch = try Scratch()
    scratch.folder("b")
    scratch.write("b/a.txt", "A\n\nSome words.")
    scratch.link("c.txt", to: "b/a.txt")
    let paths = ["b/a.txt", "b/../b/a.txt", "b/./a.txt", "c.txt", "b"].map { "\(scratch.path)/\($0)" }
    let (documents, problems) = Loader().load(paths)
    #expect(documents.map(\.path) == ["\(scratch.path)/b/a.txt"])
    #expect(problems.isEmpty)
  }

  @Test func aTextThatAnotherFileHasTooIsSaidToBeTheSame() throws {
    let scratch = try Scratch()
    let words = ["finance", "transport", "culture", "defence", "health"].map { office in
      "The ministers of \(office) met in the old town hall and spoke for hours about the \(office) of the two cities. "
        + "They agreed that the \(office) office should start its work in spring, at an equal share of the cost."
    }.joined(separator: "\n")
    scratch.write("north.txt", "Ministers agree on a new bridge\n\n\(words)")
    scratch.write("south.txt", "A new bridge for two cities\n\n\(words)")
    scratch.write("west.txt", "Bridge to be built\n\n\(words)\nNobody else was there, said one of them.")
    scratch.write(
      "east.txt",
      "Harbour opens\n\nThe mayor opened the harbour on Sunday, and ships may enter it as they did before the strike of the dockers began in February, when nobody knew how long it would last and the ferries stayed at their quay."
    )
    let paths = ["north", "south", "west", "east"].map { "\(scratch.path)/\($0).txt" }
    #expect(
      Loader().load(paths).documents.map(\.notes) == [
        [], ["the same text as north"], ["nearly the same text as north"], [],
      ])
  }

  @Test func badInputsAreNamedAndTheRestGoesOn() throws {
    let scratch = try Scratch()
    let path = scratch.path
    scratch.folder("empty")
    scratch.write("empty.txt", "")
    scratch.write("picture.png", [0x89, 0x50, 0x4E, 0x47])
    scratch.write("good.txt", "Title\n\nSome words.")
    scratch.link("loop", to: "loop")
    let inputs = ["missing", "empty", "empty.txt", "picture.png", "loop", "good.txt/inner", "good.txt"]
    let (documents, problems) = Loader().load(inputs.map { "\(path)/\($0)" })
    #expect(documents.map(\.name) == ["good"])
    #expect(
      problems.map(\.description) == [
        "\(path)/missing: no such file or folder", "\(path)/empty: no readable files in this folder",
        "\(path)/empty.txt: empty file", "\(path)/picture.png: binary file (PNG picture); skipped",
        "\(path)/loop: a loop of symbolic links", "\(path)/good.txt/inner: a part of the path is not a folder",
      ])
  }

  @Test func aLoopOfFoldersIsNamedOnce() throws {
    let scratch = try Scratch()
    scratch.folder("a")
    scratch.write("a/text.txt", "Title\n\nSome words.")
    scratch.link("a/up", to: "..")
    let (documents, problems) = Loader().load([scratch.path])
    #expect(documents.count == 1)
    #expect(problems.count == 1 && problems[0].message.contains("loop"))
  }

  @Test func aPathGivenTwiceIsReadOnce() throws {
    let scratch = try Scratch()
    scratch.write("a.txt", "Title\n\nSome words.")
    #expect(Loader().load([scratch.path, "\(scratch.path)/./a.txt"]).documents.count == 1)
  }

  @Test func aFileOverTheLimitIsNotRead() throws {
    let scratch = try Scratch()
    scratch.write("large.txt", "Title")
    truncate("\(scratch.path)/large.txt", Loader.sizeLimit + 1)
    let (documents, problems) = Loader().load(["\(scratch.path)/large.txt"])
    #expect(documents.isEmpty)
    #expect(problems.map(\.message) == ["larger than 64 MiB; split it into one file per article"])
  }

  @Test func aPipeNobodyWritesToDoesNotHang() throws {
    let scratch = try Scratch()
    mkfifo("\(scratch.path)/pipe", 0o600)
    #expect(Loader().load(["\(scratch.path)/pipe"]).problems.map(\.message) == ["empty file"])
    #expect(Loader().load([scratch.path]).problems.map(\.message) == ["not a regular file; skipped"])
  }

  @Test func problemsShowNoControlCharacters() {
    let problem = InputProblem(path: "a\u{1B}[31m\u{202E}b\u{9B}", message: "empty file")
    #expect(problem.description == "a\\u{1b}[31m\\u{202e}b\\u{9b}: empty file")
  }
}
