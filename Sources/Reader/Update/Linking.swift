import Dossier
import Terminal

// Panes follow each other: what is picked in one shows what belongs to it in the others.
extension ReaderState {
  /// Opens a source; its place is where it was left.
  mutating func pick(document id: Document.ID) {
    guard document != id else { return }
    document = id
    let belongs = difference.map { dossier[$0].sides.contains { $0.passage.document == id } } ?? false
    guard !belongs else { return }
    difference = strongestDifference(in: id)
    leftDifference = nil
  }

  /// The strongest difference above the bar that a document is part of. Cost: that of the document's own.
  func strongestDifference(
    in document: Document.ID, where fits: (Disagreement.Side) -> Bool = { _ in true }
  ) -> Disagreement.ID? {
    index.marks[document.index].sides.entries.map(\.value)
      .filter { side in
        let difference = dossier[side.difference]
        return lists.visible.isHeld(side.difference) && fits(side.isLeft ? difference.left : difference.right)
      }
      .min { index.rank[$0.difference.index] < index.rank[$1.difference.index] }?.difference
  }

  /// Shows an actor's statements and lights the mentions; `nil` is everyone.
  mutating func pick(actor id: Actor.ID?) {
    actor = id
    tops[.quotes] = 0
    if let statement, let id, !dossier[statement].speakers.contains(id) { self.statement = nil }
  }

  /// Moves the text to a statement, and the strip to a difference that it is in.
  mutating func pick(statement id: Statement.ID) {
    statement = id
    let statement = dossier[id]
    let before = difference ?? leftDifference
    if document != statement.document { pick(document: statement.document) }
    difference = strongestDifference(in: statement.document, where: { $0.statement == id })
    if difference == nil { leftDifference = before }
    reveal(Passage(document: statement.document, span: statement.span))
  }

  mutating func pick(timeline row: TimelineRow) {
    timeline.selected = row
    switch row {
    case .date: break
    case .statement(let id): pick(statement: id)
    case .shift(let id):
      difference = id
      reveal(dossier[id].left.passage)
    }
  }

  mutating func pick(account: Finding) {
    accounts.selected[accounts.section] = account
    guard case .difference(let id) = account else { return }
    difference = id
    isDifferenceOffered = false
    let sides = dossier[id].sides
    let side = sides.first { $0.passage.document == document } ?? sides[0]
    reveal(side.passage)
    statement = side.statement
  }

  /// Opens an article at a passage and puts the cursor there; a passage that is in view does not move the text.
  mutating func reveal(_ passage: Passage) {
    document = passage.document
    openDebris(at: passage)
    let place = places[passage.document.index] ?? ArticlePlace()
    places[passage.document.index] =
      articleLayout.map { layout in
        layout.revealing(passage.span, from: place, height: self.layout.content(of: .article)?.rows ?? rows)
      } ?? ArticlePlace(cursor: Int(passage.span.start), top: Int(passage.span.start))
  }

  /// Opens what is selected: the next step towards the words themselves.
  mutating func open() {
    switch pane {
    case .sources:
      readPane = .article
    case .actors:
      if !lists.quotes.isEmpty || actor == nil {
        readPane = .quotes
        if statement == nil, let first = lists.quotes.first { pick(statement: first) }
      } else if let actor, let document = documentWithQuotes(of: actor) {
        openCell(actor, document)
        message = "\(dossier[actor].name) is quoted in \(dossier[document].label) first"
      } else {
        openFirstMention()
      }
    case .quotes:
      if let statement, let row = lists.quotes.firstIndex(of: statement) {
        leavePlace()
        pick(statement: lists.quotes[row])
        readPane = .article
      } else if let first = lists.quotes.first {
        pick(statement: first)
      }
    case .article: openUnderCursor()
    case .strip: openDifference()
    case .compare: openFromCompare()
    case .matrix:
      guard let actor = matrix.actor, let document = matrix.document else { return }
      openCell(actor, document)
    case .timeline:
      switch timeline.selected {
      case .statement(let id): openInArticle { $0.pick(statement: id) }
      case .shift: openDifference()
      case .date, nil: message = "Nothing is selected · \(hint(.down)) selects the first statement"
      }
    case .differences: openAccount()
    }
  }

  /// Leaves the view for the article, which `step` moves.
  private mutating func openInArticle(_ step: (inout ReaderState) -> Void) {
    leavePlace()
    enter(.read)
    readPane = .article
    refreshLists()
    step(&self)
  }

  /// Opens the article at what the cursor stands on, of the focused side where it has that.
  private mutating func openFromCompare() {
    if let passage = passageAtCursor { openInArticle { $0.reveal(passage) } }
  }

  private mutating func openFirstMention() {
    guard let actor else { return }
    let mentions = dossier[actor].mentions
    guard let mention = mentions.first(where: { $0.document == document }) ?? mentions.first else {
      message = "No mention of \(dossier[actor].name)"
      return
    }
    openInArticle {
      $0.pick(document: mention.document)
      $0.reveal(Passage(document: mention.document, span: mention.span))
    }
  }

  /// The first article that quotes an actor, where the open one does not and nothing else hides what there is.
  private func documentWithQuotes(of actor: Actor.ID) -> Document.ID? {
    guard filters[.quotes] == nil, !quotes.directOnly else { return nil }
    return index.sourceOrder.first { !index.statements(of: actor, in: $0).isEmpty }
  }

  private mutating func openCell(_ actor: Actor.ID, _ document: Document.ID) {
    let first = index.statements(of: actor, in: document).first
    leavePlace()
    enter(.read)
    readPane = .quotes
    quotes.allArticles = false
    quotes.directOnly = false
    pick(document: document)
    pick(actor: actor)
    if let first {
      pick(statement: first)
    } else {
      message = "\(dossier[actor].name) says nothing in \(dossier[document].label)"
    }
  }

  private mutating func openUnderCursor() {
    guard let document, let layout = articleLayout else { return }
    let cursor = places[document.index]?.cursor ?? 0
    let line = layout.lines[layout.line(at: cursor)]
    if case .fold = line.kind {
      opened[document.index, default: []].insert(line.span.start)
      return
    }
    if line.kind == .debris {
      foldDebris(at: Passage(document: document, span: line.span))
      return
    }
    let marks = index.marks[document.index]
    if let side = marks.sides.overlapping(line.span).first(where: { lists.visible.isShown[$0.value.difference.index] })
    {
      difference = side.value.difference
      openDifference()
    } else if let mention = marks.mentions.containing(cursor).last {
      pick(actor: mention.value.actor)
    } else if let statement = marks.statements.containing(cursor).last {
      pick(statement: statement.value)
    } else {
      message =
        "Nothing is marked on this line · \(hint(.nextMark)) goes to the next difference, \(hint(.right)) to the next mark"
    }
  }

  private mutating func openAccount() {
    switch accounts.selected[accounts.section] {
    case .difference: openDifference()
    case .agreement(let number):
      openInArticle { state in
        let agreement = state.dossier.agreements[number]
        state.reveal(agreement.passages.first ?? agreement.claim)
      }
    case .omission(let number):
      openCompare(dossier.omissions[number])
    case nil: message = "Nothing is selected · \(hint(.down)) selects the first row"
    }
  }
}
