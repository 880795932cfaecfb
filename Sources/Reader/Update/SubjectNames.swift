import Dossier

// What a remark is on, as a person would call it: said where a remark is asked for, and where one was made.
extension ReaderState {
  /// What a person would call it: `difference 3 of 14 · Zelensky / Lukashenko`, `the quote in BelTA 7`, `“a month” in
  /// 000 9`, `000 12`.
  func name(of subject: RemarkSubject) -> String {
    switch subject {
    case .finding(let finding): return name(of: finding)
    case .passage(let passage):
      if pane == .actors, let actor { return dossier[actor].name }
      let document = dossier[passage.document]
      if pane == .sources { return document.label }
      let place = "\(document.label) \(document.text.line(at: Int(passage.span.start)))"
      let isQuote = index.marks[document.id.index].statements.overlapping(passage.span).contains {
        $0.span == passage.span
      }
      if isQuote { return "the quote in \(place)" }
      let isWhole = document.paragraph(around: passage.span) == passage.span
      return isWhole ? place : "\(Wording.quoted(Wording.clipped(Wording.line(dossier[passage]), to: 30))) in \(place)"
    }
  }

  /// Which of those that are listed it is, and whose words it is found in.
  func name(of finding: Finding) -> String {
    func label(_ passage: Passage) -> String { dossier[passage.document].label }
    switch finding {
    case .difference(let id): return name(of: id)
    case .agreement(let number):
      let sources = Set(dossier.agreements[number].passages.map(label)).sorted().joined(separator: ", ")
      return "\(place(of: finding, among: shownAgreements.map(Finding.agreement))) · \(sources)"
    case .omission(let number):
      let omission = dossier.omissions[number]
      let place = place(of: finding, among: dossier.omissions.indices.map(Finding.omission))
      return "\(place) · \(label(omission.present)), not in \(dossier[omission.missingFrom].label)"
    }
  }

  /// `agreement 3 of 14`, of those in the list where that is open.
  private func place(of finding: Finding, among shown: [Finding]) -> String {
    let section = AccountSection(of: finding)
    let all = view == .differences && accounts.section == section ? lists.accounts : shown
    let place = all.firstIndex(of: finding).map { "\(section.one) \($0 + 1) of \(all.count)" }
    return place ?? "an \(section.one) that is not listed"
  }

  /// Which of the differences that are listed it is, and whose words part in it.
  func name(of id: Disagreement.ID) -> String {
    let (place, count) =
      view == .differences
      ? (lists.accounts.firstIndex(of: .difference(id)), lists.accounts.count)
      : (lists.visible.place(of: id, in: index), lists.visible.held.count)
    let number =
      place.map { "difference \($0 + 1) of \(count)" }
      ?? (lists.visible.isRejected(id) ? "a difference that you rejected" : "a difference below the bar")
    let labels = dossier[id].sides.map { dossier[$0.passage.document].label }
    let holders = zip(dossier[id].sides, labels).map { side, label in
      shortHolder(of: side) ?? label
    }
    if holders[0] != holders[1] { return "\(number) · \(holders[0]) / \(holders[1])" }
    // Of one who speaks twice the articles tell which words are meant.
    return "\(number) · \(holders[0])" + (labels[0] == labels[1] ? "" : " · \(labels[0]) / \(labels[1])")
  }
}
