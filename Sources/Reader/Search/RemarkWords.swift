import Dossier
import Query

// What searches and filters find of what a person added: to passages, and to the differences that they are sides of.
extension Remarks {
  /// The notes on a passage.
  func notes(on passage: Passage) -> String { Self.notes(added(toWordsOf: passage)) }
  /// The notes in a document.
  func notes(in document: Document.ID) -> String { Self.notes(added(in: document)) }

  /// The tags on a passage.
  func tags(on passage: Passage) -> String { Self.tags(added(toWordsOf: passage)) }
  /// The tags in a document.
  func tags(in document: Document.ID) -> String { Self.tags(added(in: document)) }

  /// What `is:` asks of a passage: noted, tagged, bookmarked.
  func traits(on passage: Passage) -> Traits { Self.traits(added(toWordsOf: passage)) }
  /// What `is:` asks of a document.
  func traits(in document: Document.ID) -> Traits { Self.traits(added(in: document)) }

  static func notes(_ marks: [AnnotatedDossier.Mark]) -> String {
    marks.compactMap { if case .note(let words) = $0.content { words } else { nil } }.joined(separator: " ")
  }

  static func tags(_ marks: [AnnotatedDossier.Mark]) -> String {
    marks.compactMap { if case .tag(let tag) = $0.content { tag } else { nil } }.joined(separator: " ")
  }

  static func traits(_ marks: [AnnotatedDossier.Mark]) -> Traits {
    marks.reduce(into: []) { traits, mark in
      switch mark.content {
      case .note: traits.formUnion(Traits("noted"))
      case .tag: traits.formUnion(Traits("tagged"))
      case .bookmark: traits.formUnion(Traits("bookmarked"))
      case .verdict(let verdict): traits.formUnion(Traits(verdict.rawValue))
      case .speaker, .actorName, .sameActor, .otherActor, .outlet, .published: traits.formUnion(Traits("corrected"))
      }
    }
  }
}
