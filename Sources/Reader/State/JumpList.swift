import Dossier

/// A place that a jump can come back to.
struct Place: Hashable, Sendable {
  var view: ViewID
  var readPane: Pane
  var document: Document.ID?
  var article: ArticlePlace
  var actor: Actor.ID?
  var statement: Statement.ID?
  var difference: Disagreement.ID?
  var leftDifference: Disagreement.ID?
  var compare: CompareState?
  var matrix: MatrixState
  var timeline: TimelineState
  var accounts: AccountsState
  var viewsBelow: [ViewID]
}

/// Where the person jumped from, and back.
struct JumpList: Sendable {
  static let limit = 100
  private(set) var back: [Place] = []
  private(set) var forward: [Place] = []

  /// Notes that a jump leaves `place`.
  mutating func leave(_ place: Place) {
    forward = []
    guard back.last != place else { return }
    back.append(place)
    if back.count > Self.limit { back.removeFirst() }
  }

  /// Changes every place that is remembered.
  mutating func changePlaces(_ change: (inout Place) -> Void) {
    for index in back.indices { change(&back[index]) }
    for index in forward.indices { change(&forward[index]) }
  }

  /// Keeps views and places in texts, and forgets what was selected: a dossier read anew numbers its marks anew.
  mutating func forgetMarks() {
    changePlaces { place in
      place.actor = nil
      place.statement = nil
      place.difference = nil
      place.leftDifference = nil
      place.matrix.actor = nil
      place.timeline.selected = nil
      place.accounts.selected = [:]
    }
  }

  /// The place before; `place` is where the person stands now.
  mutating func goBack(from place: Place) -> Place? {
    while let last = back.popLast() {
      guard last != place else { continue }
      forward.append(place)
      return last
    }
    return nil
  }

  /// The place that was left by going back.
  mutating func goForward(from place: Place) -> Place? {
    while let next = forward.popLast() {
      guard next != place else { continue }
      back.append(place)
      return next
    }
    return nil
  }
}

extension ReaderState {
  /// Where the person stands now.
  var place: Place {
    Place(
      view: view, readPane: readPane, document: document,
      article: document.map { places[$0.index] ?? .init() } ?? .init(),
      actor: actor, statement: statement, difference: difference, leftDifference: leftDifference, compare: compare,
      matrix: matrix, timeline: timeline, accounts: accounts, viewsBelow: viewsBelow)
  }

  /// Notes the place that a jump is about to leave.
  mutating func leavePlace() { jumps.leave(place) }

  /// Returns to `place`, with all texts as they stood then.
  mutating func go(to place: Place, _ texts: TextPlaces) {
    (places, opened) = (texts.places, texts.opened)
    go(to: place)
  }

  /// Returns to `place`.
  mutating func go(to place: Place) {
    view = place.view
    readPane = place.readPane
    document = place.document
    if let document { places[document.index] = place.article }
    actor = place.actor
    statement = place.statement
    difference = place.difference
    leftDifference = place.leftDifference
    compare = place.compare
    matrix = place.matrix
    timeline = place.timeline
    accounts = place.accounts
    viewsBelow = place.viewsBelow
  }
}
