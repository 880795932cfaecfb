public import Dossier
public import Terminal

/// The reader at a terminal: shows documents at once, has them read on another thread, and carries events and frames
/// between the terminal and the state.
@MainActor public enum ReaderApp {
  /// Reads articles with a person until they quit.
  ///
  /// - Parameters:
  ///   - documents: as `Ingest` gives them; they are shown before anything is read from them.
  ///   - title: what was opened, as a person would call it.
  ///   - greeting: the first line said; `nil` says what to press.
  ///   - read: turns documents into a dossier; called once, on another thread.
  /// - Throws: `ScreenError` where there is no terminal to take; the terminal is untouched then.
  public static func run(
    _ documents: [Document], title: String, greeting: String? = nil,
    reading read: @escaping @Sendable ([Document]) -> Dossier
  ) throws(ScreenError) {
    let theme = ReaderThemes.fitting(colorFGBG: Launcher.environment("COLORFGBG"))
    let screen = try Screen(Screen.Options(theme: theme, lightTheme: ReaderThemes.light))
    defer { screen.close() }
    let mailbox = Mailbox<DossierIndex>()
    let first = DossierIndex(Dossier(documents: documents), isReading: true)
    var state = ReaderState(first, title: title, columns: screen.columns, rows: screen.rows)
    state.message = greeting ?? "⏎ opens · Tab changes the pane · n goes to the next difference · ? shows all keys"
    screen.show(state.screen())
    Task.detached {
      let index = DossierIndex(read(documents), isReading: false, corpus: first.corpus)
      mailbox.post(index)
      index.corpus.prepare()
    }
    while true {
      var effects: [Effect] = []
      for event in screen.nextEvents() { effects += state.handle(event) }
      for index in mailbox.drain() { state.replace(index) }
      for effect in effects where effect != .quit { perform(effect, screen, &state) }
      if effects.contains(.quit) { return }
      screen.show(state.screen())
    }
  }

  private static func perform(_ effect: Effect, _ screen: Screen, _ state: inout ReaderState) {
    switch effect {
    case .copy(let text):
      if !screen.copyToClipboard(text) { state.message = "Too long for a terminal's clipboard" }
    case .edit(let path, let line):
      let editor = Launcher.environment("VISUAL") ?? Launcher.environment("EDITOR") ?? "vi"
      // An editor with options of its own, such as `emacs -nw`, is split at blanks, not handed to a shell.
      let command = editor.split(separator: " ").map(String.init) + ["+\(line)", path]
      if path == "-" {
        state.message = "This article came from standard input: there is no file to open"
      } else if screen.suspended({ Launcher.run(command) }) == nil {
        state.message = "\(editor) could not be started; set EDITOR to your editor"
      }
    case .browse(let address):
      let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
      let opener = Launcher.environment("BROWSER") ?? "xdg-open"
      if !isWeb || !Launcher.leave([opener, address]) { state.message = "No browser could be started for \(address)" }
    case .captureMouse(let captures): screen.isMouseCaptured = captures
    case .repaint: screen.repaint()
    case .quit: break
    }
  }
}
