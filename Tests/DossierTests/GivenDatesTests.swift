import TestSupport
import Testing

@testable import Dossier

/// Dates that a person gave articles, by which these are read.
@Suite struct GivenDatesTests {
  private let dossier = SampleDossier().dossier

  private func given(_ dates: (Int, String)...) -> GivenDates {
    let annotations = dates.enumerated().map { number, entry in
      Annotation(
        id: .init(digits: "\(number)"), made: Int64(number),
        anchors: [Anchor(Span(0, 5), in: dossier.documents[entry.0])],
        content: .published(entry.1))
    }
    return GivenDates(annotations, of: dossier.documents)
  }

  @Test func theyAreReadAndNotKept() {
    var seen: [PartialDate?] = []
    let read = given((2, "2024-05-10"), (2, "2024-05-11")).reading(dossier.documents) { documents in
      seen = documents.map(\.published?.date)
      return Dossier(documents: documents)
    }
    #expect(seen[2] == PartialDate(year: 2024, month: 5, day: 11) && seen[0] == dossier.documents[0].published?.date)
    #expect(read.documents.map(\.published) == dossier.documents.map(\.published))
  }

  @Test func theSameDatesHaveTheSameNameAndOthersNot() {
    #expect(given((1, "2024-03-04"), (2, "2024")).name == given((2, "2024"), (1, "2024-03-04")).name)
    #expect(given((1, "2024-03-04")).name != given((2, "2024-03-04")).name)
    #expect(given((0, "2024-03-03")).isEmpty, "the text says so too")
    #expect(given().name.isEmpty)
  }
}
