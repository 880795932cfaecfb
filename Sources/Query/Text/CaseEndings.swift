/// The case endings of names in Russian, Ukrainian and Greek: a person searches for Путина as often as for Путин.
enum CaseEndings {
  /// Letters that a word has left at least; a shorter rest would fit too much.
  private static let least = 4

  /// Folded, so that й is и and ς is σ; the shortest first.
  private static let endings: [[Character]] = [
    "а", "я", "у", "ю", "е", "и", "ы", "і", "ь", "ом", "ем", "ым", "им", "ои", "еи", "ыи", "ии", "іи", "ою", "ею",
    "ую", "ая", "ое", "ые", "ов", "ев", "ів", "ам", "ям", "ах", "ях", "ью", "ого", "его", "ому", "ему", "ові", "еві",
    "ами", "ями", "ыми", "ими", "α", "η", "ο", "ι", "σ", "ασ", "ησ", "οσ", "ου", "ων", "εσ",
  ].map(Array.init)

  /// What may be left of a folded word without its ending, and how many letters that has, the longest stem first; nothing of a
  /// Latin word.
  static func stems(of word: [UInt8]) -> [(stem: [UInt8], ending: Int)] {
    guard Skeleton.isForeign(word) else { return [] }
    let letters = Array(String(decoding: word, as: UTF8.self))
    return endings.compactMap { ending in
      guard letters.count - ending.count >= least, letters.suffix(ending.count).elementsEqual(ending) else {
        return nil
      }
      return (Array(String(letters.dropLast(ending.count)).utf8), ending.count)
    }
  }
}
