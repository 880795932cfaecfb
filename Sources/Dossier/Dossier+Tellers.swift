extension Dossier {
  /// `2 sources`, or `2 articles` where one of them names no outlet: nobody knows then whether they are of one.
  public func tellers(of agreement: Agreement) -> String {
    let articles = Set(agreement.passages.map(\.document))
    guard articles.allSatisfy({ self[$0].source != nil }) else { return counted(articles.count, "article") }
    return counted(agreement.independentSources, "source")
  }

  /// Whether all who tell it name their outlets, so that those can be counted.
  public func knowsSources(of agreement: Agreement) -> Bool {
    agreement.passages.allSatisfy { self[$0.document].source != nil }
  }
}
