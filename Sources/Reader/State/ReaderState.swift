import Dossier

/// All that the reader shows and where the person stands in it. `handle(_:)` moves it, `draw(into:)` shows it; neither
/// touches a terminal.
///
/// What is selected is kept by identity, never by row, and a place in a text by its byte offset, so that every pane keeps
/// its place when lists grow, filters change or the window does.
public struct ReaderState {
  // MARK: What is read

  /// The dossier and what is looked up in it.
  public internal(set) var index: DossierIndex
  /// What to call the set on the first line: the folder or file that was opened.
  var title: String

  /// What the person set once and for all.
  var options: ReaderOptions
  /// Which keys do what.
  var keys: KeyMap

  /// How far the reading is, while it goes on and has said so.
  var reading: ReadingStatus?
  /// How far it came, where the person stopped it: what is shown is a part then.
  var stopped: ReadingStatus?

  // MARK: Where the person stands

  var columns: Int
  var rows: Int
  var view: ViewID = .read
  /// The pane of the Read view that has the focus.
  var readPane: Pane = .sources
  /// Sizes of the panes, and what is hidden.
  var arrangement = Arrangement()
  /// The divider that the mouse holds.
  var heldDivider: Divider?
  /// What was scrolled where before the window took other sizes, one after another.
  var beforeResize: ScrolledPlaces?
  /// The views that lie under this one, for Escape to come back to.
  var viewsBelow: [ViewID] = []

  /// The open article.
  var document: Document.ID?
  /// Whose statements and mentions are shown; `nil` is everyone.
  var actor: Actor.ID?
  var statement: Statement.ID?
  var difference: Disagreement.ID? {
    didSet { if difference != nil { leftDifference = nil } }
  }
  /// The difference that was left for a quote that is in none: where the steps to the next and the one before go on from.
  var leftDifference: Disagreement.ID?
  /// Whether the difference was put in the strip unasked, so that the first step goes to it and not past it.
  var isDifferenceOffered = false
  var quotes = QuoteScope()
  /// Where the person stands in each article, by document.
  var places: [Int: ArticlePlace] = [:]
  /// The words of an article that are selected; the cursor stands at their other end.
  var selection: TextSelection?
  /// Folded runs of debris that were opened: their first offsets, by document.
  var opened: [Int: Set<UInt32>] = [:]
  /// First row shown of each list.
  var tops: [Pane: Int] = [:]
  /// What was typed to narrow each list.
  var filters: [Pane: String] = [:]

  /// Whether differences below the bar are shown too.
  var showsBelowBar = false
  /// The bar as the person moved it; `nil` is the dossier's own.
  var movedBar: Double?

  var compare: CompareState?
  var matrix = MatrixState()
  var timeline = TimelineState()
  var accounts = AccountsState()
  var search: Search?
  /// What the person added, and what of it can be undone.
  var remarks: Remarks
  /// Whether mouse reports come here, rather than selecting in the terminal.
  var capturesMouse = true

  /// What lies over the view, the topmost last.
  var layers: [Layer] = []
  /// What was typed in each kind of prompt since the start.
  var histories: [Prompt.Kind: PromptHistory] = [:]
  var jumps = JumpList()
  /// The last letter of another alphabet that was typed: it tells the layout of the keyboard.
  var foreignLetter: Character?
  /// Whether whoever runs the reader lays corrections over the dossier on another thread, so that no key waits.
  public var correctsAside = false
  /// Whether there is a correction that has not been laid.
  var hasNewCorrection = false
  /// Whether all that was added is in the library, as far as anybody has tried.
  var isKept = true
  /// Whether the last key asked to quit while something is not kept.
  var isQuitAsked = false
  /// Whether the person has just gone to the difference that is selected, whatever pane has the focus: until they go on to
  /// something else, what they ask and add is about it.
  var isAtDifference = false
  /// Whether the last key was to open a line to type on, and did not: what is typed next was meant for that.
  var isLineRefused = false
  /// What is said beside the key bar until the next key.
  var status: StatusLine?
  /// A step among differences that the last key asked for before they were read; taken once they are.
  var awaitedStep: Action?

  // MARK: Found once, kept until what it depends on changes

  var lists = Lists()
  var ground: SearchGround?
  let cache = LayoutCache()

  /// A state that shows `index`, the first article open.
  /// - Parameters:
  ///   - title: what was opened, as a person would call it.
  ///   - columns: size of the terminal in cells, with `rows`.
  ///   - options: as the person set them.
  ///   - keys: as the person bound them.
  public init(
    _ index: DossierIndex, title: String, columns: Int, rows: Int, options: ReaderOptions = ReaderOptions(),
    keys: KeyMap = .standard
  ) {
    self.index = index
    remarks = Remarks(on: index.dossier)
    self.title = title
    self.columns = columns
    self.rows = rows
    self.options = options
    self.keys = keys
    showsStrip = options.strip
    showsBelowBar = options.belowBar
    capturesMouse = options.mouse
    document = index.sourceOrder.first
    // Where one pane is shown at a time it is that of the words themselves.
    if layout.shape == .stacked { readPane = .article }
    settle()
    selectStrongest()
    if options.view != .read, ActionTable.action(options.view.action).disabled(self) == nil {
      _ = perform(options.view.action)
    }
    jumps = JumpList()
  }

  var dossier: Dossier { index.dossier }

  /// Why there is no reading to stop or to go on with; `nil` where there is.
  var whyNothingToStop: String? { index.isReading || stopped != nil ? nil : "everything is read" }

  /// Why the files cannot be read anew; `nil` where they can.
  var whyNoReload: String? {
    if index.isReading { return Wording.stillReading }
    return dossier.documents.contains { $0.path == "-" } ? "an article came from standard input" : nil
  }

  /// `stopped: 451 of 2000 articles are read · C-x reads on`, wherever nothing is shown for that reason.
  var whyStopped: String? {
    stopped.map { "stopped: \($0.stopped), nothing is compared · \(hint(.stopReading)) reads on" }
  }

  /// The pane that has the focus.
  var pane: Pane { view == .read ? readPane : view.panes[0] }

  /// The confidence from which differences are shown.
  var bar: Double { showsBelowBar ? 0 : movedBar ?? dossier.bar }
}

/// Which statements the Quotes pane lists.
struct QuoteScope: Hashable, Sendable {
  /// Of all articles, not only of the open one.
  var allArticles = false
  /// Direct speech only.
  var directOnly = false
}

/// Where the person stands in an article.
struct ArticlePlace: Hashable, Sendable {
  /// Offset of the cursor.
  var cursor = 0
  /// An offset in the first line shown.
  var top = 0
}

/// Where the person stands in the Matrix.
struct MatrixState: Hashable, Sendable {
  var actor: Actor.ID?
  var document: Document.ID?
  /// First column shown.
  var left = 0
}

/// Where the person stands in the Timeline.
struct TimelineState: Hashable, Sendable {
  var selected: TimelineRow?
}

/// Where the person stands in the Differences view.
struct AccountsState: Hashable, Sendable {
  var section: AccountSection = .differences
  var selected: [AccountSection: Finding] = [:]
}

/// The three lists of the Differences view.
enum AccountSection: Int, Sendable, CaseIterable {
  case differences, agreements, omissions

  /// The list that a finding has its row in.
  init(of finding: Finding) {
    switch finding {
    case .difference: self = .differences
    case .agreement: self = .agreements
    case .omission: self = .omissions
    }
  }

  var title: String {
    switch self {
    case .differences: "Differences"
    case .agreements: "Agreements"
    case .omissions: "Omissions"
    }
  }

  /// What it lists, one of it.
  var one: String {
    switch self {
    case .differences: "difference"
    case .agreements: "agreement"
    case .omissions: "omission"
    }
  }

  /// Its sign where the title has no room.
  var glyph: String {
    switch self {
    case .differences: "Diff. "
    case .agreements: "="
    case .omissions: "○"
    }
  }
}
