import Dossier
import Query

/// What lies over a view: drawn after it, asked for keys before it, taken away by Escape.
enum Layer: Sendable {
  /// One line of input at the foot of the screen.
  case prompt(Prompt)
  /// All actions by name, narrowed as one types.
  case palette(Picker)
  /// What the keys do here.
  case help(Picker)
  /// What the differences can be narrowed to.
  case facets(FacetPicker)
  /// The places that a search found.
  case hits(HitList)
  /// A passage of explanation.
  case popup(Popup)
}

/// A line being typed.
struct Prompt: Sendable {
  enum Purpose: Sendable, Hashable {
    /// Finds in the text of all articles.
    case search
    /// Narrows the list of a pane.
    case filter(Pane)
    /// A remark on a difference.
    case note(Disagreement.ID)
  }

  var purpose: Purpose
  var text: String
  /// Where the person stood when it was opened, to return to when it is cancelled.
  var origin: Place
  /// What stood there before: the text of an earlier filter, say.
  var before: String

  /// What hinders the text from being read whole, where it is a query.
  var problem: QueryProblem? {
    switch purpose {
    case .search, .filter: Query(text).problem
    case .note: nil
    }
  }
}

/// A list of actions narrowed by typing.
struct Picker: Sendable {
  var text = ""
  var selected = 0
  var top = 0
}

/// Where the person stands among the places that a search found.
struct HitList: Sendable {
  var selected: Int
  var top = 0
}

/// Lines of explanation in a box.
struct Popup: Sendable {
  var title: String
  var lines: [String]
  var top = 0
}
