import Dossier

extension ReaderState {
  /// Why the passages where the cursor stands face each other.
  func explanationOfComparison() -> Popup? {
    guard let compare, let row = rowAtCursor else { return nil }
    var lines: [String] = []
    for (column, cell) in row.cells.enumerated() {
      guard let cell else { continue }
      let id = compare.documents[column]
      let passage = Passage(document: id, span: cell.span)
      lines.append("\(place(of: passage)): \(Wording.quoted(dossier[passage]))")
      for entry in index.marks[id.index].omissions.overlapping(cell.span)
      where compare.documents.contains(dossier.omissions[entry.value].missingFrom)
        && cell.twin?.passage.document != dossier.omissions[entry.value].missingFrom
      {
        lines.append(explanation(ofOmission: entry.value))
      }
    }
    let facing = row.cells.compactMap { $0 }
    let twins = facing.compactMap(\.twin)
    let isReprint = row.cells.enumerated().allSatisfy { column, cell in
      guard let twin = cell?.twin else { return cell == nil }
      return twin.isExact && row.cells[twin.column]?.span == twin.passage.span
    }
    if isReprint {
      lines.append("= the same words: one text that both carry")
    } else if !twins.isEmpty {
      lines += Set(twins).sorted { $0.column < $1.column }.map { twin in
        "\(twin.glyph) \(twin.isExact ? "the same words" : "nearly the same words") at \(line(of: twin.passage))"
      }
    } else if facing.contains(where: { $0.agreed != nil }) {
      let agreements = agreements(in: row, compare.documents)
      let others = agreedElsewhere(agreements, row, compare.documents)
      let places = others.isEmpty ? "" : ": \(others.map(line(of:)).joined(separator: ", "))"
      lines.append("≈ both tell it, each in its own words\(places)")
      lines += agreements.map { "Because: \(dossier.agreements[$0].because)" }
    } else if facing.count > 1 {
      lines.append("They face each other, as they share the most words of weight in the order of both articles")
    } else if let nearest = facing.first?.nearest {
      lines.append("Nothing faces it: most like it is \(line(of: nearest)), in another place or facing another")
    } else {
      lines.append("Nothing in the other article faces it: it shares too few words with any passage")
    }
    return Popup(title: "Why it stands here", lines: lines)
  }

  /// What articles that are compared agree on in a row.
  private func agreements(in row: Comparison.Row, _ documents: [Document.ID]) -> [Int] {
    let numbers = Set(
      passages(of: row, documents).flatMap {
        index.marks[$0.document.index].agreements.overlapping($0.span).map(\.value)
      })
    return numbers.intersection(heldAgreements).sorted().filter { number in
      Set(dossier.agreements[number].passages.map(\.document)).intersection(documents).count > 1
    }
  }

  private func passages(of row: Comparison.Row, _ documents: [Document.ID]) -> [Passage] {
    row.cells.enumerated().compactMap { column, cell in
      cell.map { Passage(document: documents[column], span: $0.span) }
    }
  }

  /// Where the other articles that are compared say what a row says, as far as that does not face it.
  private func agreedElsewhere(
    _ agreements: [Int], _ row: Comparison.Row, _ documents: [Document.ID]
  ) -> [Passage] {
    let shown = passages(of: row, documents)
    return agreements.flatMap { dossier.agreements[$0].passages }.filter {
      passage in
      documents.contains(passage.document)
        && !shown.contains { $0.document == passage.document && $0.span.overlaps(passage.span) }
    }
  }

  /// `line 9 of BelTA`.
  private func line(of passage: Passage) -> String {
    let document = dossier[passage.document]
    return "line \(document.text.line(at: Int(passage.span.start))) of \(document.label)"
  }
}
