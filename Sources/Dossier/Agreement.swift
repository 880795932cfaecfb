/// A claim that several documents make, counted by independent origin.
public struct Agreement: Sendable {
  /// The clearest wording among the passages.
  public var claim: Passage
  public var passages: [Passage]
  /// Reprints and repeats of one origin count once.
  public var independentSources: Int
  /// 0…1: how surely all of them tell one fact.
  public var confidence: Double
  /// Why they are taken to, in one plain sentence that names what they share.
  public var because: String
  /// Of each of `passages`, the words that give what they share, in order and apart; may be empty where no words are known.
  public var evidence: [[Span]]

  /// - Parameter evidence: for each passage, in the order of `passages`; without it none has any.
  public init(
    claim: Passage, passages: [Passage], independentSources: Int, confidence: Double = 1, because: String = "",
    evidence: [[Span]]? = nil
  ) {
    self.claim = claim
    self.passages = passages
    self.independentSources = independentSources
    self.confidence = confidence
    self.because = because
    self.evidence = evidence ?? passages.map { _ in [] }
  }

  /// The words of a passage of it that give what they share; none of another passage.
  public func evidence(in passage: Passage) -> [Span] {
    passages.firstIndex(of: passage).map { evidence[$0] } ?? []
  }
}

/// Something that one document tells and another on the same event does not.
public struct Omission: Sendable {
  public var present: Passage
  public var missingFrom: Document.ID
  /// 0…1.
  public var confidence: Double

  public init(present: Passage, missingFrom: Document.ID, confidence: Double) {
    self.present = present
    self.missingFrom = missingFrom
    self.confidence = confidence
  }
}
