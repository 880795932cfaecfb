import Dossier

/// What came into the library, or went out of it, while it was open: another copy of the program has been at work.
struct RemarkArrival: Sendable {
  var added: [PlacedAnnotation]
  var removed: Set<Annotation.ID>
  /// Whether others did it; else the library could not be read before.
  var areOthers: Bool

  /// - Parameters:
  ///   - annotations: all that are there now.
  ///   - known: those that were there.
  init(
    _ annotations: [Annotation], after known: [Annotation.ID: Annotation], in documents: [Document], areOthers: Bool
  ) {
    added = PlacedAnnotation.place(annotations.filter { known[$0.id] != $0 }, in: documents)
    removed = Set(known.keys).subtracting(annotations.map(\.id))
    self.areOthers = areOthers
  }

  var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}

extension ReaderState {
  /// Lays in what others added, and says so.
  mutating func receive(_ arrival: RemarkArrival) {
    let verdicts = remarks.remarks.mapValues(\.verdict)
    if remarks.receive(arrival) { layCorrections() }
    guard arrival.areOthers else { return }
    func count(_ number: Int) -> String { Wording.count(number, "remark") }
    let parts = [
      arrival.added.isEmpty ? nil : "\(count(arrival.added.count)) from another copy of crossread",
      arrival.removed.isEmpty ? nil : "\(count(arrival.removed.count)) taken away by another copy of crossread",
      words(forVerdictsChangedFrom: verdicts, by: arrival),
      words(forNotesBesideThoseOf: arrival),
    ]
    message = parts.compactMap(\.self).joined(separator: " · ")
  }

  /// Of two verdicts on one finding the later one holds.
  private func words(
    forVerdictsChangedFrom before: [Finding: Annotation.Verdict?], by arrival: RemarkArrival
  ) -> String? {
    let theirs = Set(arrival.added.map(\.annotation.id))
    for (finding, old) in before.sorted(by: { $0.key < $1.key }) {
      guard let old, let remark = remarks[finding], let now = remark.verdict,
        remark.annotations.contains(where: theirs.contains)
      else { continue }
      if now != old { return "its verdict is the later one and holds: \(now.rawValue)" }
      let rivals = remarks.placed.filter { entry in
        guard case .verdict(let verdict) = entry.annotation.content else { return false }
        return theirs.contains(entry.annotation.id) && verdict != now
          && remark.annotations.contains(entry.annotation.id)
      }
      if !rivals.isEmpty { return "your verdict is the later one and holds: \(now.rawValue)" }
    }
    return nil
  }

  /// Of two notes on one thing neither takes the place of the other.
  private func words(forNotesBesideThoseOf arrival: RemarkArrival) -> String? {
    let theirs = Set(arrival.added.map(\.annotation.id))
    func note(_ entry: PlacedAnnotation) -> String? {
      if case .note(let words) = entry.annotation.content { words } else { nil }
    }
    for added in arrival.added {
      guard let theirNote = note(added), let passages = added.passages else { continue }
      let isRivalled = remarks.placed.contains { entry in
        guard !theirs.contains(entry.annotation.id), let mine = note(entry), mine != theirNote else { return false }
        return entry.passages == passages || entry.passages == passages.reversed()
      }
      if isRivalled { return "your note and theirs both stand: \(theirNote)" }
    }
    return nil
  }
}
