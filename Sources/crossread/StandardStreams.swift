import Glibc
import Library

/// Standard error, a line at a time.
enum StandardError {
  /// Writes `line` and a line feed.
  static func write(_ line: String) {
    StandardOutput.write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }
}

/// Standard output as bytes.
enum StandardOutput {
  /// Writes all of `bytes`. A reader that went away (`| head`) ends the program quietly with status 0, as it ends `cat`.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    if SystemFile.write(bytes, to: descriptor) { return }
    if errno == EPIPE { exit(0) }
    let reason = String(cString: strerror(errno))
    if descriptor == STDOUT_FILENO { StandardError.write("crossread: cannot write: \(reason)") }
    exit(1)
  }

  /// Lets a closed pipe, and a file that may not grow, be reported by `write` instead of killing the program.
  static func ignoreBrokenPipe() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
