import Dossier
import Terminal

/// Has the articles read anew on another thread where the person gives one another date than it was read by.
@MainActor final class ReadingAnew {
  typealias Read = ReadingJob.Read

  /// A larger set takes so long that it is read by the date when it is opened the next time.
  private static let largest = 100

  private let request: ReaderApp.Request
  private let read: Read
  private let mailbox: Mailbox<ReaderApp.News>
  /// By which they were read, or are being read; `nil` before they were, and where they are not to be read anew.
  private var dates: GivenDates?
  /// `Remarks.corrections` when it was last looked for dates.
  private var corrections = 0
  private var job: ReadingJob?

  init(_ request: ReaderApp.Request, _ mailbox: Mailbox<ReaderApp.News>, _ read: @escaping Read) {
    (self.request, self.mailbox, self.read) = (request, mailbox, read)
  }

  /// The articles have been read by these dates.
  func begin(with dates: GivenDates) {
    if request.documents.count <= Self.largest { self.dates = dates }
  }

  /// Begins to read where the dates are others now.
  func follow(_ state: ReaderState) {
    guard let dates, state.remarks.corrections != corrections else { return }
    corrections = state.remarks.corrections
    let wanted = GivenDates(state.remarks.placed, of: request.documents)
    guard wanted != dates else { return }
    self.dates = wanted
    job?.stop()
    let job = ReadingJob()
    self.job = job
    let corpus = state.index.finder.corpus
    Task.detached { [request, read, mailbox] in
      let recalled = request.recall?(wanted)
      let dossier = recalled ?? wanted.reading(request.documents) { job.run($0, corpus: corpus, read) { _ in } }
      guard !job.isStopped else { return }
      mailbox.post(.readAnew(dossier, by: wanted))
      if recalled == nil { request.keep?(dossier, wanted) }
    }
  }

  /// Ends what is being read.
  func stop() { job?.stop() }

  /// Whether what was read by these dates is what is wanted still.
  func wants(_ dates: GivenDates) -> Bool { dates == self.dates }
}
