import Testing

@testable import Language

@Suite struct LemmaRepairTests {
  @Test(arguments: [
    ("explod", "exploded", "explode"), ("raide", "raided", "raid"), ("fre", "freed", "free"), ("shet", "shot", "shoot"),
    ("bor", "bored", "bore"), ("leake", "leaking", "leak"), ("padd", "padded", "pad"), ("emptie", "emptied", "empty"),
  ])
  func mendsWhatIsNoWord(lemma: String, form: String, mended: String) {
    #expect(LemmaRepair.repaired(lemma, of: form) == mended)
  }

  @Test(arguments: [
    ("note", "noted"), ("unite", "united"), ("past", "past"), ("stop", "stopped"), ("visit", "visited"),
    ("find", "found"),
    ("leave", "leaving"), ("shine", "shining"),
  ])
  func leavesWordsAlone(lemma: String, form: String) {
    #expect(LemmaRepair.repaired(lemma, of: form) == lemma)
  }
}
