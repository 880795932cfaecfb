import Glibc

/// A small file that is there whole or not at all.
enum WholeFile {
  /// Writes beside and renames.
  /// - Returns: whether it is written; `errno` says why not.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten = SystemFile.write(bytes, to: descriptor)
    var reason = errno
    // The close too may say that the disk is full.
    let isClosed = close(descriptor) == 0
    if isWritten, isClosed, rename(draft, path) == 0 { return true }
    if isWritten { reason = errno }
    unlink(draft)
    errno = reason
    return false
  }
}

/// Folders that only their owner may look into.
enum PrivateFolder {
  /// Makes a folder and those above it.
  /// - Returns: the folder that could not be made, with `errno`; `nil` where all are there.
  static func make(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in parts.indices where count > 0 || parts[0] != "" {
      let folder = parts[...count].joined(separator: "/")
      guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      return folder
    }
    return nil
  }
}
