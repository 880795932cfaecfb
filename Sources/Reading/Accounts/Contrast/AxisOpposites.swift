internal import Language

/// Words that stand surely on opposite poles of one axis: *pass* and *reject*.
struct AxisOpposites: Sendable {
  static let shared = AxisOpposites()

  private let lexicon = AxisLexicon.shared

  func areOpposite(_ left: ContrastText.Word, _ right: ContrastText.Word) -> Bool {
    guard left.tag == right.tag, let one = lexicon.entries[left.lemma], let other = lexicon.entries[right.lemma] else {
      return false
    }
    return one.contains { first in
      isSure(first, left)
        && other.contains { isSure($0, right) && $0.axis == first.axis && $0.pole != first.pole }
    }
  }

  private func isSure(_ entry: AxisLexicon.Entry, _ word: ContrastText.Word) -> Bool {
    guard entry.rest.isEmpty, entry.weight >= 1, lexicon.axes[entry.axis].kind != .wording else { return false }
    switch entry.part {
    case .verb: return word.tag == .verb
    case .noun: return word.tag == .noun
    case .adjective: return word.tag == .adj
    case .adverb: return word.tag == .adv
    case nil: return true
    }
  }
}
