import Dossier

extension SourceText {
  /// Where to begin in `whole`, so that what stands at an offset is seen in a row: a third of the way in, at the start of a
  /// word; at the start of `whole` where that is nearer.
  /// - Parameter room: columns of the row.
  func excerptStart(in whole: Span, around place: Int, room: Int) -> Int {
    guard place - Int(whole.start) > room / 3 else { return Int(whole.start) }
    return min(place, wordStart(from: place - room / 3))
  }

  /// The start of the word after the one that an offset stands in.
  func wordStart(from offset: Int) -> Int {
    var offset = max(0, offset)
    while offset < count, bytes[offset] != 0x20 { offset += 1 }
    return min(count, offset + 1)
  }
}
