/// When articles were published, as a person said: what the texts say of time is read by that.
///
/// What is read by such a date keeps the date that the text itself gives: the person's is laid over it like every other
/// correction, and can be taken back.
public struct GivenDates: Hashable, Sendable {
  /// By document; only those that say something else than the text.
  private var dates: [Document.ID: PartialDate] = [:]

  /// None.
  public init() {}

  /// - Parameter annotations: of any kind, oldest first.
  public init(_ annotations: [Annotation], of documents: [Document]) {
    let given = annotations.filter { if case .published = $0.content { true } else { false } }
    self.init(PlacedAnnotation.place(given, in: documents), of: documents)
  }

  /// - Parameter placed: of any kind, oldest first; of several dates of one article the last one given holds.
  public init(_ placed: [PlacedAnnotation], of documents: [Document]) {
    for entry in placed {
      guard case .published(let words) = entry.annotation.content, let passage = entry.passages?.first else { continue }
      dates[passage.document] = PartialDate(words)
    }
    for document in documents where dates[document.id] == document.published?.date { dates[document.id] = nil }
  }

  public var isEmpty: Bool { dates.isEmpty }

  /// The same for the same dates, and for no others: `0 2024-03-15`, a line for each.
  public var name: String { dates.sorted { $0.key < $1.key }.map { "\($0.key.index) \($0.value)\n" }.joined() }

  /// Has documents read by these dates.
  public func reading(_ documents: [Document], _ read: ([Document]) -> Dossier) -> Dossier {
    guard !isEmpty else { return read(documents) }
    var dated = documents
    for (id, date) in dates { dated[id.index].published = Published(date: date, basis: .list, span: nil) }
    var dossier = read(dated)
    for id in dates.keys { dossier.documents[id.index].published = documents[id.index].published }
    return dossier
  }
}
