import Dossier
import Glibc

/// The files that documents are read from, by their full paths. These are asked for only where a name is the same: that is a
/// call to the system for every folder above a file.
struct OpenFiles {
  private var paths: [Substring: [String]] = [:]
  private var full: [String: String] = [:]

  init(_ documents: [Document]) {
    // What comes through a pipe is no file.
    for document in documents where document.path != "-" {
      paths[Self.name(of: document.path), default: []].append(document.path)
    }
  }

  /// Whether a file is among them.
  /// - Parameters:
  ///   - file: its full path; empty for an article that was in no file.
  ///   - path: what a person called it.
  mutating func contain(_ file: String, calledOnce path: String) -> Bool {
    for candidate in paths[Self.name(of: path)] ?? [] {
      let full = full[candidate] ?? Self.fullPath(of: candidate) ?? ""
      self.full[candidate] = full
      if full == file, !file.isEmpty || candidate == path { return true }
    }
    return false
  }

  /// The full path of a file; `nil` where there is none.
  static func fullPath(of path: String) -> String? {
    path == "-" ? nil : SystemFile.resolvedPath(path)
  }

  private static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}
