import Glibc

/// Starts other programs: by their arguments, never through a shell.
@MainActor enum Launcher {
  /// `POSIX_SPAWN_SETSID`, which Swift does not import.
  private static let newSession: Int16 = 0x80
  /// Programs that were left to themselves and have not been seen to end.
  private static var left: [pid_t] = []

  /// Runs a program at the terminal and waits for its end.
  ///
  /// Keys that interrupt or stop a program are meant for it: when it is stopped, so is the reader, for the shell to have
  /// the terminal, and both go on together.
  /// - Parameter input: what it reads from standard input; `nil` gives it the terminal.
  /// - Returns: its exit status, 128 and the signal where one ended it; `nil` where it could not be started.
  static func run(_ arguments: [String], input: String? = nil) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let file = input.flatMap(unnamedFile)
    defer { if let file { fclose(file) } }
    if input != nil {
      guard let file else { return nil }
      posix_spawn_file_actions_adddup2(&actions, fileno(file), STDIN_FILENO)
    } else if isatty(STDIN_FILENO) != 1 {
      // An article came from there.
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/tty", O_RDONLY, 0)
    }
    let before = [SIGINT, SIGQUIT, SIGTSTP].map { (number: $0, handler: signal($0, SIG_IGN)) }
    defer { for (number, handler) in before { signal(number, handler) } }
    guard let process = start(arguments, &actions, flags: 0) else { return nil }
    return wait(for: process)
  }

  /// Gives a program something to read, with its output thrown away, and waits for its end.
  /// - Returns: whether it could be started and ended well.
  static func feed(_ arguments: [String], _ input: String) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard let file = unnamedFile(input) else { return false }
    defer { fclose(file) }
    posix_spawn_file_actions_adddup2(&actions, fileno(file), STDIN_FILENO)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    return start(arguments, &actions, flags: 0).flatMap(wait) == 0
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
    // Those that have ended meanwhile are let go.
    left.removeAll { waitpid($0, nil, WNOHANG) != 0 }
    // A session of its own outlives this terminal.
    guard let process = start(arguments, &actions, flags: newSession) else { return false }
    left.append(process)
    return true
  }

  private static func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      if waitpid(process, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return nil
      }
      // Stopped, as the C library's WIFSTOPPED has it.
      guard status & 0xFF == 0x7F else { break }
      kill(getpid(), SIGSTOP)
      kill(process, SIGCONT)
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static func start(
    _ arguments: [String], _ actions: UnsafePointer<posix_spawn_file_actions_t>, flags: Int16
  ) -> pid_t? {
    guard let program = arguments.first else { return nil }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What the reader ignores, the program must not.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGDEF))
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for argument in vector { free(argument) } }
    var process: pid_t = 0
    return posix_spawnp(&process, program, actions, &attributes, &vector, environ) == 0 ? process : nil
  }

  /// A file without a name that holds `text`, at its beginning; `nil` where none can be made.
  private static func unnamedFile(_ text: String) -> UnsafeMutablePointer<FILE>? {
    guard let file = tmpfile() else { return nil }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
      fclose(file)
      return nil
    }
    rewind(file)
    return file
  }

  /// A variable of the environment that is set and not empty.
  nonisolated static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
