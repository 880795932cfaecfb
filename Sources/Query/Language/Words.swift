/// Words as a query gives them, folded.
package struct Words: Sendable, Hashable {
  /// As typed, without quotation marks.
  let text: String
  /// Folded UTF-8.
  let folded: [UInt8]
  /// With capitals kept, where the person typed one and so asks for the case.
  let cased: String?
  /// Whether they were typed as a phrase: whole words, side by side.
  let isPhrase: Bool
  /// Whether more of the phrase may follow.
  let isUnfinished: Bool
  /// Folded, with two letters for one that has a háček, as English writes it: Lukašenko is Lukashenko; `nil` without one.
  let digraphs: [UInt8]?

  private static let hacheks: [Character: String] = ["š": "sh", "č": "ch", "ž": "zh", "Š": "Sh", "Č": "Ch", "Ž": "Zh"]

  init(_ text: String, isPhrase: Bool, isUnfinished: Bool = false, ignoringCase: Bool) {
    let lower = Folding.fold(text)
    let cased = Folding.fold(text, keepingCase: true)
    self.text = text
    self.isPhrase = isPhrase
    self.isUnfinished = isUnfinished
    folded = Array(lower.utf8)
    let spelled = text.map { Self.hacheks[$0] ?? String($0) }.joined()
    digraphs = spelled == text ? nil : Array(Folding.fold(spelled).utf8)
    self.cased = ignoringCase || cased == lower ? nil : cased
  }

  /// Whether words that were found for these are in the case that was asked for.
  ///
  /// The same letters must be capitals. In another alphabet a word has other letters, and more or fewer of them: there each
  /// word must begin as it was typed, and be in capitals where it was.
  /// - Parameter found: what stands at the place found, no more.
  func agreesInCase(_ found: String) -> Bool {
    guard let cased else { return true }
    let (asked, given) = (Self.split(cased), Self.split(Folding.fold(found, keepingCase: true)))
    if asked == given { return true }
    if Self.split(text).map({ Folding.fold($0) }) == Self.split(found).map({ Folding.fold($0) }) { return false }
    return asked.count == given.count && zip(asked, given).allSatisfy { LetterCase($0).agrees(with: LetterCase($1)) }
  }

  /// A phrase may run over the end of a line.
  private static func split(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Whether they stand in a short text, in any case.
  func stand(in text: String) -> Bool {
    if text.isEmpty { return false }
    let bytes = Array(Folding.fold(text).utf8)
    return BytePattern(folded, atWordStart: isPhrase, atWordEnd: isPhrase && !isUnfinished).first(
      in: bytes, 0..<bytes.count) != nil
  }
}

/// Where the capitals of a word are, so far as that can be said in any alphabet.
private enum LetterCase {
  case lower, capitalised, capitals, mixed
  /// One capital by itself: the beginning of a word in either.
  case capital

  init(_ word: Substring) {
    let letters = word.filter(\.isCased)
    let capitals = letters.count(where: \.isUppercase)
    switch (capitals, letters.first?.isUppercase) {
    case (0, _): self = .lower
    case (1, true): self = letters.count == 1 ? .capital : .capitalised
    case (letters.count, _): self = .capitals
    default: self = .mixed
    }
  }

  func agrees(with other: LetterCase) -> Bool {
    switch (self, other) {
    // One letter may be two in the other alphabet: Щ is Shch.
    case (.capital, .capitalised), (.capital, .capitals), (.capitalised, .capital), (.capitals, .capital): true
    // McCain is МакКейн and Маккейн.
    case (.mixed, .capitalised), (.capitalised, .mixed): true
    default: self == other
    }
  }
}
