package import Glibc

/// What the system says of a file without opening it: while all of it stays the same, so does the content.
public struct FileStamp: Hashable, Sendable {
  public var device: UInt64
  public var inode: UInt64
  public var size: UInt64
  /// Nanoseconds since 1970.
  public var modified: Int64
  /// When the file or its entry last changed, in nanoseconds since 1970; nobody can set it back.
  public var changed: Int64

  /// - Returns: `nil` where there is no such file.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  package init(_ status: stat) {
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = UInt64(status.st_size)
    modified = nanoseconds(status.st_mtim)
    changed = nanoseconds(status.st_ctim)
  }
}
