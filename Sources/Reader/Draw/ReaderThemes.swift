public import Terminal

/// The colours of the reader's roles, chosen for a contrast of at least 4.5, and 7 where high contrast is asked for.
///
/// Colour only repeats what glyphs and attributes say, so that the monochrome theme loses nothing.
public enum ReaderThemes {
  public static let dark = Theme(
    name: "dark", isLight: false,
    looks: [
      .frame: Look(Color(246), basic: .white), .focusedFrame: Look(Color(117), basic: .cyan),
      .title: Look(Color(231), basic: .white), .quiet: Look(Color(248), basic: .white),
      .quote: Look(Color(151), basic: .green), .reported: Look(Color(187)),
      .mention: Look(Color(222), basic: .yellow), .contradiction: Look(Color(210), basic: .yellow, monochrome: .bold),
      .tension: Look(Color(215), basic: .yellow), .framing: Look(Color(147), basic: .cyan),
      .shift: Look(Color(116), basic: .cyan), .hit: Look(Color(220), basic: .yellow),
      .key: Look(Color(117), basic: .cyan), .warning: Look(Color(215), basic: .yellow),
      .bar: Look(Color(231), basic: .white), .only: Look(Color(150), basic: .green),
      .agreement: Look(Color(120), basic: .green), .currentHit: Look(Color(219), basic: .white),
    ])

  public static let light = Theme(
    name: "light", isLight: true,
    looks: [
      .frame: Look(Color(241)), .focusedFrame: Look(Color(25), basic: .blue), .title: Look(Color(16)),
      .quiet: Look(Color(240)), .quote: Look(Color(22), basic: .blue), .reported: Look(Color(58)),
      .mention: Look(Color(90), basic: .blue), .contradiction: Look(Color(124), basic: .red, monochrome: .bold),
      .tension: Look(Color(94), basic: .red), .framing: Look(Color(55), basic: .blue),
      .shift: Look(Color(23), basic: .blue), .hit: Look(Color(94), basic: .red), .key: Look(Color(25), basic: .blue),
      .warning: Look(Color(124), basic: .red), .bar: Look(Color(16)), .only: Look(Color(22), basic: .blue),
      .agreement: Look(Color(22), basic: .blue), .currentHit: Look(Color(90), basic: .blue),
    ])

  /// More contrast than either, on a background of its own, for eyes or rooms that need it.
  public static let highContrast = Theme(
    name: "high-contrast", isLight: false,
    looks: [
      .text: Look(Color(231), on: Color(16), basic: .white, basicOn: .black),
      .focusedFrame: Look(Color(226), basic: .yellow, .bold), .title: Look(.bold),
      .mention: Look(Color(226), basic: .yellow, .bold),
      .contradiction: Look(Color(217), basic: .yellow, .bold), .tension: Look(Color(229), basic: .yellow),
      .framing: Look(Color(189), basic: .cyan), .shift: Look(Color(159), basic: .cyan),
      .hit: Look(Color(226), basic: .yellow, .bold), .key: Look(Color(226), basic: .yellow, .bold),
      .warning: Look(Color(229), basic: .yellow, .bold), .bar: Look(.bold), .only: Look(Color(193), basic: .green),
      .agreement: Look(Color(157), basic: .green), .currentHit: Look(Color(231), basic: .white, .bold),
    ])

  /// Glyphs and attributes alone.
  public static let monochrome = Theme(
    name: "monochrome", isLight: false, isMonochrome: true, looks: [.contradiction: Look(.bold)])

  public static let all = [dark, light, highContrast, monochrome]
}
