import Testing

@testable import Reading

@Suite struct PersonNameTests {
  @Test func benIsAGivenNameInFrontAndAParticleInside() {
    #expect(PersonName(["ben", "falk"])?.properGiven == ["ben"])
    #expect(PersonName(["zine", "ben", "ali"])?.properGiven == ["zine"])
    #expect(PersonName(["van", "falk"])?.properGiven == [])
  }
}

@Suite struct NameKeyTests {
  @Test func holdsLettersAndDigitsAlone() {
    #expect(NameKey.of("u. s.") == "us")
    #expect(NameKey.of("g7") == "g7")
    #expect(NameKey.of("киев") == "киев")
    for mark in ["—", "–", "―", "“", "…", "’"] { #expect(NameKey.of(mark).isEmpty) }
  }
}
