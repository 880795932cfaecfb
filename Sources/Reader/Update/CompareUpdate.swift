import Dossier
import Terminal

extension ReaderState {
  var whyNoComparison: String? { dossier.documents.count < 2 ? "it takes two articles" : nil }

  /// What Compare shows; `nil` where it has not been opened.
  var compareLayout: CompareLayout? {
    guard let compare, let rect = layout.content(of: .compare) else { return nil }
    return compareLayout(compare, columns: rect.columns)
  }

  private func compareLayout(_ compare: CompareState, columns: Int) -> CompareLayout {
    let key = LayoutCache.CompareKey(
      visible: lists.visible.serial, remarks: remarks.revision, documents: compare.documents, columns: columns,
      differencesOnly: compare.differencesOnly)
    return cache.comparison(key) {
      let rejected = rejectedFindings
      let comparison = Comparison(
        index, documents: compare.documents, visible: lists.visible.ranked, agreed: heldAgreements,
        omitted: dossier.omissions.indices.filter { !rejected.contains(.omission($0)) })
      return CompareLayout(comparison, dossier, columns: columns, differencesOnly: compare.differencesOnly)
    }
  }

  /// What the person holds to be wrong.
  var rejectedFindings: Set<Finding> { Set(remarks.remarks.filter { $0.value.verdict == .rejected }.keys) }

  /// The agreements that are shown and not held to be wrong, by index.
  var heldAgreements: [Int] {
    let rejected = rejectedFindings
    return shownAgreements.filter { !rejected.contains(.agreement($0)) }
  }

  /// Opens Compare on the open article and the one that it differs from most.
  mutating func openCompare() {
    if view != .compare, let compare, compare.documents.contains(where: { $0 == document }) {
      openCompare(compare.documents)
    } else if view != .compare, let document {
      openCompare([document, partner(of: document)])
      compare?.isPartnerProvisional = index.isReading
    }
  }

  /// Once all is read, puts the article that differs most in the place of one that was taken blindly, unless the person has
  /// begun to read.
  mutating func choosePartner() {
    guard let compare, compare.isPartnerProvisional, !index.isReading else { return }
    self.compare?.isPartnerProvisional = false
    guard compare.documents.count == 2, compare.cursor == ComparePlace(), compare.side == 0 else { return }
    let better = partner(of: compare.documents[0])
    guard better != compare.documents[1] else { return }
    self.compare?.documents[1] = better
    message = "Compared with \(dossier[better].label) now: they differ most · \(hint(.nextArticle)) shows another"
  }

  /// Opens Compare at what is selected among the accounts or shifts; else at the selected difference, if the open article
  /// is one side of it, else on the best partner.
  mutating func compareHere() {
    if let agreementGoneTo { return openCompare(dossier.agreements[agreementGoneTo]) }
    switch (view, accounts.selected[accounts.section], timeline.selected) {
    case (.differences, .difference?, _), (.timeline, _, .shift?): return openDifference()
    case (.differences, .omission(let number)?, _): return openCompare(dossier.omissions[number])
    case (.differences, .agreement(let number)?, _): return openCompare(dossier.agreements[number])
    default: break
    }
    guard let document, let difference, dossier[difference].scope == .cross,
      let own = dossier[difference].sides.first(where: { $0.passage.document == document }),
      let other = dossier[difference].sides.first(where: { $0.passage.document != document })
    else {
      openCompare()
      return
    }
    openCompare([document, other.passage.document], at: own.passage)
  }

  /// Opens Compare at what one article tells and the other leaves out.
  mutating func openCompare(_ omission: Omission) {
    openCompareWhole([omission.present.document, omission.missingFrom], at: omission.present)
  }

  /// Opens Compare at what the first two articles say alike.
  private mutating func openCompare(_ agreement: Agreement) {
    let documents = agreement.passages.map(\.document)
    let other = documents.first { $0 != agreement.claim.document } ?? agreement.claim.document
    openCompareWhole([agreement.claim.document, other], at: agreement.claim)
  }

  /// Opens Compare at a passage that is in no difference: among differences only it would not be there.
  private mutating func openCompareWhole(_ documents: [Document.ID], at passage: Passage) {
    compare?.differencesOnly = false
    openCompare(documents, at: passage)
  }

  /// The article that has the most and strongest differences with `document`; else one on the same event; else the next.
  private func partner(of document: Document.ID) -> Document.ID {
    var weights: [Document.ID: Double] = [:]
    for id in lists.visible.held {
      let difference = dossier[id]
      let documents = difference.sides.map(\.passage.document)
      guard documents.contains(document), let other = documents.first(where: { $0 != document }) else { continue }
      weights[other, default: 0] += Double(5 - difference.relation.rank) * difference.confidence
    }
    if let best = weights.max(by: { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }) { return best.key }
    let event = dossier[document].event
    let others = index.sourceOrder.filter { $0 != document }
    return others.first { event != nil && dossier[$0].event == event } ?? others.first ?? document
  }

  /// Opens Compare on articles.
  /// - Parameters:
  ///   - documents: one (with itself), two or three.
  ///   - passage: what is to be in view.
  mutating func openCompare(_ documents: [Document.ID], at passage: Passage? = nil) {
    var next = compare ?? CompareState(documents: documents)
    let wanted = documents.count == 1 ? [documents[0], documents[0]] : documents
    // Both are shown already, on whichever side: nothing moves but the place.
    let keeps = compare.map { Set($0.documents).isSuperset(of: wanted) && Set($0.documents).count > 1 } ?? false
    if !keeps || documents.count == 1 {
      next.documents = wanted
      next.side = 0
      next.cursor = ComparePlace()
      next.above = 0
    }
    if view != .compare { leavePlace() }
    compare = next
    enter(.compare)
    refreshLists()
    if let passage { revealInCompare(passage) }
  }

  /// Changes what Compare shows; the cursor stays on what it stands on, as far as that is still shown.
  mutating func changeCompare(_ id: ActionID) {
    guard var next = compare else { return }
    let anchor = compareAnchor
    switch id {
    case .otherSide: next.side = (next.side + 1) % next.documents.count
    case .swapSides: next.documents.swapAt(0, 1)
    case .differencesOnly: next.differencesOnly.toggle()
    case .addThird:
      guard let third = index.sourceOrder.first(where: { !next.documents.contains($0) }) else { return }
      next.documents.append(third)
      next.side = 2
    case .dropThird:
      next.documents.removeLast()
      next.side = min(next.side, 1)
    case .nextArticle: next.documents[next.side] = article(after: next.documents[next.side], by: 1, next.documents)
    case .previousArticle: next.documents[next.side] = article(after: next.documents[next.side], by: -1, next.documents)
    default: return
    }
    compare = next
    if id != .otherSide { stand(on: anchor) }
  }

  private func article(after id: Document.ID, by delta: Int, _ taken: [Document.ID]) -> Document.ID {
    let order = index.sourceOrder
    guard var at = order.firstIndex(of: id) else { return id }
    for _ in order {
      at = (at + delta + order.count) % order.count
      if !taken.contains(order[at]) { return order[at] }
    }
    return id
  }

  mutating func settleCompare() {
    if compare == nil, let document { compare = CompareState(documents: [document, partner(of: document)]) }
  }
}
