import Dossier
import Testing

@testable import Ingest

/// Whole documents, from their bytes.
struct ArticleReaderTests {
  private func read(_ string: String) throws -> Document {
    try Loader().document(bytes: Array(string.utf8), path: "a.txt", name: "a", id: Document.ID(0)).get()
  }

  private static let body = """
    The two ministers met in the old town hall and spoke for three hours about the new bridge over the river.
    They agreed that work should start in spring, and that both cities would pay an equal share of the cost.
    A second meeting is planned for the autumn, when the engineers will have finished their report on the ground.
    """

  @Test func bylineAndDateLineAreMetadata() throws {
    let document = try read(
      "Ministers agree on a new bridge\nBy Anna Kowalska and Ben Ode\nPublished: 4 May 2021, 10:15\n\(Self.body)")
    #expect(document.title.map { document.text[$0] } == "Ministers agree on a new bridge")
    #expect(document.author.map { document.text[$0] } == "Anna Kowalska and Ben Ode")
    #expect(document.published?.date == PartialDate(year: 2021, month: 5, day: 4))
    #expect(document.published?.span.map { document.text[$0] } == "4 May 2021")
    #expect(document.blocks.filter(\.isRead).count == 4)
  }

  @Test func outletFromATitleLineAndAByline() throws {
    let first = try read(
      "Ministers agree on a new bridge | The Daily Example\n\nMinisters agree on a new bridge\n\n\(Self.body)")
    #expect(first.source?.name == "The Daily Example" && first.source?.basis == .metadata)
    #expect(first.blocks.first?.debris == .titleRepeat)
    let second = try read("Ministers agree on a new bridge\nBy Ben Ode, Associated Press\n\(Self.body)")
    #expect(second.source?.name == "AP" && second.source?.basis == .byline)
  }

  @Test func aNameAndItsAgencyAreAByline() throws {
    let document = try read("Anna Kowalska, The Associated Press\n\n\(Self.body)")
    #expect(document.source?.name == "AP" && document.source?.basis == .byline)
    #expect(document.author.map { document.text[$0] } == "Anna Kowalska")
    #expect(document.title == nil)
    let title = try read("Ministers Anger Reuters\n\n\(Self.body)")
    #expect(title.author == nil)
  }

  @Test func datesInTheArticleAreLeftToItsEvents() throws {
    let document = try read("Ministers agree on a new bridge\n\nOn August 1, the ministers met.\n\n\(Self.body)")
    #expect(document.published == nil && document.source == nil)
  }

  @Test func wrappedLinesAreParagraphs() throws {
    let wrapped = """
      Ministers agree on a new bridge

      The two ministers met in the old town hall and spoke for three hours
      about the new bridge over the river. They agreed that work should
      start in spring, and that both cities would pay an equal share of it.

      A second meeting is planned for the autumn, when the engineers will
      have finished their long report on the ground below the river and on
      the price of steel.

      Nobody asked what the fishermen thought of the plan, although some of
      them stood in front of the hall for the whole of the day.
      """
    let document = try read(wrapped)
    #expect(document.blocks.count == 4)
    #expect(document.notes == ["wrapped lines were read as paragraphs"])
    let short = try read("Roses are red\nViolets are blue\nSugar is sweet\n\nAnd so are you\n")
    #expect(short.blocks.count == 4)
  }

  @Test func aShortTextIsRead() throws {
    #expect(try read("Hello").blocks.contains(where: \.isRead))
    #expect(try read("Read more").blocks.count == 1)
  }

  @Test func languages() throws {
    #expect(try read(Self.body).language == "en")
    #expect(
      try read(
        "Министры встретились в ратуше и говорили о мосте. Они решили, что это не конец, как его понимали в начале, и на этом не остановились."
      ).language == "ru")
    #expect(
      try read(
        "Die Minister trafen sich und sprachen mit der Stadt über das Geld. Das ist nicht alles, und der Bau der Brücke ist nicht sicher."
      ).language == "de")
    #expect(try read("大臣たちは町で会い、新しい橋について話しました。").language == "ja")
  }

  @Test func hostileBytesNeverTrap() throws {
    let pieces = [
      "\n", "\n\n", "“", "\"", " ", "-", "(AP) ", "/", "MINSK", ", 1 ", "August", ".", ">", "» ", "By ", "© ", "Я", "中",
      "\u{200B}", "War", "- ", "See also", "AbcDef",
    ]
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    for _ in 0..<400 {
      var string = ""
      for _ in 0..<60 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        string += pieces[Int(state >> 16) % pieces.count]
      }
      guard let document = try? read(string) else { continue }
      let spans = document.blocks.map(\.span) + document.flags.map(\.span)
      for span in spans + [document.title, document.author].compactMap({ $0 }) {
        #expect(Int(span.end) <= document.text.count && !span.isEmpty)
        #expect(Array(document.text[span].utf8) == Array(document.text.bytes[span.range]))
      }
    }
  }
}
