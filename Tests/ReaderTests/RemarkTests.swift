import Dossier
import Terminal
import TestSupport
import Testing

@testable import Reader

/// What a person adds: shown at once wherever it belongs, taken back by undo, found again by searches.
@Suite struct RemarkTests {
  @Test func aNoteOnAQuoteShowsInEveryView() {
    var reader = ReaderHarness()
    reader.press("<tab><tab>jmcheck the month<enter>")
    #expect(reader.shows("Noted"))
    #expect(reader.shows("✎"), "in the quotes, the article and the header")
    #expect(reader.state.screen().text(row: 0).contains("✎1"))
    reader.press("K")
    #expect(reader.shows("your note: check the month"))
    reader.press("<esc>3")
    #expect(reader.shows("✎"), "in the Matrix")
    reader.press("4")
    #expect(reader.shows("✎"), "in the Timeline")
    reader.press("u")
    #expect(!reader.shows("✎"))
    reader.press("<C-r>")
    #expect(reader.shows("✎"))
  }

  @Test func whatIsAddedIsFoundByFilters() {
    var reader = ReaderHarness()
    reader.press("<tab><tab>jmcheck the month<enter>")
    reader.press("fcheck<enter>")
    #expect(reader.state.lists.quotes.count == 1)
    reader.press("<esc>fis:noted<enter>")
    #expect(reader.state.lists.quotes.count == 1)
    reader.press("<esc>5j#cranes<enter>fcranes is:tagged<enter>")
    #expect(reader.state.lists.accounts.count == 1)
    reader.press("<esc>1<tab><tab>Aftag:cranes<enter>")
    #expect(!reader.state.lists.quotes.isEmpty, "the quotes that are its sides")
  }

  @Test func aNoteCanBeChangedAndEmptied() {
    var reader = ReaderHarness()
    reader.press("5jmone<enter>m two<enter>")
    #expect(reader.state.remarks.placed.map(\.annotation.content) == [.note("one two")])
    reader.press("m<C-u><enter>")
    #expect(reader.state.remarks.placed.isEmpty)
    reader.press("uu")
    #expect(reader.state.remarks.placed.map(\.annotation.content) == [.note("one")])
  }

  @Test func aMergeIsShownEverywhereAndUndone() {
    var reader = ReaderHarness()
    let before = reader.screen
    reader.press("<tab>j&brandt<enter>")
    #expect(!reader.shows("Tomas Brandt    "))
    #expect(reader.state.actor == Actor.ID(0))
    reader.press("3")
    #expect(reader.state.lists.matrix.count == 3)
    reader.press("1u")
    #expect(reader.state.dossier.actors.count == 4)
    reader.press("k<backtab>")
    #expect(reader.screen.split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast())
  }

  @Test func theSelectedActorStaysSelectedWhateverItsNumber() {
    var reader = ReaderHarness()
    reader.press("<tab>jjjj")
    #expect(reader.state.actor.map { reader.state.dossier[$0].name } == "Jan Śmigły")
    reader.press("&brandt<enter>")
    #expect(reader.state.actor.map { reader.state.dossier[$0].name } == "Jan Śmigły")
    reader.press("u")
    #expect(reader.state.actor.map { reader.state.dossier[$0].name } == "Jan Śmigły")
  }

  @Test func aSpeakerWhoIsNoActorBecomesOne() {
    var reader = ReaderHarness()
    reader.press("<tab><tab>jSPort Captain<enter>")
    #expect(reader.state.dossier.actors.last?.name == "Port Captain")
    #expect(reader.state.dossier.statements[0].basis == "corrected by hand")
    #expect(reader.shows("Port Captain"))
  }

  @Test func aSpeakerCanBeNobody() throws {
    var reader = ReaderHarness()
    reader.press("8jSnobody<enter>")
    let id = try #require(reader.state.statement)
    #expect(reader.state.dossier[id].speaker == nil && reader.foot.contains("Said by nobody"))
    reader.press("K")
    #expect(reader.shows("Speaker not given") && reader.shows("your corrected speaker: speaker not given"))
    reader.press("<esc>fis:corrected<enter>")
    #expect(reader.state.lists.quotes == [id])
    reader.press("<esc>S")
    #expect(!reader.shows(" nobody "), "where it is so already it is not offered")
    reader.press("<esc>u")
    #expect(reader.state.dossier[id].speaker != nil)
    reader.press("<C-r>")
    #expect(reader.state.dossier[id].speaker == nil)
  }

  @Test func aSourceThatIsNamedIsCalledSoEverywhere() {
    var reader = ReaderHarness()
    reader.press("GRHarbour Letter<enter>")
    #expect(reader.shows("Harbour Letter"))
    reader.press("3")
    #expect(reader.shows("Harbour"))
    reader.press("1u")
    #expect(!reader.shows("Harbour Letter "))
  }

  @Test func whatIsLostIsListedAndSaid() throws {
    let sample = SampleDossier().dossier
    // The file has changed since.
    let path = sample.documents[0].path
    let gone = Document(
      id: Document.ID(0), path: path, name: "gone", text: SourceText("Words that stand nowhere else."))
    let lost = Annotation(
      id: .init(digits: "1"), made: 1, anchors: [Anchor(Span(0, 5), in: gone)], content: .note("keep me"))
    var reader = ReaderHarness()
    reader.state.replace(DossierIndex(sample), remarks: Remarks([lost], on: sample))
    #expect(reader.state.screen().text(row: 0).contains("1 lost"))
    reader.press("'")
    #expect(reader.shows("! lost note: keep me"))
    #expect(reader.shows(path))
    reader.press("<enter>")
    #expect(reader.shows("It was on “[Words] that stand nowhere else.”"))
    reader.press("<esc>'<del>")
    #expect(reader.state.remarks.placed.isEmpty)
    reader.press("u")
    #expect(reader.state.remarks.lost.count == 1)
  }

  @Test func whatIsOnArticlesThatAreNotOpenIsElsewhere() throws {
    let sample = SampleDossier().dossier
    let open = sample.documents[0]
    let closed = Document(
      id: Document.ID(0), path: "news/closed.txt", name: "closed", text: SourceText("Words of another article."))
    let pair = [Anchor(Span(0, 5), in: open), Anchor(Span(0, 5), in: closed)]
    let remark = Annotation(id: .init(digits: "1"), made: 1, anchors: pair, content: .note("compare"))
    var reader = ReaderHarness()
    reader.state.replace(DossierIndex(sample), remarks: Remarks([remark], on: sample))
    #expect(reader.state.screen().text(row: 0).contains("1 elsewhere"))
    #expect(!reader.state.screen().text(row: 0).contains("lost"))
    reader.press("'")
    #expect(reader.shows("What you added · 1 · 1 elsewhere"))
    #expect(reader.shows("· elsewhere note: compare") && reader.shows("news/closed.txt"))
    reader.press("<enter>")
    #expect(reader.shows("in news/closed.txt"))
    #expect(reader.shows("Not all of these articles are open."))
  }

  @Test func undoSaysHowFarItReaches() throws {
    let sample = SampleDossier().dossier
    var reader = ReaderHarness()
    reader.press("u")
    #expect(reader.foot.contains("nothing to undo"))
    let remark = Annotation(
      id: .init(digits: "1"), made: 1, anchors: [Anchor(Span(0, 5), in: sample.documents[0])], content: .bookmark)
    reader.state.replace(DossierIndex(sample), remarks: Remarks([remark], on: sample))
    reader.press("u")
    #expect(reader.foot.contains("nothing was added since this reading began"))
  }

  @Test func whatWasAddedWhileReadingOutlastsTheReading() {
    let sample = SampleDossier().dossier
    var reader = ReaderHarness(dossier: Dossier(documents: sample.documents))
    reader.press("Benter<esc>B")
    reader.press("mfirst thought<enter>")
    let added = reader.state.remarks.placed.count
    reader.state.replace(DossierIndex(sample), remarks: Remarks([], on: sample))
    #expect(added > 0 && reader.state.remarks.placed.count == added)
    reader.press("u")
    #expect(reader.state.remarks.placed.count < added)
  }

  @Test func goingToWhatWasAddedShowsIt() {
    var reader = ReaderHarness()
    reader.press("<tab><tab>jmfirst<enter>G")
    reader.press("mlast<enter>")
    reader.press("'first<enter>")
    #expect(reader.state.pane == .article)
    #expect(reader.state.places[0]?.cursor == Int(SampleDossier().dossier.statements[0].span.start))
  }

  @Test func wordsThatAreSelectedCanBeRemarkedOn() throws {
    var reader = ReaderHarness()
    reader.press("<tab><tab><tab>jjV<right><right>")
    let selected = try #require(reader.state.selectedText)
    let words = reader.state.dossier[selected].split(separator: " ")
    #expect(words.count == 3 && reader.foot.contains("3 words selected  m note  # tags"))
    reader.press("y")
    #expect(reader.effects.contains { if case .copy(let text) = $0 { text.contains(words[1]) } else { false } })
    reader.press("mthese words<enter>")
    #expect(reader.state.remarks.marks.map(\.passage) == [selected] && !reader.state.isSelecting)
    // The cursor in them is enough to come back to the note.
    reader.press("m and more<enter>")
    #expect(reader.state.remarks.marks.map(\.content) == [.note("these words and more")])
    // From the other end, backwards over the word before.
    reader.press("gjjVV<left>#back<enter>")
    let before = try #require(reader.state.remarks.marks.last?.passage)
    #expect(before.span.end > before.span.start && before.span.start < selected.span.start)
    reader.press("V<esc>")
    #expect(!reader.state.isSelecting)
  }

  @Test func anActorCanBeRemarkedOn() {
    var reader = ReaderHarness()
    reader.press("<tab>j")
    #expect(!reader.shows("✎"))
    reader.press("mwatch her<enter>")
    #expect(reader.shows("✎ "))
    reader.press("fnote:watch<enter>")
    #expect(reader.state.lists.actors.map { $0?.index } == [0])
    reader.press("<esc>K")
    #expect(reader.shows("your note: watch her"))
    reader.press("<esc>m<C-u><enter>")
    #expect(!reader.shows("✎"))
  }

  @Test func aCorrectionMadeAsideIsShownWhenItIsDone() {
    var reader = ReaderHarness()
    reader.state.correctsAside = true
    reader.press("<tab>jR<C-u>Ada Stone<enter>")
    #expect(!reader.state.dossier.actors.contains { $0.name == "Ada Stone" }, "no key waited for it")
    let first = reader.state.takeCorrection()
    let none = reader.state.takeCorrection()
    #expect(first != nil && none == nil)
    reader.press("jR<C-u>Tom Stone<enter>")
    if let first { reader.state.finish(first.done()) }
    #expect(!reader.state.dossier.actors.contains { $0.name == "Ada Stone" }, "another one is on its way")
    let second = reader.state.takeCorrection()
    reader.press("mkept<enter>")
    if let second { reader.state.finish(second.done()) }
    reader.state.settle()
    #expect(reader.state.dossier.actors.contains { $0.name == "Ada Stone" })
    #expect(reader.state.actor.map { reader.state.dossier[$0].name } == "Tom Stone")
    #expect(reader.state.remarks.marks.map(\.content) == [.note("kept")])
  }

  @Test func aPathThatCannotBeWrittenIsThereToBeMended() {
    var reader = ReaderHarness()
    reader.state.askAgain(.everything, path: "no/such/out.md", "cannot write: No such file or directory")
    #expect(reader.foot.contains("Write to: no/such/out.md"))
    #expect(reader.foot.contains("cannot write: No such file or directory"))
    reader.press("<backspace>")
    #expect(!reader.foot.contains("cannot write"))
    reader.press("d<enter>")
    #expect(reader.effects == [.export(.everything, path: "no/such/out.md", overwrites: false)])
  }

  @Test func anExistingFileIsReplacedOnlyAfterYes() {
    var reader = ReaderHarness()
    reader.state.askToOverwrite(.everything, path: "there.md")
    #expect(reader.foot.contains("there.md is there already"))
    reader.press("no<enter>")
    #expect(reader.effects.isEmpty && reader.foot.contains("Nothing was written"))
    reader.state.askToOverwrite(.everything, path: "there.md")
    reader.press("yes<enter>")
    #expect(reader.effects == [.export(.everything, path: "there.md", overwrites: true)])
  }

  @Test func anActorIsFoundForAMergeUnderAnyName() throws {
    var dossier = SampleDossier().dossier
    let other = dossier.actors[2]
    dossier.actors[2].aliases.append(.init(text: "the man of the cranes", count: 1))
    var reader = ReaderHarness(dossier: dossier)
    let actor = try #require(reader.state.dossier.actors.first { $0.id != other.id && !$0.mentions.isEmpty })
    reader.press("<tab>")
    reader.state.pick(actor: actor.id)
    reader.press("&of the cranes")
    #expect(reader.shows(other.name + " · "))
  }

  /// A day that no calendar has is asked for again, with what was typed.
  @Test func whatIsNoDateIsNotTaken() {
    var reader = ReaderHarness()
    let before = reader.state.dossier.documents[0].published
    reader.press("P<C-u>2024-02-30<enter>")
    #expect(reader.state.line?.text == "2024-02-30" && reader.foot.contains("is no date"))
    reader.press("<C-u>--05-09<enter>")
    #expect(reader.state.dossier.documents[0].published?.date == PartialDate(month: 5, day: 9))
    reader.press("u")
    #expect(reader.state.dossier.documents[0].published == before)
  }
}
