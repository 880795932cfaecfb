import Testing

@testable import Reading

/// Who took the first step.
@Suite struct AccountsInitiativeTests {
  private let actors = ["Weber", "Orlov", "Dorn"]

  @Test(arguments: [
    (
      "Weber rang Orlov on Sunday to propose talks on the harbour dispute.",
      "It was Orlov who telephoned Weber on Sunday with an offer of talks on the harbour dispute."
    ),
    (
      "Orlov reached out first to Weber about the harbour meeting.",
      "The harbour meeting was held at the request of Weber, and Orlov agreed."
    ),
    (
      "Friends say that Orlov proposed the trip to the harbour lodge with Dorn.",
      "Dorn brought up the idea of the trip to the harbour lodge himself, Orlov said."
    ),
  ])
  func marksAnotherBeginner(left: String, right: String) throws {
    #expect(try verdict(InitiativeJudge(), left, right, actors: actors).hasPrefix("roles/contradiction"))
    #expect(try verdict(InitiativeJudge(), right, left, actors: actors).hasPrefix("roles/contradiction"))
  }

  @Test(arguments: [
    // The same beginner, told from the other end.
    (
      "Weber rang Orlov on Sunday to propose talks on the harbour dispute.",
      "Orlov agreed to talks on the harbour dispute on Sunday at the request of Weber."
    ),
    // Another who is approached, another day, no deed.
    (
      "Weber approached Dorn about the harbour dispute on Sunday.",
      "Orlov approached Weber about the harbour dispute on Sunday."
    ),
    (
      "Weber rang Orlov about the harbour dispute on 3 May.", "Orlov rang Weber about the harbour dispute on 9 May."
    ),
    (
      "Weber might approach Orlov about the harbour dispute.", "Orlov approached Weber about the harbour dispute."
    ),
    // Two together.
    (
      "Weber and Orlov proposed a new harbour treaty on Sunday.",
      "Orlov and Weber proposed a new harbour treaty on Sunday."
    ),
    // Each of the other, in one account.
    (
      "Weber called Orlov about the harbour dispute.",
      "Orlov called Weber about the harbour dispute after Weber called Orlov."
    ),
  ])
  func leavesOtherStepsAlone(left: String, right: String) throws {
    #expect(try verdict(InitiativeJudge(), left, right, actors: actors) == "nothing")
  }
}
