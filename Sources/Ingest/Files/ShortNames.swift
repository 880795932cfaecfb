/// Short names of documents, unique among them, from their paths.
enum ShortNames {
  /// The shortest of these that no other document has: the first token of the file's name (`000` of `000_2245.txt`), the name
  /// without its extension, the name, the name with one more folder, and so on; at last, a number is added.
  /// Cost: O(documents) a round, at most as many rounds as folders in a path.
  static func names(for paths: [String]) -> [String] {
    let candidates = paths.map(candidates)
    var level = Array(repeating: 0, count: paths.count)
    while true {
      let names = level.indices.map { candidates[$0][level[$0]] }
      var count: [String: Int] = [:]
      for name in names { count[name, default: 0] += 1 }
      var changed = false
      for index in level.indices where count[names[index], default: 0] > 1 && level[index] + 1 < candidates[index].count
      {
        level[index] += 1
        changed = true
      }
      if !changed { return numbered(names) }
    }
  }

  private static func candidates(_ path: String) -> [String] {
    if path == "-" { return ["stdin"] }
    let parts = path.split(separator: "/")
    guard let file = parts.last else { return [path] }
    var stem = file
    if let dot = file.utf8.lastIndex(of: 0x2E), dot > file.startIndex,
      file.utf8.distance(from: dot, to: file.endIndex) <= 6
    {
      stem = file[..<dot]
    }
    var found: [String] = []
    if let cut = stem.utf8.firstIndex(where: { $0 == 0x5F || $0 == 0x2D }), cut > stem.startIndex {
      found.append(String(stem[..<cut]))
    }
    found.append(String(stem))
    found.append(String(file))
    for depth in stride(from: 2, through: parts.count, by: 1) {
      found.append(parts.suffix(depth).joined(separator: "/"))
    }
    return found
  }

  /// Adds `#2`, `#3` … to names that are still shared.
  private static func numbered(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while !taken.insert("\(name)#\(number)").inserted { number += 1 }
      return "\(name)#\(number)"
    }
  }
}
