internal import CNcurses
internal import Glibc

/// What the terminal is set to once, when it is taken.
extension Screen {
  /// Keys come one by one, with nothing done to them, `C-c` included. `C-z` and `C-\\` stay signals, and so work while
  /// the program is busy.
  func setInputModes() {
    cbreak()
    noecho()
    nonl()
    var settings = termios()
    guard tcgetattr(STDOUT_FILENO, &settings) == 0 else { return }
    settings.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
    settings.c_lflag &= ~tcflag_t(IEXTEN)
    settings.c_cc.0 = 0  // VINTR
    settings.c_cc.6 = 1  // VMIN
    settings.c_cc.5 = 0  // VTIME
    tcsetattr(STDOUT_FILENO, TCSADRAIN, &settings)
    def_prog_mode()
  }

  /// Colours, unless `NO_COLOR` is set in the environment.
  static func startColors() -> ColorDepth {
    guard Environment["NO_COLOR"] == nil, has_colors(), start_color() == OK else { return .monochrome }
    use_default_colors()
    if cncurses_has_direct_colors() { return .direct }
    return cncurses_colors() >= 256 ? .palette : cncurses_colors() >= 8 ? .eight : .monochrome
  }
}
