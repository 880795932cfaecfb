import Dossier
import Query

extension ReaderApp {
  /// What was read, with what the person added on an earlier day laid over it.
  struct Outcome: Sendable {
    let index: DossierIndex
    let remarks: Remarks
    let content: LibraryContent
    /// As it was read, by these dates.
    let dossier: Dossier
    let dates: GivenDates
    /// Whether it was read before, by dates that a person gave.
    let isRecalled: Bool

    private init(
      _ dossier: Dossier, _ content: LibraryContent, by dates: GivenDates, isRecalled: Bool, _ corpus: Corpus?
    ) {
      (self.dossier, self.content, self.dates, self.isRecalled) = (dossier, content, dates, isRecalled)
      remarks = Remarks(content.annotations, on: dossier)
      index = DossierIndex(remarks.dossier, isReading: false, corpus: corpus ?? Corpus(dossier.documents))
    }

    /// What is known of the articles; `nil` where they have been given dates since, by which they are to be read anew.
    init?(known: Dossier, _ request: Request, _ content: LibraryContent) {
      let dates = GivenDates(content.annotations, of: known.documents)
      guard let dossier = dates.isEmpty ? known : request.recall?(dates) else { return nil }
      self.init(dossier, content, by: dates, isRecalled: !dates.isEmpty, nil)
    }

    /// Recalls what was read by the dates that the articles were given, or has them read by those.
    init(of request: Request, _ content: LibraryContent, _ corpus: Corpus, _ read: ([Document]) -> Dossier) {
      let dates = GivenDates(content.annotations, of: request.documents)
      let recalled = dates.isEmpty ? nil : request.recall?(dates)
      self.init(
        recalled ?? dates.reading(request.documents, read), content, by: dates, isRecalled: recalled != nil, corpus)
    }
  }
}
