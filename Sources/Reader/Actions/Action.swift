public import Terminal

/// One thing that a person can do: the one place that says by which keys, where, and what the help says of it.
///
/// Key handling, the help, the key bar and the palette are all made from the table of these. There is one object for each,
/// made with the table: what a key does is looked up often.
public final class Action: Sendable {
  public let id: ActionID
  /// A few words for the palette and the help: an imperative.
  public let name: String
  /// Keys that do it unless the person bound others.
  public let keys: [Key]
  /// Where it can be done.
  let reach: Reach
  /// The heading that it stands under in the help.
  public let group: Group
  /// One word for the key bar; `nil` keeps it off the bar.
  let bar: String?
  /// Why it cannot be done now; `nil` when it can.
  let disabled: @Sendable (ReaderState) -> String?
  /// Whether its keys are somebody else's now: one key may do one of several things, by what the person is doing.
  let yields: @Sendable (ReaderState) -> Bool

  public enum Group: String, Sendable, CaseIterable {
    case move = "Move", show = "Show", find = "Find", select = "Select", compare = "Compare", remark = "Remark", type =
      "While typing"
    case program = "Program"
  }

  init(
    _ id: ActionID, _ name: String, keys: [Key], in reach: Reach, _ group: Group, bar: String? = nil,
    yields: @escaping @Sendable (ReaderState) -> Bool = { _ in false },
    disabled: @escaping @Sendable (ReaderState) -> String? = { _ in nil }
  ) {
    self.id = id
    self.name = name
    self.keys = keys
    self.reach = reach
    self.group = group
    self.bar = bar
    self.disabled = disabled
    self.yields = yields
  }

  /// Whether the person stands where they stood once it is done: it tells, adds or types something, and selects nothing.
  var leavesPlace: Bool {
    switch group {
    case .remark, .type, .program: true
    case .select: [.reason, .copy, .edit, .page, .browse].contains(id)
    // Compare opens at it, whichever key was pressed.
    case .show: id == .viewCompare
    case .move, .find, .compare: false
    }
  }

  /// Whether it opens something that one types in.
  var asksForWords: Bool {
    switch id {
    case .search, .listHits, .filter, .facets, .palette, .note, .tag, .mergeActors, .splitActor, .rename, .dateSource,
      .correctSpeaker, .added, .export:
      true
    default: false
    }
  }

  /// Whether it goes from one difference to another.
  var isDifferenceStep: Bool { [.nextDifference, .previousDifference, .nextMark, .previousMark].contains(id) }

  /// Whether its keys work in `state`.
  func isValid(in state: ReaderState) -> Bool { reach.contains(state.reach) && !yields(state) }
}

/// Every action by name; the raw value is its name in a configuration file.
public enum ActionID: String, Sendable, CaseIterable {
  case up, down, left, right
  case pageUp = "page-up", pageDown = "page-down", halfPageUp = "half-page-up", halfPageDown = "half-page-down"
  case top, bottom
  case nextPane = "next-pane", previousPane = "previous-pane"
  case paneSources = "pane-sources", paneActors = "pane-actors", paneQuotes = "pane-quotes"
  case paneArticle = "pane-article", paneStrip = "pane-difference"
  case viewRead = "view-read", viewCompare = "view-compare", viewMatrix = "view-matrix"
  case viewTimeline = "view-timeline", viewDifferences = "view-differences"
  case open, compareHere = "compare-here"
  case nextDifference = "next-difference", previousDifference = "previous-difference"
  case nextHit = "next-hit", previousHit = "previous-hit"
  case nextMark = "next-mark", previousMark = "previous-mark"
  case search, listHits = "list-hits", filter, facets, palette, help
  case jumpBack = "jump-back", jumpForward = "jump-forward"
  case zoom, toggleStrip = "toggle-strip", widen, narrow, taller, shorter
  case hidePane = "hide-pane", resetPanes = "reset-panes"
  case reason, selectText = "select-text", copy, edit, page, browse
  case directOnly = "direct-only", allArticles = "all-articles", openDebris = "open-debris"
  case belowBar = "below-bar", raiseBar = "raise-bar", lowerBar = "lower-bar"
  case otherSide = "other-side", swapSides = "swap-sides", addThird = "add-third", dropThird = "drop-third"
  case differencesOnly = "differences-only"
  case nextArticle = "next-article", previousArticle = "previous-article"
  case nextSection = "next-section", previousSection = "previous-section"
  case nextActor = "next-actor", previousActor = "previous-actor"
  case accept, reject, unsure, note, tag, bookmark, undo, redo, added, remove, attach
  case mergeActors = "merge-actors", splitActor = "split-actor", rename, dateSource = "date-article"
  case correctSpeaker = "correct-speaker"
  case export
  case mouse, nextTheme = "next-theme", redraw, reload, stopReading = "stop-reading"
  case confirm
  case cursorLeft = "cursor-left", cursorRight = "cursor-right", wordLeft = "word-left", wordRight = "word-right"
  case lineStart = "line-start", lineEnd = "line-end"
  case erase, eraseAfter = "erase-after", eraseWord = "erase-word", eraseRest = "erase-rest", eraseLine = "erase-line"
  case previousRow = "previous-row", nextRow = "next-row"
  case escape, dismiss, quit, leave
}

/// The places of the screen where an action can be done.
struct Reach: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let sources = Reach(rawValue: 1 << 0)
  static let actors = Reach(rawValue: 1 << 1)
  static let quotes = Reach(rawValue: 1 << 2)
  static let article = Reach(rawValue: 1 << 3)
  static let strip = Reach(rawValue: 1 << 4)
  static let compare = Reach(rawValue: 1 << 5)
  static let matrix = Reach(rawValue: 1 << 6)
  static let timeline = Reach(rawValue: 1 << 7)
  static let differences = Reach(rawValue: 1 << 8)
  static let prompt = Reach(rawValue: 1 << 9)
  static let palette = Reach(rawValue: 1 << 10)
  static let help = Reach(rawValue: 1 << 11)
  static let popup = Reach(rawValue: 1 << 12)
  static let facets = Reach(rawValue: 1 << 13)
  /// The list of the places that a search found.
  static let hits = Reach(rawValue: 1 << 14)

  /// Any pane of the Read view.
  static let read: Reach = [.sources, .actors, .quotes, .article, .strip]
  /// Any pane of any view.
  static let views: Reach = [.read, .compare, .matrix, .timeline, .differences]
  /// Lists that a typed filter narrows.
  static let lists: Reach = [.sources, .actors, .quotes, .matrix, .timeline, .differences]
  /// Views of a list with what is selected in its context.
  static let contexts: Reach = [.matrix, .timeline, .differences]
  /// Where differences are shown, one by one.
  static let judging: Reach = [.read, .compare, .timeline, .differences]
  /// Lists over the view that typing narrows.
  static let pickers: Reach = [.palette, .help, .facets, .hits]
  /// Where one types.
  static let typing: Reach = [.prompt, .pickers]
  /// Wherever there are rows to move in with the keys of a page.
  static let pages: Reach = [.views, .popup, .pickers]
  static let everywhere: Reach = [.views, .typing, .popup]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ pane: Pane) { self.init(rawValue: 1 << UInt32(pane.rawValue)) }
}

extension ReaderState {
  /// Where keys go now: the topmost layer, else the pane that has the focus.
  var reach: Reach {
    switch layers.last {
    case .prompt: .prompt
    case .palette, .chooser: .palette
    case .help: .help
    case .facets: .facets
    case .popup: .popup
    case .hits: .hits
    case nil: Reach(pane)
    }
  }
}

extension Reach {
  /// Where something works, for one who is elsewhere: `works in Actors`.
  var words: String {
    if isSuperset(of: .views) { return "works in every view" }
    var places = Pane.allCases.filter { contains(Reach($0)) }.map(\.title)
    if isSuperset(of: .read) { places = ["Read"] + places.dropFirst(ViewID.read.panes.count) }
    if !places.isEmpty { return "works in \(places.joined(separator: ", "))" }
    if self == .palette { return "works in the list of what you added" }
    return isDisjoint(with: .typing) ? "works in what lies over a view" : "works while you type"
  }
}
