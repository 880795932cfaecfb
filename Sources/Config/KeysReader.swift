import Reader
import Terminal
internal import TOMLKit

/// Reads the table `keys`: which keys do what.
enum KeysReader {
  static func read(_ value: any TOMLValueConvertible, _ report: inout ConfigReport) -> KeyMap {
    guard let table = value.tomlValue.table else {
      report.addMistyped(["keys"], "a table: [keys]")
      return .standard
    }
    let names = ActionID.allCases.map(\.rawValue)
    let places = report.places
    // In the order of the file, so that of two that want one key the first has it.
    let last = TOMLPlaces.Place(line: .max, column: .max)
    let entries = table.keys.map { (place: places.key(["keys", $0]) ?? last, name: $0) }
      .sorted { ($0.place, $0.name) < ($1.place, $1.name) }.map(\.name)
    var bindings: [ActionID: [Key]] = [:]
    for name in entries {
      guard let id = ActionID(rawValue: name) else {
        report.add(
          .error, at: places.key(["keys", name]), "no action is called “\(name)”",
          Suggestion.remedy(for: name, among: names, else: "`crossread config --default` lists all"))
        continue
      }
      guard let words = table[name].flatMap(TOMLStrings.read) else {
        report.addMistyped(["keys", name], TOMLStrings.wanted)
        continue
      }
      var keys: [Key] = []
      for (number, word) in words.enumerated() {
        let place = places.value(["keys", name, String(number)]) ?? places.value(["keys", name])
        guard let key = readKey(word, for: id, at: place, &report) else { continue }
        guard let reason = refusal(of: key, for: ActionTable.action(id), bindings) else {
          keys.append(key)
          continue
        }
        report.add(.error, at: place, reason.what, reason.remedy)
      }
      // Where no key of those given can be had, the action keeps its own.
      if !keys.isEmpty || words.isEmpty { bindings[id] = keys }
    }
    let map = KeyMap(bindings)
    noteLosses(map, bindings, &report)
    noteNoWayOut(map, bindings, &report)
    return map
  }

  private static func readKey(
    _ word: String, for id: ActionID, at place: TOMLPlaces.Place?, _ report: inout ConfigReport
  ) -> Key? {
    guard !word.isEmpty else {
      report.add(.error, at: place, "“” is no key", "\(id.rawValue) = [] takes all its keys away")
      return nil
    }
    guard let key = Key(spelling: word) else {
      report.add(
        .error, at: place, "no key is called “\(word)”",
        "a key is a character, C-x, M-x, F1 to F12, or a name such as enter, esc, space, pgdn")
      return nil
    }
    if let sent = key.sentAs {
      report.add(.note, at: place, "most terminals send \(word) as \(sent.spelling)", "bind another key as well")
    }
    return key
  }

  /// Why an action cannot have a key; `nil` where it can.
  private static func refusal(
    of key: Key, for action: Action, _ bindings: [ActionID: [Key]]
  ) -> (what: String, remedy: String)? {
    if key == .control("z") || key == .control("\\") {
      return ("\(key.spelling) is the terminal's own", "it stops or ends the program; take another key")
    }
    if case .character = key, action.isForTyping {
      return (
        "“\(key.spelling)” cannot be the key of \(action.id.rawValue), which works only while you type",
        "take a key that types nothing, such as C-x or F5"
      )
    }
    let holders = bindings.filter { $0.value.contains(key) && ActionTable.action($0.key).collides(with: action) }
    guard let holder = holders.keys.map(\.rawValue).min() else { return nil }
    return (
      "“\(key.spelling)” is given to \(holder) and to \(action.id.rawValue), in the same place",
      "\(holder) has it; take another key for one of them"
    )
  }

  /// Notes a map by which no key leaves the program, or none what lies over a view.
  private static func noteNoWayOut(_ map: KeyMap, _ bindings: [ActionID: [Key]], _ report: inout ConfigReport) {
    func place(_ id: ActionID) -> TOMLPlaces.Place? { report.places.key(["keys", id.rawValue]) }
    let isClosedByNone = map[.escape].isEmpty && map[.leave].isEmpty
    // Who took away the key of quit alone still has it among all actions, and meant it so.
    if map[.quit].isEmpty, isClosedByNone || map[.palette].isEmpty {
      let palette = map[.palette].first
      report.add(
        .note, at: place(.quit), "no key leaves the program",
        palette.map { "\($0.spelling) still finds quit among all actions" } ?? "give quit a key, such as q or C-c")
    }
    if isClosedByNone {
      report.add(
        .note, at: place(.escape) ?? place(.leave), "no key closes a line that is typed on or a list over the view",
        "give escape or leave a key, such as esc or C-c")
    }
  }

  /// Notes actions that lost their last key to others.
  private static func noteLosses(_ map: KeyMap, _ bindings: [ActionID: [Key]], _ report: inout ConfigReport) {
    for action in ActionTable.actions where bindings[action.id] == nil && map[action.id].isEmpty {
      let taker = bindings.keys.first { id in !Set(bindings[id, default: []]).isDisjoint(with: action.keys) }
      report.add(
        .note, at: taker.flatMap { report.places.key(["keys", $0.rawValue]) },
        "\(action.id.rawValue) has no key any more", "give it one, or find it in the palette")
    }
    // What everybody's fingers know is said also where another key is left.
    for action in ActionTable.actions where bindings[action.id] == nil && !map[action.id].isEmpty {
      for key in action.keys where !map[action.id].contains(key) {
        let taker = bindings.keys.filter { bindings[$0, default: []].contains(key) }.min { $0.rawValue < $1.rawValue }
        guard let taker else { continue }
        report.add(
          .note, at: report.places.key(["keys", taker.rawValue]),
          "\(key.spelling) is no key of \(action.id.rawValue) now",
          "\(map[action.id].map(\.spelling).joined(separator: ", ")) still is")
      }
    }
  }
}
