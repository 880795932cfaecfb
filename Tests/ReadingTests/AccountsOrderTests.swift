import Testing

@testable import Reading

/// What came first and what then.
@Suite struct AccountsOrderTests {
  @Test(arguments: [
    ("Police opened fire after protesters threw stones.", "Protesters threw stones after police opened fire."),
    (
      "The first stones flew only after riot police had fired tear gas into the square, several reporters said.",
      "Riot police resorted to tear gas on the square in response to a hail of stones."
    ),
    (
      "The ship sailed from Norburg well before the storm warning was issued.",
      "The ship left Norburg two hours after the storm warning had gone out."
    ),
  ])
  func marksAnotherOrder(left: String, right: String) throws {
    #expect(try verdict(OrderJudge(), left, right).hasPrefix("date/contradiction"))
  }

  @Test(arguments: [
    // The same order, told from either end.
    ("Police opened fire after protesters threw stones.", "Protesters threw stones before police opened fire."),
    // Another matter between the two.
    ("Police opened fire after protesters threw stones.", "Protesters threw stones after the mayor left."),
    // What only stands beside: *the first half* was not after.
    (
      "Orlov grabbed two rebounds before he left with nine minutes to play in the first half.",
      "Orlov made eleven rebounds, most of them after half."
    ),
    ("Orlov left after two days in the harbour.", "Two days after Orlov came he left the harbour."),
  ])
  func leavesOtherOrdersAlone(left: String, right: String) throws {
    #expect(try verdict(OrderJudge(), left, right, actors: ["Orlov"]) == "nothing")
  }
}
