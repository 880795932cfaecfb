/// The style sheet of the HTML report: light and dark, contrast at least 4.5:1, readable on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1d2126; --soft: #5a6470; --paper: #fdfcfa; --rule: #dcd8d0; --lit: #ffe08a;
      --contradiction: #b3261e; --tension: #8a5a00; --framing: #4a5bb5; --shift: #26734d; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e3de; --soft: #a4adb8; --paper: #16181b; --rule: #363a40;
      --lit: #6b5410; --contradiction: #ff8a80; --tension: #f0b84a; --framing: #9fadff; --shift: #6fd3a0; } }
    body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
      font: 16px/1.55 Charter, Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
    header { border-bottom: 2px solid var(--ink); } header p { margin: 0; color: var(--soft); }
    h1, h2, h3, nav, small, table, .mark, .line, code { font-family: system-ui, "Noto Sans", sans-serif; }
    h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
    h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; } small { color: var(--soft); font-weight: normal; font-size: .82rem; }
    code { font-size: .82rem; color: var(--soft); } a { color: inherit; text-underline-offset: .15em; }
    nav { padding: .5rem 0; } nav a { margin-right: .9rem; font-size: .9rem; }
    ul { padding-left: 1.1rem; } li { margin: .35rem 0; } .flag { color: var(--tension); } .remark { color: var(--framing); font-style: normal; }
    .pair { border-left: 4px solid var(--rule); padding: .1rem 0 .1rem 1rem; margin: 1.4rem 0; break-inside: avoid; }
    .pair .mark { font-size: 1.2rem; } .contradiction { border-color: var(--contradiction); }
    .contradiction .mark { color: var(--contradiction); } .tension { border-color: var(--tension); }
    .tension .mark { color: var(--tension); } .framing { border-color: var(--framing); }
    .framing .mark { color: var(--framing); } .shift { border-color: var(--shift); } .shift .mark { color: var(--shift); }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem; }
    @media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
    blockquote { margin: 0; } blockquote footer { color: var(--soft); font-size: .88rem; margin-top: .3rem; }
    mark { background: var(--lit); color: inherit; padding: 0 .1em; } .because { margin: .5rem 0; font-style: italic; }
    table { border-collapse: collapse; width: 100%; font-size: .86rem; }
    td, th { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--rule); }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .statements { list-style: none; padding: 0; } #articles p { margin: .5rem 0; padding-left: 2.6rem; position: relative; }
    .line { position: absolute; left: 0; color: var(--soft); font-size: .75rem; text-decoration: none; }
    .debris { color: var(--soft); font-size: .85rem; } :target { background: var(--lit); }
    """
}
