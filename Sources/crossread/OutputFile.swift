import ArgumentParser
import Glibc
import Library
import Terminal

/// A file that a person asked for by name.
enum OutputFile {
  /// Writes a whole file, as `write(_:to:)`.
  /// - Throws: `ExitCode(1)` after saying on standard error what went wrong.
  static func save(_ bytes: [UInt8], to path: String) throws {
    guard let problem = write(bytes, to: path) else { return }
    StandardError.write("crossread: \(Sanitiser.line(path)): \(problem)")
    throw ExitCode(1)
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Writes a whole file.
  ///
  /// A regular file is written beside and renamed, so that a full disk never leaves half a report in place of a whole one.
  /// Anything else (a device, a pipe) is written to as it is.
  /// - Returns: what went wrong, as one line without the path; `nil` where nothing did.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    var info = stat()
    let exists = stat(path, &info) == 0
    guard !exists || info.st_mode & S_IFMT == S_IFREG else {
      return write(bytes, to: path, O_WRONLY) ? nil : problem
    }
    // A link stays a link: what it points to is replaced.
    let target = SystemFile.resolvedPath(path) ?? path
    let draft = "\(target).\(getpid()).part"
    guard write(bytes, to: draft, O_WRONLY | O_CREAT | O_EXCL), rename(draft, target) == 0 else {
      let problem = problem
      unlink(draft)
      return problem
    }
    return nil
  }

  private static func write(_ bytes: [UInt8], to path: String, _ flags: Int32) -> Bool {
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = SystemFile.write(bytes, to: descriptor)
    let reason = errno
    let isClosed = close(descriptor) == 0
    if !isWritten { errno = reason }
    return isWritten && isClosed
  }

  /// What `errno` says.
  private static var problem: String { "cannot write: \(String(cString: strerror(errno)))" }
}
