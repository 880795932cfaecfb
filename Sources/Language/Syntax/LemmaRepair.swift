/// Mends lemmas of verbs that a learnt script got wrong: *explod* of *exploded*, *shet* of *shot*.
///
/// Of some 2,700 regular forms of common verbs the scripts turn one in fourteen into no word; what they make of it tells,
/// as English has no such word.
enum LemmaRepair {
  /// - Parameters:
  ///   - lemma: what the script made of `norm`.
  ///   - norm: a verb's form in lower case.
  /// - Returns: `lemma`, or a better one where that is hardly a word. Cost: a few look-ups.
  static func repaired(_ lemma: String, of norm: String) -> String {
    guard lemma != norm else { return lemma }
    if let spelt = spelt(lemma, norm) { return spelt }
    guard WordRank.logarithm(of: lemma) >= rare else { return lemma }
    if let irregular = irregular[norm] { return irregular }
    let candidates = regular(norm).map { ($0, WordRank.logarithm(of: $0)) }
    guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 < rare else { return lemma }
    return best.0
  }

  /// What the spelling tells: *hoped* is of *hope*, as *hop* would double its *p*; *leaking* of *leak*, a commoner word than
  /// *leake*.
  private static func spelt(_ lemma: String, _ norm: String) -> String? {
    guard let ending = ["ing", "ed"].first(where: norm.hasSuffix), norm.utf8.count > ending.utf8.count + 2 else {
      return nil
    }
    let root = String(norm.dropLast(ending.utf8.count))
    let (short, long) = (WordRank.logarithm(of: root), WordRank.logarithm(of: root + "e"))
    if lemma == root, isShort(root), long < rare + 1 { return root + "e" }
    return lemma == root + "e" && hasDigraph(root) && short + 3 <= long ? root : nil
  }

  /// Two vowels before one consonant: *leak*, *shout*.
  private static func hasDigraph(_ root: String) -> Bool {
    let letters = Array(root.suffix(3))
    return letters.count == 3 && vowels.contains(letters[0]) && vowels.contains(letters[1])
      && !vowels.contains(letters[2])
  }

  private static let vowels = Set<Character>("aeiouy")

  /// One syllable of one vowel before one consonant, which an ending doubles.
  private static func isShort(_ root: String) -> Bool {
    let letters = Array(root)
    guard letters.count >= 3, let last = letters.last, !vowels.contains(last), !["w", "x"].contains(last),
      vowels.contains(letters[letters.count - 2])
    else { return false }
    return letters.dropLast(2).allSatisfy { !vowels.contains($0) }
  }

  /// Words beyond the 16,000th; *explod* is in no list.
  private static let rare = 15

  /// What a form in *-ed* or *-ing* may be of.
  private static func regular(_ norm: String) -> [String] {
    for ending in ["ing", "ied", "ed"] where norm.hasSuffix(ending) && norm.utf8.count > ending.utf8.count + 1 {
      let root = String(norm.dropLast(ending.utf8.count))
      if ending == "ied" { return [root + "y", root + "ie"] }
      var found = [root, root + "e"]
      if let last = root.last, root.dropLast().last == last { found.append(String(root.dropLast())) }
      if ending == "ing", root.hasSuffix("y") { found.append(root.dropLast() + "ie") }
      return found
    }
    return []
  }

  private static let irregular: [String: String] = {
    var found: [String: String] = [:]
    for line in verbs.split(separator: ",") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      for form in words.dropFirst() { found[form] = words[0] }
    }
    return found
  }()

  private static let verbs = """
    arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became, begin began begun, bend bent, bind bound,
    bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt,
    buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt, dig dug, draw drew drawn,
    dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
    fight fought, find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden, forecast forecasted,
    forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, give gave given, go went gone, grow grew grown,
    hang hung, hear heard, hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant,
    leap leapt, learn learnt, leave left, lend lent, lie lain, light lit, lose lost, make made, mean meant, meet met,
    mislead misled, mistake mistook mistaken, overcome overcame, overtake overtook overtaken, overthrow overthrew overthrown,
    pay paid, plead pled, prove proven, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen,
    seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
    sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, speak spoke spoken, speed sped,
    spend spent, spill spilt, spin spun, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
    stride strode, strike struck stricken, strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum,
    swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown,
    tread trod trodden, undergo underwent undergone, understand understood, undertake undertook undertaken, wake woke woken,
    wear wore worn, weave wove woven, weep wept, win won, wind wound, withdraw withdrew withdrawn, withhold withheld,
    withstand withstood, write wrote written
    """
}
