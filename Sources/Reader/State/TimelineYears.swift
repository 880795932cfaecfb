import Dossier

/// The years in which dates that have none stand in the Timeline: each where it is nearest to a date of its event, else to any
/// of the set. They order the dates and are shown nowhere: that it was that year no text says.
struct TimelineYears {
  private typealias Dated = (event: Event.ID?, year: Int, day: Int)

  private let dossier: Dossier
  /// Events and documents whose year is known, as days since 1970; the middle of what is unknown of them.
  private let dated: [Dated]

  /// Cost: O(documents and events).
  init(_ dossier: Dossier) {
    self.dossier = dossier
    func dated(_ event: Event.ID?, _ date: PartialDate?) -> Dated? {
      guard let date, let year = date.year else { return nil }
      let day = PartialDate(year: year, month: date.month ?? 7, day: date.day ?? (date.month == nil ? 1 : 15)).ordinal
      return day.map { (event, year, $0) }
    }
    self.dated =
      dossier.events.compactMap { dated($0.id, $0.date) }
      + dossier.documents.compactMap { dated($0.event, $0.published?.date) }
  }

  /// Where a document stands in the Timeline. Cost: O(documents) for one whose date lacks a year.
  func order(of id: Document.ID) -> TimelineOrder {
    let date = dossier.date(of: id)
    return TimelineOrder(date, year: date.flatMap { year(for: $0, event: dossier[id].event) })
  }

  private func year(for date: PartialDate, event: Event.ID?) -> Int? {
    if let year = date.year { return year }
    guard let month = date.month else { return nil }
    let own = event == nil ? [] : dated.filter { $0.event == event }
    let candidates = (own.isEmpty ? dated : own).flatMap { near in
      (near.year - 1...near.year + 1).compactMap { year -> (distance: Int, year: Int)? in
        // Some years have no 29th of February.
        PartialDate(year: year, month: month, day: date.day ?? 15).ordinal.map { (abs($0 - near.day), year) }
      }
    }
    return candidates.min { $0 < $1 }?.year
  }
}
