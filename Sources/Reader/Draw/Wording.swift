import Dossier
import Terminal

/// A share as a person reads it: two decimals without a locale.
enum Percent {
  static func text(_ value: Double) -> String {
    let hundredths = Int((min(max(0, value), 1) * 100).rounded())
    return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }
}

/// Numbers and names as every view words them.
enum Wording {
  /// Why what needs all of the articles cannot be done yet.
  static let stillReading = "still reading"

  /// `1 Aug 2025`, `1 Aug`, `Aug 2025`; empty where nothing is known.
  static func date(_ date: PartialDate?) -> String { date?.words ?? "" }

  /// The day of an article; `event 1 Aug` where only that of what it tells is known, which is not passed off as its own.
  static func day(of id: Document.ID, in dossier: Dossier) -> String {
    let words = date(dossier.date(of: id))
    return words.isEmpty || dossier[id].published != nil ? words : "event \(words)"
  }

  /// `1 article`, `5 articles`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `940`, `1.2k`, `31k`, `2.4M`.
  static func short(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    let (unit, sign) = number >= 1_000_000 ? (1_000_000, "M") : (1000, "k")
    let tenths = number * 10 / unit
    return tenths >= 100 || tenths % 10 == 0 ? "\(tenths / 10)\(sign)" : "\(tenths / 10).\(tenths % 10)\(sign)"
  }

  /// `≠2 ~9`; quiet about relations that do not occur.
  static func counts(_ counts: RelationCounts, separator: String = " ") -> String {
    Disagreement.Relation.allCases.filter { counts[$0] > 0 }.map { "\($0.glyph)\(counts[$0])" }
      .joined(separator: separator)
  }

  /// What is said where going on has come around the end.
  static func again(_ delta: Int) -> String { "From the \(delta > 0 ? "first" : "last") again" }

  /// A text on one line, its line ends as blanks.
  static func line(_ text: String) -> String {
    text.utf8.contains { $0 == 0x0A || $0 == 0x0D } ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }

  /// With `…` for what does not fit into `columns`.
  static func clipped(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var text = text
    while DisplayWidth.of(text) >= columns { text.removeLast() }
    return text + "…"
  }

  /// Names for columns so narrow that some are cut: of those that would be cut to the same, the ends, by which they differ.
  static func apart(_ names: [String], columns: Int) -> [String] {
    let cut = names.map { clipped($0, to: columns) }
    let uses = Dictionary(zip(cut, names).map { ($0, Set([$1])) }) { $0.union($1) }
    return zip(cut, names).map { cut, name in
      guard uses[cut, default: []].count > 1 else { return cut }
      var end = name
      while DisplayWidth.of(end) >= columns, !end.isEmpty { end.removeFirst() }
      return "…" + end
    }
  }

  /// In quotation marks, as far as it has none of its own.
  static func quoted(_ text: some StringProtocol) -> String {
    let opens = text.first.map { "“\"«„".contains($0) } ?? false
    // One that closes what was opened inside is not the last of all.
    let closes = text.hasSuffix("”") && !text.contains("“") || opens
    return (opens ? "" : "“") + text + (closes ? "" : "”")
  }

  static func time(_ time: Disagreement.Time) -> String {
    switch time {
    case .same: "same time"
    case .different: "different times"
    case .unknown: "time unknown"
    }
  }

  /// The outlet with the short name where they differ: `BelTA · 002`.
  static func source(_ document: Document) -> String {
    document.source == nil ? document.name : "\(document.outlet) · \(document.name)"
  }

  /// What to call a source in a narrow column: its label, or where that is long the name of the file.
  static func shortLabel(_ document: Document) -> String {
    document.label.utf8.count <= 8 ? document.label : document.name
  }

  /// Bars of a sparkline, lowest first; the first is for none.
  static let bars = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar from left to right, of at most `columns` cells, for `value` beside the largest; something for all but nothing.
  static func wideBar(_ value: Int, of largest: Int, columns: Int) -> String {
    guard value > 0, largest > 0, columns > 0 else { return "" }
    let length = max(1, min(columns * 8, value * columns * 8 / largest))
    return String(repeating: "█", count: length / 8) + eighths[length % 8]
  }

  /// The bar of `value` beside the largest.
  static func bar(_ value: Int, of largest: Int) -> String {
    guard value > 0, largest > 0 else { return bars[0] }
    return bars[max(1, min(8, (value * 8 + largest - 1) / largest))]
  }
}

extension Statement.Kind {
  /// `“` for direct speech, `»` for reported.
  var glyph: String {
    switch self {
    case .direct: "“"
    case .indirect, .mixed: "»"
    case .scare: "‘"
    }
  }

  var label: String {
    switch self {
    case .direct: "direct speech"
    case .indirect: "reported speech"
    case .mixed: "reported speech with words quoted"
    case .scare: "words held at a distance"
    }
  }
}

extension ReaderState {
  /// Who says a statement, in few letters.
  func shortSpeaker(of statement: Statement) -> String {
    let names = statement.speakers.map { index.shortNames[$0.index] }
    return names.isEmpty ? dossier.speaker(of: statement) ?? "—" : names.joined(separator: ", ")
  }

  /// Who holds a side of a difference, in few letters; `nil` for the reporter.
  func shortHolder(of side: Disagreement.Side) -> String? {
    side.actor.map { index.shortNames[$0.index] } ?? dossier.holder(of: side).map { Wording.clipped($0, to: 24) }
  }
}
