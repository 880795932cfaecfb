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

  /// Title and body of a text.
  private func headline(_ string: String) throws -> (title: String?, body: [String]) {
    let document = try read(string)
    let body = document.blocks.filter { $0.isRead && $0.kind != .title }.map { document.text[$0.span] }
    return (document.headline, body)
  }

  @Test(arguments: [
    "Ministers agree on a bridge; \nTwo cities will share the cost.",
    "Ministers agree on a new bridge\nTwo cities share it",
    "Ministers agree\non a new bridge over the river", "Storm; flood;\nbridge closed,\nferries stay",
    "Ministers speak for three hours and agree on a bridge; \nThe two cities will share the cost of it in equal parts.",
  ])
  func aHeadlineOverSeveralLinesIsOneTitle(_ lines: String) throws {
    let (title, body) = try headline("\(lines)\n\n\(Self.body)")
    #expect(title == lines.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    #expect(body == Self.body.split(separator: "\n").map(String.init))
  }

  @Test(arguments: [
    "Ministers agree on a new bridge.\nTwo cities will share the cost",
    "The Daily Example\nMinisters agree on a new bridge",
    "Ministers agree on a new bridge\nBy Anna Kowalska", "Ministers agree on a new bridge\n4 May 2021",
    "Ministers agree on a new bridge\nLORNE (AP) — Work starts in spring",
    "- Ministers agree on a new bridge\n- Two cities share the cost",
  ])
  func otherLinesAboveATextAreNotJoined(_ lines: String) throws {
    #expect(try headline("\(lines)\n\n\(Self.body)").title?.contains("bridge The") != true)
    #expect(try read("\(lines)\n\n\(Self.body)").blocks.count == 5)
  }

  @Test(arguments: [
    ("Mayor opens bridge. LORNE 1996-08-25", "Mayor opens bridge.", "LORNE"),
    (
      "ROWING-RESULTS OF THE LAKE CUP. ST. LORNE, Ohio 1996-08-25", "ROWING-RESULTS OF THE LAKE CUP.", "ST. LORNE, Ohio"
    ),
    ("Mayor opens bridge over the river NEW LORNE 1996-08-25", "Mayor opens bridge over the river", "NEW LORNE"),
    ("Mayor opens bridge 1996-08-25", "Mayor opens bridge", ""),
  ])
  func placeAndDateBehindAHeadlineAreADateline(_ line: String, _ title: String, _ place: String) throws {
    let document = try read("\(line)\n\(Self.body)")
    #expect(document.headline == title)
    #expect(document.published?.date == PartialDate(year: 1996, month: 8, day: 25))
    #expect(document.published?.basis == .dateline)
    #expect(document.published?.span.map { document.text[$0] } == "1996-08-25")
    let dateline = try #require(document.blocks.dropFirst().first)
    #expect(document.text[dateline.span] == (place.isEmpty ? "" : place + " ") + "1996-08-25")
    #expect(dateline.kind == .paragraph)
  }

  @Test func aLineOfATableIsNoTitleBelowAHeadline() throws {
    let table = """
      ROWING-RESULTS OF THE LAKE CUP
      Results after the last
      race of the cup on the lake at Lorne
      (boats from here unless noted):
      274 Anna Kowalska 70 66 68 70
      277 Ben Ode 70 70 71 66, Ada Marsh 68 72 69 68,
      282 Ida Brandt 73 70 70 69
      B. Quill c Ada Marsh b Ben Ode Holm 54
      Ines Okafor c Brandt b Marsh Kowalska 31
      """
    #expect(try headline(table).title == "ROWING-RESULTS OF THE LAKE CUP")
    #expect(try headline("\(table)\n\(Self.body)").title == "ROWING-RESULTS OF THE LAKE CUP")
  }

  @Test(arguments: ["Ada Marsh said “no”.", "The bridge is open", "Nobody came to the harbour"])
  func theOnlyWordsOfATextAreItsBody(_ words: String) throws {
    let (title, body) = try headline(words + "\n")
    #expect(title == nil && body == [words])
  }

  @Test(arguments: [
    "ABSTRACT.", "FULL TEXT.", "Watch the video above.", "Follow Anna Kowalska on Twitter @example.",
    "You can follow Ben Ode on Facebook", "Do you like the bridge? Like the page:",
    "Ada MarshFlagShareLikeReplyBen Ode 5ptsmoderatorFeaturedMay 6, 2021 10:57PMThe Bridge Is Long",
  ])
  func furnitureIsFolded(_ line: String) throws {
    let document = try read("Ministers agree on a new bridge\n\n\(line)\n\n\(Self.body)\n\n\(line)2")
    let kinds = document.blocks.filter { document.text[$0.span].hasPrefix(line) }.map(\.isRead)
    #expect(kinds.first == false)
    #expect(document.blocks.filter(\.isRead).count >= 4)
  }

  @Test(arguments: [
    "Follow the river and you come to Lorne, where the bridge stands.",
    "Flags, shares and likes do not build a bridge.",
    "They follow each other on the bridge.", "PostLikeness and ShareLikePosting are words of nobody.",
  ])
  func wordsOfFurnitureInASentenceAreRead(_ line: String) throws {
    let document = try read("Ministers agree on a new bridge\n\n\(Self.body)\n\n\(line)\n\n\(Self.body.dropFirst(4))")
    #expect(document.blocks.contains { $0.isRead && document.text[$0.span] == line })
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
