import Foundation
import TestSupport
import Testing

/// What a person added, carried out of the reader: to another library, into reports and files.
@Suite(.serialized) struct CarriedRemarksTests {
  private let sitting: LibrarySitting
  private var folder: TemporaryFolder { sitting.folder }
  private var library: String { sitting.library }

  init() throws { sitting = try LibrarySitting() }

  @Test func everyKindIsCarriedToAnotherLibrary() throws {
    let kinds = [
      ("verdict", "accepted"), ("note", "with \\\"quotes\\\", a\\ttab and Ж"), ("tag", "quay"), ("bookmark", ""),
      ("speaker", "Ada Quill"), ("speaker", ""), ("actor-name", "A. Quill"), ("same-actor", ""), ("other-actor", ""),
      ("outlet", "Coast Wire"), ("published", "2024-03-03"),
    ]
    let anchor =
      "{\"hash\":\"0123456789abcdef0123456789abcdef\",\"path\":\"news/a.txt\",\"start\":3,\"end\":9,"
      + "\"words\":\"the “w”\",\"before\":\"in\",\"after\":\"out\"}"
    let lines = kinds.enumerated().map { number, kind in
      let digits = String(repeating: "0", count: 30) + "\(10 + number)"
      return "{\"id\":\"\(digits)\",\"made\":\(1_700_000_000 + number),\"kind\":\"\(kind.0)\",\"value\":\"\(kind.1)\","
        + "\"anchors\":[\(anchor),\(anchor)]}"
    }
    let text = lines.joined(separator: "\n") + "\n"
    let imported = try Products.run(arguments: ["library", "import", "--library", library], input: text)
    #expect(imported.code == 0 && imported.errors.contains("11 annotations imported"))
    #expect(try sitting.kept() == lines)
    let other = folder.path + "/other.sqlite"
    _ = try Products.run(
      arguments: ["library", "import", "--library", other], input: try sitting.kept().joined(separator: "\n"))
    let again = try Products.run(arguments: ["library", "export", "--library", other])
    #expect(again.output == text)
  }

  @Test func reportsShowWhatWasAddedWhereTheyAreAsked() throws {
    let session = try sitting.sit()
    session.send("a")
    try session.waitFor("Accepted")
    session.send("mcheck the source" + Keys.enter)
    try session.waitFor("Noted")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let plain = try Products.run(arguments: ["report", Products.seeds])
    #expect(!plain.output.contains("check the source"))
    let report = try Products.run(arguments: ["report", "--library", library, Products.seeds])
    #expect(report.output.contains("✎ note: check the source") && report.output.contains("✓ verdict: accepted"))
    let analysis = try Products.run(arguments: ["analyze", "--library", library, Products.seeds])
    #expect(analysis.output.contains("\"remark\":{\"verdict\":\"accepted\",\"note\":\"check the source\""))
  }

  @Test func anAgreementAndAnOmissionAreJudgedAndStayJudged() throws {
    let set = try folder.makeFolder("set")
    _ = try folder.write(
      "set/a.txt",
      """
      The ferry Aster sank off Lindau harbour on Sunday and 17 people died, the coast guard said.
      Per Lund, the transport minister, praised the fishermen of three villages who had joined the search.
      """)
    _ = try folder.write(
      "set/b.txt", "The sinking of the ferry Aster off Lindau harbour on Sunday killed 17 people, the coast guard said."
    )
    var session = try sitting.sit(set)
    session.send(Keys.tab)
    try session.waitFor("[Agreements")
    session.send("r")
    try session.waitFor("Rejected: agreement 1 of ")
    session.send(Keys.tab)
    try session.waitFor("[Omissions")
    session.send("a")
    try session.waitFor("Accepted: omission 1 of ")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    let kept = try sitting.kept()
    #expect(kept.count { $0.contains(#""subject":"agreement","kind":"verdict","value":"rejected""#) } == 1)
    #expect(kept.count { $0.contains(#""subject":"omission","kind":"verdict","value":"accepted""#) } == 1)
    let other = folder.path + "/other.sqlite"
    _ = try Products.run(
      arguments: ["library", "import", "--library", other], input: kept.joined(separator: "\n"))
    let report = try Products.run(arguments: ["report", "--library", other, set])
    #expect(report.output.contains("    ✗ verdict: rejected") && report.output.contains("    ✓ verdict: accepted"))
    session = try sitting.sit(set, at: "Omissions")
    session.send("fverdict:accepted" + Keys.enter)
    try session.waitFor("✓○")
    session.send("u")
    try session.waitFor("nothing was added since this reading began")
    session.send("a")
    try session.waitFor("Verdict taken away")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(try sitting.kept().count == 1)
  }

  /// A report does not pass over what finds its words no more.
  @Test func aReportSaysWhatIsLost() throws {
    let path = folder.path + "/a.txt"
    try "The mayor of Lindau opened a bridge on Sunday, and a choir sang.\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    let line =
      "{\"id\":\"\(String(repeating: "0", count: 30))10\",\"made\":1700000000,\"kind\":\"note\",\"value\":\"ask\",\"anchors\":["
      + "{\"hash\":\"0123456789abcdef0123456789abcdef\",\"path\":\"\(path)\",\"start\":3,\"end\":9,"
      + "\"words\":\"a tunnel fell in\",\"before\":\"\",\"after\":\"\"}]}\n"
    let imported = try Products.run(arguments: ["library", "import", "--library", library], input: line)
    #expect(imported.code == 0)
    let report = try Products.run(arguments: ["report", "--library", library, path])
    #expect(report.code == 0 && report.errors.contains("1 remark finds its words no more"))
  }

  @Test func aPartIsExportedFromInside() throws {
    let path = folder.path + "/out.csv"
    let session = try sitting.sit()
    session.send("e" + Keys.enter)
    try session.waitFor("Write to")
    session.send(Keys.control("u") + path + Keys.enter)
    try session.waitFor("Written")
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.hasPrefix("record,pair,relation,") && first.contains("disagreement,1,"))
    session.send("e" + Keys.enter)
    try session.waitFor("Write to")
    session.send(Keys.control("u") + path + Keys.enter)
    try session.waitFor("is there already")
    session.send("no" + Keys.enter)
    try session.waitFor("Nothing was written")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
    // What is wrong is said, and the path is there to be mended.
    session.send("e" + Keys.enter)
    try session.waitFor("Write to")
    session.send(Keys.control("u") + folder.path + "/out.pdf" + Keys.enter)
    try session.waitFor("“.pdf” is no form")
    session.send(Keys.backspace + Keys.backspace + Keys.backspace + "md" + Keys.enter)
    try session.waitFor("Written: \(folder.path)/out.md, markdown")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.pdf"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }
}
