import Glibc
public import Testing

/// A text kept beside the tests, that what a test makes is compared with.
///
/// With `RECORD_GOLDEN=1` in the environment the files are written instead of compared.
public enum GoldenFile {
  /// Compares `text` with `Golden/NAME.txt` beside the test's own file.
  public static func expect(
    _ text: String, matches name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let path = "\(folder)/Golden/\(name).txt"
    if getenv("RECORD_GOLDEN") != nil {
      mkdir("\(folder)/Golden", 0o755)
      #expect(write(text, to: path), "cannot write \(path)", sourceLocation: sourceLocation)
      return
    }
    guard let kept = read(path) else {
      Issue.record("no golden file \(path); RECORD_GOLDEN=1 makes it", sourceLocation: sourceLocation)
      return
    }
    guard kept != text else { return }
    let (old, new) = (lines(kept), lines(text))
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    Issue.record(
      """
      \(name) differs from line \(first + 1) on; RECORD_GOLDEN=1 accepts it
      was: \(first < old.count ? old[first] : "(end)")
      now: \(first < new.count ? new[first] : "(end)")
      all of it now:
      \(text)
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The whole of a file as text; `nil` where it cannot be read.
  public static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
