import Foundation
import Reader
import TestSupport
import Testing

/// The manual page and the completions say all that the program can do.
@Suite struct ManualTests {
  /// Names of commands and of their long options, from the help that the program prints.
  private func usage(of command: [String]) throws -> (subcommands: [String], options: [String]) {
    let help = try Products.run(arguments: command + ["--help"]).output
    let lines = help.split(separator: "\n")
    let heading = lines.firstIndex { $0.hasPrefix("SUBCOMMANDS") }
    let subcommands = heading.map { start in
      lines[(start + 1)...].prefix { $0.hasPrefix("  ") || $0.hasPrefix("   ") }
        .filter { !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
    }
    let options = lines.flatMap { $0.matches(of: /^  (?:-\w, )?--([a-z-]+)/).map { String($0.1) } }
    return ((subcommands ?? []).filter { $0 != "help" }, options)
  }

  @Test func theManualNamesEveryCommandOptionActionAndSetting() throws {
    let outcome = try Products.run(arguments: ["man"])
    #expect(outcome.code == 0 && outcome.errors == "")
    let manual = outcome.output.replacing("\\-", with: "-")
    let named = Set(manual.matches(of: /--([a-z-]+)/).map { String($0.1) })
    var commands = [[String]()]
    var count = 0
    while let command = commands.popLast() {
      let (subcommands, options) = try usage(of: command)
      for name in subcommands {
        let isNamed = manual.contains(".SS \((["crossread"] + command + [name]).joined(separator: " "))")
        #expect(isNamed, "\(name)")
        commands.append(command + [name])
      }
      for option in options { #expect(named.contains(option), "--\(option) of \(command)") }
      count += subcommands.count + options.count
    }
    #expect(count > 30, "the help could be read")
    for action in ActionTable.actions { #expect(manual.contains("(\(action.id.rawValue))"), "\(action.id)") }
    for option in OptionTable.options { #expect(manual.contains("\n.B \(option.name)\n"), "\(option.name)") }
    for command in ReaderScript.commands { #expect(manual.contains(command.help), "\(command.usage)") }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "needs groff"))
  func theManualIsWellFormed() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("crossread.1", try Products.run(arguments: ["man"]).output)
    let groff = Process()
    let errors = Pipe()
    groff.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    groff.arguments = ["-ww", "-K", "utf8", "-T", "utf8", "-man", "-z", page]
    groff.standardError = errors
    try groff.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    groff.waitUntilExit()
    #expect(said == "" && groff.terminationStatus == 0)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsKnowCommandsAndValues(_ shell: String) throws {
    let outcome = try Products.run(arguments: ["completions", shell])
    #expect(outcome.code == 0)
    for word in ["report", "config", "completions", "theme", "high-contrast", "dump-screen", "styled"] {
      #expect(outcome.output.contains(word), "\(shell) does not know \(word)")
    }
  }

  private static func isThere(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
  }

  @Test(arguments: ["bash", "zsh", "fish"].filter(isThere)) func completionsAreReadByTheirShells(_ shell: String) throws
  {
    let outcome = try Products.run(arguments: ["completions", shell])
    let folder = try TemporaryFolder()
    let check = try Process.run(
      URL(fileURLWithPath: "/usr/bin/\(shell)"), arguments: ["-n", try folder.write("completions", outcome.output)])
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "\(shell) cannot read its completions")
  }

  /// Without a command, options and paths are those of reading: asked of the shells themselves.
  @Test(
    arguments: [
      (
        "bash",
        "source %; COMP_WORDS=(crossread --th); COMP_CWORD=1; _crossread crossread --th crossread; echo ${COMPREPLY[*]}"
      ),
      ("fish", "source %; complete -C 'crossread --th'"),
      (
        "bash",
        "source %; COMP_WORDS=(crossread sea); COMP_CWORD=1; _crossread crossread sea crossread; echo ${COMPREPLY[*]}"
      ),
      ("fish", "source %; complete -C 'crossread sea'"),
      (
        "bash",
        "source %; COMP_WORDS=(crossread ''); COMP_CWORD=1; _crossread crossread '' crossread; echo ${COMPREPLY[*]}"
      ),
      ("fish", "source %; complete -C 'crossread '"), ("fish", "source %; complete -C 'crossread report '"),
      ("zsh", "cat %"),
    ].filter { isThere($0.0) }) func withoutACommandReadingIsCompleted(_ shell: String, _ question: String) throws
  {
    let path = "/usr/bin/\(shell)"
    let folder = try TemporaryFolder()
    let script = try folder.write("completions", try Products.run(arguments: ["completions", shell]).output)
    _ = try folder.write("here.txt", "")
    let process = Process()
    let answers = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = (shell == "fish" ? ["--no-config"] : []) + ["-c", question.replacing("%", with: script)]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = answers
    try process.run()
    let answer = String(decoding: answers.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if shell == "zsh" {
      let root = answer.split(separator: "_crossread_read() {")[0]
      #expect(root.contains("--theme[") && root.contains("_files && ret=0"))
      #expect(root.contains("*)\n            _crossread_read"))
    } else if question.contains("--th") {
      #expect(answer.contains("--theme"))
    } else {
      #expect(answer.contains(question.contains("sea") ? "search" : "here.txt"))
    }
  }

  @Test func aScriptPrintsItsScreensAndNamesABadLine() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good", "n\ndump\nresize 80x24\n")
    let outcome = try Products.run(arguments: [Products.seeds, "--script", good, "--dump-screen", "styled"])
    #expect(outcome.code == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("# line 2, 100×30\n seeds · 5 art"))
    #expect(outcome.output.contains("\n0:1-5 title bold\n"))
    let bad = try folder.write("bad", "n\nnothing\n")
    let wrong = try Products.run(arguments: [Products.seeds, "--script", bad])
    #expect(wrong.code == 1 && wrong.output == "")
    #expect(wrong.errors.hasPrefix("crossread: \(bad):2: “nothing” is no key"))
    let missing = try Products.run(arguments: [Products.seeds, "--script", folder.path + "/none"])
    #expect(missing.code == 1 && missing.errors == "crossread: \(folder.path)/none: no such file\n")
  }

  @Test func aScreenIsPrintedAtASizeWithOrWithoutStyles() throws {
    let plain = try Products.run(arguments: [Products.seeds, "--dump-screen", "--size", "80x24", "--keys", "5"])
    #expect(plain.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    // A path may come right after.
    let before = try Products.run(arguments: ["--size", "80x24", "--keys", "5", "--dump-screen", Products.seeds])
    #expect(before.output == plain.output)
    #expect(try Products.run(arguments: ["--dump-screen", "--size", "80"]).code == 2)
    let small = try Products.run(arguments: ["--dump-screen", "--size", "10x10", Products.seeds])
    #expect(small.code == 2 && small.output.isEmpty && small.errors.contains("the reader needs 40x10 at least"))
  }

  @Test func theConfigurationIsCheckedAndPrinted() throws {
    let folder = try TemporaryFolder()
    let printed = try Products.run(arguments: ["config", "--default"])
    #expect(printed.code == 0 && printed.output.contains("#theme = \"auto\""))
    let good = try folder.write("good.toml", printed.output)
    let fine = try Products.run(arguments: ["config", "--check", good])
    #expect(fine.code == 0 && fine.output == "\(good): nothing is wrong\n")
    let bad = try folder.write("bad.toml", "them = \"dark\"\n")
    let wrong = try Products.run(arguments: ["config", "--check", bad])
    #expect(wrong.code == 1 && wrong.output == "")
    #expect(wrong.errors == "crossread: \(bad):1:1: no option is called “them”; did you mean “theme”?\n")
    let none = try Products.run(arguments: ["config"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(none.code == 0 && none.output.contains("no such file, so the defaults hold"))
    #expect(try Products.run(arguments: ["config", "--default", "--check"]).code == 2)
  }

  @Test func helpOfACommandIsAskedForInAnyOrder() throws {
    let help = try Products.run(arguments: ["report", "--help"])
    for words in [["--help", "report"], ["-h", "report"], ["help", "report"]] {
      let turned = try Products.run(arguments: words)
      #expect(turned.code == 0 && turned.output == help.output)
    }
    let unknown = try Products.run(arguments: ["help", "raport"])
    #expect(unknown.code == 2 && unknown.errors.contains("no command is called raport"))
  }
}
