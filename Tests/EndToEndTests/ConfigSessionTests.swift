import Foundation
import TestSupport
import Testing

/// The reader with a configuration file, in a real terminal.
@Suite(.serialized) final class ConfigSessionTests {
  /// A folder is gone when nobody holds it.
  private let articles: TemporaryFolder
  private var homes: [TemporaryFolder] = []

  init() throws {
    articles = try TemporaryFolder()
    try articles.write(
      "a.txt",
      "Mayor opens quay\n\nLORNE, 3 March 2024. Mayor Ada Quill opened the north quay on Sunday. “Ça va – déjà,” she said.\n"
    )
    try articles.write(
      "b.txt", "Quay stays shut\n\nLORNE, 3 March 2024. Mayor Ada Quill kept the north quay shut.\n")
  }

  /// Opens the articles with a home whose configuration file holds `text`.
  private func open(_ arguments: [String] = [], config text: String) throws -> TerminalSession {
    let home = try TemporaryFolder()
    homes.append(home)
    _ = try home.makeFolder("crossread")
    try home.write("crossread/config.toml", text)
    let session = try TerminalSession(
      arguments: arguments + ["--no-library", articles.path], size: (110, 30),
      environment: ["XDG_CONFIG_HOME": home.path])
    try session.waitFor("2 articles")
    return session
  }

  @Test func aBoundKeyWorksAndIsShown() throws {
    let session = try open(config: "greeting = false\n[keys]\nview-matrix = \"m\"\nquit = \"X\"\n")
    try session.waitFor("X quit")
    session.send("m")
    try session.waitFor("Who gets to speak")
    session.send("q")
    try session.waitFor("q does nothing here")
    session.send("X")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }

  @Test func aFileThatIsWrongIsNamedInOneLineAndStopsNothing() throws {
    let session = try open(config: "mesure = 3\n[keys]\nquit = \"X\"\ncopy = 1\n")
    try session.waitFor("2 mistakes in config.toml: crossread config --check")
    session.send("j")
    try session.waitFor("X quit")
    session.send("X")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func aFileThatIsNoTOMLHasNoEffectAndThatIsSaid() throws {
    let session = try open(config: "mouse = yes\n[keys]\nquit = \"X\"\n")
    try session.waitFor("config.toml has no effect: crossread config --check")
    session.send("jk")
    try session.waitFor("q quit")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test(arguments: [["--no-config"], ["--config", "/dev/null"]])
  func theStandardFileIsLeftAloneWhereAskedTo(_ arguments: [String]) throws {
    let session = try open(arguments, config: "[keys]\nquit = \"X\"\n")
    session.send("jk")
    try session.waitFor("q quit")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func themesAndColoursAreShown() throws {
    let text = "theme = \"high-contrast\"\n[colors.high-contrast]\ntext = \"#ffffff on #000087\"\n"
    let session = try open(config: text)
    session.settledText()
    #expect(String(decoding: session.output, as: UTF8.self).contains("48;5;18m"))
    session.send("T")
    try session.waitFor("Theme: monochrome")
    session.send("T")
    try session.waitFor("Theme: dark")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test(.enabled(if: access("/usr/bin/tic", X_OK) == 0, "needs tic, to describe such a terminal"))
  func aTerminalWithDirectColoursGetsThem() throws {
    let folder = try TemporaryFolder()
    // As xterm-direct, which not every system describes.
    let color = "%?%p1%{8}%<%t#%p1%d%e#8:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"
    let (text, back) = (color.replacing("#", with: "3"), color.replacing("#", with: "4"))
    let source = try folder.write(
      "direct.ti",
      "direct|direct colours,\n\tRGB, colors#0x1000000, pairs#0x10000,\n"
        + "\tsetaf=\\E[\(text),\n\tsetab=\\E[\(back),\n\tuse=xterm-256color,\n")
    let tic = try Process.run(
      URL(fileURLWithPath: "/usr/bin/tic"), arguments: ["-x", "-o", folder.path + "/terminfo", source])
    tic.waitUntilExit()
    #expect(tic.terminationStatus == 0)
    let session = try TerminalSession(
      arguments: ["--no-library", articles.path], size: (110, 30),
      environment: ["TERM": "direct", "TERMINFO": folder.path + "/terminfo"])
    try session.waitFor("2 articles")
    session.settledText()
    // 117 of the palette.
    #expect(String(decoding: session.output, as: UTF8.self).contains("38:2::135:215:255m"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func rightToLeftRunsAreHeldInTheirPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Sign at the quay\n\nLORNE, 3 March 2024. The sign said שלום עולם on Sunday, twice.\n")
    let session = try TerminalSession(arguments: ["--no-library", folder.path], size: (110, 30))
    try session.waitFor("1 article")
    session.settledText()
    let output = String(decoding: session.output, as: UTF8.self)
    #expect(output.contains("said \u{200E}שלום עולם\u{200E} on Sunday"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func aCopyInsideTmuxGoesToTmuxAndThroughIt() throws {
    let session = try TerminalSession(
      arguments: ["--no-library", articles.path], size: (110, 30), environment: ["TMUX": "/nowhere/tmux,1,0"])
    try session.waitFor("2 articles")
    session.send("y")
    try session.waitFor("Copied")
    session.settledText()
    let output = String(decoding: session.output, as: UTF8.self)
    let copied = try #require(output.firstMatch(of: /\x{1B}\]52;c;([A-Za-z0-9+\/=]+)\x{07}/))
    let text = try #require(Data(base64Encoded: String(copied.1)).map { String(decoding: $0, as: UTF8.self) })
    #expect(text.contains("“Mayor opens quay”") && text.hasSuffix("a.txt"))
    #expect(output.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(copied.1)\u{7}\u{1B}\\"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func asciiFramesAreAsciiAndTextIsNot() throws {
    let session = try open(config: "ascii = true\n")
    session.send("\r")
    try session.waitFor("Mayor Ada Quill opened")
    let text = session.settledText()
    #expect(!text.contains { "│╭╮╰╯─▸≠".contains($0) })
    #expect(text.contains("“Ça va – déjà,” she said"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func editorAndPagerGetTheTerminalAndGiveItBack() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write("show", "#!/bin/sh\necho \"started: $*\"\nhead -1\nread answer </dev/tty\n")
    #expect(chmod(script, 0o755) == 0)
    let text = "editor = [\"\(script)\", \"{line}:{file}\"]\npager = [\"\(script)\", \"at{line}\"]\n"
    let session = try open(config: text)
    session.send("p")
    try session.waitFor("started: at1")
    try session.waitFor("Mayor opens quay")
    session.send("\r")
    try session.waitFor("2 articles")
    session.send("v")
    try session.waitFor("started: 1:/")
    session.send("\r\r")
    try session.waitFor("2 articles")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
    // The palette is the person's: nothing puts in the terminal's own (OSC 104).
    #expect(!String(decoding: session.output, as: UTF8.self).contains("\u{1B}]104"))
  }

  /// `C-c` and `C-z` in an editor are meant for the editor; the reader stops with it and comes back with it.
  @Test func keysThatInterruptAndStopReachTheEditor() throws {
    let folder = try TemporaryFolder()
    let script = try folder.write(
      "edit", "#!/bin/sh\ntrap 'echo interrupted' INT\necho begun\nwhile ! read answer; do :; done\necho ended\n")
    #expect(chmod(script, 0o755) == 0)
    let session = try open(config: "editor = [\"\(script)\", \"{file}\"]\n")
    session.send("v")
    try session.waitFor("begun")
    session.send(Keys.control("c"))
    try session.waitFor("interrupted")
    session.send(Keys.control("z"))
    try session.waitUntil("the stop") { _ in session.isStopped }
    session.resume()
    session.send("\r")
    try session.waitFor("2 articles")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.unrestored == [])
  }
}
