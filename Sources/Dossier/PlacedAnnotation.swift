/// An annotation and where it stands among the documents at hand.
public struct PlacedAnnotation: Hashable, Sendable {
  public var annotation: Annotation
  /// The passages of its anchors, in their order; `nil` where one of them is in none of the documents.
  public var passages: [Passage]?
  /// Where they stand where the words of some were edited since; `nil` where nothing is left of one, and for what is on a
  /// passage by itself: nobody's words are put on words that are others.
  public private(set) var edited: [Passage]?
  /// Whether all that is missing of it is on texts that are not open: it is not lost, only elsewhere.
  public var isElsewhere: Bool

  public init(_ annotation: Annotation, at passages: [Passage]?, isElsewhere: Bool = false) {
    self.annotation = annotation
    self.passages = passages
    self.isElsewhere = isElsewhere
  }

  /// Makes an annotation of passages that are at hand.
  public init(
    _ content: Annotation.Content, on passages: [Passage], as subject: Annotation.Subject = .passages,
    of dossier: Dossier, made: Int64
  ) {
    let anchors = passages.map { Anchor($0.span, in: dossier[$0.document]) }
    annotation = Annotation(id: .unique(), made: made, subject: subject, anchors: anchors, content: content)
    self.passages = passages
    isElsewhere = false
  }

  /// Finds each annotation's passages.
  /// - Complexity: O(documents) for their hashes where these are not known, O(1) for an annotation in an unchanged text, a
  ///   search of the text for one that has moved, and a pass over all texts where one is not open as it was.
  public static func place(_ annotations: [Annotation], in documents: [Document]) -> [PlacedAnnotation] {
    guard !annotations.isEmpty else { return [] }
    var finder = PassageFinder(documents)
    return annotations.map { annotation in
      let places = annotation.anchors.map { finder.find($0) }
      let passages = places.compactMap(\.self)
      if !passages.isEmpty, passages.count == places.count { return PlacedAnnotation(annotation, at: passages) }
      let missing = zip(annotation.anchors, places).filter { $0.1 == nil }.map(\.0)
      let isElsewhere = !missing.isEmpty && !missing.contains { finder.isOpen($0) }
      var placed = PlacedAnnotation(annotation, at: nil, isElsewhere: isElsewhere)
      if annotation.isOnFinding {
        let edited = zip(annotation.anchors, places).map { $1 ?? finder.findEdited($0) }
        if !edited.contains(nil) { placed.edited = edited.compactMap(\.self) }
      }
      return placed
    }
  }
}

/// Finds anchors among documents: in the same text, else in a later version of it.
private struct PassageFinder {
  private let documents: [Document]
  private var texts: KeptTextFinder

  init(_ documents: [Document]) {
    self.documents = documents
    texts = KeptTextFinder(documents)
  }

  /// Whether the text that an anchor was made in is among the documents, or the file that it was read from.
  mutating func isOpen(_ anchor: Anchor) -> Bool { !texts.documents(of: anchor.text).isEmpty }

  mutating func find(_ anchor: Anchor) -> Passage? {
    for index in texts.documents(of: anchor.text) {
      if let span = anchor.find(in: documents[index].text) { return Passage(document: documents[index].id, span: span) }
    }
    return nil
  }

  /// Where a passage stands whose words have changed.
  mutating func findEdited(_ anchor: Anchor) -> Passage? {
    for index in texts.documents(of: anchor.text) {
      if let span = anchor.findEdited(in: documents[index].text) {
        return Passage(document: documents[index].id, span: span)
      }
    }
    return nil
  }
}
