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

  @Test func theEditorIsTheOptionElseTheVariables() {
    #expect(programs().editor(file: "a b.txt", line: 7) == ["vi", "+7", "a b.txt"])
    #expect(programs(["EDITOR": "nano"]).editor(file: "a", line: 7) == ["nano", "+7", "a"])
    #expect(
      programs(["EDITOR": "nano", "VISUAL": "emacs -nw"]).editor(file: "a", line: 7) == ["emacs", "-nw", "+7", "a"])
    #expect(programs(["VISUAL": " "]).editor(file: "a", line: 7) == ["vi", "+7", "a"])
    let code = programs(["EDITOR": "nano"]) { $0.editor = ["code", "-g", "{file}:{line}"] }
    #expect(code.editor(file: "x{line}$(id)", line: 7) == ["code", "-g", "x{line}$(id):7"])
  }

  @Test func aFileIsNeverTakenForAnOption() {
    #expect(programs().editor(file: "-c", line: 1) == ["vi", "+1", "./-c"])
    #expect(programs().editor(file: "+!id", line: 1) == ["vi", "+1", "./+!id"])
  }

  @Test func thePagerBeginsAtTheLineWhereItCan() {
    #expect(programs().pager(line: 7) == ["less", "+7"])
    #expect(programs(["PAGER": "/usr/bin/less -S"]).pager(line: 7) == ["/usr/bin/less", "-S", "+7"])
    #expect(programs(["PAGER": "cat"]).pager(line: 7) == ["cat"])
    #expect(programs { $0.pager = ["bat", "-H{line}"] }.pager(line: 7) == ["bat", "-H7"])
  }

  @Test func browsersAreTriedInOrder() {
    let url = "https://a.example/?q=%s;{url} x"
    #expect(programs().browsers(url: url) == [["xdg-open", url]])
    #expect(programs(["BROWSER": "firefox -P:w3m %s"]).browsers(url: url) == [["firefox", "-P", url], ["w3m", url]])
    let own = programs(["BROWSER": "firefox"]) { $0.browser = ["chromium", "--app={url}"] }
    #expect(own.browsers(url: url) == [["chromium", "--app=\(url)"]])
  }
}
