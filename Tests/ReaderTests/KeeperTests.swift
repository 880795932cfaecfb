import Dossier
import Foundation
import Library
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import Reader

/// What becomes of what a person adds, whatever the library's file is like, and of what others add.
@Suite struct KeeperTests {
  private let folder: TemporaryFolder
  private let dossier = SampleDossier().dossier
  private let told = Told()

  init() throws { folder = try TemporaryFolder() }

  /// What was said, in order.
  private final class Told: Sendable {
    let news = Mutex<[Keeper.News]>([])

    var lines: [String] {
      news.withLock { news in news.compactMap { if case .line(let line) = $0 { line } else { nil } } }
    }
    var isKept: Bool? {
      news.withLock { news in news.compactMap { if case .isKept(let isKept) = $0 { isKept } else { nil } }.last }
    }
    var arrivals: [RemarkArrival] {
      news.withLock { news in news.compactMap { if case .arrived(let arrival) = $0 { arrival } else { nil } } }
    }
  }

  private func keeper(at path: String) -> Keeper {
    Keeper(
      open: { Result { () throws(LibraryProblem) in try Library(path: path) } }, opened: "sample",
      tell: { [told] news in told.news.withLock { $0.append(news) } })
  }

  private func note(_ words: String, made: Int64) -> Remarks.Step {
    let passage = Passage(document: dossier.documents[0].id, span: Span(0, 5))
    return Remarks.Step(
      name: "note", added: [PlacedAnnotation(.note(words), on: [passage], of: dossier, made: made)])
  }

  private func kept(at path: String) throws -> [Annotation.Content] {
    try Library(path: path, for: .reading).annotations().map(\.content)
  }

  /// A look that was put off until after the end asks nothing of a library that is closed.
  @Test func nobodyLooksIntoALibraryThatIsClosed() {
    let keeper = keeper(at: folder.path + "/library.sqlite")
    _ = keeper.load(dossier.documents)
    #expect(keeper.finish() == nil)
    keeper.look()
    // What is done on the same queue comes after the look.
    #expect(keeper.finish() == nil && told.arrivals.isEmpty)
  }

  @Test func aLibraryThatCannotBeOpenedIsTriedAgain() throws {
    // No folder can be made where a file is.
    let blocker = try folder.write("here", "a file")
    let path = blocker + "/library.sqlite"
    let keeper = keeper(at: path)
    #expect(keeper.load(dossier.documents).notice?.contains("is not kept") == true)
    keeper.keep([note("first", made: 1)])
    keeper.keep([note("second", made: 2)])
    // What is done on the same queue comes after the tries.
    _ = keeper.load(dossier.documents)
    #expect(told.isKept == false && told.lines.isEmpty, "it was said at the start")
    try FileManager.default.removeItem(atPath: blocker)
    keeper.keep([note("third", made: 3)])
    #expect(keeper.finish() == nil)
    #expect(told.isKept == true && told.lines == ["Kept now: all that you added"])
    #expect(try kept(at: path) == [.note("first"), .note("second"), .note("third")])
  }

  @Test func whatCannotBeKeptToTheEndIsSaid() throws {
    let path = try folder.write("here", "a file") + "/library.sqlite"
    let keeper = keeper(at: path)
    _ = keeper.load(dossier.documents)
    #expect(keeper.finish() == nil, "who added nothing has lost nothing")
    let other = self.keeper(at: path)
    let notice = other.load(dossier.documents).notice
    other.keep([note("first", made: 1)])
    #expect(notice != nil && other.finish() == notice)
  }

  /// Where one stands is no work: that it cannot be kept is no loss to be told of.
  @Test func aPlaceThatCannotBeKeptIsNoLoss() throws {
    let path = folder.path + "/library.sqlite"
    // The file has room for a note, and none for what somebody typed to filter a list.
    let pages = 30
    let keeper = Keeper(
      open: { Result { () throws(LibraryProblem) in try Library(path: path, maximumPages: pages) } }, opened: "sample",
      tell: { [told] news in told.news.withLock { $0.append(news) } })
    _ = keeper.load(dossier.documents)
    var state = ReaderState(DossierIndex(dossier), title: "sample", columns: 80, rows: 24)
    state.filters[.actors] = String(repeating: "x", count: pages * 4096)
    keeper.keep(Session(state))
    keeper.keep([note("kept", made: 1)])
    #expect(keeper.finish() == nil)
    #expect(told.isKept == true && told.lines.isEmpty)
    #expect(try kept(at: path) == [.note("kept")])
    let library = try Library(path: path, for: .reading)
    #expect(try library.session(of: LibrarySet(dossier.documents, opened: "sample")).isEmpty, "it had no room")
  }

  @Test func whatIsAddedBeforeTheLibraryIsReadIsKept() throws {
    let path = folder.path + "/library.sqlite"
    try Library(path: path).save([note("old", made: 1).added[0].annotation])
    let keeper = keeper(at: path)
    keeper.keep([note("new", made: 2)])
    #expect(keeper.load(dossier.documents).annotations.map(\.content) == [.note("old"), .note("new")])
    #expect(keeper.finish() == nil)
  }

  @Test func whatOthersAddArrivesAndWhatOneAddedDoesNot() throws {
    let path = folder.path + "/library.sqlite"
    let keeper = keeper(at: path)
    _ = keeper.load(dossier.documents)
    let mine = note("mine", made: 1)
    keeper.keep([mine])
    let theirs = note("theirs", made: 2)
    do {
      let other = try Library(path: path)
      try other.change([([], theirs.added.map(\.annotation)), (mine.added.map(\.annotation.id), [])])
      keeper.look()
      // The look is done on the same queue.
      _ = keeper.load(dossier.documents)
      try other.close()
    }
    #expect(told.arrivals.map { $0.added.map(\.annotation.content) } == [[.note("theirs")]])
    #expect(told.arrivals.map(\.removed) == [[mine.added[0].annotation.id]])
    #expect(keeper.finish() == nil)
    #expect(try kept(at: path) == [.note("theirs")])
  }

  @Test func ofTwoVerdictsTheLaterHolds() {
    var reader = ReaderHarness()
    reader.press("5a")
    let mine = reader.state.remarks.placed[0].annotation
    for (made, words) in [(mine.made + 1, "its verdict is"), (mine.made - 1, "your verdict is")] {
      var theirs = mine
      theirs.id = .init(digits: "\(made)")
      (theirs.made, theirs.content) = (made, .verdict(.rejected))
      let arrival = RemarkArrival(
        [mine, theirs], after: [mine.id: mine], in: reader.state.dossier.documents, areOthers: true)
      var copy = reader
      copy.state.receive(arrival)
      #expect(copy.foot.contains("1 remark from another copy of crossread"))
      #expect(copy.state.message?.contains("\(words) the later one and holds") == true)
      #expect(copy.state.remarks.placed.count == 2)
      #expect(copy.shows(made > mine.made ? "✗" : "✓"))
      let gone = RemarkArrival([], after: [mine.id: mine], in: copy.state.dossier.documents, areOthers: true)
      copy.state.receive(gone)
      #expect(copy.foot.contains("1 remark taken away by another copy"))
    }
  }

  @Test func whatIsNotKeptIsNotLostByOneKey() {
    var reader = ReaderHarness()
    reader.state.isKept = false
    reader.press("q")
    #expect(reader.effects.isEmpty && reader.foot.contains("not kept"))
    reader.press("jq")
    #expect(reader.effects.isEmpty)
    reader.press("q")
    #expect(reader.effects == [.quit])
  }

  @Test func thatSomethingIsNotKeptStandsInTheFirstLine() {
    var reader = ReaderHarness()
    #expect(!reader.state.screen().text(row: 0).contains("not kept"))
    reader.state.isKept = false
    #expect(reader.state.screen().text(row: 0).contains("not kept"))
    reader.state.isKept = true
    #expect(!reader.state.screen().text(row: 0).contains("not kept"))
  }
}
