/// Something that happened, which one or more documents tell of.
public struct Event: Sendable {
  public typealias ID = Identifier<Event>

  public var id: ID
  /// A few words of the texts themselves: `Valaam meeting`.
  public var label: String
  public var date: PartialDate?
  /// Where, as the texts name it.
  public var place: String?
  public var documents: [Document.ID]

  public init(id: ID, label: String, date: PartialDate?, place: String? = nil, documents: [Document.ID]) {
    self.id = id
    self.label = label
    self.date = date
    self.place = place
    self.documents = documents
  }
}
