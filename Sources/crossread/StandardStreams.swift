import Glibc

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
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        written += count
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        if descriptor == STDOUT_FILENO { StandardError.write("crossread: cannot write: \(reason)") }
        exit(1)
      }
    }
  }

  /// Lets a closed pipe, and a file that may not grow, be reported by `write` instead of killing the program.
  static func ignoreBrokenPipe() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
