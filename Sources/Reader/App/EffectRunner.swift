import Dossier
import Glibc
import Terminal

/// Does at the terminal what the state asks of the world outside.
@MainActor struct EffectRunner {
  private let screen: Screen
  private let request: ReaderApp.Request
  /// Takes what comes of work on another thread.
  private let mailbox: Mailbox<ReaderApp.News>
  private let programs: Programs

  init(_ screen: Screen, _ request: ReaderApp.Request, _ mailbox: Mailbox<ReaderApp.News>) {
    self.screen = screen
    self.request = request
    self.mailbox = mailbox
    programs = Programs(options: request.setup.options, environment: Launcher.environment)
  }

  /// Does one thing; what comes of it is said in the state's message.
  /// - Returns: whether a file that is read has changed by it.
  func perform(_ effect: Effect, _ state: inout ReaderState) -> Bool {
    switch effect {
    case .edit(let path, let line): return edit(path, line, &state)
    case .export(let excerpt, let path, let overwrites): export(excerpt, path, overwrites, &state)
    case .copy(let text):
      // tmux takes nothing from a program unless it is told to; from a command of its own it does.
      let isInTmux = Launcher.environment("TMUX") != nil
      if isInTmux, Launcher.feed(["tmux", "load-buffer", "-w", "-"], text) { return false }
      if !screen.copyToClipboard(text) { state.message = "Too long for a terminal's clipboard" }
    case .page(let text, let line):
      run(input: text, setting: "PAGER", &state) { () throws(Programs.Problem) in try programs.pager(line: line) }
    case .browse(let address): browse(address, &state)
    case .captureMouse(let captures): screen.isMouseCaptured = captures
    case .nextTheme:
      screen.theme = request.setup.theme(after: screen.theme)
      state.message = "Theme: \(screen.theme.name)\(whyNoColors.map { " · colours are off: \($0)" } ?? "")"
    case .repaint: screen.repaint()
    // The app loop itself sees to these.
    case .stopReading, .readOn, .reload, .quit: break
    }
    return false
  }

  private func edit(_ path: String, _ line: Int?, _ state: inout ReaderState) -> Bool {
    guard path != "-" else {
      state.message = "This article came from standard input: there is no file to open"
      return false
    }
    guard let before = FileStamp(path: path) else {
      // An editor would begin another file of that name.
      state.message = "\(path) is not there any more: nothing to open"
      return false
    }
    run(setting: "EDITOR", &state) { () throws(Programs.Problem) in try programs.editor(file: path, line: line) }
    return FileStamp(path: path) != before
  }

  /// Why a theme shows no colours; `nil` where it does.
  private var whyNoColors: String? {
    guard screen.depth == .monochrome else { return nil }
    return Launcher.environment("NO_COLOR") == nil ? "this terminal has none" : "NO_COLOR is set"
  }

  private func export(_ excerpt: Excerpt, _ path: String, _ overwrites: Bool, _ state: inout ReaderState) {
    guard let exporter = request.exporter else { return }
    var annotated = state.remarks.annotated
    annotated.setBar(state.bar)
    let mailbox = mailbox
    state.message = "Writing \(path)…"
    Task.detached {
      switch exporter.write(excerpt, annotated, path, overwrites) {
      case .written(let line): mailbox.post(.line(line))
      case .failed(let why): mailbox.post(.notWritten(excerpt, path: path, why))
      case .exists: mailbox.post(.exists(excerpt, path: path))
      }
    }
  }

  private func run(
    input: String? = nil, setting: String, _ state: inout ReaderState, command: () throws(Programs.Problem) -> [String]
  ) {
    do throws(Programs.Problem) {
      let command = try command()
      let status = screen.suspended { Launcher.run(command, input: input) }
      state.message = Programs.ending(of: command.first ?? "", status, setting: setting) ?? state.message
    } catch {
      state.message = "\(error)"
    }
  }

  private func browse(_ address: String, _ state: inout ReaderState) {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    let browsers: [[String]]
    do { browsers = isWeb ? try programs.browsers(url: address) : [] } catch {
      state.message = "\(error)"
      return
    }
    let isStarted = browsers.contains { command in
      guard request.setup.options.browserInTerminal else { return Launcher.leave(command) }
      let status = screen.suspended { Launcher.run(command) }
      return status != nil && status != 127
    }
    state.message =
      isStarted ? "Opened \(address)" : "No browser could be started for \(address); set BROWSER to one that can"
  }
}
