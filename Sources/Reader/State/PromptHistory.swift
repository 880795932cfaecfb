/// What was typed in one kind of prompt, the oldest first, and where in it the person stands.
struct PromptHistory: Sendable {
  /// Lines that are kept; the oldest go.
  static let limit = 100

  private var lines: [String] = []
  /// The line that is shown; `nil` while it is the person's own.
  private var place: Int?
  /// What was typed before going back.
  private var draft = ""

  /// Whether what stands in the prompt was taken from here and not changed since.
  var isWalking: Bool { place != nil }

  /// Keeps a line; an empty one is not worth it, and one that is there already moves to the end.
  mutating func keep(_ line: String) {
    leave()
    guard !line.isEmpty else { return }
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst() }
  }

  /// What was typed has been changed, or is done with: the next step begins at the latest again.
  mutating func leave() { place = nil }

  /// The line before or after; behind the latest stands what was typed, and at either end there is no more.
  /// - Parameter text: what stands in the prompt.
  mutating func step(by delta: Int, from text: String) -> String? {
    if place == nil { draft = text }
    let next = (place ?? lines.count) + delta
    guard (0...lines.count).contains(next), place != nil || next < lines.count else { return nil }
    place = next < lines.count ? next : nil
    return place.map { lines[$0] } ?? draft
  }
}
