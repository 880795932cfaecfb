/// The universal parts of speech of Universal Dependencies.
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

  /// The label in CoNLL-U.
  public var label: String { Self.labels[Int(rawValue)] }

  private static let labels = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
  ]
}
