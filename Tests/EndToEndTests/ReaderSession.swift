import Glibc
import TestSupport
import Testing

/// The reader on two long articles, and what every test of it does.
enum ReaderSession {
  private static let outlets = [("Harbour Post", "north"), ("Coast Wire", "south")]

  /// Signals whose default is to end the program, and that nobody ignores.
  static let deadlySignals = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGALRM, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGIO,
  ]

  /// Two long articles about one meeting; the last paragraph of each names its own light.
  static func articles() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (index, (outlet, side)) in outlets.enumerated() {
      var text = "Dockers and mayor meet on the \(side) quay\n\nLORNE, 3 March 2024 (\(outlet)) - Mayor Ada Quill met "
      text += "union leader Tomas Brandt on Sunday. “We are \(index == 0 ? "" : "not ")ready,” Brandt said.\n\n"
      for number in 1...40 { text += "The \(side) report has a paragraph with the number \(number) in it.\n\n" }
      text += "At the end of it all stands the \(side) lighthouse, 漢字.\n"
      try folder.write("\(index)-\(side).txt", text)
    }
    return folder
  }

  /// Opens a folder of two articles, the ones above unless given, and waits until they are read.
  static func open(
    _ folder: TemporaryFolder? = nil, size: (columns: Int, rows: Int) = (100, 30), environment: [String: String] = [:],
    isHushed: Bool = false
  ) throws -> TerminalSession {
    let folder = try folder ?? articles()
    let session = try TerminalSession(
      arguments: [folder.path], size: size, environment: environment, isHushed: isHushed)
    try session.waitFor("2 articles")
    try session.waitUntilGone("reading")
    return session
  }

  static func quit(_ session: TerminalSession) throws {
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }
}
