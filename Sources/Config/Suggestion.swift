/// Names that a person may have meant.
package enum Suggestion {
  /// The name that differs least from `word`, where it differs little.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let measured = names.map { (name: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    let best = measured.min { $0.distance < $1.distance }
    if let best, best.distance <= limit { return best.name }
    // A part of a name is as good as the whole where it can be only one.
    let holding = names.filter { word.count > 2 && $0.contains(word.lowercased()) }
    return holding.count == 1 ? holding[0] : nil
  }

  /// What to do about an unknown name: the nearest, else all where they are few.
  static func remedy(for word: String, among names: [String], else otherwise: String) -> String {
    if let name = nearest(to: word, among: names) { return "did you mean “\(name)”?" }
    return names.count <= 8 ? "it may be \(list(names))" : otherwise
  }

  /// `a, b or c`
  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Letters to add, take away, change, or swap with their neighbour, at least.
  private static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, before[j - 2] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
