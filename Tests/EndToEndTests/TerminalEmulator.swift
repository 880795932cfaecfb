import CVTerm

/// What a person would see: libvterm fed with everything that the program wrote.
final class TerminalEmulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let properties: Properties
  private var callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

  /// Set by libvterm while it reads.
  private final class Properties {
    var isCursorShown = true
    var isAlternate = false
    var mouse: Int32 = 0
  }

  init(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(terminal) else {
      preconditionFailure("libvterm is out of memory")
    }
    self.terminal = terminal
    self.screen = screen
    properties = Properties()
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let user else { return 0 }
      let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_CURSORVISIBLE: properties.isCursorShown = cvterm_boolean(value) != 0
      case VTERM_PROP_ALTSCREEN: properties.isAlternate = cvterm_boolean(value) != 0
      case VTERM_PROP_MOUSE: properties.mouse = cvterm_number(value)
      default: break
      }
      return 1
    }
    vterm_set_utf8(terminal, 1)
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(properties).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  var isCursorShown: Bool { properties.isCursorShown }
  var isAlternate: Bool { properties.isAlternate }
  var isMouseCaptured: Bool { properties.mouse != 0 }

  var size: (columns: Int, rows: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(terminal, &rows, &columns)
    return (Int(columns), Int(rows))
  }

  var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { _ = vterm_input_write(terminal, $0.baseAddress, $0.count) }
  }

  func resize(columns: Int, rows: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// All rows, without the blanks at their ends, divided by line feeds.
  var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  func text(row: Int) -> String {
    var text = ""
    var column = 0
    while column < size.columns {
      guard var cell = cell(row: row, column: column) else { break }
      let scalars = withUnsafeBytes(of: &cell.chars) { bytes in
        bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
      }
      text += scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars))
      column += max(1, Int(cell.width))
    }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// Whether any cell has a colour.
  var isColored: Bool {
    cells.contains { cell in withUnsafePointer(to: cell) { cvterm_is_colored($0) != 0 } }
  }

  /// Whether any cell is bold, underlined, italic or reverse.
  var hasAttributes: Bool {
    cells.contains { cell in withUnsafePointer(to: cell) { cvterm_attributes($0) != 0 } }
  }

  private var cells: [VTermScreenCell] {
    (0..<size.rows).flatMap { row in (0..<size.columns).compactMap { cell(row: row, column: $0) } }
  }

  private func cell(row: Int, column: Int) -> VTermScreenCell? {
    var cell = VTermScreenCell()
    guard vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell) != 0 else { return nil }
    return cell
  }
}
