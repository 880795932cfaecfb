public import Dossier
public import Library
import Query
public import Terminal

/// The reader at a terminal: shows documents at once, has them read on another thread, and carries events and frames
/// between the terminal and the state.
@MainActor public enum ReaderApp {
  /// Reads articles with a person until they quit.
  ///
  /// - Parameters:
  ///   - documents: as `Ingest` gives them; they are shown before anything is read from them.
  ///   - known: what was read from them before, where that still holds; nothing is read then.
  ///   - title: what was opened, as a person would call it.
  ///   - setup: options, keys and themes as the person set them.
  ///   - open: gives the library that keeps verdicts and notes, or a line that says why there is none; `nil` keeps nothing.
  ///     Called once, on another thread.
  ///   - keep: puts what was read where it is known the next time; called once, on another thread.
  ///   - read: turns documents into a dossier; called once, on another thread.
  /// - Throws: `ScreenError` where there is no terminal to take; the terminal is untouched then.
  public static func run(
    _ documents: [Document], known: Dossier? = nil, title: String, setup: ReaderSetup = ReaderSetup(),
    opening open: (@Sendable () -> Result<Library, LibraryProblem>)? = nil,
    keeping keep: (@Sendable (Dossier) -> Void)? = nil,
    reading read: @escaping @Sendable ([Document]) -> Dossier
  ) throws(ScreenError) {
    let screen = try Screen(setup.screenOptions(colorFGBG: Launcher.environment("COLORFGBG")))
    defer { screen.close() }
    let mailbox = Mailbox<Outcome>()
    let kept = known.map { Outcome($0, corpus: nil, library: open?()) }
    let first = kept?.index ?? DossierIndex(Dossier(documents: documents), isReading: true)
    var state = ReaderState(
      first, title: title, columns: screen.columns, rows: screen.rows,
      options: setup.options, keys: setup.keys)
    var keeper: RemarkKeeper?
    state.message = setup.notice ?? (setup.options.greeting ? state.greeting : nil)
    if let kept {
      state.replace(kept.index, remarks: kept.remarks)
      keeper = kept.keeper
      if let notice = kept.notice { state.message = notice }
    }
    screen.show(state.screen())
    Task.detached {
      let dossier = known ?? read(documents)
      if known == nil { mailbox.post(Outcome(dossier, corpus: first.corpus, library: open?())) }
      first.corpus.prepare()
      keep?(dossier)
    }
    while true {
      var effects: [Effect] = []
      for event in screen.nextEvents() { effects += state.handle(event) }
      for outcome in mailbox.drain() {
        state.replace(outcome.index, remarks: outcome.remarks)
        keeper = outcome.keeper
        if let notice = outcome.notice { state.message = notice }
      }
      if let problem = keeper?.keep(state.remarks.remarks) { state.message = problem }
      for effect in effects where effect != .quit { perform(effect, screen, &state) }
      if effects.contains(.quit) { return }
      screen.show(state.screen())
    }
  }

  /// What the other thread hands over.
  private struct Outcome: Sendable {
    let index: DossierIndex
    var remarks: [Disagreement.ID: AnnotatedDossier.Remark] = [:]
    var keeper: RemarkKeeper?
    /// What a person should know of their library.
    var notice: String?

    init(_ dossier: Dossier, corpus: Corpus?, library: Result<Library, LibraryProblem>?) {
      var shown = dossier
      do throws(LibraryProblem) {
        if let library = try library?.get() {
          notice = library.notice
          let annotated = AnnotatedDossier(try library.annotations(on: dossier.documents), on: dossier)
          shown = annotated.dossier
          remarks = annotated.remarks
          keeper = RemarkKeeper(library, shown, kept: remarks)
        }
      } catch {
        notice = "Verdicts and notes are not kept: \(error)"
      }
      index = DossierIndex(shown, isReading: false, corpus: corpus)
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
