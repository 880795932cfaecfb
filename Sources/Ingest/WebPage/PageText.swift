internal import CGumbo

/// The text that a page shows: a line for each block-level element, white space as a browser would collapse it.
struct PageText {
  /// What an element is to the text.
  private enum Role {
    case inline
    /// Stands on lines of its own.
    case block
    /// A cell of a table's row.
    case cell
    case lineBreak
    /// Keeps its line ends.
    case preformatted
    /// Shown in quotation marks.
    case quotation
    /// Not shown, or not for reading.
    case left

    var isOutlined: Bool { self != .inline && self != .quotation }
  }

  private static let roles: [Role] = {
    var roles = [Role](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    func set(_ role: Role, _ names: String) {
      for name in names.split(separator: " ") { roles[Int(gumbo_tag_enum(String(name)).rawValue)] = role }
    }
    set(
      .block,
      "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
        + "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu ol p section summary table tbody tfoot "
        + "thead tr ul")
    set(.cell, "td th")
    set(.lineBreak, "br")
    set(.preformatted, "pre")
    set(.quotation, "q")
    set(
      .left,
      "applet audio button canvas datalist embed head iframe input math nav noembed noframes noscript object option select "
        + "script style svg template textarea title video")
    // What no table knows is shown.
    roles[Int(GUMBO_TAG_UNKNOWN.rawValue)] = .inline
    return roles
  }()

  /// UTF-8, each line trimmed and none empty.
  private(set) var bytes: [UInt8] = []
  /// Where each line stands in the page.
  private(set) var outline = PageOutline()

  private var lineStart = 0
  private var isSpacePending = false
  /// Elements that ended and began since the last character.
  private var (ended, isSeam) = (false, false)
  private var preformatted = 0
  private var links = 0
  private var linked = 0

  /// Which elements are read that the page hides.
  private enum Hidden { case none, styled, all }
  private let hidden: Hidden
  /// Whether an element was left out because its own style hides it.
  private var leftStyled = false

  /// Reads what a page shows. What it hides is read too where it shows no running text, and what styles hide also where that is
  /// most of the running text: such a page was saved before its scripts ran. Cost: O(page).
  init(_ tree: borrowing PageTree) {
    self.init(tree, .none)
    if leftStyled {
      let styled = PageText(tree, .styled)
      if styled.outline.wholeProse > 2 * outline.wholeProse { self = styled }
    }
    if outline.wholeProse == 0 { self.init(tree, .all) }
  }

  private init(_ tree: borrowing PageTree, _ hidden: Hidden) {
    var text = PageText(hidden: hidden)
    tree.walk(enter: { text.enter($0) }, text: { text.append($0) }, leave: { text.leave($0) })
    text.endLine()
    self = text
  }

  private init(hidden: Hidden) { self.hidden = hidden }

  /// What is left out is shown where it is never closed, since then it holds what follows it.
  private static func role(of element: PageElement) -> Role {
    let role = roles[Int(element.tag.rawValue)]
    return role == .left && element.isUnclosed && SwallowingPart.left.contains(element.tag.rawValue) ? .block : role
  }

  /// Whether a page hides an element; what follows a part that is never closed is not meant.
  private mutating func isHidden(_ element: PageElement) -> Bool {
    if hidden == .all || element.isUnclosed && SwallowingPart.tags.contains(element.tag.rawValue) { return false }
    if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
    guard hidden == .none, Self.isHidden(byStyle: element["style"]) else { return false }
    leftStyled = true
    return true
  }

  /// Whether an element's own style hides it: `display: none` or `visibility: hidden`, where no later declaration shows it.
  private static func isHidden(byStyle style: String?) -> Bool {
    guard let style, !style.isEmpty else { return false }
    var (display, visibility) = ("", "")
    for declaration in style.lowercased().split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2 else { continue }
      let value = parts[1].hasSuffix("!important") ? String(parts[1].dropLast("!important".count)) : parts[1]
      if parts[0] == "display" { display = value }
      if parts[0] == "visibility" { visibility = value }
    }
    return display == "none" || visibility == "hidden" || visibility == "collapse"
  }

  private mutating func enter(_ element: PageElement) -> Bool {
    let role = Self.role(of: element)
    if role == .left || isHidden(element) { return false }
    switch role {
    case .block, .lineBreak, .preformatted: endLine()
    case .cell: isSpacePending = true
    case .quotation: append(character: "“")
    case .inline: isSeam = ended
    case .left: break
    }
    if role == .preformatted { preformatted += 1 }
    if element.tag == GUMBO_TAG_A { links += 1 }
    if role.isOutlined { outline.enter(element) }
    return true
  }

  private mutating func leave(_ element: PageElement) {
    let role = Self.role(of: element)
    ended = true
    if role == .block || role == .preformatted { endLine() }
    if role == .preformatted { preformatted -= 1 }
    if role == .quotation { append(character: "”") }
    if element.tag == GUMBO_TAG_A { links -= 1 }
    if role.isOutlined { outline.leave() }
  }

  private mutating func endLine() {
    if bytes.count > lineStart {
      outline.addLine(count: bytes.count - lineStart, linked: linked)
      bytes.append(0x0A)
    }
    lineStart = bytes.count
    isSpacePending = false
    linked = 0
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if text[index] == 0x0A, preformatted > 0 {
        endLine()
        index += 1
      } else if let length = Self.space(text, index) {
        isSpacePending = true
        index += length
      } else if let length = Self.unseen(text, index) {
        index += length
      } else {
        append(text[index])
        index += 1
      }
    }
  }

  private mutating func append(character: Character) {
    for byte in character.utf8 { append(byte) }
  }

  private mutating func append(_ byte: UInt8) {
    // Two elements that a style sets apart: `<span>Jerusalem</span><span>March 7</span>`.
    if isSeam, Letters.isUpper(byte), bytes.last.map(Letters.isLower) == true { isSpacePending = true }
    if isSpacePending, bytes.count > lineStart { bytes.append(0x20) }
    (isSpacePending, ended, isSeam) = (false, false, false)
    bytes.append(byte)
    if links > 0 { linked += 1 }
  }

  /// The length of a white space character; a no-break space is one.
  private static func space(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    if Letters.isSpace(text[index]) { return 1 }
    return text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : nil
  }

  /// The length of a soft hyphen, a zero-width space or a byte order mark.
  private static func unseen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xAD: 2
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x8B: 3
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF: 3
    default: nil
    }
  }
}
