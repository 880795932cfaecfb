import Dossier
import Foundation
import Ingest
import Reading
import TestSupport
import Testing

@testable import Library

/// What was read comes back as it was, and never where anything has changed.
@Suite struct AnalysisCacheTests {
  private static let inputs = [
    AnalysisCache.Input(path: Array("a.txt".utf8), size: 5, stamp: [1, 2, 3], changed: 5, digest: 7),
    AnalysisCache.Input(path: Array("b.bin".utf8), size: 6, stamp: [4], changed: 6, digest: 8, problem: "is no text"),
  ]

  private func cache(_ folder: TemporaryFolder, engine: String = "one", limit: Int = 1 << 20) -> AnalysisCache {
    AnalysisCache(folder: folder.path + "/deep/cache", engine: engine, limit: limit)
  }

  private func entries(of cache: AnalysisCache) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache.folder).map { "\(cache.folder)/\($0)" }
  }

  /// Every value that a dossier holds, as text.
  private func dump(_ dossier: Dossier) -> String {
    var text = ""
    Swift.dump(dossier, to: &text)
    return text
  }

  @Test func everyValueComesBack() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder)
    let (documents, _) = Loader().load([Repository.seeds])
    var read = DossierReader().read(documents)
    read.documents[0].isPage = true
    for dossier in [Dossier(), SampleDossier().dossier, read] {
      var hashed = dossier
      for index in hashed.documents.indices {
        let document = hashed.documents[index]
        hashed.documents[index] = Document(
          id: document.id, path: document.path, name: document.name, text: document.text, title: document.title,
          source: document.source, published: document.published, author: document.author, url: document.url,
          language: document.language, blocks: document.blocks, flags: document.flags, notes: document.notes,
          event: document.event, contentHash: document.contentHash)
        hashed.documents[index].isPage = document.isPage
      }
      cache.store(.init(inputs: Self.inputs, dossier: dossier))
      let found = try #require(cache.find(Self.inputs) { _ in nil })
      #expect(found.isFresh)
      #expect(found.entry.inputs == Self.inputs)
      #expect(dump(found.entry.dossier) == dump(hashed))
    }
  }

  @Test func aVariantIsFoundByItsNameOnly() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder)
    cache.variant("0 2024\n").store(.init(inputs: Self.inputs, dossier: SampleDossier().dossier))
    #expect(cache.find(Self.inputs) { _ in nil } == nil)
    #expect(cache.variant("1 2024\n").find(Self.inputs) { _ in nil } == nil)
    cache.variant("").store(.init(inputs: Self.inputs, dossier: Dossier()))
    #expect(cache.variant("0 2024\n").find(Self.inputs) { _ in nil }?.entry.dossier.documents.count == 3)
    #expect(cache.find(Self.inputs) { _ in nil }?.entry.dossier.documents.isEmpty == true)
  }

  @Test func anotherEngineAnotherFileOrAnotherContentIsNotFound() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder)
    cache.store(.init(inputs: Self.inputs, dossier: SampleDossier().dossier))
    #expect(self.cache(folder, engine: "two").find(Self.inputs) { _ in nil } == nil)
    #expect(cache.find([Self.inputs[0]]) { _ in nil } == nil)
    var touched = Self.inputs
    touched[0].stamp = [1, 2, 4]
    #expect(cache.find(touched) { _ in nil } == nil)
    #expect(cache.find(touched) { $0 == 0 ? 99 : nil } == nil)
    let same = try #require(cache.find(touched) { $0 == 0 ? 7 : nil })
    #expect(!same.isFresh && same.entry.inputs[0].stamp == [1, 2, 4])
  }

  @Test func aFolderThatWasMovedIsKnown() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder)
    let (documents, _) = Loader().load([Repository.seeds])
    let inputs = documents.enumerated().map { index, document in
      AnalysisCache.Input(
        path: Array(document.path.utf8), size: UInt64(index), stamp: [UInt64(index)], changed: 5, digest: UInt64(index))
    }
    cache.store(.init(inputs: inputs, dossier: Dossier(documents: documents)))
    var moved = inputs
    for index in moved.indices { moved[index].path = Array("/elsewhere/".utf8) + moved[index].path.suffix(24) }
    // Untouched files that were moved with their folder keep their stamps; copies are told by their content.
    let found = try #require(cache.find(moved) { _ in nil })
    #expect(found.isMoved && !found.isFresh)
    #expect(found.entry.dossier.documents.map { Array($0.path.utf8) } == moved.map(\.path))
    for index in moved.indices { moved[index].stamp = [99] }
    #expect(cache.find(moved) { UInt64($0) } != nil)
    #expect(cache.find(moved) { UInt64($0 + 1) } == nil)
    moved[0].path += Array("x".utf8)
    #expect(cache.find(moved) { UInt64($0) } == nil)
  }

  @Test func aFileThatChangedJustNowIsReadAgain() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder)
    var inputs = Self.inputs
    inputs[0].changed = .max
    cache.store(.init(inputs: inputs, dossier: Dossier()))
    var asked: [Int] = []
    _ = cache.find(inputs) { index in
      asked.append(index)
      return 7
    }
    #expect(asked == [0])
  }

  @Test func aDamagedEntryIsAsIfThereWereNone() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder)
    cache.store(.init(inputs: Self.inputs, dossier: SampleDossier().dossier))
    let path = try #require(try entries(of: cache).first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in stride(from: 0, to: whole.count, by: 97) {
      var damaged = whole
      damaged[place] ^= 0x41
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(cache.find(Self.inputs) { _ in nil } == nil, "a byte at \(place) was changed")
    }
    for count in [0, 1, 20, whole.count / 2, whole.count - 1] {
      try whole.prefix(count).write(to: URL(fileURLWithPath: path))
      #expect(cache.find(Self.inputs) { _ in nil } == nil, "cut to \(count) bytes")
    }
    cache.store(.init(inputs: Self.inputs, dossier: SampleDossier().dossier))
    #expect(cache.find(Self.inputs) { _ in nil } != nil)
  }

  /// Damage that the digest would find is not asked of the reader; it must end well all the same.
  @Test func aReaderOfAnyBytesEnds() {
    var writer = ByteWriter()
    DossierEncoder.write(SampleDossier().dossier, to: &writer)
    let whole = writer.finished()
    var state: UInt64 = 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<4 { bytes[random(bytes.count)] = UInt8(random(256)) }
      bytes.withUnsafeBytes { bytes in
        do throws(DamagedEntry) {
          var decoder = DossierDecoder(try ByteReader(bytes))
          _ = try decoder.dossier()
        } catch {}
      }
    }
  }

  @Test func theLongestUnusedGoFirst() throws {
    let folder = try TemporaryFolder()
    let cache = cache(folder, limit: 40_000)
    for name in 0..<12 {
      let input = AnalysisCache.Input(path: Array("\(name)".utf8), size: 1, stamp: [], changed: 0)
      cache.store(.init(inputs: [input], dossier: SampleDossier().dossier))
      for path in try entries(of: cache) {
        let age = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        try FileManager.default.setAttributes(
          [.modificationDate: (age ?? Date()).addingTimeInterval(-10)], ofItemAtPath: path)
      }
    }
    let total = try entries(of: cache).reduce(0) { sum, path in
      sum + (try Data(contentsOf: URL(fileURLWithPath: path))).count
    }
    #expect(total <= 40_000)
    func find(_ name: String) -> Bool {
      let input = AnalysisCache.Input(path: Array(name.utf8), size: 1, stamp: [], changed: 0)
      return cache.find([input]) { _ in nil } != nil
    }
    #expect(find("11") && !find("0"))
  }

  @Test func theEngineIsNamed() {
    #expect(EngineVersion.current.count >= 8)
    #expect(EngineVersion.current == EngineVersion.current)
  }
}
