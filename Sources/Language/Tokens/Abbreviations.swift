/// Words that carry a full stop of their own.
enum Abbreviations {
  enum Kind: UInt8 {
    /// Stands before a name or a number; never ends a sentence ("Mr.", "Gen.").
    case leading
    /// Like `leading`, but only before a digit; an ordinary word elsewhere ("No. 10").
    case beforeDigit
    /// May end a sentence ("Inc.", "a.m.").
    case any
  }

  private static let table: [String: Kind] = {
    let leading = """
      mr mrs ms messrs mme mlle dr prof rev hon fr gen col lt maj capt cmdr cpl sgt adm brig pvt sen reps rep gov pres supt \
      st ste mt ft amb atty insp det v vs viz cf approx ed eds gens sens govs lts drs profs
      """
    let beforeDigit = "no nos art fig figs vol pp p ch sec para op nr"
    let any = """
      inc corp co ltd plc bros llc jr sr esq phd dept univ assn est etc al jan feb apr jun jul aug sep sept oct nov dec \
      mon tue tues wed thu thurs fri ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill ind kan ky md mich \
      minn miss mo mont neb nev okla ore pa tenn tex va vt wis wyo
      """
    var table: [String: Kind] = [:]
    for (words, kind) in [(leading, Kind.leading), (beforeDigit, .beforeDigit), (any, .any)] {
      for word in words.split(separator: " ") { table[String(word)] = kind }
    }
    return table
  }()

  /// Lower-case words that are abbreviations only when written with a capital ("Ill. voters", but "he fell ill.").
  private static let capitalised: Set<String> = [
    "co", "al", "del", "fla", "ga", "ill", "ind", "miss", "mo", "ore", "pa", "va", "mon", "wed", "fri", "jan", "mar",
    "dec",
    "nov", "ala", "conn", "mont", "fr", "hon", "gen", "col", "det", "ed", "rep", "pres", "st",
  ]

  /// The kind of `word` (without its stop), or `nil` for a word that is none.
  static func kind(of word: String, startsWithCapital: Bool) -> Kind? {
    guard let kind = table[word] else { return nil }
    if !startsWithCapital, word != "al", capitalised.contains(word) { return nil }
    return kind
  }
}
