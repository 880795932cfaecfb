import Testing

@testable import Reading

/// What ended and what went on.
@Suite struct AccountsEndTests {
  @Test(arguments: [
    (
      "The northern harbour negotiations ended in January 2016, Orlov said.",
      "The northern harbour discussions continued until June 2016, Orlov wrote."
    ),
    ("The northern harbour strike ended on 3 May.", "The northern harbour strike went on until 9 May."),
  ])
  func marksWhatGoesOnAfterItsEnd(left: String, right: String) throws {
    #expect(try verdict(EndJudge(), left, right, actors: ["Orlov"]).hasPrefix("date/contradiction"))
    #expect(try verdict(EndJudge(), right, left, actors: ["Orlov"]).hasPrefix("date/contradiction"))
  }

  @Test(arguments: [
    // It went on before it ended; another thing; years unknown on one side; what is yet to come.
    ("The northern harbour strike ended on 9 May.", "The northern harbour strike went on until 3 May."),
    ("The northern harbour strike ended on 3 May.", "The northern harbour inquiry went on until 9 May."),
    ("The northern harbour strike ended in May 2016.", "The northern harbour strike went on until 9 June."),
    ("The northern harbour strike will end on 3 May.", "The northern harbour strike went on until 9 May."),
    ("The northern harbour strike did not end on 3 May.", "The northern harbour strike went on until 9 May."),
  ])
  func leavesOtherEndsAlone(left: String, right: String) throws {
    #expect(try verdict(EndJudge(), left, right) == "nothing")
  }
}
