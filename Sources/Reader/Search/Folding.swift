import Dossier

/// Text made comparable: lower-cased, without diacritics, typographic quotation marks and dashes as their plain forms.
enum Folding {
  /// Base letter first, then the letters that fold to it. Made from the canonical decompositions of Unicode 15; the letters
  /// with a stroke, which have none, are added.
  private static let table = """
    AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ BḂḄḆ CÇĆĈĊČḈ DĎĐḊḌḎḐḒ EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ FḞ GĜĞĠĢǦǴḠ
    HĤĦȞḢḤḦḨḪ IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ JĴ KĶǨḰḲḴ LĹĻĽŁḶḸḺḼ MḾṀṂ NÑŃŅŇǸṄṆṈṊ OÒÓÔÕÖØŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ
    PṔṖ RŔŖŘȐȒṘṚṜṞ SŚŜŞŠȘṠṢṤṦṨ TŢŤŦȚṪṬṮṰ UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ VṼṾ WŴẀẂẄẆẈ XẊẌ YÝŶŸȲẎỲỴỶỸ
    ZŹŻŽẐẒẔ aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cçćĉċčḉ dďđḋḍḏḑḓ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gĝğġģǧǵḡ
    hĥħȟḣḥḧḩḫẖ iìíîïĩīĭįıǐȉȋḭḯỉị jĵǰ kķǩḱḳḵ lĺļľłḷḹḻḽ mḿṁṃ nñńņňǹṅṇṉṋ
    oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ pṕṗ rŕŗřȑȓṙṛṝṟ sśŝşšșṡṣṥṧṩ tţťŧțṫṭṯṱẗ
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wŵẁẃẅẇẉẘ xẋẍ yýÿŷȳẏẙỳỵỷỹ zźżžẑẓẕ ÆǢǼ ØǾ æǣǽ øǿ ſẛ ƷǮ ʒǯ ΑΆ ΕΈ ΗΉ
    ΙΊΪ ΟΌ ΥΎΫ ΩΏ αά εέ ηή ιΐίϊ οό υΰϋύ ωώ ІЇ ГЃ ЕЀЁ ИЍЙ КЌ гѓ еѐё ийѝ кќ ії
    """

  /// Replacement of every scalar from U+0080 on that folds to another; keyed by scalar value.
  private static let bases: [UInt32: Unicode.Scalar] = {
    var bases: [UInt32: Unicode.Scalar] = [:]
    for word in table.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(String(word).unicodeScalars)
      for scalar in scalars.dropFirst() { bases[scalar.value] = scalars[0] }
    }
    for (plain, marks) in [("'", "‘’‚‛′"), ("\"", "“”„‟″«»"), ("-", "‐‑‒–—―−"), (" ", "\u{A0}\u{2009}\u{202F}")] {
      for base in plain.unicodeScalars {
        for mark in marks.unicodeScalars { bases[mark.value] = base }
      }
    }
    return bases
  }()

  /// Whether a scalar leaves no trace: combining marks, zero-width characters, soft hyphens.
  private static func vanishes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: true
    default: false
    }
  }

  /// Calls `emit` with each folded scalar. `nil` where the scalar vanishes.
  static func fold(_ scalar: Unicode.Scalar, keepingCase: Bool) -> Unicode.Scalar? {
    guard scalar.value >= 0x80 else {
      if !keepingCase, (0x41...0x5A).contains(scalar.value) { return Unicode.Scalar(UInt8(scalar.value + 32)) }
      return scalar
    }
    if vanishes(scalar) { return nil }
    let base = bases[scalar.value] ?? scalar
    if keepingCase { return base }
    let lower = base.properties.lowercaseMapping.unicodeScalars
    // A mapping to several scalars is kept out: it would have no place of its own in the source.
    return lower.count == 1 ? lower.first : base
  }

  /// A string, folded.
  static func fold(_ string: String, keepingCase: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      if let folded = fold(scalar, keepingCase: keepingCase) { result.append(folded) }
    }
    return String(result)
  }
}

/// A folded text that knows where each of its bytes stood.
struct FoldedText: Sendable {
  /// Folded UTF-8.
  let bytes: [UInt8]
  /// Where folded and source offsets drift apart: from `folded` on, a source offset is larger by `shift`.
  private let drifts: [(folded: UInt32, shift: Int32)]

  /// Folds `text`; cost is one pass.
  init(_ text: SourceText) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var drifts: [(folded: UInt32, shift: Int32)] = [(0, 0)]
    var shift: Int32 = 0
    let source = text.bytes
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        bytes.append((0x41...0x5A).contains(byte) ? byte + 32 : byte)
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(index + length, source.count)
      let before = bytes.count
      for scalar in String(decoding: source[index..<end], as: UTF8.self).unicodeScalars {
        if let folded = Folding.fold(scalar, keepingCase: false) { bytes.append(contentsOf: String(folded).utf8) }
      }
      let lost = Int32(end - index) - Int32(bytes.count - before)
      index = end
      if lost != 0 {
        shift += lost
        drifts.append((UInt32(bytes.count), shift))
      }
    }
    self.bytes = bytes
    self.drifts = drifts
  }

  /// The source offset of a folded one. Cost: O(log n).
  func source(_ folded: Int) -> Int {
    var low = 0
    var high = drifts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(drifts[middle].folded) <= folded { low = middle + 1 } else { high = middle }
    }
    return folded + Int(drifts[low - 1].shift)
  }
}
