import Dossier
import TestSupport
import Testing

@testable import Reader

/// The list of differences: what is not listed is not selected, and no step leaves the list.
@Suite struct DifferenceListTests {
  private func selected(_ reader: ReaderHarness) -> Disagreement? {
    reader.state.selectedDifference.map { reader.state.dossier[$0] }
  }

  @Test func theStepsStayInTheFilteredList() {
    var reader = ReaderHarness()
    reader.press("5fis:contradiction<enter>")
    let listed = reader.state.lists.accounts.count
    #expect(listed == 2 && reader.state.lists.visible.ranked.count > 2)
    for key in ["n", "n", "N", "N", "n"] {
      reader.press(key)
      #expect(selected(reader)?.relation == .contradiction && reader.state.selectedRow(of: .differences) != nil)
    }
  }

  /// A wider screen does not show less: names give way first.
  @Test(arguments: [40, 60, 80, 90, 106, 110, 120, 140]) func theWordsThatClashAreShownAtAnyWidth(_ columns: Int) {
    var reader = ReaderHarness(columns: columns, rows: 30)
    reader.press("5")
    for words in ["safe / not safe", "40 / 52", "ready / no will"] { #expect(reader.shows(words), "\(reader.screen)") }
    reader.press("mask<enter>")
    #expect(reader.shows("safe / not safe"))
  }

  @Test func goingAroundIsSaid() {
    var reader = ReaderHarness()
    reader.press("5fis:contradiction<enter>n")
    #expect(!reader.foot.contains("again"))
    reader.press("n")
    #expect(reader.foot.contains("From the first again"))
    reader.press("N")
    #expect(reader.foot.contains("From the last again"))
  }

  @Test func theFirstStepMoves() {
    var reader = ReaderHarness()
    reader.press("5")
    #expect(reader.state.selectedRow(of: .differences) == 0)
    reader.press("an")
    #expect(reader.state.selectedRow(of: .differences) == 1)
  }

  /// What is offered in the strip unasked is nothing that was selected.
  @Test func theListOpensAtTheStrongest() {
    var reader = ReaderHarness()
    reader.press("6jj5")
    #expect(reader.state.selectedRow(of: .differences) == 0)
    reader.press("1nnn")
    let difference = reader.state.difference
    reader.press("5")
    #expect(reader.state.selectedDifference == difference)
  }

  @Test func whatNoFilterLetsThroughIsNotSelected() {
    var reader = ReaderHarness()
    reader.press("5jj")
    let before = reader.state.selectedDifference
    reader.press("fzz")
    #expect(selected(reader) == nil && reader.shows("Nothing is selected"))
    reader.press("<backspace><backspace>")
    #expect(reader.state.selectedDifference == before)
    reader.press("zz<enter>a")
    #expect(reader.state.remarks.placed.isEmpty && reader.foot.contains("no difference is selected"))
    reader.press("n")
    #expect(reader.foot.contains("No difference matches the filter"))
  }

  @Test func leavingAFilterComesBack() {
    var reader = ReaderHarness()
    reader.press("5jj")
    let before = reader.state.selectedDifference
    reader.press("fis:contradiction")
    #expect(selected(reader)?.relation == .contradiction)
    #expect(reader.shows("≠ contradiction · ") && reader.state.selectedRow(of: .differences) == 0)
    reader.press("<esc>")
    #expect(reader.state.selectedDifference == before)
  }

  @Test func whatWasJudgedStaysWhereverTheBarIs() throws {
    var reader = ReaderHarness()
    reader.press("5b")
    let below = try #require(reader.state.dossier.disagreements.first { $0.confidence < reader.state.dossier.bar })
    for _ in reader.state.lists.accounts where reader.state.selectedDifference != below.id { reader.press("j") }
    reader.press("ab")
    #expect(reader.state.lists.accounts.contains(.difference(below.id)) && selected(reader)?.id == below.id)
    reader.press("u")
    #expect(!reader.state.lists.accounts.contains(.difference(below.id)) && selected(reader) != nil)
  }

  /// A difference that its verdict takes out of the list leaves the cursor where it was.
  @Test func aVerdictThatTakesARowAwayLeavesTheCursorThere() {
    var reader = ReaderHarness()
    reader.press("5fis:open<enter>j")
    let next = reader.state.lists.accounts[2]
    reader.press("a")
    #expect(reader.state.selectedRow(of: .differences) == 1 && reader.state.lists.accounts[1] == next)
  }

  @Test func aFilterIsCountedOnEveryTab() {
    var reader = ReaderHarness()
    reader.press("5fis:tension<enter>")
    let heading = DifferencesView.heading(reader.state)
    let lists = reader.state.lists.sections.map(\.count)
    #expect(heading.title.hasPrefix("[Differences \(lists[0]) of ") && lists[1...] == [0, 0])
    #expect(heading.title.contains("=0  ○0") && heading.title.hasSuffix("f “is:tension”"))
    #expect(reader.shows("f “is:tension”"))
    reader.press("<tab>")
    #expect(DifferencesView.heading(reader.state).title.contains("[Agreements 0 of"))
  }

  @Test func facetsAreCountedWithWhatIsChosenInOtherGroups() throws {
    var reader = ReaderHarness()
    reader.press("5F")
    func counts(_ group: Facet.Group) -> [Int] {
      guard case .facets(let picker) = reader.state.layers.last else { return [] }
      return picker.facets.filter { $0.group == group }.map(\.count)
    }
    let (relations, kinds) = (counts(.relation), counts(.kind))
    reader.press("contradiction<enter>")
    #expect(counts(.relation) == relations, "those of its own group are alternatives")
    let narrowed = counts(.kind)
    #expect(narrowed.count == kinds.count && narrowed.reduce(0, +) == reader.state.lists.accounts.count)
    guard case .facets(let picker) = reader.state.layers.last else { return }
    for facet in picker.facets where facet.group == .kind {
      var other = reader
      other.state.toggle(facet, among: picker.facets)
      #expect(other.state.lists.accounts.count == facet.count, "\(facet.label)")
    }
    reader.press("<enter>")
    #expect(counts(.kind) == kinds)
  }

  @Test func whatAPersonAddedIsAFacetToo() throws {
    var reader = ReaderHarness()
    reader.press("5mto be checked<enter>#the quay<enter>F")
    let added = reader.state.facets().filter { $0.group == .added }
    #expect(added.map(\.label).sorted() == ["#the quay", "✎ noted"] && added.allSatisfy { $0.count == 1 })
    reader.press("quay<enter><esc>")
    #expect(reader.state.lists.accounts.count == 1 && reader.state.filters[.differences] == "tag:\"the quay\"")
  }
}
