import Dossier

/// What a person added to actors: an annotation on exactly the words of a mention is one on whom they name. Names, merges and
/// splits are too.
struct ActorMarks {
  /// What they depend on.
  struct Key: Hashable {
    var index: Int
    var remarks: Int
  }

  private(set) var key: Key?
  private(set) var marks: [Actor.ID: [AnnotatedDossier.Mark]] = [:]

  init() {}

  /// - Complexity: O(log n) for each mark of the person.
  init(_ index: DossierIndex, _ remarks: Remarks) {
    key = Key(index: index.serial, remarks: remarks.revision)
    for mark in remarks.marks + remarks.annotated.correctionMarks {
      let passage = mark.passage
      guard passage.document.index < index.dossier.documents.count else { continue }
      let mentions = index.marks[passage.document.index].mentions.overlapping(passage.span)
      if let mention = mentions.first(where: { $0.span == passage.span }) {
        marks[mention.value.actor, default: []].append(mark)
      }
    }
  }

  subscript(actor: Actor.ID) -> [AnnotatedDossier.Mark] { marks[actor] ?? [] }
}
