import Reader
import Terminal
import TestSupport
import Testing

@testable import Config

/// What a configuration file says, and what is said of a file that is not as it should be.
@Suite struct ConfigTests {
  private func read(_ text: String) -> Config { Config(bytes: Array(text.utf8), path: "config.toml") }

  private func problems(_ text: String) -> [String] { read(text).problems.map(\.description) }

  @Test func everythingCanBeSet() {
    let config = read(
      """
      theme = "light"
      measure = 70
      mouse = false
      view = "matrix"
      editor = ["code", "-g", "{file}:{line}"]
      [keys]
      copy = "F8"
      help = ["F1", "F2"]
      quit = []
      [colors.dark]
      quote = "bold #ff8800 on 17"
      """)
    #expect(config.problems.map(\.description) == [])
    #expect(config.setup.options.theme == .light)
    #expect(config.setup.options.measure == 70)
    #expect(!config.setup.options.mouse)
    #expect(config.setup.options.view == .matrix)
    #expect(config.setup.options.editor == ["code", "-g", "{file}:{line}"])
    #expect(config.setup.keys[.copy] == [.function(8)])
    #expect(config.setup.keys[.help] == [.function(1), .function(2)])
    #expect(config.setup.keys[.quit] == [])
    let dark = config.setup.themes.first { $0.name == "dark" }
    let quote = Role.named("quote").flatMap { dark?[$0] }
    #expect(quote?.foreground == Color(red: 255, green: 136, blue: 0))
    #expect(quote?.background == Color(17))
    #expect(quote?.attributes == .bold)
    #expect(quote?.basicForeground == .yellow)
  }

  @Test func anEmptyFileIsTheDefault() {
    for text in ["", "\n", "# nothing\n", "[keys]\n[colors.dark]\n"] {
      let config = read(text)
      #expect(config.problems == [])
      #expect(config.setup.options == ReaderOptions())
      #expect(config.setup.themes == ReaderThemes.all)
    }
  }

  @Test(arguments: [
    ("measure = \"wide\"", "config.toml:1:11: measure must be a number from 30 to 240; the default holds"),
    ("measure = 5", "config.toml:1:11: measure must be a number from 30 to 240; the default holds"),
    ("mouse = 1", "config.toml:1:9: mouse must be true or false; the default holds"),
    ("# é\nmesure = 80", "config.toml:2:1: no option is called “mesure”; did you mean “measure”?"),
    ("zzzzzz = 80", "config.toml:1:1: no option is called “zzzzzz”; `crossread config --default` lists all"),
    (
      "theme = \"blue\"",
      "config.toml:1:9: theme must be \"auto\", \"dark\", \"light\", \"high-contrast\" or \"monochrome\"; the default holds"
    ),
    ("editor = [1]", "config.toml:1:10: editor must be a string or an array of strings; the default holds"),
    ("[keys]\ncoppy = \"c\"", "config.toml:2:1: no action is called “coppy”; did you mean “copy”?"),
    ("keys.copy = 3", "config.toml:1:13: keys.copy must be a string or an array of strings; the default holds"),
    (
      "[keys]\ncopy = [\"y\", \"ctrl-y\"]",
      "config.toml:2:14: no key is called “ctrl-y”; a key is a character, C-x, M-x, F1 to F12, or a name such as enter, "
        + "esc, space, pgdn"
    ),
    (
      "[keys]\nedit = \"F9\"\ncopy = \"F9\"",
      "config.toml:3:8: “F9” is given to edit and to copy, in the same place; edit has it; take another key for one of them"
    ),
    (
      "[keys]\nconfirm = \"x\"",
      "config.toml:2:11: “x” cannot be the key of confirm, which works only while you type; take a key that types nothing, "
        + "such as C-x or F5"
    ),
    (
      "[keys]\ncopy = \"C-z\"",
      "config.toml:2:8: C-z is the terminal's own; it stops or ends the program; take another key"
    ),
    ("keys = 3", "config.toml:1:8: keys must be a table: [keys]; the default holds"),
    ("[colors.drak]\n", "config.toml:1:9: no theme is called “drak”; did you mean “dark”?"),
    ("[colors.dark]\nqoute = \"red\"", "config.toml:2:1: nothing is called “qoute” in a theme; did you mean “quote”?"),
    ("[colors.dark]\nquote = \"rde\"", "config.toml:2:9: “rde” is no colour and no attribute; did you mean “red”?"),
    (
      "[colors.light]\nquote = \"#ffffff\"",
      "config.toml:2:9: note: quote has a contrast of 1.0 on a light background; text is easy to read from 4.5 on; take a "
        + "darker colour"
    ),
    ("[keys]\ncopy = \"C-i\"", "config.toml:2:8: note: most terminals send C-i as tab; bind another key as well"),
    (
      "[keys]\nescape = []\nleave = []",
      "config.toml:2:1: note: no key closes a line that is typed on or a list over the view; give escape or leave a key, "
        + "such as esc or C-c"
    ),
    (
      "[keys]\nquit = []\npalette = []",
      "config.toml:2:1: note: no key leaves the program; give quit a key, such as q or C-c"
    ),
    (
      "[keys]\ncopy = \"n\"", nil
    ),
  ])
  func aMistakeIsNamedWithItsPlaceAndItsRemedy(text: String, problem: String?) {
    let found = problems(text)
    if let problem {
      #expect(found == [problem])
    } else {
      #expect(found.allSatisfy { $0.contains("has no key any more") })
    }
  }

  @Test func keysThatLeaveNoWayOutAreNoted() {
    let found = problems("[keys]\nquit = []\nleave = []\nescape = []\nhelp = []\n")
    #expect(found.contains("config.toml:2:1: note: no key leaves the program; : still finds quit among all actions"))
    #expect(found.count == 2 && problems("[keys]\nquit = []\n").isEmpty)
  }

  @Test func aKeyThatIsTakenFromQuitIsNoted() {
    #expect(
      problems("[keys]\nnext-difference = \"q\"\n") == [
        "config.toml:2:1: note: q is no key of quit now; C-c still is"
      ])
  }

  /// A key that is taken from an action is said also where that has others: what moved before quits now.
  @Test func everyKeyThatIsTakenIsNoted() {
    #expect(
      problems("[keys]\nquit = \"j\"\n") == ["config.toml:2:1: note: j is no key of down now; down still is"])
  }

  @Test func aNameThatIsEmptyIsNoKey() {
    #expect(
      problems("[keys]\nhelp = \"\"\n") == [
        "config.toml:2:8: “” is no key; help = [] takes all its keys away"
      ])
    #expect(read("[keys]\nhelp = \"\"\n").setup.keys[.help] == KeyMap.standard[.help])
    #expect(problems("[keys]\nhelp = []\n").isEmpty)
  }

  @Test func whatIsWrongLeavesTheRestInForce() {
    let config = read("wheel = 5\nmouse = \"no\"\n[keys]\ncopy = \"F8\"\nnothing = \"z\"\nedit = [\"F9\", \"nokey\"]\n")
    #expect(config.problems.map(\.line) == [2, 5, 6])
    #expect(config.setup.options.wheel == 5)
    #expect(config.setup.keys[.copy] == [.function(8)])
    #expect(config.setup.keys[.edit] == [.function(9)])
  }

  @Test func whatIsNoTOMLIsNamedAndLeavesTheDefaults() {
    let config = read("wheel = 5\nmouse = \n")
    #expect(config.problems.count == 1)
    #expect(config.problems[0].description.hasPrefix("config.toml:2:"))
    #expect(config.setup.options == ReaderOptions())
  }

  @Test(arguments: [[0xFF, 0xFE, 0x00], [0x61, 0x00], Array("a = \"\u{1B}[2J\"\n[".utf8)] as [[UInt8]])
  func bytesThatAreNoTextAreRefusedInOneHarmlessLine(_ bytes: [UInt8]) {
    let config = Config(bytes: bytes, path: "c\u{1B}onfig.toml")
    #expect(config.problems.count == 1)
    #expect(!config.problems[0].description.contains { $0.unicodeScalars.contains { $0.value < 0x20 } })
  }

  @Test func aFileThatIsNotThereIsAMistakeOnlyWhereItWasNamed() throws {
    let folder = try TemporaryFolder()
    #expect(Config(path: folder.path + "/none.toml", isOptional: true).problems == [])
    #expect(Config(path: folder.path + "/none.toml").problems.map(\.what) == ["no such file"])
    #expect(Config(path: folder.path).problems.map(\.what) == ["cannot be read: Is a directory"])
    let large = try folder.write("large.toml", String(repeating: "# comment\n", count: 200_000))
    #expect(Config(path: large).problems.map(\.what) == ["larger than 1 MiB"])
  }

  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/crossread/config.toml"),
    (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/crossread/config.toml"),
    (["HOME": "/h"], "/h/.config/crossread/config.toml"), ([:], nil),
  ])
  func theStandardPlaceIsThatOfXDG(environment: [String: String], path: String?) {
    #expect(Config.standardPath { environment[$0] } == path)
  }

  @Test func thePrintedDefaultIsTheDefault() {
    let printed = DefaultConfig.text
    // As it is printed, and with every setting taken out of its comment.
    let settings = printed.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }
    #expect(settings.filter { !$0.hasPrefix("#") && $0.contains(" = ") }.count > 150)
    for text in [printed, settings.joined(separator: "\n")] {
      let config = read(text)
      #expect(config.problems.filter { $0.weight == .error }.map(\.description) == [])
      #expect(config.setup.options == ReaderOptions())
      #expect(config.setup.themes == ReaderThemes.all)
      for action in ActionTable.actions { #expect(config.setup.keys[action.id] == action.keys) }
    }
    for action in ActionID.allCases { #expect(printed.contains("\n#\(action.rawValue) = [")) }
  }
}
