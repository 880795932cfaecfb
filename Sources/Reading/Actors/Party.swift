import Language

/// A party of the United States.
enum Party {
  case republican, democratic

  /// The first that some words name, by its name or as in *R-Ohio*.
  init?(of tokens: Range<Int>, in text: ActorText) {
    for token in tokens {
      switch text.norm(token) {
      case "republican", "gop": self = .republican
      case "democratic", "democrat": self = .democratic
      case "r" where text.words(token..<token + 1) == "R": self = .republican
      case "d" where text.words(token..<token + 1) == "D": self = .democratic
      case let word where word.hasPrefix("r-") && text.isCapitalised(token): self = .republican
      case let word where word.hasPrefix("d-") && text.isCapitalised(token): self = .democratic
      default: continue
      }
      return
    }
    return nil
  }
}
