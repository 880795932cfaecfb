import TestSupport
import Testing

/// Copies of the program that are open at once over one library: each keeps what it adds, and nothing of another is lost.
@Suite(.serialized) struct SharedLibraryTests {
  private let sitting: LibrarySitting

  init() throws { sitting = try LibrarySitting() }

  @Test func twoCopiesAtOnceBothKeepWhatTheyAdd() throws {
    let one = try sitting.sit()
    let two = try sitting.sit()
    for round in 0..<5 {
      one.send("m one\(round)" + Keys.enter)
      two.send("# two\(round)" + Keys.enter)
      try one.waitFor("one\(round)")
      try two.waitFor("two\(round)")
    }
    try sitting.leave(one)
    try sitting.leave(two)
    let lines = try sitting.kept()
    #expect(lines.contains { $0.contains("one0 one1 one2 one3 one4") })
    #expect((0..<5).allSatisfy { round in lines.contains { $0.contains("\"two\(round)\"") } })
  }

  @Test func aCopySeesWhatAnotherAdds() throws {
    let one = try sitting.sit()
    let two = try sitting.sit()
    one.send("a")
    try one.waitFor("Accepted")
    one.send("mto be seen" + Keys.enter)
    try one.waitFor("Noted")
    two.send("j")
    try two.waitFor("2 remarks from another copy of crossread")
    try two.waitFor("✎2")
    try sitting.leave(one)
    try sitting.leave(two)
    #expect(try sitting.kept().count == 2)
  }

  @Test func ofTwoNotesThatAreWrittenAtOnceBothStand() throws {
    let one = try sitting.sit()
    let two = try sitting.sit()
    one.send("m" + "first")
    try one.waitFor("first")
    two.send("m" + "second" + Keys.enter)
    try two.waitFor("Noted on difference 1")
    one.send(Keys.enter)
    try one.waitFor("your note and theirs both stand")
    #expect(try sitting.wait(forKept: 2).count == 2)
    // Whoever writes on has both before them, and saves them as one.
    one.send("m" + ", and on" + Keys.enter)
    try one.waitFor("Noted on difference 1")
    // What is said of it may come before it is on the disk.
    let lines = try sitting.wait(forKept: 1)
    #expect(lines.count == 1)
    #expect(["first", "second", ", and on"].allSatisfy { words in lines.contains { $0.contains(words) } })
    for session in [one, two] { try sitting.leave(session) }
  }

  @Test func aNoteThatBothChangeKeepsWhatBothWrote() throws {
    let one = try sitting.sit()
    one.send("m" + "old" + Keys.enter)
    try one.waitFor("Noted on difference 1")
    let two = try sitting.sit()
    one.send("m" + " of one")
    try one.waitFor("old of one")
    two.send("m" + " of two" + Keys.enter)
    try two.waitFor("old of two")
    one.send(Keys.enter)
    try one.waitFor("both stand")
    two.send("j")
    try two.waitFor("both stand")
    for session in [one, two] { try sitting.leave(session) }
    let report = try Products.run(arguments: ["report", "--library", sitting.library, Products.seeds])
    #expect(report.output.contains("old of one") && report.output.contains("old of two"))
  }
}
