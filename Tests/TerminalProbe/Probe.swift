import Glibc
import Terminal

/// Shows what the terminal reports, and misbehaves on request: the end-to-end tests drive it.
@main @MainActor
struct Probe {
  static func main() {
    do {
      let screen = try Screen(Screen.Options(theme: theme, lightTheme: lightTheme))
      run(screen)
      screen.close()
    } catch {
      print("probe: \(error)")
      exit(1)
    }
  }

  private static func run(_ screen: Screen) {
    var lines: [String] = []
    let mailbox = Mailbox<String>()
    while true {
      draw(lines, on: screen)
      let events = screen.nextEvents()
      lines += mailbox.drain()
      for event in events {
        switch event {
        case .ended: return
        case .key(.character("q")): return
        case .key(.character("!")): preconditionFailure("asked to trap")
        case .key(.character("y")): screen.copyToClipboard("copied ‘text’")
        case .key(.character("M")): screen.isMouseCaptured.toggle()
        case .key(.character("p")): Task.detached { mailbox.post("posted") }
        default: break
        }
        lines.append(description(of: event))
      }
    }
  }

  private static func description(of event: TerminalEvent) -> String {
    guard case .mouse(let mouse) = event else { return "\(event)" }
    return "\(mouse.kind) at \(mouse.position.row), \(mouse.position.column)"
  }

  private static func draw(_ lines: [String], on screen: Screen) {
    var grid = CellGrid(columns: screen.columns, rows: screen.rows)
    grid.box(grid.bounds, title: "probe \(screen.columns)×\(screen.rows)", style: Style(accent))
    let place = grid.bounds.inset(by: 2)
    for (row, line) in lines.suffix(max(1, place.rows - 1)).enumerated() {
      grid.write(line, at: Position(row: 2 + row, column: 2), maxColumns: place.columns)
    }
    grid.write("wide 漢字 e\u{301} \u{1B}[31m end", at: Position(row: 1, column: 2), style: Style(.text, .bold))
    grid.write("▏", at: Position(row: screen.rows - 1, column: screen.columns - 1), style: Style(.text, .reverse))
    screen.show(grid)
  }

  private static let accent = Role(rawValue: 1)
  private static let theme = Theme(
    name: "probe", isLight: false, looks: [accent: Look(Color(114), basic: .green, monochrome: .bold)])
  private static let lightTheme = Theme(
    name: "light probe", isLight: true, looks: [accent: Look(Color(22), basic: .green, monochrome: .bold)])
}
