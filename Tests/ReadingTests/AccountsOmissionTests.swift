import Dossier
import Language
import Testing

@testable import Reading

@Suite struct AccountsOmissionTests {
  private struct Event {
    var claims: [Claim] = []

    /// - Parameter documents: each a list of sentences.
    init(_ documents: [[String]]) {
      var extractor = ClaimExtractor()
      for (number, sentences) in documents.enumerated() {
        let text = SourceText(sentences.joined(separator: " "))
        let document = Document(id: Document.ID(number), path: "\(number).txt", name: "\(number)", text: text)
        let analysed = Analyser().analyse(text, blocks: [text.span])
        claims += extractor.claims(of: document, text: analysed, statements: [], mentions: [])
      }
      for index in claims.indices {
        claims[index].weights = claims[index].terms.map { _ in 2 }
        claims[index].norm = claims[index].weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }

    /// `0→1: words` for every omission: present in the first document, missing from the second.
    func omissions(alike: [(left: Int, right: Int, likeness: Double)] = []) -> [String] {
      let background = Background(axisRarity: AxisLexicon.shared.axes.map { _ in 1 }, axes: AxisLexicon.shared.axes)
      let pairs = alike.map { pair in
        var like = LikePair(
          ClaimPair(claims[pair.left], claims[pair.right], background: background), left: pair.left, right: pair.right)
        like.likeness = pair.likeness
        return like
      }
      return OmissionFinder().omissions(among: claims, pairs: pairs).map { omission in
        let claim = claims.first { $0.passage == omission.present }
        let words = claim?.words.map(\.norm).joined(separator: " ") ?? ""
        return "\(omission.present.document.index)→\(omission.missingFrom.index): \(words)"
      }
    }
  }

  private let treaty = "The union rejected the harbour treaty and denounced 40 closures."
  private let retold = "The union turned down the harbour treaty and condemned 40 closures."
  private let weather = "Rain fell."

  @Test func namesWhatTheOtherDoesNotTell() {
    let found = Event([[treaty], [weather]]).omissions()
    #expect(found.contains { $0.hasPrefix("0→1: the union rejected") })
  }

  @Test func ranksWhatAnswersTheSentenceBeforeFirst() {
    let plain = "The union rejected the harbour treaty and the closures."
    let found = Event([[plain, "However, the union rejected the harbour treaty and the closures."], [weather]])
      .omissions()
    #expect(found.first { $0.hasPrefix("0→1") }?.contains("however") == true)
  }

  @Test func leavesAloneWhatBothTell() {
    let found = Event([[treaty], [retold]]).omissions(alike: [(0, 1, 0.8)])
    #expect(found.isEmpty)
  }

  @Test func leavesTriviaAndQuestionsAlone() {
    #expect(Event([[treaty, weather], [retold]]).omissions(alike: [(0, 2, 0.8)]).isEmpty)
    let question = "Did the union reject the harbour treaty and denounce 40 closures?"
    #expect(Event([[question], [weather]]).omissions().allSatisfy { !$0.hasPrefix("0→1") })
  }

  /// However few words they share: what is said to be told alike is not said to be left out.
  @Test func leavesAloneWhatIsSaidToBeToldAlike() {
    let event = Event([[treaty], [weather]])
    let passages = event.claims.map(\.passage)
    let agreement = Agreement(claim: passages[0], passages: passages, independentSources: 2)
    #expect(OmissionFinder().omissions(among: event.claims, pairs: [], agreements: [agreement]).isEmpty)
  }

  /// Nor where it is told alike with one document here and another there.
  @Test func leavesAloneWhatIsToldAlikeInTwoPlaces() {
    let event = Event([[treaty], [weather], [weather + " Snow fell too."]])
    let passages = event.claims.map(\.passage)
    let agreements = [1, 2].map {
      Agreement(claim: passages[0], passages: [passages[0], passages[$0]], independentSources: 2)
    }
    let found = OmissionFinder().omissions(among: event.claims, pairs: [], agreements: agreements)
    #expect(found.allSatisfy { $0.present.document.index != 0 })
  }

  /// Two papers that print one text leave one thing out of a third, not two.
  @Test func namesOnceWhatTwoCopiesTell() {
    let found = Event([[treaty], [treaty], [weather]]).omissions(alike: [(0, 1, 1)])
    #expect(
      found.filter { $0.hasSuffix("closures .") } == [
        "0→2: the union rejected the harbour treaty and denounced 40 closures ."
      ])
  }

  @Test(arguments: [
    "Lund continued, “Yes, 40.", "3. Anna Roe (Norland) 180 points", "https://www.tide.example/harbour-closed-40-days",
  ]) func leavesAloneWhatSaysNothingByItself(line: String) {
    #expect(Event([[line], [weather]]).omissions().allSatisfy { !$0.hasPrefix("0→") })
  }

  @Test func saysNothingOfOneDocument() {
    #expect(Event([[treaty, weather]]).omissions().isEmpty)
  }

  @Test func ranksWhatOthersTellTooFirst() {
    let second = "The mayor praised the market reform and hailed 30 traders."
    let event = Event([[second, treaty], [weather], [retold]])
    let found = event.omissions(alike: [(1, 3, 0.8)]).filter { $0.hasPrefix("0→1") }
    #expect(found.first?.contains("union") == true)
    #expect(found.count == 2)
  }
}
