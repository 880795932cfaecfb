internal import Dossier
internal import Language

/// A short proposition set against a longer text: the clauses of the text that tell its deed.
///
/// Words that the text lacks say nothing against a proposition; only a clause of the same deed and the same participants
/// does, where one thing in it is told otherwise.
struct PropositionComparison {
  let alignment: ContrastAlignment
  /// The hypothesis's main clause.
  let held: Clause
  /// All clauses of the premise.
  let clauses: [Clause]
  /// Those whose predicate is the hypothesis's.
  let matches: [ClauseMatch]
  let sameness: Sameness

  /// - Returns: `nil` where the hypothesis has no predicate.
  init?(_ alignment: ContrastAlignment) {
    guard let held = ClauseReader(text: alignment.hypothesis).main() else { return nil }
    self.held = held
    self.alignment = alignment
    sameness = Sameness(alignment: alignment)
    clauses = ClauseReader(text: alignment.premise).clauses()
    matches = clauses.compactMap { given in
      Self.tie(given.predicate, held.predicate, alignment).map {
        ClauseMatch(given: given, held: held, tie: $0, alignment: alignment)
      }
    }
  }

  /// Whether a clause of the premise tells all that the hypothesis does.
  var isBorneOut: Bool { matches.contains(where: \.isBorneOut) }

  private static func tie(_ given: Int, _ held: Int, _ alignment: ContrastAlignment) -> ContrastAlignment.Tie? {
    let (one, two) = (alignment.premise.words[given], alignment.hypothesis.words[held])
    if one.lemma == two.lemma || one.stem == two.stem { return one.lemma == two.lemma ? .same : .derived }
    guard let tie = alignment.tie(one, two)?.0, tie.isSupport else { return nil }
    return tie
  }

  /// The words of a phrase as the text has them, in quotation marks.
  func quoted(_ index: Int, in text: ContrastText) -> String {
    var (from, until) = (index, index + 1)
    while from > 0, text.words[from - 1].head == index, Self.phrase.contains(text.words[from - 1].relation) {
      from -= 1
    }
    while until < text.words.count, text.words[until].head == index, text.words[until].relation == .flat { until += 1 }
    return text.quoted(from..<until)
  }

  private static let phrase: Set<DependencyRelation> = [.amod, .compound, .nummod, .advmod, .aux, .auxPass, .nmodDesc]

  func given(_ index: Int) -> ContrastText.Word { alignment.premise.words[index] }
  func held(_ index: Int) -> ContrastText.Word { alignment.hypothesis.words[index] }
}

extension ContrastText {
  /// The words as the text has them, in quotation marks.
  func quoted(_ range: Range<Int>) -> String { "“" + words[range].map(\.form).joined(separator: " ") + "”" }
}

/// What a judge of propositions finds.
struct PropositionFinding {
  var kind: Disagreement.Kind
  /// One plain sentence that names the words of both.
  var because: String
  /// 0.5…1.
  var probability: Double
}

/// One way in which a text can be against a proposition.
protocol PropositionJudge: Sendable {
  func finding(in comparison: PropositionComparison) -> PropositionFinding?
}
