/// One line of CoNLL-U, as bytes.
///
/// The format: https://universaldependencies.org/format.html.
public enum ConlluLine: Equatable, Sendable {
  /// A word, with its number and its ten fields.
  case word(number: Int, fields: [ArraySlice<UInt8>])
  /// A multiword-token line or an empty node: valid, not a word.
  case span
  case comment
  case blank

  /// Why a line is no CoNLL-U.
  public enum Defect: Error, Equatable, Sendable {
    case fieldCount(Int)
    case identifier(String)
    case emptyForm
  }

  /// Reads one line, without its line feed.
  /// - Throws: `Defect` for a line that is none of the kinds; odd values in columns after the form are not an error.
  public init(_ line: ArraySlice<UInt8>) throws(Defect) {
    guard let first = line.first else {
      self = .blank
      return
    }
    if first == UInt8(ascii: "#") {
      self = .comment
      return
    }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      self = .blank
      return
    }
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard fields.count == 10 else { throw .fieldCount(fields.count) }
    let identifier = fields[0]
    let digits = identifier.prefix { $0 &- 0x30 < 10 }
    guard !digits.isEmpty, digits.count < 10, let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw .identifier(String(decoding: identifier, as: UTF8.self))
    }
    let rest = identifier[digits.endIndex...]
    if let mark = rest.first {
      let tail = rest.dropFirst()
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."), !tail.isEmpty,
        tail.allSatisfy({ $0 &- 0x30 < 10 })
      else { throw .identifier(String(decoding: identifier, as: UTF8.self)) }
      self = .span
      return
    }
    guard !fields[1].isEmpty else { throw .emptyForm }
    self = .word(number: number, fields: fields)
  }
}
