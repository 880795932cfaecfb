import Dossier
import Ingest
import Testing

/// What is article and what is not, block by block, in the five seeds.
struct SeedsTests {
  private static let seeds: [Document] = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return Loader().load(["/\(root)/seeds"]).documents
  }()

  private func seed(_ name: String) throws -> Document {
    try #require(Self.seeds.first { $0.name == name })
  }

  /// The line numbers of the blocks of each kind.
  private func lines(_ document: Document, _ isWanted: (Block.Kind) -> Bool) -> [Int] {
    document.blocks.filter { isWanted($0.kind) }.map { document.text.line(at: Int($0.span.start)) }
  }

  @Test func titles() throws {
    let titles = Self.seeds.map { seed in seed.title.map { seed.text.line(at: Int($0.start)) } }
    #expect(titles == [4, 1, nil, 1, 1])
  }

  @Test func debrisByKind() throws {
    #expect(try lines(seed("000")) { $0 == .debris(.breadcrumb) } == [1])
    let second = try seed("001")
    #expect(lines(second) { $0 == .debris(.related) } == [9, 23, 47])
    #expect(lines(second) { $0 == .debris(.caption) } == [25, 37])
    #expect(lines(second) { $0 == .debris(.credit) } == [59])
    #expect(lines(second) { $0 == .debris(.commentForm) } == [61, 63])
    #expect(try lines(seed("002")) { $0 == .debris(.duplicate) } == Array(16...28))
    #expect(try lines(seed("004")) { $0 == .debris(.ticker) } == [6])
    #expect(try lines(seed("004")) { $0 == .debris(.tagline) } == [10])
  }

  @Test func nothingElseIsDebris() {
    let counts = Self.seeds.map { $0.blocks.count { !$0.isRead } }
    #expect(counts == [1, 8, 13, 0, 2])
  }

  @Test func headingsDecksAndItemsAreRead() throws {
    #expect(try lines(seed("001")) { $0 == .heading } == [13, 27, 39, 51])
    #expect(try lines(seed("003")) { $0 == .heading } == [4])
    #expect(try lines(seed("003")) { $0 == .listItem } == [8, 9])
    #expect(try lines(seed("000")) { $0 == .deck } == [7])
    #expect(try lines(seed("004")) { $0 == .deck } == [2])
  }

  @Test func theDatelineGivesOutletAndDateWithoutAYear() throws {
    let seed = try seed("002")
    #expect(seed.source?.name == "BelTA" && seed.source?.basis == .dateline)
    #expect(seed.published?.date == PartialDate(month: 8, day: 1))
    #expect(seed.published?.span.map { seed.text[$0] } == "1 August")
    #expect(Self.seeds.filter { $0.published != nil || $0.source != nil }.count == 1)
  }

  @Test func blocksHoldEveryByteThatIsNotWhiteSpace() {
    for seed in Self.seeds {
      var end = 0
      for block in seed.blocks {
        #expect(seed.text.bytes[end..<Int(block.span.start)].allSatisfy { $0 <= 0x20 })
        end = Int(block.span.end)
      }
      #expect(seed.text.bytes[end...].allSatisfy { $0 <= 0x20 })
    }
  }
}
