package import Dossier

/// What `kind:`, `is:` and `verdict:` can ask of a row, as a set of names.
package struct Traits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Names that `kind:` takes.
  static let kinds: [String] = unique(
    Statement.Kind.allCases.map(\.rawValue) + ["reported"] + Statement.Cue.Kind.allCases.map(\.rawValue)
      + Disagreement.Kind.allCases.map(\.rawValue) + Actor.Kind.allCases.map(\.rawValue))
  /// Names that `verdict:` takes.
  static let verdicts = Annotation.Verdict.allCases.map(\.rawValue) + ["open"]
  /// Names that `is:` takes.
  static let marks =
    Disagreement.Relation.allCases.map(\.rawValue) + Disagreement.Time.allCases.map(\.rawValue)
    + Disagreement.Scope.allCases.map(\.rawValue) + verdicts + ["noted", "tagged", "bookmarked", "corrected", "unsaid"]

  /// What only an actor can be: no passage of a text is a person.
  static let ofActors = Actor.Kind.allCases.map(\.rawValue)
    .filter { name in !Disagreement.Kind.allCases.contains { $0.rawValue == name } }
    .reduce(into: Traits()) { $0.formUnion(Traits($1)) }

  /// What only a person can have given: any verdict, a note, a tag, a bookmark, a correction.
  static let added = (Annotation.Verdict.allCases.map(\.rawValue) + ["noted", "tagged", "bookmarked", "corrected"])
    .reduce(into: Traits()) { $0.formUnion(Traits($1)) }

  private static let bits: [String: UInt64] = {
    var bits: [String: UInt64] = [:]
    for (index, name) in (kinds + marks).enumerated() { bits[name] = 1 << UInt64(index) }
    return bits
  }()

  /// The trait of a name; none where there is no such trait.
  package init(_ name: String) { self.init(rawValue: Self.bits[name] ?? 0) }

  /// The traits of a cue: its kind, and whether the text does not tell that it was said.
  package init(_ cue: Statement.Cue) {
    self = Traits(cue.kind.rawValue)
    if cue.status != .said { formUnion(Traits("unsaid")) }
  }

  /// The traits of a statement's kind: what is not direct is reported.
  package init(_ kind: Statement.Kind) {
    self = kind == .direct ? Traits("direct") : [Traits(kind.rawValue), Traits("reported")]
  }

  /// The traits of `names` that begin so.
  init(beginning: String, among names: [String]) {
    self = names.filter { $0.hasPrefix(beginning) }.reduce(into: []) { $0.formUnion(Traits($1)) }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
