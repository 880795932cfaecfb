import Foundation
import TestSupport

/// The built programs, and the surroundings that tests run them in.
enum Products {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// The path of a built program: beside the test bundle.
  static func path(of name: String) throws -> String {
    let candidates = [
      CommandLine.arguments[0], try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
    ]
    for candidate in candidates {
      let path = URL(fileURLWithPath: candidate).deletingLastPathComponent().appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw Missing(description: "\(name) is not beside \(candidates)")
  }

  /// The same in every place: nothing of the person's own comes through.
  static func environment(with changes: [String: String] = [:]) -> [String: String] {
    let fixed = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
    ]
    return fixed.merging(changes) { $1 }.filter { !$0.value.isEmpty }
  }

  /// The five articles.
  static var seeds: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("seeds").path
  }

  /// What a program printed without a terminal.
  struct Outcome {
    let output: String
    let errors: String
    let code: Int32
  }

  /// Runs the built program `name` with `input` and without a terminal.
  /// - Parameters:
  ///   - inputFile: what standard input is in place of `input`.
  ///   - folder: where it is run; where the tests are, unless it is given.
  static func run(
    _ name: String = "crossread", arguments: [String], input: String = "", environment: [String: String] = [:],
    inputFile: String? = nil, folder workingFolder: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path(of: name))
    process.arguments = arguments
    if let workingFolder { process.currentDirectoryURL = URL(fileURLWithPath: workingFolder) }
    process.environment = self.environment(with: environment)
    // Files, since a pipe that is full stops the program.
    let folder = try TemporaryFolder()
    let files = try ["in", "out", "err"].map { file in try folder.write(file, file == "in" ? input : "") }
    // A folder too can be opened so, and then not be read.
    let descriptor = open(inputFile ?? files[0], O_RDONLY | O_CLOEXEC)
    process.standardInput = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files[2]))
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    return Outcome(output: texts[1], errors: texts[2], code: process.terminationStatus)
  }
}
