import Dossier
import Query

/// What lies over a view: drawn after it, asked for keys before it, taken away by Escape.
enum Layer: Sendable {
  /// One line of input at the foot of the screen.
  case prompt(Prompt)
  /// All actions by name, narrowed as one types.
  case palette(Picker)
  /// Things to choose one from, narrowed as one types.
  case chooser(Chooser)
  /// What the keys do here.
  case help(Picker)
  /// What the differences can be narrowed to.
  case facets(FacetPicker)
  /// The places that a search found.
  case hits(HitList)
  /// A passage of explanation.
  case popup(Popup)
}

extension Layer {
  /// The list narrowed by typing that it is; `nil` for what is none.
  var picker: Picker? {
    get {
      switch self {
      case .palette(let picker), .help(let picker): picker
      case .chooser(let chooser): chooser.picker
      case .facets(let facets): facets.picker
      case .hits(let list): list.picker
      case .prompt, .popup: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .palette: self = .palette(newValue)
      case .help: self = .help(newValue)
      case .chooser(var chooser):
        chooser.picker = newValue
        self = .chooser(chooser)
      case .facets(var facets):
        facets.picker = newValue
        self = .facets(facets)
      case .hits(var list):
        list.picker = newValue
        self = .hits(list)
      case .prompt, .popup: break
      }
    }
  }

  /// What is being typed; `nil` where nothing is.
  var line: LineEditor? {
    if case .prompt(let prompt) = self { return prompt.line }
    return picker?.line
  }
}

/// A line being typed.
struct Prompt: Sendable {
  enum Purpose: Sendable, Hashable {
    /// Finds in the text of all articles.
    case search
    /// Narrows the list of a pane.
    case filter(Pane)
    /// A note on a finding or a passage.
    case note(RemarkSubject)
    /// All tags of a finding or a passage.
    case tags(RemarkSubject)
    /// What an actor is to be called.
    case actorName(Actor.ID)
    /// Whether two actors of different kinds are to be merged.
    case merge(Actor.ID, Actor.ID)
    /// Which outlet an article is from.
    case outlet(Document.ID)
    /// When an article was published.
    case published(Document.ID)
    /// The file that an excerpt goes to.
    case export(Excerpt)
    /// Whether a file that is there already is to be replaced.
    case overwrite(Excerpt, path: String)
  }

  /// Prompts that share what was typed in them.
  enum Kind: Sendable, Hashable {
    case search, filter, note, tags, actorName, outlet, published, export, answer
  }

  var purpose: Purpose
  var line: LineEditor
  /// What was typed in prompts of its kind.
  var history: PromptHistory
  /// Where the person stood when it was opened, to return to when it is cancelled.
  var origin: Place
  /// What stood there before: the text of an earlier filter, say.
  var before: String
  /// Why it could not be taken as it stands when that was asked for.
  var refusal: String?
  /// How the texts stood when it was opened: what a search shows on the way is as it was when that is cancelled.
  var texts: TextPlaces

  var text: String { line.text }

  /// What hinders the text from being read whole, where it is a query.
  var problem: QueryProblem? {
    switch purpose {
    case .search, .filter: Query(text).problem
    case .note, .tags, .actorName, .merge, .outlet, .published, .export, .overwrite: nil
    }
  }

  /// The problem so far as it is to be shown: while one types, none that more typing may mend.
  var shownProblem: QueryProblem? { problem.flatMap { $0.isUnfinished && refusal == nil ? nil : $0 } }
}

extension Prompt.Purpose {
  var kind: Prompt.Kind {
    switch self {
    case .search: .search
    case .filter: .filter
    case .note: .note
    case .tags: .tags
    case .actorName: .actorName
    case .outlet: .outlet
    case .published: .published
    case .export: .export
    case .merge, .overwrite: .answer
    }
  }
}

/// Where the person stands in each text, and which runs of debris are open in it, by document.
struct TextPlaces: Sendable {
  var places: [Int: ArticlePlace]
  var opened: [Int: Set<UInt32>]
}

/// The places that a search found, narrowed as one types.
struct HitList: Sendable {
  var picker = Picker()
  /// Those left, by their places among all that were found.
  var rows: [Int]
  /// The words that they are narrowed by, made when the first letter is typed.
  var words: TextColumn?
}

/// A list of things of which one is chosen.
struct Chooser: Sendable {
  /// What becomes of the one that is chosen.
  enum Purpose: Sendable, Hashable {
    /// A correction that is about an actor.
    enum OfActor: Sendable, Hashable { case merge, split }

    /// It is whom a correction is about.
    case actor(OfActor)
    /// It is the same as this actor.
    case merge(Actor.ID)
    /// It is not a name of this actor.
    case split(Actor.ID)
    /// It made this statement.
    case speaker(Statement.ID)
    /// It is written to a file.
    case export
    /// It is shown where it stands.
    case added
  }

  /// Whether words that are in no row will do as well.
  var takesOtherWords: Bool { if case .speaker = purpose { true } else { false } }

  struct Row: Sendable {
    var text: String
    /// A word or two at the right edge.
    var detail: String
    /// What it stands for, by the purpose's own counting.
    var value: Int
    /// The text as it is searched.
    fileprivate var folded: String

    init(_ text: String, _ detail: String, value: Int) {
      self.text = text
      self.detail = detail
      self.value = value
      folded = Folding.fold(text)
    }
  }

  /// The value of the row that stands for no actor.
  static let nobody = -1

  var purpose: Purpose
  var title: String
  var rows: [Row]
  var picker = Picker()

  /// The rows that hold every word typed.
  var matches: [Row] {
    let words = Folding.fold(picker.text).split(separator: " ")
    return words.isEmpty ? rows : rows.filter { row in words.allSatisfy { row.folded.contains($0) } }
  }
}

/// Lines of explanation in a box.
struct Popup: Sendable {
  var title: String
  var lines: [String]
  var top = 0
  /// What is lost and could be put on something else, where that is what it explains.
  var lost: Annotation.ID?
}
