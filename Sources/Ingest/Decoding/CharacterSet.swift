import Dossier
import Glibc

/// A character set that pages are in beside UTF-8 and the two code pages, read by the C library where its modules are installed.
///
/// The names are those that browsers know (WHATWG Encoding), and each stands for the set that they take it for. Left out is
/// ISO-2022-JP, whose bytes are ASCII.
struct CharacterSet {
  /// The C library's name.
  let name: String

  private static let names: [(name: String, labels: String)] = [
    ("BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    ("CP1250", "windows-1250 cp1250 x-cp1250"),
    ("CP1253", "windows-1253 cp1253 x-cp1253"),
    ("CP1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5"),
    ("CP1255", "windows-1255 cp1255 x-cp1255"),
    ("CP1256", "windows-1256 cp1256 x-cp1256"),
    ("CP1257", "windows-1257 cp1257 x-cp1257"),
    ("CP1258", "windows-1258 cp1258 x-cp1258"),
    ("CP874", "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11"),
    ("CP932", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis"),
    ("CP949", "euc-kr windows-949 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr"),
    ("EUC-JP", "euc-jp x-euc-jp cseucpkdfmtjapanese"),
    ("GB18030", "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312"),
    ("IBM866", "ibm866 cp866 866 csibm866"),
    ("ISO-8859-2", "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2"),
    ("ISO-8859-3", "iso-8859-3 iso8859-3 iso_8859-3 latin3 l3"),
    ("ISO-8859-4", "iso-8859-4 iso8859-4 iso_8859-4 latin4 l4"),
    ("ISO-8859-5", "iso-8859-5 iso8859-5 iso_8859-5 cyrillic"),
    ("ISO-8859-6", "iso-8859-6 iso8859-6 iso_8859-6 iso-8859-6-e iso-8859-6-i arabic"),
    ("ISO-8859-7", "iso-8859-7 iso8859-7 iso_8859-7 greek greek8"),
    ("ISO-8859-8", "iso-8859-8 iso8859-8 iso_8859-8 iso-8859-8-e iso-8859-8-i hebrew visual logical"),
    ("ISO-8859-10", "iso-8859-10 iso8859-10 latin6 l6"),
    ("ISO-8859-13", "iso-8859-13 iso8859-13"),
    ("ISO-8859-14", "iso-8859-14 iso8859-14"),
    ("ISO-8859-15", "iso-8859-15 iso8859-15 iso_8859-15 l9"),
    ("ISO-8859-16", "iso-8859-16"),
    ("KOI8-R", "koi8-r koi8 koi koi8_r cskoi8r"),
    ("KOI8-U", "koi8-u koi8-ru"),
    ("MAC-UK", "x-mac-cyrillic x-mac-ukrainian"),
    ("MACINTOSH", "macintosh mac x-mac-roman csmacintosh"),
  ]

  /// - Parameter label: what a page calls it, in lower case.
  init?(named label: String) {
    guard let known = Self.names.first(where: { $0.labels.split(separator: " ").contains { $0 == label } }) else {
      return nil
    }
    name = known.name
  }

  init(name: String) { self.name = name }

  /// Bytes that are no character become U+FFFD each, and are flagged (the first 100). Cost: one pass.
  /// - Returns: `nil` where the system has no module for the set.
  func decode(_ bytes: [UInt8]) -> DecodedText? {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var text = DecodedText(bytes: [])
    text.bytes.reserveCapacity(bytes.count * 2)
    // The C library asks for bytes that it may change, though it changes none.
    var input = bytes.map { CChar(bitPattern: $0) }
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let error = Self.step(converter, &next, &left, into: &text.bytes)
        guard error == EILSEQ || error == EINVAL else { continue }
        if text.flags.count < 100 {
          let span = Span(text.bytes.count, text.bytes.count + UTF8Check.replacement.count)
          text.flags.append(Flag(span: span, kind: .encoding, note: "bytes that are no character"))
        }
        text.bytes += UTF8Check.replacement
        next = next?.advanced(by: 1)
        left -= 1
      }
      // What the last character waits for.
      var none: UnsafeMutablePointer<CChar>?
      var nothing = 0
      _ = Self.step(converter, &none, &nothing, into: &text.bytes)
    }
    return text
  }

  /// Converts as much as one buffer holds.
  /// - Returns: the number of the error that ended it; 0 where the input did.
  private static func step(
    _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into text: inout [UInt8]
  ) -> Int32 {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { output in
      var end = output.baseAddress
      var room = output.count
      let error: Int32 = iconv(converter, &next, &left, &end, &room) == -1 ? errno : 0
      text += output.prefix(output.count - room).lazy.map { UInt8(bitPattern: $0) }
      return error
    }
  }
}
