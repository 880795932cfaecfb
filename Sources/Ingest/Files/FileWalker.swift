public import Dossier
import Glibc

/// A file to read: the bytes that name it, and how a person calls it.
public struct FoundFile: Sendable {
  /// The path as the system knows it, which need not be UTF-8.
  public var path: [UInt8]
  /// `nil` for standard input.
  public var stamp: FileStamp?

  static let standardInput = FoundFile(path: [0x2D])
  public var isStandardInput: Bool { path == [0x2D] }
  var shown: String { String(decoding: path, as: UTF8.self) }

  /// Calls `body` with the path as a C string.
  func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (path + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        chars.baseAddress.map(body) ?? body("")
      }
    }
  }
}

/// Finds the files under paths, in one order on every machine: sorted by the bytes of the name.
///
/// It remembers what it has found, so that a file or folder reached twice is read once.
struct FileWalker {
  /// What a folder is to the system, whatever path leads to it: its device and number. As bytes, like a path and a stamp,
  /// since every other type of set takes time to set up.
  private typealias Inode = [UInt8]

  private var seenFiles: Set<[UInt8]> = []
  private var seenStamps: Set<[UInt8]> = []
  /// How often a file was reached again.
  private var repeats = 0
  private var seenFolders: Set<Inode> = []

  /// The files at `path`, or under it if it is a folder, and a problem for each thing that cannot be one.
  mutating func files(at path: String) -> [Result<FoundFile, InputProblem>] {
    if path == "-" {
      guard seenFiles.insert(FoundFile.standardInput.path).inserted else { return [] }
      return [.success(.standardInput)]
    }
    guard !path.isEmpty, !path.utf8.contains(0) else {
      return [.failure(InputProblem(path: path, message: "no such file or folder"))]
    }
    var start = FoundFile(path: Self.normalised(Array(path.utf8)))
    var status = stat()
    guard start.withCString({ stat($0, &status) }) == 0 else {
      return [.failure(InputProblem(path: path, message: SystemError.message(errno)))]
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      start.stamp = FileStamp(status)
      return isNew(start) ? [.success(start)] : []
    }
    let inode = Self.inode(status)
    guard !seenFolders.contains(inode) else { return [] }
    var found: [Result<FoundFile, InputProblem>] = []
    let before = repeats
    walk(start, inode: inode, above: [], into: &found)
    return found.isEmpty && repeats == before
      ? [.failure(InputProblem(path: path, message: "no readable files in this folder"))] : found
  }

  private mutating func walk(
    _ folder: FoundFile, inode: Inode, above: [Inode], into found: inout [Result<FoundFile, InputProblem>]
  ) {
    seenFolders.insert(inode)
    let above = above + [inode]
    guard let names = Self.names(in: folder) else {
      found.append(.failure(InputProblem(path: folder.shown, message: SystemError.message(errno))))
      return
    }
    for name in names {
      var entry = FoundFile(path: (folder.path.last == 0x2F ? folder.path : folder.path + [0x2F]) + name)
      func fail(_ message: String) {
        found.append(.failure(InputProblem(path: entry.shown, message: message)))
      }
      var status = stat()
      guard entry.withCString({ stat($0, &status) }) == 0 else {
        fail(SystemError.message(errno))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        entry.stamp = FileStamp(status)
        if isNew(entry) { found.append(.success(entry)) }
      case S_IFDIR:
        let inner = Self.inode(status)
        if above.contains(inner) {
          fail("a loop of symbolic links: it leads back to a folder above it; not followed")
        } else if !seenFolders.contains(inner) {
          walk(entry, inode: inner, above: above, into: &found)
        }
      default:
        fail("not a regular file; skipped")
      }
    }
  }

  /// Whether no path has led to a file yet. One that has the same place on the disk, size and times is the same, whatever
  /// leads to it: `..`, a link, another name.
  private mutating func isNew(_ file: FoundFile) -> Bool {
    let isNew =
      seenFiles.insert(file.path).inserted
      && file.stamp.map { stamp in seenStamps.insert(withUnsafeBytes(of: stamp) { Array($0) }).inserted } ?? true
    if !isNew { repeats += 1 }
    return isNew
  }

  private static func inode(_ status: stat) -> Inode {
    withUnsafeBytes(of: (status.st_dev, status.st_ino)) { Array($0) }
  }

  /// The names in a folder that are not hidden, sorted by their bytes; `nil` with `errno` set if it cannot be listed.
  private static func names(in folder: FoundFile) -> [[UInt8]]? {
    guard let stream = folder.withCString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name.first != 0x2E { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// `path` without empty and `.` components, so that two spellings of a path count as one file.
  private static func normalised(_ path: [UInt8]) -> [UInt8] {
    let parts = path.split(separator: 0x2F).filter { $0 != [0x2E] }
    let joined = Array(parts.joined(separator: [0x2F]))
    if path.first == 0x2F { return [0x2F] + joined }
    return joined.isEmpty ? [0x2E] : joined
  }
}
