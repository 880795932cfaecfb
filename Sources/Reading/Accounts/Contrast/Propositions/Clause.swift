/// A predicate with who does it, to whom, and what else is said of it.
struct Clause {
  /// The verb, or the noun or adjective that is said of the subject.
  var predicate: Int
  /// Who does it, or of whom it is said.
  var agent: Int?
  /// To whom it is done.
  var patient: Int?
  /// The heads of all other phrases: places, times, means.
  var others: [Int]
  var actuality: Actuality

  /// Whether it is so, is not so, or is left open.
  enum Actuality { case real, denied, open }

  /// All that have a part in it.
  var participants: [Int] { [agent, patient].compactMap(\.self) + others }
}
