import ArgumentParser
import FoundationEssentials
import Report

/// A filter over JSON lines: one object in, one out, same order, constant memory.
///
/// A line that is no JSON object or lacks a field gives `{"id": …|null, "error": "…"}` in its place; the run goes on.
enum LineMode {
  /// One object of the input.
  struct Input {
    fileprivate let fields: [String: JSONValue]
    /// The value of `id`, as JSON.
    let id: [UInt8]

    /// A text field that must be there.
    /// - Throws: `Problem` if it is missing or no string.
    func string(_ name: String) throws(Problem) -> String {
      guard let value = fields[name] else { throw Problem(message: "field \"\(name)\" is missing") }
      guard case .string(let string) = value else { throw Problem(message: "field \"\(name)\" is not a string") }
      return string
    }

    /// A text field that may be missing or `null`.
    func optionalString(_ name: String) -> String? {
      if case .string(let string)? = fields[name] { string } else { nil }
    }
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
    while let line = try lines.next() {
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
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(line))
    } catch {
      throw Problem(message: "not valid JSON")
    }
    guard case .object(let fields) = value else { throw Problem(message: "not a JSON object") }
    return Input(fields: fields, id: encode(id: fields["id"]))
  }

  private static func encode(id: JSONValue?) -> [UInt8] {
    var writer = JSONWriter()
    switch id {
    case .string(let string): writer.value(string)
    case .integer(let number): writer.value(number)
    case .number(let number): writer.verbatim(Array("\(number)".utf8))
    case .object, .array, .bool, .null, nil: writer.null()
    }
    return writer.bytes
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
