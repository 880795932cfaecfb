/// Takes the tags out of a page that nest deeper than any real page does, or have more attributes than any has.
///
/// Gumbo looks through all open elements at most tags, and through all attributes at each: a page made for it would take hours.
struct NestingLimit {
  /// As deep as Chromium's parser goes.
  private static let depth = 512
  /// Blanks, slashes and quotation marks that divide attributes.
  private static let dividers = 2_000

  /// Elements that hold nothing, or are closed by the next of their kind.
  private static let flat = names(
    "area base basefont bgsound body br caption col colgroup dd dt embed frame head hr html image img input keygen li link meta "
      + "option p param source tbody td tfoot th thead tr track wbr")
  /// Elements whose content is no markup.
  private static let raw = names("iframe noembed noframes script style textarea title xmp")
  /// Elements in which every element may hold others.
  private static let foreign = names("math svg")

  private static func names(_ list: String) -> Set<UInt64> {
    Set(list.split(separator: " ").map { name in name.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  private let html: UnsafeMutableRawBufferPointer
  private var index = 0
  /// Names of the open elements.
  private var open: [UInt64] = []
  /// Elements that are open beyond the limit.
  private var beyond = 0
  /// How many are open around the outermost drawing or formula.
  private var aroundForeign: Int?

  /// Overwrites such tags with blanks. Cost: one pass over the bytes.
  static func apply(to html: UnsafeMutableRawBufferPointer) {
    var limit = NestingLimit(html: html)
    limit.scan()
  }

  private init(html: UnsafeMutableRawBufferPointer) { self.html = html }

  private mutating func scan() {
    while index < html.count {
      guard html[index] == 0x3C else {
        index += 1
        continue
      }
      let start = index
      index += 1
      if starts(with: "!--") {
        skip(past: "-->")
      } else if index < html.count, html[index] == 0x2F {
        index += 1
        close(name(), from: start)
      } else {
        let name = name()
        if name != 0 { open(name, from: start) }
      }
    }
  }

  /// The name of a tag, its last eight letters as one number; 0 where there is none.
  private mutating func name() -> UInt64 {
    var name: UInt64 = 0
    while index < html.count, Letters.isLower(html[index] | 0x20) || name != 0 && Letters.isDigit(html[index]) {
      name = name << 8 | UInt64(html[index] | 0x20)
      index += 1
    }
    return name
  }

  /// Goes to the end of a tag.
  /// - Returns: what divides its attributes, and whether it closes itself.
  private mutating func attributes() -> (dividers: Int, closesItself: Bool) {
    var dividers = 0
    var previous: UInt8 = 0
    while index < html.count, html[index] != 0x3E {
      let byte = html[index]
      index += 1
      if byte == 0x22 || byte == 0x27, previous == 0x3D {
        while index < html.count, html[index] != byte { index += 1 }
        index += 1
        dividers += 1
      } else if Letters.isSpace(byte) || byte == 0x2F {
        dividers += 1
      }
      if !Letters.isSpace(byte) { previous = byte }
    }
    index += 1
    return (dividers, previous == 0x2F)
  }

  private mutating func open(_ name: UInt64, from start: Int) {
    let (dividers, closesItself) = attributes()
    if dividers > Self.dividers { return blank(from: start) }
    if Self.raw.contains(name), aroundForeign == nil { return skip(pastEndOf: name) }
    if aroundForeign == nil ? Self.flat.contains(name) : closesItself { return }
    guard open.count < Self.depth else {
      beyond += 1
      return blank(from: start)
    }
    if aroundForeign == nil, Self.foreign.contains(name) { aroundForeign = open.count }
    open.append(name)
  }

  private mutating func close(_ name: UInt64, from start: Int) {
    _ = attributes()
    if aroundForeign == nil, Self.flat.contains(name) { return }
    if beyond > 0 {
      beyond -= 1
      return blank(from: start)
    }
    guard let place = open.lastIndex(of: name) else { return }
    open.removeSubrange(place...)
    if let around = aroundForeign, place <= around { aroundForeign = nil }
  }

  private func blank(from start: Int) {
    for place in start..<min(index, html.count) { html[place] = 0x20 }
  }

  private func starts(with mark: StaticString) -> Bool {
    index + mark.utf8CodeUnitCount <= html.count
      && (0..<mark.utf8CodeUnitCount).allSatisfy { html[index + $0] == mark.utf8Start[$0] }
  }

  private mutating func skip(past mark: StaticString) {
    while index < html.count, !starts(with: mark) { index += 1 }
    index += mark.utf8CodeUnitCount
  }

  private mutating func skip(pastEndOf name: UInt64) {
    while index < html.count {
      index += 1
      guard html[index - 1] == 0x3C, index < html.count, html[index] == 0x2F else { continue }
      index += 1
      if self.name() == name { return }
    }
  }
}
