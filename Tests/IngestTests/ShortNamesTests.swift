import Testing

@testable import Ingest

struct ShortNamesTests {
  @Test func firstTokenWhereItTellsThemApart() {
    #expect(ShortNames.names(for: ["seeds/000_22.txt", "seeds/001_45.txt"]) == ["000", "001"])
  }

  @Test func wholeStemElseFolder() {
    #expect(ShortNames.names(for: ["000_22.txt", "000_45.txt", "x.txt"]) == ["000_22", "000_45", "x"])
    #expect(ShortNames.names(for: ["a/x.txt", "b/x.txt"]) == ["a/x.txt", "b/x.txt"])
    #expect(ShortNames.names(for: ["x.txt", "x.md", "-"]) == ["x.txt", "x.md", "stdin"])
  }

  @Test func neverTheSameTwice() {
    let paths = ["x", "x", "x#2", "", "", "/", "a//b", "a/b"]
    let names = ShortNames.names(for: paths)
    #expect(Set(names).count == paths.count)
  }
}
