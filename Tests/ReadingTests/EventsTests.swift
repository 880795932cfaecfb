import Dossier
import Ingest
import Language
import Testing

@testable import Reading

@Suite struct EventsTests {
  private func events(_ texts: [String], published: [PartialDate?] = []) -> [Int] {
    let documents = texts.enumerated().map { index, string in
      let text = SourceText(string)
      return Document(
        id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: text,
        published: published.isEmpty ? nil : published[index].map { Published(date: $0, basis: .metadata, span: nil) },
        blocks: [Block(span: text.span, kind: .paragraph)])
    }
    let analysed = documents.map { Analyser().analyse($0.text, blocks: [$0.text.span]) }
    var dossier = Dossier(documents: documents)
    EventFinder().find(in: &dossier, texts: analysed)
    return dossier.documents.compactMap { $0.event?.index }
  }

  @Test func joinsAccountsOfOneEventAndPartsDays() {
    let fire = "A fire destroyed the timber warehouse in the old harbour; two sailors were hurt, the brewery was saved."
    let told = "Two sailors were hurt when fire destroyed a timber warehouse beside the brewery in the harbour."
    let vote = "Parliament voted for the pension law after a night of speeches by the liberals."
    #expect(events([fire, told, vote]) == [0, 0, 1])
    #expect(events(["On 3 May, " + fire, "On 9 May, " + told]) == [0, 1])
  }

  @Test func outletsTellOfOneEventForSomeDays() {
    let fire = "A fire destroyed the timber warehouse in the old harbour; two sailors were hurt, the brewery was saved."
    let told = "Two sailors were hurt when fire destroyed a timber warehouse beside the brewery in the harbour."
    func march(_ day: Int) -> PartialDate { PartialDate(year: 2019, month: 3, day: day) }
    #expect(events([fire, told], published: [march(26), march(28)]) == [0, 0])
    #expect(events([fire, told], published: [march(26), nil]) == [0, 0])
    #expect(events([fire, told], published: [march(6), march(28)]) == [0, 1])
    // The lead's weekday tells better than the day of publication.
    #expect(events([fire, "On Monday " + told], published: [march(22), march(31)]) == [0, 0])
    // A date that names something is not when this was.
    #expect(events(["The May 3 riots and " + fire, told], published: [march(26), march(28)]) == [0, 0])
    // Nor is what lies ahead.
    #expect(events([fire, told + " A ferry is set to leave on April 29."], published: [march(26), nil]) == [0, 0])
    // A date long before the publication is only recalled.
    #expect(events(["Since May 3, 2001, " + fire, told], published: [march(26), march(28)]) == [0, 0])
  }

  /// Outlets that tell of one event in other words still say on which day of the week it was.
  @Test func oneWeekdayInBothLeadsSpeaksForOneEvent() {
    let speech =
      "Mary King attacked John Hill over the harbour on Monday. King said that Hill had sold the old quay to his "
      + "friends and left the sailors without a berth. Hill did not answer King. Her party wants new cranes and a "
      + "lighthouse."
    func report(_ day: String) -> String {
      "John Hill, the mayor, heard hard words at the market from Mary King on \(day). King came with a brass band and forty "
        + "voters, sang old songs in the rain, and promised to bring the fish market back before the summer. Hill stayed at home "
        + "with a cold; a clerk read out a letter in which he thanked the musicians and wished everybody a good evening. Children "
        + "sold lemonade, a juggler lost his hat, and the bakers handed out rolls with seeds on them until the clouds broke and "
        + "everybody ran under the arches of the old theatre to wait for the tram."
    }
    func count(_ texts: [String]) -> Int {
      let documents = texts.enumerated().map { index, string in
        let text = SourceText(string)
        return Document(
          id: Document.ID(index), path: "\(index).txt", name: "\(index)", text: text,
          blocks: [Block(span: text.span, kind: .paragraph)])
      }
      return DossierReader().read(documents).events.count
    }
    // Of two alone less is asked than of two among many.
    let things = [
      "ferry", "bakery", "tunnel", "glacier", "violin", "turbine", "orchard", "lottery", "comet", "tannery",
    ]
    let others = things.map { "A \($0) of note was sold, and the \($0) is now in other hands than the old \($0)." }
    #expect(count([speech, report("Monday")] + others) == 1 + count(others))
    #expect(count([speech, report("Thursday")] + others) == 2 + count(others))
  }

  @Test func asksForMoreLikenessAmongMoreDocuments() {
    let bars = [1, 3, 5, 30, 200, 10_000].map { EventFinder.bar(circle: $0, all: $0) }
    #expect(bars == bars.sorted())
    // A person who opens two or three articles mostly opens one story.
    #expect(bars[1] < bars[2])
    #expect(bars[2] < bars[3])
    #expect(bars[4] == bars[5])
    // Whatever else lies beside them.
    #expect(EventFinder.bar(circle: 3, all: 1000) < EventFinder.bar(circle: 5, all: 5))
    #expect(EventFinder.bar(circle: 5, all: 5) < EventFinder.bar(circle: 5, all: 8))
  }

  @Test(arguments: [
    ("LORNE, 3 March (The Example) — The quay opened.", "The quay opened."),
    ("PORT LORNE -- The quay opened.", "The quay opened."),
    ("The quay — an old one — opened.", "The quay — an old one — opened."),
    ("LORNE opened its quay.", "LORNE opened its quay."),
  ])
  func anOpeningLeavesTheDatelineOut(sentence: String, opening: String) {
    #expect(DocumentProfile.withoutDateline(sentence) == opening)
  }

  @Test func labelsSayWhoAndWhat() {
    let lead =
      "Prime Minister Ada Quill met Tomas Brandt in Lorne. The talks lasted a day. Quill said the talks went well. "
      + "Brandt said that they would go on."
    let document = ArticleReader.document(title: "Ada Quill And Tomas Brandt Hold Harbour Talks", lead)
    #expect(DossierReader().read([document]).events.map(\.label) == ["Quill, Brandt · talks"])
  }

  /// Where the titles name nobody, those whom the texts name.
  @Test func labelsSayWhomTheTextsName() {
    let told = "Anna Berg was found dead in the prison of Norburg, police said. Berg had been arrested in a raid."
    let documents = [
      "A boss who was arrested in a raid died in prison within hours", "A boss was found dead in prison after a raid",
    ].enumerated().map { index, title in
      var document = ArticleReader.document(title: title, told)
      document.id = Document.ID(index)
      return document
    }
    let labels = DossierReader().read(documents).events.map(\.label)
    #expect(labels.count == 1 && labels.allSatisfy { $0.hasPrefix("Berg, Norburg") || $0.hasPrefix("Anna Berg") })
  }

  @Test(arguments: [
    ("A ferry sank.", "A ferry sank."),
    (
      "Two sailors of the old harbour ferry are under arrest for the theft of a bell.",
      "Two sailors of the old harbour ferry are under arrest …"
    ),
    (
      "The old harbour ferry with its six sailors left Norburg, unnoticed, late.",
      "The old harbour ferry with its six sailors left Norburg …"
    ),
  ])
  func aLabelThatIsCutSaysSo(text: String, label: String) {
    #expect(EventFinder.short(text) == label)
  }

  /// A wrong date is worse than none.
  @Test(arguments: [
    ("The ferry sank off Norburg on May 3. Two sailors swam ashore.", PartialDate(month: 5, day: 3)),
    ("Two men who had met on May 3 were arrested in Norburg. They denied it.", nil),
    ("The ferry sank off Norburg. Two sailors swam. The ferry was built. It left on May 3.", nil),
  ])
  func anEventHasTheDateOfItsOpening(text: String, date: PartialDate?) {
    let source = SourceText(text)
    let document = Document(
      id: Document.ID(0), path: "a.txt", name: "a", text: source, blocks: [Block(span: source.span, kind: .paragraph)])
    #expect(DossierReader().read([document]).events.map(\.date) == [date])
  }

  @Test func noTwoLabelsAreAlike() {
    func event(_ number: Int, _ label: String, _ place: String? = nil, _ day: Int? = nil) -> Event {
      Event(
        id: .init(number), label: label, date: day.map { PartialDate(month: 8, day: $0) }, place: place, documents: [])
    }
    let labels = EventLabel.distinct([
      event(0, "Quill, Brandt · talks"), event(1, "Quill, Brandt", "Lorne"), event(2, "Quill, Brandt", "Lorne", 3),
      event(3, "Vote · law"), event(4, "Vote · law"), event(5, "Vote · law"), event(6, "Fire"),
    ]).map(\.label)
    #expect(
      labels == [
        "Quill, Brandt · talks", "Quill, Brandt · Lorne", "Quill, Brandt · 3 Aug", "Vote · law", "Vote · law · 2",
        "Vote · law · 3", "Fire",
      ])
  }

  @Test func givesEveryDocumentAnEvent() {
    #expect(events(["", "…", "Word."]).count == 3)
  }
}

private enum ArticleReader {
  /// A document of a title and one paragraph.
  static func document(title: String, _ paragraph: String) -> Document {
    let text = SourceText(title + "\n" + paragraph)
    let first = text.lineSpan(1)
    return Document(
      id: Document.ID(0), path: "a.txt", name: "a", text: text, title: first,
      blocks: [Block(span: first, kind: .title), Block(span: text.lineSpan(2), kind: .paragraph)])
  }
}
