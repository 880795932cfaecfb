public import Dossier

/// One text after sentence splitting, tagging, parsing and name finding: what every stage of reading stands on.
///
/// Only the blocks given to the analyser are covered; indices run over the whole text.
public struct AnalysedText: Sendable {
  public var text: SourceText
  /// One for every block that was given, in order.
  public var paragraphs: [Paragraph]
  public var sentences: [Sentence]
  public var tokens: [Token]
  /// Without overlap, in order.
  public var names: [Name]

  public init(
    text: SourceText, paragraphs: [Paragraph] = [], sentences: [Sentence] = [], tokens: [Token] = [], names: [Name] = []
  ) {
    self.text = text
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.tokens = tokens
    self.names = names
  }
}

/// A block of text and the sentences in it.
public struct Paragraph: Hashable, Sendable {
  public var span: Span
  /// Indices into `AnalysedText.sentences`.
  public var sentences: Range<Int>

  public init(span: Span, sentences: Range<Int>) {
    self.span = span
    self.sentences = sentences
  }
}

/// A sentence; it never crosses a paragraph.
public struct Sentence: Hashable, Sendable {
  public var span: Span
  /// Indices into `AnalysedText.tokens`.
  public var tokens: Range<Int>

  public init(span: Span, tokens: Range<Int>) {
    self.span = span
    self.tokens = tokens
  }
}

/// A word or mark of punctuation, split as Universal Dependencies does (`don't` is `do` and `n't`).
public struct Token: Hashable, Sendable {
  public var span: Span
  /// Lower case, with typographic apostrophes made plain.
  public var norm: String
  public var lemma: String
  public var tag: PartOfSpeech
  public var features: Features
  /// Index into `AnalysedText.tokens` of the word it depends on; `nil` for the root of a sentence.
  public var head: Int?
  public var relation: DependencyRelation

  public init(
    span: Span, norm: String, lemma: String = "", tag: PartOfSpeech = .x, features: Features = [], head: Int? = nil,
    relation: DependencyRelation = .dep
  ) {
    self.span = span
    self.norm = norm
    self.lemma = lemma
    self.tag = tag
    self.features = features
    self.head = head
    self.relation = relation
  }
}

/// A name that was found, with its type.
public struct Name: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person = "PER"
    case organisation = "ORG"
    case place = "LOC"
    case miscellaneous = "MISC"
  }

  public var span: Span
  /// Indices into `AnalysedText.tokens`.
  public var tokens: Range<Int>
  public var kind: Kind
  /// 0…1.
  public var confidence: Double

  public init(span: Span, tokens: Range<Int>, kind: Kind, confidence: Double) {
    self.span = span
    self.tokens = tokens
    self.kind = kind
    self.confidence = confidence
  }
}
