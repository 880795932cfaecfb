public import Dossier
import Query

// Taking a part of the dossier away as a file.
extension ReaderState {
  /// What can be exported from here, the most fitting first.
  var excerpts: [(excerpt: Excerpt, name: String)] {
    var found: [(excerpt: Excerpt, name: String)] = []
    let actorHere = view == .matrix ? matrix.actor : actor
    if let selectedDifference {
      let difference = dossier[selectedDifference]
      found.append((.difference(difference.id), "This \(difference.relation.rawValue): \(dossier.because(difference))"))
    }
    if let documents = comparedHere { found.append(named(.comparison(documents))) }
    if let actorHere { found.append(named(.statements(of: actorHere))) }
    found.append(named(.everything))
    let first =
      switch pane {
      // What `▸` is about, whatever pane has the focus.
      case _ where meansDifference: found.indices.first
      case .compare: found.firstIndex { if case .comparison = $0.excerpt { true } else { false } }
      case .actors, .quotes, .timeline, .matrix:
        found.firstIndex { if case .statements = $0.excerpt { true } else { false } }
      case .sources: found.indices.last
      case .article, .strip, .differences: found.indices.first
      }
    if let first { found.insert(found.remove(at: first), at: 0) }
    return found
  }

  /// The articles that what is selected is about, or that Compare shows: what was compared before has nothing to do with it.
  private var comparedHere: [Document.ID]? {
    let documents: [Document.ID]
    switch selectedFinding {
    case _ where view == .compare: return compare?.documents
    case .difference(let id): documents = dossier[id].sides.map(\.passage.document)
    case .agreement(let number):
      let agreement = dossier.agreements[number]
      documents = [agreement.claim.document] + agreement.passages.map(\.document)
    case .omission(let number):
      documents = [dossier.omissions[number].present.document, dossier.omissions[number].missingFrom]
    case nil: documents = compare?.documents ?? []
    }
    guard let first = documents.first, let other = documents.first(where: { $0 != first }) else { return nil }
    return [first, other]
  }

  /// As its head will have it.
  private func named(_ excerpt: Excerpt) -> (excerpt: Excerpt, name: String) {
    let title = excerpt.title(in: dossier) ?? "everything"
    // Articles keep their names.
    if case .comparison = excerpt { return (excerpt, title) }
    return (excerpt, title.prefix(1).uppercased() + title.dropFirst())
  }

  mutating func askExport() {
    choose(.export, "Export", excerpts.enumerated().map { Chooser.Row($1.name, "", value: $0) })
  }

  /// A name that says what is in the file: `putin-says.md`.
  func defaultPath(of excerpt: Excerpt) -> String {
    let name =
      switch excerpt {
      // The number that the screen gives it, where it gives it one.
      case .difference(let id):
        "\(title)-\(dossier[id].relation.rawValue)"
          + (lists.visible.place(of: id, in: index).map { "-\($0 + 1)" } ?? "")
      case .statements(let actor): "\(dossier[actor].name)-says"
      case .comparison(let documents): documents.map { dossier[$0].name }.joined(separator: "-and-")
      case .everything: "\(title)-report"
      }
    var words = ""
    for scalar in Folding.fold(name).unicodeScalars {
      if scalar.isLetterOrNumber {
        words.unicodeScalars.append(scalar)
      } else if words.last != "-", !words.isEmpty {
        words += "-"
      }
    }
    return "\(words.isEmpty ? "crossread" : words).md"
  }

  /// Says why an excerpt could not be written, with the path as it was typed to be mended.
  mutating func askAgain(_ excerpt: Excerpt, path: String, _ why: String) {
    openPrompt(.export(excerpt), text: path, refusal: why)
  }

  /// Asks before a file is replaced.
  public mutating func askToOverwrite(_ excerpt: Excerpt, path: String) {
    openPrompt(.overwrite(excerpt, path: path))
  }

  /// Whether an answer to a question says yes.
  static func isYes(_ answer: String) -> Bool { ["y", "yes"].contains(answer.lowercased()) }

  mutating func confirmOverwriting(_ answer: String, _ excerpt: Excerpt, _ path: String) -> [Effect] {
    if Self.isYes(answer) { return [.export(excerpt, path: path, overwrites: true)] }
    message = "Nothing was written: \(path) is as it was"
    return []
  }
}
