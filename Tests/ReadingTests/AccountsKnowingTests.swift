import Testing

@testable import Reading

@Suite struct AccountsCertaintyTests {
  @Test(arguments: [
    (
      "The northern harbour burned down by arson, sailors said.",
      "Police considered arson when the northern harbour burned."
    ),
    (
      "Potential arson was looked into at the northern harbour warehouse.",
      "The northern harbour warehouse burned in an act of arson."
    ),
    (
      "The blaze at the northern harbour warehouse was investigated as an arson.",
      "The northern harbour warehouse burned in an act of arson."
    ),
  ])
  func setsAGuessAgainstAFact(left: String, right: String) throws {
    #expect(try verdict(CertaintyJudge(), left, right) != "nothing")
  }

  @Test(arguments: [
    // Both guess; a courtesy of the law; what is investigated is there; another matter; what might be.
    (
      "Potential arson was looked into at the northern harbour warehouse.",
      "Police suspected arson at the northern harbour warehouse."
    ),
    (
      "The alleged attacker was seen at the northern harbour warehouse.",
      "The attacker left the northern harbour warehouse."
    ),
    (
      "Police investigated the arson at the northern harbour warehouse.",
      "The northern harbour warehouse burned in an act of arson."
    ),
    (
      "Sailors wanted to reach the northern harbour to claim asylum.",
      "Sailors got asylum in the northern harbour."
    ),
    ("Potential arson was looked into at the northern harbour warehouse.", "Arson is a crime in most countries."),
    (
      "Potential arson was looked into at the northern harbour warehouse.",
      "The law covers any arson at a northern harbour warehouse."
    ),
  ])
  func leavesGuessesAlone(left: String, right: String) throws {
    #expect(try verdict(CertaintyJudge(), left, right) == "nothing")
  }
}

@Suite struct AccountsUnknownTests {
  @Test(arguments: [
    (
      "Police declined to say whether the harbour account of Orlov was hacked.",
      "The harbour account of Orlov was hacked by sailors."
    ),
    (
      "Police would not say how many sailors were held in the northern harbour.",
      "Twelve sailors were held in the northern harbour, friends said."
    ),
    (
      "It was unclear when the northern ferry would leave the harbour.",
      "The northern ferry will leave the harbour on Tuesday."
    ),
    (
      "The reason for the northern harbour strike was unknown.",
      "Sailors called the northern harbour strike because of low wages."
    ),
    (
      "It was not clear who started the northern harbour fire.",
      "Drunken sailors started the northern harbour fire, the mayor said."
    ),
    (
      "The officer could not say if anyone else was in the northern harbour hall.",
      "There was nobody else in the northern harbour hall."
    ),
  ])
  func tellsWhatTheOtherLeavesOpen(left: String, right: String) throws {
    #expect(try verdict(UnknownJudge(), left, right).contains("/tension"))
  }

  @Test func tellsWhereItIsThoughTheOtherDoesNotKnow() throws {
    let left = "Police do not know where the northern sailors were held."
    let right = "The northern sailors were held in Norburg."
    #expect(
      try verdict(UnknownJudge(), left, right, actors: ["Norburg"], places: [0])
        == "place/tension: not know where ≠ Norburg")
  }

  @Test(arguments: [
    // Both leave it open; it is known; another thing; an answer to another question; only guessed.
    (
      "Police declined to say whether the harbour account of Orlov was hacked.",
      "It is not known whether the harbour account of Orlov was hacked."
    ),
    (
      "Police know whether the harbour account of Orlov was hacked.",
      "The harbour account of Orlov was hacked by sailors."
    ),
    (
      "Police declined to say whether the harbour account of Orlov was hacked.",
      "The harbour account of Orlov was closed by sailors."
    ),
    (
      "Police would not say how many sailors were held in the northern harbour.",
      "Sailors were held in the northern harbour on Tuesday."
    ),
    ("It was not clear who started the northern harbour fire.", "Firemen reached the northern harbour fire at noon."),
    (
      "Police declined to say whether the harbour account of Orlov was hacked.",
      "The harbour account of Orlov may have been hacked by sailors."
    ),
  ])
  func leavesOtherThingsAlone(left: String, right: String) throws {
    #expect(try verdict(UnknownJudge(), left, right) == "nothing")
  }
}
