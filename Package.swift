// swift-tools-version: 6.2
import PackageDescription

// One-way imports, ground floor first. A target may import only what stands above it in this list.
var settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
// Set by .ci/run: a warning that lands is a warning that stays.
if Context.environment["CROSSREAD_STRICT"] != nil { settings.append(.treatAllWarnings(as: .error)) }

let package = Package(
  name: "crossread",
  products: [
    .executable(name: "crossread", targets: ["crossread"]),
    .executable(name: "crossread-train", targets: ["Trainer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // The shared document model.
    .target(name: "Dossier", swiftSettings: settings),
    .testTarget(name: "DossierTests", dependencies: ["Dossier", "TestSupport"], swiftSettings: settings),

    // English text analysis that knows nothing of news. The C targets carry its tables and multiply matrices.
    .target(name: "CLanguageTables", exclude: ["tables"]),
    .target(name: "CNetwork"),
    .target(name: "Language", dependencies: ["Dossier", "CLanguageTables", "CNetwork"], swiftSettings: settings),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "CNetwork", "TestSupport"], swiftSettings: settings),

    // What a person has, made into documents.
    .target(name: "CIngestTables", exclude: ["tables"]),
    .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
    .target(name: "Ingest", dependencies: ["Dossier", "CIngestTables", "CGumbo"], swiftSettings: settings),
    .testTarget(name: "IngestTests", dependencies: ["Ingest", "TestSupport"], swiftSettings: settings),

    // The query language and search of texts, for the reader and the command alike.
    .target(name: "Query", dependencies: ["Dossier"], swiftSettings: settings),
    .testTarget(name: "QueryTests", dependencies: ["Query", "TestSupport"], swiftSettings: settings),

    // Documents, made into a dossier.
    .target(name: "CReadingTables", exclude: ["tables"]),
    .target(name: "Reading", dependencies: ["Dossier", "Language", "CReadingTables"], swiftSettings: settings),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "Ingest", "TestSupport"], swiftSettings: settings),

    // The Swift face of the terminal; knows nothing of articles.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminalGuard"),
    .target(name: "Terminal", dependencies: ["CNcurses", "CTerminalGuard"], swiftSettings: settings),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"], swiftSettings: settings),

    // What must outlive the run: what a person added, where they stood, what was read.
    .target(name: "CBuildIdentity"),
    .target(
      name: "Library", dependencies: ["Dossier", "CBuildIdentity", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(
      name: "LibraryTests",
      dependencies: ["Library", "Reading", "Ingest", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),

    // The terminal reader.
    .target(
      name: "Reader", dependencies: ["Dossier", "Library", "Query", "Terminal"], swiftSettings: settings),
    .testTarget(
      name: "ReaderTests", dependencies: ["Reader", "Library", "Query", "Reading", "Ingest", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: settings),

    // What a person set once and for all: options, keys and themes from a TOML file.
    .target(
      name: "Config", dependencies: ["Reader", "Terminal", .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: settings),
    .testTarget(
      name: "ConfigTests", dependencies: ["Config", "Reader", "Terminal", "TestSupport"], swiftSettings: settings),

    // A dossier as text, Markdown, HTML and JSON.
    .target(name: "Report", dependencies: ["Dossier"], swiftSettings: settings),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "Reading", "Ingest", "TestSupport"], swiftSettings: settings),

    // Gives memory back to the system.
    .target(name: "CPages"),

    // The five articles of seeds/, embedded.
    .target(name: "CSeeds"),

    // The command.
    .executableTarget(
      name: "crossread",
      dependencies: [
        "Dossier", "Language", "Ingest", "Query", "Reading", "Terminal", "Reader", "Config", "Report", "Library",
        "CLanguageTables", "CPages", "CSeeds",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Trains the tables; not installed.
    .executableTarget(
      name: "Trainer",
      dependencies: [
        "CNetwork", "Dossier", "Ingest", "Language", "Reading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Dossier"], path: "Tests/TestSupport", swiftSettings: settings),
    // The built command in a real pseudo-terminal, read through a real terminal emulator.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    // Shows what the terminal reports, and misbehaves on request.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe", swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["crossread", "Reader", "TerminalProbe", "CVTerm", "CPseudoTerminal", "TestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// Built by `make fuzz` alone: libFuzzer brings its own main.
if Context.environment["CROSSREAD_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Dossier", "Ingest", "Language", "Reading", "Report"],
      exclude: ["corpus"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
