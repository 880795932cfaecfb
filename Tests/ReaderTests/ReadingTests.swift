import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// Results that come while somebody reads: how far they are, and that they move nothing.
@Suite struct ReadingTests {
  private let full = SampleDossier().dossier

  /// The dossier with the statements of some documents only, numbered anew, and nothing that hangs on the others.
  private func part(_ documents: Set<Int>) -> Dossier {
    var part = Dossier(documents: full.documents)
    for index in part.documents.indices { part.documents[index].event = nil }
    part.statements = full.statements.filter { documents.contains($0.document.index) }
    for index in part.statements.indices {
      part.statements[index].id = Statement.ID(index)
      part.statements[index].speaker = nil
    }
    return part
  }

  @Test(arguments: [
    (ReadingProgress(stage: .texts, done: 1, total: 1), 9.0, "reading…"),
    (ReadingProgress(stage: .texts, done: 3, total: 2000), 9.0, "reading 3 of 2000"),
    (ReadingProgress(stage: .texts, done: 1000, total: 2000), 20.0, "reading 1000 of 2000 · 2 min left"),
    (ReadingProgress(stage: .texts, done: 100, total: 2000), 20.0, "reading 100 of 2000 · 24 min left"),
    (ReadingProgress(stage: .accounts, done: 0, total: 2000), 20.0, "reading · comparing · 16 s left"),
  ]) func theHeaderSaysHowFarItIs(_ progress: ReadingProgress, _ elapsed: Double, _ words: String) {
    var reader = ReaderHarness(dossier: part([]))
    reader.state.replace(DossierIndex(part([]), isReading: true))
    reader.state.note(ReadingStatus(progress, elapsed: elapsed, texts: progress.stage == .texts ? nil : 10))
    #expect(reader.shows("· \(words)"))
    reader.state.replace(DossierIndex(full))
    #expect(!reader.shows(words))
  }

  /// A part is not passed off as a whole in which nothing was found.
  @Test func whatWasStoppedSaysSoEverywhereAndHowToGoOn() {
    var reader = ReaderHarness(dossier: part([0]))
    reader.state.stopped = ReadingStatus(ReadingProgress(stage: .texts, done: 1, total: 3))
    reader.state.settle()
    #expect(reader.state.screen().text(row: 0).contains("stopped at 1 of 3"))
    let words = "stopped: 1 of 3 articles are read, nothing is compared · C-x reads on"
    #expect(reader.state.whyStopped == words && reader.shows("1 of 3 articles are"), "in the strip")
    reader.press("n")
    #expect(reader.state.message?.hasSuffix(words) == true)
    reader.press("5")
    #expect(reader.shows("1 of 3 articles are read"))
    reader.press("<C-x>")
    #expect(reader.effects == [.readOn] && reader.state.index.isReading && reader.state.stopped == nil)
    reader.press("<C-x>")
    #expect(reader.effects == [.readOn, .stopReading])
    reader.state.replace(DossierIndex(full))
    #expect(!reader.state.lists.visible.held.isEmpty && !reader.shows("stopped"))
  }

  @Test func whatHadToWaitIsNoLongerSaidToOnceAllIsRead() {
    var reader = ReaderHarness(dossier: part([]))
    reader.state.replace(DossierIndex(part([]), isReading: true))
    reader.press("n")
    #expect(reader.shows(Wording.stillReading))
    reader.state.replace(DossierIndex(full))
    #expect(!reader.shows(Wording.stillReading))
  }

  /// What a line is tells whether it still holds, not how it is worded.
  @Test func whatIsSaidWhileReadingGoesWithIt() {
    var reader = ReaderHarness(dossier: part([]))
    reader.state.replace(DossierIndex(part([]), isReading: true))
    reader.press("9<right><right>")
    #expect(reader.foot.contains("No further mark in this article so far: still reading"))
    reader.state.replace(DossierIndex(full))
    #expect(reader.state.status == nil)
    reader.state.message = "A line that ends as another does: still reading"
    reader.state.replace(DossierIndex(full))
    #expect(reader.foot.contains("A line that ends"))
    reader.state.status = .greeting
    var silent = full
    silent.disagreements = []
    reader.state.replace(DossierIndex(silent))
    #expect(reader.foot.contains("shows all keys") && !reader.foot.contains("difference"))
  }

  @Test func aStepAskedForTooEarlyIsTakenOnceAllIsRead() throws {
    var reader = ReaderHarness(dossier: part([]))
    reader.state.replace(DossierIndex(part([]), isReading: true))
    reader.press("n")
    reader.state.replace(DossierIndex(full))
    #expect(reader.state.differenceGoneTo != nil)
    let gone = try #require(reader.state.difference)
    reader.press("N")
    reader.press("n")
    #expect(reader.state.difference == gone)
  }

  @Test func whoDoesSomethingElseMeanwhileIsNotTakenAnywhere() {
    var reader = ReaderHarness(dossier: part([]))
    reader.state.replace(DossierIndex(part([]), isReading: true))
    reader.press("nj")
    reader.state.replace(DossierIndex(full))
    #expect(reader.state.differenceGoneTo == nil)
  }

  @Test func whatIsSelectedStaysWhenItIsNumberedAnew() throws {
    var reader = ReaderHarness(dossier: part([]))
    reader.state.replace(DossierIndex(part([1]), isReading: true))
    reader.press("A<tab><tab>jj")
    let words = try #require(reader.state.statement).index
    #expect(words == 1)
    let text = reader.state.dossier.statements[words].span
    reader.state.replace(DossierIndex(part([0, 1]), isReading: true))
    let now = try #require(reader.state.statement)
    #expect(now.index == 6 && reader.state.dossier[now].span == text)
    reader.state.replace(DossierIndex(full))
    #expect(reader.state.statement.map { reader.state.dossier[$0].span } == text)
  }

  @Test func aPartnerTakenBlindlyGivesWayOnceAllIsRead() {
    func opened(_ keys: String) -> ReaderHarness {
      var reader = ReaderHarness(dossier: Dossier(documents: full.documents))
      reader.state.replace(DossierIndex(Dossier(documents: full.documents), isReading: true))
      reader.press("j" + keys)
      reader.state.replace(DossierIndex(full))
      return reader
    }
    let better = opened("c")
    #expect(better.state.compare?.documents.map(\.index) == [1, 0])
    let blind = opened("cj")
    #expect(blind.state.compare?.documents.count == 2 && blind.state.compare?.isPartnerProvisional == false)
  }

  @Test func theSelectedRowStaysWhereTheEyeIs() throws {
    var many = Dossier(documents: [])
    for index in 0..<60 {
      var document = full.documents[index % 3]
      document.id = Document.ID(index)
      document.name = "d\(index)"
      document.source = nil
      document.event = nil
      many.documents.append(document)
    }
    var reader = ReaderHarness(dossier: many)
    reader.press(String(repeating: "j", count: 25))
    let row = try #require(reader.screen.split(separator: "\n").firstIndex { $0.contains("▸ d25") })
    // Events come, and with them headings and another order.
    for index in 0..<60 { many.documents[index].event = Event.ID(index % 2) }
    many.events = [0, 1].map { number in
      let members = (0..<60).filter { $0 % 2 == number }.map { Document.ID($0) }
      return Event(id: Event.ID(number), label: "event \(number)", date: nil, documents: members)
    }
    reader.state.replace(DossierIndex(many))
    #expect(reader.screen.split(separator: "\n").firstIndex { $0.contains("▸ d25") } == row)
  }

  @Test func goingBackAfterNewResultsIsSafe() {
    var reader = ReaderHarness(dossier: full)
    reader.press("5jj1<tab>j3<enter>")
    reader.state.replace(DossierIndex(part([0]), isReading: true))
    reader.press("<C-o><C-o><C-o><C-n>")
    #expect(!reader.screen.isEmpty)
  }

  @Test func whatIsReadAnewKeepsWhatWasAddedAndWhereOneStands() throws {
    var reader = ReaderHarness(dossier: full)
    reader.press("namsee<enter>nr")
    let judged = try #require(reader.state.difference)
    let passages = full[judged].sides.map(\.passage)
    // Another date makes the first one none, and numbers the others anew.
    var anew = full
    anew.disagreements.removeFirst()
    for index in anew.disagreements.indices { anew.disagreements[index].id = Disagreement.ID(index) }
    reader.state.take(readAnew: anew)
    let now = try #require(reader.state.difference)
    #expect(now.index == judged.index - 1 && reader.state.dossier[now].sides.map(\.passage) == passages)
    #expect(reader.state.remarks[.difference(now)]?.verdict == .rejected && reader.shows("Read anew") == false)
    #expect(reader.foot.contains("read anew"))
    reader.press("u")
    #expect(reader.state.remarks[.difference(now)]?.verdict == nil)
    // What is on a difference that is none any more is kept, and listed.
    #expect(reader.state.remarks.lost.count == 2)
    reader.press("uu")
    #expect(reader.state.remarks.placed.isEmpty)
  }
}
