/// Why two passages part: one plain sentence that refers to sources and actors, so that it calls them what they are called
/// now, whatever a person has corrected since.
public struct Reason: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case words(String)
    /// The source of the passage on one side, with who holds it there.
    case side(isLeft: Bool)
    /// The source of the passage on one side.
    case source(isLeft: Bool)
    case actor(Actor.ID)
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }

  /// A sentence that names nobody who could be called otherwise.
  public init(_ words: String) { parts = [.words(words)] }

  /// Renumbers the actors that it names.
  mutating func renumber(_ new: (Actor.ID) -> Actor.ID) {
    for (index, part) in parts.enumerated() {
      if case .actor(let id) = part { parts[index] = .actor(new(id)) }
    }
  }
}

extension Dossier {
  /// Why two passages part, in one plain sentence that names the words that clash.
  public func because(_ disagreement: Disagreement) -> String {
    func source(_ isLeft: Bool) -> String {
      Self.inOneSentence(self[(isLeft ? disagreement.left : disagreement.right).passage.document].label)
    }
    return disagreement.reason.parts.map { part in
      switch part {
      case .words(let words): return words
      case .source(let isLeft): return source(isLeft)
      case .actor(let id): return self[id].name
      case .side(let isLeft):
        let holder = holder(of: isLeft ? disagreement.left : disagreement.right)
        return source(isLeft) + (holder.map { " (\($0))" } ?? "")
      }
    }.joined()
  }

  /// A name that may be that of a file, which can hold anything: on one line, nothing that a terminal obeys, no longer than
  /// leaves room for the reason itself.
  private static func inOneSentence(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !isPlain || name.count > longestName else { return name }
    let plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    ).singleSpaced
    return plain.count > longestName ? plain.prefix(longestName - 1) + "…" : plain
  }

  private static let longestName = 40
}
