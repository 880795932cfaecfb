import CBuildIdentity
import Dossier
import Glibc

/// What tells one engine from another: the build identity that the linker writes into the program.
///
/// It is a digest of the linked program, tables included, so that no analysis outlives the code or the tables that made it,
/// and nobody has to remember to raise a number.
public enum EngineVersion {
  /// The same for every start of the same program.
  public static let current: String = buildIdentity ?? fileIdentity ?? "unknown"

  private static var buildIdentity: String? {
    var bytes: UnsafePointer<UInt8>?
    let count = crossread_build_identity(&bytes)
    guard let bytes, count > 0 else { return nil }
    return UnsafeBufferPointer(start: bytes, count: count).map { $0.hexadecimal(width: 2) }.joined()
  }

  /// Where the linker wrote no identity: place, size and time of the program's file.
  private static var fileIdentity: String? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    return "\(status.st_dev)-\(status.st_ino)-\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
  }
}
