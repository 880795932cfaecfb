import Glibc

/// A new folder under the system's folder for temporary files; it goes when the value goes.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    var template = Array("/tmp/crossread-test-XXXXXX".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap(mkdtemp) }) else {
      throw TemporaryFolderError(reason: String(cString: strerror(errno)))
    }
    path = String(cString: made)
  }

  deinit {
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  /// Writes a file in the folder.
  public func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen("\(path)/\(name)", "w") else {
      throw TemporaryFolderError(reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw TemporaryFolderError(reason: String(cString: strerror(errno)))
    }
  }
}

/// Why a temporary folder or file could not be made.
public struct TemporaryFolderError: Error {
  public var reason: String
}
