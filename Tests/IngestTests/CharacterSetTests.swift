import Dossier
import Testing

@testable import Ingest

/// Pages in the character sets of many countries.
struct CharacterSetTests {
  private static let words: [(label: String, bytes: [UInt8], words: String)] = [
    ("koi8-r", [0xED, 0xCF, 0xD3, 0xD4], "Мост"), ("Shift_JIS", [0x93, 0x8C, 0x8B, 0x9E, 0x5C], "東京\\"),
    ("gb2312", [0xB1, 0xB1, 0xBE, 0xA9], "北京"), ("big5", [0xA5, 0x78, 0xA5, 0x5F], "台北"),
    ("euc-kr", [0xBC, 0xAD, 0xBF, 0xEF], "서울"), ("EUC-JP", [0xC5, 0xEC, 0xB5, 0xFE], "東京"),
    ("iso-8859-2", [0xA9, 0x6B, 0x6F, 0x64, 0x61], "Škoda"), ("windows-1254", [0xDD, 0x7A, 0x6D, 0x69, 0x72], "İzmir"),
    ("tis-620", [0xCA, 0xD0, 0xBE, 0xD2, 0xB9], "สะพาน"), ("windows-1253", [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"),
  ]

  private func read(_ bytes: [UInt8]) -> Result<Document, InputProblem> {
    Loader().document(bytes: bytes, path: "a.html", name: "a", id: Document.ID(0))
  }

  /// Whether the system has a module for a set.
  private static func isKnown(_ label: String) -> Bool { CharacterSet(named: label.lowercased())?.decode([]) != nil }

  @Test(arguments: words.filter { isKnown($0.0) })
  func aPageIsReadInTheSetThatItNames(label: String, bytes: [UInt8], words: String) throws {
    let document = try read(Array("<html><meta charset=\"\(label)\"><p>One ".utf8) + bytes).get()
    #expect(document.text[document.text.span] == "One \(words)\n")
    #expect(document.flags.filter { $0.kind == .encoding }.isEmpty && document.notes.isEmpty)
  }

  @Test(.enabled(if: isKnown("gbk"))) func whatIsNoCharacterIsReplacedAndFlagged() throws {
    let wide = try #require(CharacterSet(named: "gbk"))
    let text = try #require(wide.decode([0xB1, 0xB1, 0xFF, 0x41, 0xB1]))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "北\u{FFFD}A\u{FFFD}")
    #expect(text.flags.map { Int($0.span.start) } == [3, 7])
    #expect(wide.decode([UInt8](repeating: 0xFF, count: 100_000))?.bytes.count == 300_000)
    #expect(wide.decode([UInt8](repeating: 0x41, count: 100_000))?.bytes.count == 100_000)
  }

  @Test func aSetWithoutAModuleIsNotRead() { #expect(CharacterSet(name: "NO-SUCH-SET").decode([0x41]) == nil) }

  @Test(arguments: ["utf-7", "utf-16", "ebcdic-us", "iso-2022-cn-ext", "", "utf-8"])
  func setsThatNoBrowserReadsAreNone(label: String) { #expect(CharacterSet(named: label) == nil) }

  @Test func damagedUTF8StaysUTF8WhateverItNames() throws {
    let page = "<html><meta charset=gbk><p>Москва и мост через реку"
    #expect(try read(Array(page.utf8) + [0xFF]).get().text.bytes.starts(with: "Москва".utf8))
  }
}
