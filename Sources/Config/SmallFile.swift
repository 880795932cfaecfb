internal import Glibc

/// A file that somebody wrote by hand: a configuration, a script.
public enum SmallFile {
  /// More than anybody writes by hand.
  static let maximumBytes = 1 << 20

  /// Why a file gives no bytes.
  public enum Failure: Error, CustomStringConvertible {
    case missing, tooLarge
    case unreadable(String)

    public var description: String {
      switch self {
      case .missing: "no such file"
      case .tooLarge: "larger than 1 MiB"
      case .unreadable(let reason): "cannot be read: \(reason)"
      }
    }
  }

  /// How a person names standard input where a file can be named.
  private static let standardInput = "-"

  /// What a file is called where something is said of it.
  public static func name(of path: String) -> String { path == standardInput ? "standard input" : path }

  /// The bytes of a whole file, or of standard input for `-`.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    if path == standardInput { return try read(from: STDIN_FILENO) }
    // Opening a pipe that nobody writes to must not hang.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable(reason) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return try read(from: descriptor)
  }

  private static func read(from descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= maximumBytes {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
        repeat { count = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
        filled = max(0, count)
      }
      guard count >= 0 else { throw .unreadable(reason) }
      if count == 0 { return bytes }
      bytes += chunk
    }
    throw .tooLarge
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
