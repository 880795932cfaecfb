import Dossier

/// All that the panes around the open article show: while it stays the same, so do they, and are not drawn again.
///
/// A key that moves the cursor in the article, or types a word, leaves it as it is.
struct Backdrop: Equatable {
  private let columns: Int
  private let rows: Int
  private let index: Int
  private let remarks: Int
  private let isKept: Bool
  private let reading: ReadingStatus?
  private let stopped: ReadingStatus?
  private let pane: Pane
  private let arrangement: Arrangement
  private let document: Document.ID?
  private let actor: Actor.ID?
  private let statement: Statement.ID?
  private let difference: Disagreement.ID?
  private let leftDifference: Disagreement.ID?
  private let isAtDifference: Bool
  private let quotes: QuoteScope
  private let tops: [Pane: Int]
  private let filters: [Pane: String]
  private let showsBelowBar: Bool
  private let movedBar: Double?

  /// `nil` where there are no panes around an article.
  init?(_ state: ReaderState) {
    guard state.view == .read else { return nil }
    columns = state.columns
    rows = state.rows
    index = state.index.serial
    remarks = state.remarks.revision
    isKept = state.isKept
    reading = state.reading
    stopped = state.stopped
    pane = state.readPane
    arrangement = state.arrangement
    document = state.document
    actor = state.actor
    statement = state.statement
    difference = state.difference
    leftDifference = state.leftDifference
    isAtDifference = state.isAtDifference
    quotes = state.quotes
    tops = state.tops
    filters = state.filters
    showsBelowBar = state.showsBelowBar
    movedBar = state.movedBar
  }
}
