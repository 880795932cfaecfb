import Glibc

/// Starts other programs: by their arguments, never through a shell.
enum Launcher {
  /// Runs a program and waits for its end.
  /// - Returns: its exit status, or `nil` where it could not be started.
  static func run(_ arguments: [String]) -> Int32? {
    guard let process = start(arguments) else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Starts a program with its output thrown away, and leaves it to itself.
  /// - Returns: whether it could be started.
  static func leave(_ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    return start(arguments, &actions) != nil
  }

  private static func start(
    _ arguments: [String], _ actions: UnsafePointer<posix_spawn_file_actions_t>? = nil
  ) -> pid_t? {
    guard let program = arguments.first else { return nil }
    var process: pid_t = 0
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for argument in vector { free(argument) } }
    return posix_spawnp(&process, program, actions, nil, &vector, environ) == 0 ? process : nil
  }

  /// A variable of the environment that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
