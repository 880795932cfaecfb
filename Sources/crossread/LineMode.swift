import ArgumentParser
import Foundation
import Report

/// A filter over JSON lines: one object in, one out, same order, constant memory.
///
/// A line that is no JSON object or lacks a field gives `{"id": …|null, "error": "…"}` in its place; the run goes on.
enum LineMode {
  /// One object of the input.
  struct Input {
    fileprivate let fields: [String: Any]
    /// The value of `id`, as JSON.
    let id: [UInt8]

    /// A text field that must be there.
    /// - Throws: `Problem` if it is missing or no string.
    func string(_ name: String) throws(Problem) -> String {
      guard let value = fields[name] else { throw Problem(message: "field \"\(name)\" is missing") }
      guard let string = value as? String else { throw Problem(message: "field \"\(name)\" is not a string") }
      return string
    }

    /// A text field that may be missing or `null`.
    func optionalString(_ name: String) -> String? { fields[name] as? String }
  }

  /// Why a line was not answered.
  struct Problem: Error {
    var message: String
  }

  /// Answers every line of standard input.
  /// - Parameter answer: the whole output line with its line feed.
  /// - Throws: `ExitCode(1)` after the last line if any line was not answered.
  static func run(_ answer: (Input) throws(Problem) -> [UInt8]) throws {
    StandardOutput.ignoreBrokenPipe()
    var lines = StandardInputLines()
    var failed = false
    while let line = lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      var id: [UInt8]?
      do {
        let input = try parse(line)
        id = input.id
        StandardOutput.write(try answer(input))
      } catch {
        failed = true
        StandardOutput.write(refusal(id: id, error.message))
      }
    }
    if failed { throw ExitCode(1) }
  }

  private static func parse(_ line: [UInt8]) throws(Problem) -> Input {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(line), options: [.fragmentsAllowed])
    } catch {
      throw Problem(message: "not valid JSON")
    }
    guard let fields = value as? [String: Any] else { throw Problem(message: "not a JSON object") }
    return Input(fields: fields, id: encode(id: fields["id"]))
  }

  private static func encode(id: Any?) -> [UInt8] {
    guard let id, !(id is NSNull) else { return Array("null".utf8) }
    if let string = id as? String {
      var writer = JSONWriter()
      writer.value(string)
      return writer.bytes
    }
    if let data = try? JSONSerialization.data(withJSONObject: id, options: [.fragmentsAllowed, .sortedKeys]) {
      return Array(data)
    }
    return Array("null".utf8)
  }

  private static func refusal(id: [UInt8]?, _ message: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("id")
      $0.verbatim(id ?? Array("null".utf8))
      $0.member("error", message)
    }
    writer.newline()
    return writer.bytes
  }
}
