/// Text made comparable: lower-cased, without diacritics, typographic quotation marks and dashes as their plain forms.
package enum Folding {
  /// Base letter first, then the letters that fold to it. Made from the canonical decompositions of Unicode 15; the letters
  /// with a stroke, which have none, are added.
  private static let families = """
    AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ BḂḄḆ CÇĆĈĊČḈ DĎĐḊḌḎḐḒ EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ FḞ GĜĞĠĢǦǴḠ
    HĤĦȞḢḤḦḨḪ IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ JĴ KĶǨḰḲḴ LĹĻĽŁḶḸḺḼ MḾṀṂ NÑŃŅŇǸṄṆṈṊ OÒÓÔÕÖØŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ
    PṔṖ RŔŖŘȐȒṘṚṜṞ SŚŜŞŠȘṠṢṤṦṨ TŢŤŦȚṪṬṮṰ UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ VṼṾ WŴẀẂẄẆẈ XẊẌ YÝŶŸȲẎỲỴỶỸ
    ZŹŻŽẐẒẔ aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cçćĉċčḉ dďđḋḍḏḑḓ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gĝğġģǧǵḡ
    hĥħȟḣḥḧḩḫẖ iìíîïĩīĭįıǐȉȋḭḯỉị jĵǰ kķǩḱḳḵ lĺļľłḷḹḻḽ mḿṁṃ nñńņňǹṅṇṉṋ
    oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ pṕṗ rŕŗřȑȓṙṛṝṟ sśŝşšșṡṣṥṧṩ tţťŧțṫṭṯṱẗ
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ wŵẁẃẅẇẉẘ xẋẍ yýÿŷȳẏẙỳỵỷỹ zźżžẑẓẕ ÆǢǼ ØǾ æǣǽ øǿ ſẛ ƷǮ ʒǯ ΑΆ ΕΈ ΗΉ
    ΙΊΪ ΟΌ ΥΎΫ ΩΏ αά εέ ηή ιΐίϊ οό σς υΰϋύ ωώ ІЇ ГЃ ЕЀЁ ИЍЙ КЌ гѓ еѐё ийѝ кќ ії
    """

  /// The folded form of every scalar below U+2100, lower case: 0 where it vanishes. One lookup for nearly all that is read.
  private static let lower = (UInt32(0)..<0x2100).map { fold(slowly: $0, keepingCase: false) }
  /// The same, with capitals kept.
  private static let cased = (UInt32(0)..<0x2100).map { fold(slowly: $0, keepingCase: true) }

  /// Replacement of every scalar from U+0080 on that folds to another.
  private static let bases: [UInt32: UInt32] = {
    var bases: [UInt32: UInt32] = [:]
    for family in families.split(whereSeparator: \.isWhitespace) {
      let scalars = family.unicodeScalars.map(\.value)
      for scalar in scalars.dropFirst() { bases[scalar] = scalars[0] }
    }
    for (plain, marks) in [("'", "‘’‚‛′"), ("\"", "“”„‟″«»"), ("-", "‐‑‒–—―−"), (" ", "\u{A0}\u{2009}\u{202F}")] {
      for base in plain.unicodeScalars {
        for mark in marks.unicodeScalars { bases[mark.value] = base.value }
      }
    }
    return bases
  }()

  /// Whether a scalar leaves no trace: combining marks, zero-width characters, soft hyphens.
  private static func vanishes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: true
    default: false
    }
  }

  private static func fold(slowly scalar: UInt32, keepingCase: Bool) -> UInt32 {
    if vanishes(scalar) { return 0 }
    let base = bases[scalar] ?? scalar
    guard !keepingCase, let lowered = Unicode.Scalar(base)?.properties.lowercaseMapping.unicodeScalars else {
      return base
    }
    // A mapping to several scalars is kept out: it would have no place of its own in the source.
    return lowered.count == 1 ? lowered.first?.value ?? base : base
  }

  /// A scalar, folded; 0 where it vanishes.
  static func fold(_ scalar: UInt32, keepingCase: Bool) -> UInt32 {
    if scalar < 0x2100 { return keepingCase ? cased[Int(scalar)] : lower[Int(scalar)] }
    return fold(slowly: scalar, keepingCase: keepingCase)
  }

  /// A string, folded.
  /// - Parameter keepingCase: whether capitals stay capitals.
  package static func fold(_ string: some StringProtocol, keepingCase: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      let folded = fold(scalar.value, keepingCase: keepingCase)
      if folded != 0, let scalar = Unicode.Scalar(folded) { result.append(scalar) }
    }
    return String(result)
  }
}
