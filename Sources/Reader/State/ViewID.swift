/// The whole-screen views, by their digit keys.
public enum ViewID: Int, Sendable, CaseIterable {
  case read = 1, compare, matrix, timeline, differences

  var title: String {
    switch self {
    case .read: "Read"
    case .compare: "Compare"
    case .matrix: "Matrix"
    case .timeline: "Timeline"
    case .differences: "Differences"
    }
  }

  /// What it is called in a configuration file.
  public var name: String { title.lowercased() }

  /// The action that shows it.
  var action: ActionID {
    switch self {
    case .read: .viewRead
    case .compare: .viewCompare
    case .matrix: .viewMatrix
    case .timeline: .viewTimeline
    case .differences: .viewDifferences
    }
  }

  /// The panes that can hold the focus, in the order of `Tab`.
  var panes: [Pane] {
    switch self {
    case .read: [.sources, .actors, .quotes, .article, .strip]
    case .compare: [.compare]
    case .matrix: [.matrix]
    case .timeline: [.timeline]
    case .differences: [.differences]
    }
  }
}

/// The parts of the screen that can hold the focus.
public enum Pane: Int, Sendable, CaseIterable {
  case sources, actors, quotes, article, strip, compare, matrix, timeline, differences

  var title: String {
    switch self {
    case .sources: "Sources"
    case .actors: "Actors"
    case .quotes: "Quotes"
    case .article: "Article"
    case .strip: "Difference"
    case .compare: "Compare"
    case .matrix: "Matrix"
    case .timeline: "Timeline"
    case .differences: "Differences"
    }
  }

  /// Whether it is a list of rows, of which one is selected and which a typed filter narrows.
  var isList: Bool {
    switch self {
    case .sources, .actors, .quotes, .matrix, .timeline, .differences: true
    case .article, .strip, .compare: false
    }
  }
}
