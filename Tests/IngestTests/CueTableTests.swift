import Testing

@testable import Ingest

struct CueTableTests {
  private static func read(_ rows: String) { Array(rows.utf8).withUnsafeBytes { _ = CueTable($0) } }

  @Test func rowsAndRemarksAreRead() {
    Self.read("# a remark\n\nrelated\tline\tread more\nagency\tTIDE\tTide\n")
  }

  /// A row that nobody can read would silently be no cue.
  @Test func aRowThatIsNoCueEndsTheProgram() async {
    await #expect(processExitsWith: .failure) { CueTableTests.read("related\tline\n") }
    await #expect(processExitsWith: .failure) { CueTableTests.read("relatd\tline\tread more\n") }
    await #expect(processExitsWith: .failure) { CueTableTests.read("related\tlime\tread more\n") }
  }
}
