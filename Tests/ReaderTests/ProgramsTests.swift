import Testing

@testable import Reader

/// Which program is started for what: always a list of arguments, in which what a document says is one argument.
@Suite struct ProgramsTests {
  private func programs(
    _ environment: [String: String] = [:], _ change: (inout ReaderOptions) -> Void = { _ in }
  ) -> Programs {
    var options = ReaderOptions()
    change(&options)
    return Programs(options: options) { environment[$0] }
  }

  @Test func theEditorIsTheOptionElseTheVariables() throws {
    #expect(try programs().editor(file: "a b.txt", line: 7) == ["vi", "+7", "a b.txt"])
    #expect(try programs(["EDITOR": "nano"]).editor(file: "a", line: 7) == ["nano", "+7", "a"])
    #expect(
      try programs(["EDITOR": "nano", "VISUAL": "emacs -nw"]).editor(file: "a", line: 7) == ["emacs", "-nw", "+7", "a"])
    #expect(try programs(["VISUAL": " "]).editor(file: "a", line: 7) == ["vi", "+7", "a"])
    let code = programs(["EDITOR": "nano"]) { $0.editor = ["code", "-g", "{file}:{line}"] }
    #expect(try code.editor(file: "x{line}$(id)", line: 7) == ["code", "-g", "x{line}$(id):7"])
  }

  /// The lines of a web page's text are not those of its file.
  @Test func withoutALineTheFileOpensAtItsStart() throws {
    #expect(try programs().editor(file: "a.html", line: nil) == ["vi", "a.html"])
    #expect(try programs(["EDITOR": "code -w"]).editor(file: "a.html", line: nil) == ["code", "-w", "a.html"])
    let code = programs { $0.editor = ["code", "-g", "{file}:{line}"] }
    #expect(try code.editor(file: "a.html", line: nil) == ["code", "-g", "a.html:1"])
  }

  @Test func aFileIsNeverTakenForAnOption() throws {
    #expect(try programs().editor(file: "-c", line: 1) == ["vi", "+1", "./-c"])
    #expect(try programs().editor(file: "+!id", line: 1) == ["vi", "+1", "./+!id"])
  }

  @Test func thePagerBeginsAtTheLineWhereItCan() throws {
    #expect(try programs().pager(line: 7) == ["less", "+7"])
    #expect(try programs(["PAGER": "/usr/bin/less -S"]).pager(line: 7) == ["/usr/bin/less", "-S", "+7"])
    #expect(try programs(["PAGER": "cat"]).pager(line: 7) == ["cat"])
    #expect(try programs { $0.pager = ["bat", "-H{line}"] }.pager(line: 7) == ["bat", "-H7"])
  }

  @Test func browsersAreTriedInOrder() throws {
    let url = "https://a.example/?q=%s;{url} x"
    #expect(try programs().browsers(url: url) == [["xdg-open", url]])
    #expect(
      try programs(["BROWSER": "firefox -P:w3m %s"]).browsers(url: url) == [["firefox", "-P", url], ["w3m", url]])
    let own = programs(["BROWSER": "firefox"]) { $0.browser = ["chromium", "--app={url}"] }
    #expect(try own.browsers(url: url) == [["chromium", "--app=\(url)"]])
  }

  @Test(arguments: [
    ("code -w", ["code", "-w", "-g", "a b:7"]), ("code -g", ["code", "-g", "a b:7"]),
    ("/usr/bin/hx", ["/usr/bin/hx", "a b:7"]),
    ("subl", ["subl", "a b:7"]), ("zed --wait", ["zed", "--wait", "a b:7"]), ("micro", ["micro", "a b:7"]),
    ("nvim", ["nvim", "+7", "a b"]),
    ("'/opt/my vim/vim' -c \"set nu\" a\\ b", ["/opt/my vim/vim", "-c", "set nu", "a b", "+7", "a b"]),
  ]) func everyEditorGetsTheLineInItsOwnForm(_ command: String, _ expected: [String]) throws {
    #expect(try programs(["EDITOR": command]).editor(file: "a b", line: 7) == expected)
  }

  @Test(arguments: [
    ("", []), ("  a\tb  ", ["a", "b"]), ("'a b'c \"d e\"", ["a bc", "d e"]), ("a\\ b \\'", ["a b", "'"]),
    ("\"a\\\"b\\n$x\" ''", ["a\"b\\n$x", ""]), ("$(id) `id` *", ["$(id)", "`id`", "*"]),
  ]) func wordsAreSplitAsAShellSplitsThem(_ text: String, _ words: [String]) throws {
    #expect(try ShellWords.split(text) == words)
  }

  @Test func aQuotationMarkWithoutASecondIsSaid() {
    #expect(throws: Programs.Problem(variable: "EDITOR", mark: "'")) {
      try programs(["EDITOR": "vim 'a"]).editor(file: "a", line: 1)
    }
    #expect(throws: Programs.Problem(variable: "BROWSER", mark: "\"")) {
      try programs(["BROWSER": "a \"b"]).browsers(url: "u")
    }
    #expect(throws: Programs.Problem(variable: "PAGER", mark: "\\")) {
      try programs(["PAGER": "less \\"]).pager(line: 1)
    }
    #expect("\(Programs.Problem(variable: "EDITOR", mark: "'"))" == "EDITOR has a ' that is not closed by a second")
  }

  @Test func whatWentWrongWithAProgramIsSaid() {
    #expect(Programs.ending(of: "vim", 0, setting: "EDITOR") == nil)
    #expect(Programs.ending(of: "vim", 1, setting: "EDITOR") == "vim ended with status 1")
    #expect(Programs.ending(of: "vim", 139, setting: "EDITOR") == "vim was ended by signal 11")
    #expect(Programs.ending(of: "vim", nil, setting: "EDITOR")?.contains("set EDITOR") == true)
  }
}
