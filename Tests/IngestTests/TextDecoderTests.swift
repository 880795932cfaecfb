import Dossier
import Testing

@testable import Ingest

struct TextDecoderTests {
  private func decode(_ bytes: [UInt8]) throws -> DecodedText { try TextDecoder.decode(bytes).get() }
  private func string(_ text: DecodedText) -> String { String(decoding: text.bytes, as: UTF8.self) }

  @Test func utf8IsKeptAsItIs() throws {
    let text = try decode(Array("Żółć – “words”\n".utf8))
    #expect(string(text) == "Żółć – “words”\n")
    #expect(text.notes.isEmpty && text.flags.isEmpty)
  }

  @Test func byteOrderMarkIsRemovedAndNoted() throws {
    let text = try decode([0xEF, 0xBB, 0xBF] + Array("Talks".utf8))
    #expect(string(text) == "Talks")
    #expect(text.notes.count == 1)
  }

  @Test(arguments: [true, false]) func utf16WithAMark(littleEndian: Bool) throws {
    let units = Array("\u{FEFF}Переговоры 😀\r\nend".utf16)
    let bytes = units.flatMap {
      littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
    let text = try decode(bytes)
    #expect(string(text) == "Переговоры 😀\nend")
    #expect(text.notes.contains { $0.contains(littleEndian ? "UTF-16 LE" : "UTF-16 BE") })
  }

  @Test func unpairedSurrogateAndOddByteAreNoted() throws {
    let text = try decode([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43])
    #expect(string(text) == "A\u{FFFD}B")
    #expect(text.notes.contains { $0.contains("surrogate") } && text.notes.contains { $0.contains("odd byte") })
  }

  @Test func westernBytesAreWindows1252() throws {
    let text = try decode(Array("He said ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x94, 0x2E])
    #expect(string(text) == "He said “café”.")
    #expect(text.notes.contains { $0.contains("Windows-1252") })
  }

  @Test func cyrillicBytesAreWindows1251() throws {
    // "Минск" and "Київ" in Windows-1251.
    let text = try decode([0xCC, 0xE8, 0xED, 0xF1, 0xEA, 0x20, 0xCA, 0xE8, 0xBF, 0xE2])
    #expect(string(text) == "Минск Київ")
    #expect(text.notes.contains { $0.contains("Windows-1251") })
  }

  /// One letter in UTF-8 is no accident.
  @Test func aStrayByteMakesUTF8NoOtherEncoding() throws {
    let text = try decode(Array("Müller met ".utf8) + [0xE9] + Array("lodie.".utf8))
    #expect(string(text) == "Müller met \u{FFFD}lodie." && text.flags.count == 1)
  }

  @Test func damagedUTF8IsRepairedAndFlagged() throws {
    let text = try decode(Array("“Zelenský” “šéf” ".utf8) + [0xE2, 0x80] + Array(" end".utf8))
    #expect(string(text) == "“Zelenský” “šéf” \u{FFFD} end")
    let flag = try #require(text.flags.first)
    #expect(String(decoding: text.bytes[flag.span.range], as: UTF8.self) == "\u{FFFD}")
  }

  @Test func flagsMoveWithTheLineEnds() throws {
    let text = try decode(Array("“a”\r\n“b”\r\r".utf8) + [0xFF] + Array("c\r\n".utf8))
    #expect(string(text) == "“a”\n“b”\n\n\u{FFFD}c\n")
    let flag = try #require(text.flags.first)
    #expect(String(decoding: text.bytes[flag.span.range], as: UTF8.self) == "\u{FFFD}")
  }

  @Test func fewNULsAreReplacedManyAreBinary() throws {
    let text = try decode(Array("one\0two".utf8))
    #expect(string(text) == "one\u{FFFD}two")
    #expect(text.notes == ["1 NUL byte replaced by U+FFFD"])
    #expect(throws: NotText.self) { try decode(Array(repeating: [0x41, 0], count: 50).flatMap { $0 }) }
  }

  @Test func knownFormatsAreNamed() {
    #expect(throws: NotText.self) { try decode(Array("%PDF-1.7\nwords".utf8)) }
    #expect(throws: NotText.self) { try decode([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) }
    #expect(throws: NotText.self) { try decode(Array(" \n\t ".utf8)) }
    #expect(throws: NotText.self) { try decode([]) }
  }

  @Test func anyBytesGiveValidTextOrAReason() throws {
    var state: UInt64 = 88_172_645_463_325_252
    for round in 0..<2_000 {
      let bytes: [UInt8] = (0..<round % 97).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        // Half the rounds are mostly ASCII, so that more than the binary check is reached.
        return round % 2 == 0
          ? UInt8(state >> 32 & 0xFF) : UInt8(state >> 32 & 0x7) == 0 ? UInt8(state >> 40 & 0xFF) : 0x61
      }
      guard case .success(let text) = TextDecoder.decode(bytes) else { continue }
      #expect(Array(string(text).utf8) == text.bytes)
      #expect(!text.bytes.contains(0x0D) && !text.bytes.contains(0))
      for flag in text.flags { #expect(Int(flag.span.end) <= text.bytes.count) }
    }
  }
}
