import Dossier

extension ReaderState {
  /// Why there is no difference to go to; `nil` where there is one.
  var whyNoDifferences: String? {
    guard lists.visible.held.isEmpty else { return nil }
    if index.isReading { return Wording.stillReading }
    if let whyStopped { return whyStopped }
    let rejected = lists.visible.rejectedCount
    if rejected > 0 {
      let all = rejected == 1 ? "the only one" : "all \(rejected)"
      return "you have rejected \(all) · \(hint(.viewDifferences)) lists what you rejected"
    }
    return dossier.disagreements.isEmpty
      ? "none was found between these articles"
      : "none above the bar · \(hint(.belowBar)) shows the \(dossier.disagreements.count) below it"
  }

  var whyNoDifferenceSelected: String? {
    guard selectedDifference == nil else { return nil }
    switch view {
    case .compare: return "there is no difference on this line · \(hint(.nextMark)) goes to the next"
    case .timeline: return "no shift is selected"
    case .read, .matrix, .differences: return "no difference is selected"
    }
  }

  /// Nobody judges a difference while they read something else.
  var whyNoVerdict: String? {
    if selectedFinding == nil {
      return view == .differences ? "no \(accounts.section.one) is selected" : whyNoDifferenceSelected
    }
    return view == .read && !meansDifference && agreementGoneTo == nil
      ? "\(hint(.nextDifference)) goes to a difference first" : nil
  }

  /// What a verdict is on here: what the list has selected, or what is told on the line of Compare, a difference first.
  var selectedFinding: Finding? {
    if view == .differences { return accounts.selected[accounts.section] }
    if let agreementGoneTo { return .agreement(agreementGoneTo) }
    return selectedDifference.map(Finding.difference) ?? (view == .compare ? sharedFindingAtCursor : nil)
  }

  /// The agreement that the person went to in the Read view, as long as they stand in it and at no difference: the strip shows
  /// it, and a verdict is on it.
  var agreementGoneTo: Int? { view == .read && !meansDifference ? litAgreement : nil }

  /// The agreement that is lit in the texts: in Compare that of the line, where no difference is; in an article the one that
  /// was selected last, as long as the cursor stands in it.
  var litAgreement: Int? {
    switch view {
    case .compare:
      if case .agreement(let number) = sharedFindingAtCursor { return number }
    case .read:
      guard accounts.section == .agreements, case .agreement(let number) = accounts.selected[.agreements], let document
      else { return nil }
      let cursor = places[document.index]?.cursor ?? 0
      let isHere = dossier.agreements[number].passages.contains { $0.document == document && $0.span.contains(cursor) }
      return isHere ? number : nil
    case .matrix, .timeline, .differences: break
    }
    return nil
  }

  /// The difference that actions are about here.
  var selectedDifference: Disagreement.ID? {
    if view == .differences {
      guard case .difference(let id) = accounts.selected[accounts.section] else { return nil }
      return id
    }
    if view == .timeline {
      guard case .shift(let id) = timeline.selected else { return nil }
      return id
    }
    return view == .compare ? differenceAtCursor : difference
  }

  /// The difference that the person has just gone to in the Read view, which what they ask and add is about.
  var differenceGoneTo: Disagreement.ID? { isAtDifference && view == .read ? difference : nil }

  /// Whether what is done in the Read view is about the difference in the strip, and not about what a list or the text has.
  var meansDifference: Bool { view == .read && difference != nil && (readPane == .strip || isAtDifference) }

  /// Whether the person has gone to a finding, or stands on one in a list of them.
  var standsAtFinding: Bool {
    switch view {
    case .read: differenceGoneTo != nil || agreementGoneTo != nil
    case .differences, .timeline: selectedFinding != nil
    case .matrix, .compare: false
    }
  }

  /// Goes to the next difference by rank, in whatever article it stands; in the list of differences, to the next that it
  /// lists.
  mutating func stepDifference(by delta: Int) {
    var steps = lists.visible.held
    if view == .differences {
      accounts.section = .differences
      refreshLists()
      let listed = lists.accounts.compactMap { if case .difference(let id) = $0 { id } else { nil } }
      let held = listed.filter { !lists.visible.isRejected($0) }
      // Who lists what they rejected goes through that.
      steps = held.isEmpty ? listed : held
    }
    guard !steps.isEmpty else {
      message = "No difference matches the filter · \(hint(.escape)) takes it away"
      return
    }
    // What was put in the strip unasked is no place to go on from.
    let isOffered = isDifferenceOffered && view != .differences
    let from = isOffered ? nil : selectedDifference ?? difference ?? leftDifference
    let at = from.flatMap { steps.firstIndex(of: $0) }
    // From one that is none of them, such as one that was rejected, to its neighbours.
    let beside = from.map { from in steps.partitioningIndex { index.rank[$0.index] >= index.rank[from.index] } }
    let next =
      at.map { $0 + delta } ?? beside.map { delta > 0 ? $0 : $0 - 1 } ?? (delta > 0 ? 0 : steps.count - 1)
    let before = Set(compare?.documents ?? [])
    show(difference: steps[(next + steps.count) % steps.count])
    // Which articles are compared now is said already.
    if view == .compare, Set(compare?.documents ?? []) != before { return }
    if at != nil, steps.count == 1 {
      message = "There is no other difference"
    } else if !steps.indices.contains(next) {
      message = Wording.again(delta)
    }
  }

  /// Goes to the next difference in the order of the text that is open.
  mutating func stepMark(by delta: Int) {
    switch view {
    case .compare: stepCompare(by: delta)
    case .differences: move(by: delta)
    case .matrix: stepMatrixSource(by: delta)
    case .timeline: stepDifference(by: delta)
    case .read:
      guard let document else { return }
      let sides = index.marks[document.index].sides.entries.filter {
        lists.visible.isHeld($0.value.difference)
      }
      guard !sides.isEmpty else {
        message = "No difference in this article · \(hint(.nextDifference)) goes to the next one elsewhere"
        return
      }
      let cursor = places[document.index]?.cursor ?? 0
      // Where several start at one place, the one after the current is next.
      let current = sides.firstIndex { $0.value.difference == difference && Int($0.span.start) == cursor }
      let next: Int
      let turns: Bool
      if let current {
        next = (current + delta + sides.count) % sides.count
        turns = delta > 0 ? next < current : next > current
      } else if delta > 0 {
        let after = sides.firstIndex { Int($0.span.start) > cursor }
        next = after ?? 0
        turns = after == nil
      } else {
        let before = sides.lastIndex { Int($0.span.start) < cursor }
        next = before ?? sides.count - 1
        turns = before == nil
      }
      if turns, sides.count > 1 { message = Wording.again(delta) }
      difference = sides[next].value.difference
      reveal(Passage(document: document, span: sides[next].span))
      selectStatement(of: sides[next].value)
      isAtDifference = true
    }
  }

  private mutating func selectStatement(of side: DifferenceSide) {
    let difference = dossier[side.difference]
    statement = (side.isLeft ? difference.left : difference.right).statement
  }

  /// Shows a finding: a difference in the view that is open, anything else in its list.
  mutating func show(finding: Finding) {
    if case .difference(let id) = finding {
      show(difference: id)
      return
    }
    leavePlace()
    enter(.differences)
    accounts.section = AccountSection(of: finding)
    refreshLists()
    pick(account: finding)
  }

  /// Shows a difference in the view that is open.
  mutating func show(difference id: Disagreement.ID) {
    leavePlace()
    difference = id
    isDifferenceOffered = false
    switch view {
    case .compare:
      let before = Set(compare?.documents ?? [])
      openCompare(sides(of: id), at: dossier[id].left.passage)
      if let now = compare?.documents, Set(now) != before {
        let names = now.map { dossier[$0].label }.joined(separator: " and ")
        message = "Now \(names) · \(hint(.nextMark)) stays with two articles, \(hint(.jumpBack)) goes back"
      }
    case .differences:
      accounts.section = .differences
      pick(account: .difference(id))
    case .read, .matrix, .timeline:
      enter(.read)
      let difference = dossier[id]
      let isHere = difference.left.passage.document == document || difference.right.passage.document != document
      let side = isHere ? difference.left : difference.right
      reveal(side.passage)
      statement = side.statement
      // Where one pane is shown at a time it is that in which the words stand, or that of the difference itself.
      if !layout.visible.contains(where: { $0.pane == .article }), readPane != .strip { readPane = .article }
      isAtDifference = true
    }
  }

  /// Opens Compare at both passages.
  mutating func openDifference() {
    guard let id = selectedDifference else {
      message = "No difference is selected · \(hint(.nextDifference)) goes to the next one"
      return
    }
    difference = id
    openCompare(sides(of: id), at: dossier[id].left.passage)
  }

  /// The documents of both passages; one, if both stand in it.
  private func sides(of id: Disagreement.ID) -> [Document.ID] {
    let documents = dossier[id].sides.map(\.passage.document)
    return documents[0] == documents[1] ? [documents[0]] : documents
  }

  mutating func toggleBelowBar() {
    let anchor = compareAnchor
    showsBelowBar.toggle()
    refreshLists()
    if view == .compare { stand(on: anchor) }
    let above = movedBar ?? dossier.bar
    let hidden = [dossier.disagreements.map(\.confidence), dossier.agreements.map(\.confidence)]
      .map { confidences in confidences.count { $0 < above } }
    message =
      showsBelowBar
      ? hidden == [0, 0]
        ? "Nothing lies below the bar of \(Percent.text(above))"
        : "Also \(Wording.count(hidden[0], "difference")) and \(Wording.count(hidden[1], "agreement")) below the bar"
          + " · \(hint(.belowBar)) hides them"
      : "Differences and agreements from \(Percent.text(bar)) up"
  }

  /// The next twentieth, or the usual bar where that lies before it.
  private static func nextBar(from bar: Double, isUp: Bool, usual: Double) -> Double {
    let twentieths = bar / 0.05
    let next = isUp ? (twentieths + 0.01).rounded(.down) + 1 : (twentieths - 0.01).rounded(.up) - 1
    let wanted = min(max(0, next * 0.05), 0.95)
    let isBetween = isUp ? bar < usual && usual < wanted : wanted < usual && usual < bar
    return isBetween ? usual : wanted
  }

  mutating func moveBar(by delta: Double) {
    showsBelowBar = false
    let anchor = compareAnchor
    movedBar = Self.nextBar(from: movedBar ?? dossier.bar, isUp: delta > 0, usual: dossier.bar)
    refreshLists()
    if view == .compare { stand(on: anchor) }
    message = barWords
  }

  /// `Bar at 0.80: 1 of 20 differences shown, 1 of them as you remarked on it`.
  var barWords: String {
    let shown = lists.visible.ranked
    let kept = shown.count { dossier[$0].confidence < bar }
    return "Bar at \(Percent.text(bar)): \(shown.count) of \(dossier.disagreements.count) differences shown"
      + (kept == 0 ? "" : ", \(kept) of them below it as you remarked on \(kept == 1 ? "it" : "them")")
  }
}
