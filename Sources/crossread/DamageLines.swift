import Dossier
import Terminal

extension Document {
  /// One line for each place where so much of the article may be lost that whoever reads it must know: where, what, and
  /// what to do. Safe to show.
  var damageLines: [String] {
    flags.filter(\.kind.isGrave).map { Sanitiser.line("\(place(at: Int($0.span.start))): \($0.note)") }
  }
}
