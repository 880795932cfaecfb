import Glibc

/// Reads the bytes of one file or of standard input.
enum FileBytes {
  /// Reads up to `limit` bytes.
  /// - Returns: the bytes, or why they could not be had; an input without a byte is a problem too.
  static func read(_ file: FoundFile, limit: Int) -> Result<[UInt8], InputProblem> {
    func problem(_ message: String) -> Result<[UInt8], InputProblem> {
      .failure(InputProblem(path: file.shown, message: message))
    }
    if file.isStandardInput {
      guard isatty(STDIN_FILENO) == 0 else { return problem("is a terminal; pipe a text into it or name a file") }
      return contents(of: STDIN_FILENO, sizeHint: 0, limit: limit).flatMapError { problem($0.message) }
    }
    // Opening a pipe that nobody writes to must not hang, so it is opened without waiting.
    let descriptor = file.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
    guard descriptor >= 0 else { return problem(SystemError.message(errno)) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return problem(SystemError.message(errno)) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= limit else { return problem(tooLarge(limit: limit)) }
    return contents(of: descriptor, sizeHint: size, limit: limit).flatMapError { problem($0.message) }
  }

  static func tooLarge(limit: Int) -> String {
    "larger than \(limit >> 20) MiB; split it into one file per article"
  }

  private static func contents(of descriptor: Int32, sizeHint: Int, limit: Int) -> Result<[UInt8], SystemError> {
    var bytes: [UInt8] = []
    // One byte more than the size, so that a file that did not grow needs no second buffer.
    var room = max(sizeHint + 1, 1 << 16)
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = Glibc.read(descriptor, buffer.baseAddress, room)
        while got < 0, errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, room) }
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if failure != 0 { return .failure(SystemError(message: SystemError.message(failure))) }
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
      if bytes.count > limit { return .failure(SystemError(message: tooLarge(limit: limit))) }
      room = 1 << 16
    }
    return bytes.isEmpty ? .failure(SystemError(message: "empty file")) : .success(bytes)
  }
}

/// What the system said, in words for a person.
struct SystemError: Error {
  var message: String

  static func message(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "no permission to read it"
    case ELOOP: "a loop of symbolic links"
    case ENAMETOOLONG: "the path is too long"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "is a folder"
    case EMFILE, ENFILE: "too many open files"
    case EIO: "the disk could not be read (input/output error)"
    case ENXIO, ENODEV: "not a file that can be read"
    default: "could not be read (error \(code))"
    }
  }
}
