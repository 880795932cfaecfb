public import Dossier
public import Library
import Query
public import Terminal

/// The reader at a terminal: shows documents at once, has them read on another thread, and carries events and frames
/// between the terminal and the state.
@MainActor public enum ReaderApp {
  /// What is to be read, and whom the reader asks.
  public struct Request: Sendable {
    /// As `Ingest` gives them; they are shown before anything is read from them.
    var documents: [Document]
    /// What was opened, as a person would call it.
    var title: String
    /// What the person opened, in full: the name of the set in the library where its articles have changed.
    var opened: String
    /// What was read from them before, where that still holds; nothing is read then, unless by dates that were given.
    public var known: Dossier?
    /// What was read before by dates that were given; called on another thread.
    public var recall: (@Sendable (GivenDates) -> Dossier?)?
    /// Options, keys and themes as the person set them.
    public var setup = ReaderSetup()
    /// Opens the library that keeps what a person adds, or says why there is none; `nil` keeps nothing. Called again, on
    /// another thread, where it could not be written.
    public var open: (@Sendable () -> Result<Library, LibraryProblem>)?
    /// Puts what was read where it is known the next time; called once, on another thread.
    public var keep: (@Sendable (Dossier, GivenDates) -> Void)?
    /// Writes excerpts; `nil` cannot.
    public var exporter: Exporter?
    /// What is said at the start beside what the setup says.
    public var notice: String?
    /// What a reading that ended to begin anew left.
    public var carried: Carried?

    public init(_ documents: [Document], title: String, opened: String) {
      self.documents = documents
      self.title = title
      self.opened = opened
    }
  }

  /// How a reading ended.
  public enum Ending: Sendable {
    /// The person has quit; what could not be kept, as one line to say once the terminal is given back.
    case quit(problem: String?)
    /// The files are to be read anew, and the person is to go on where they were.
    case reload(Carried)
  }

  /// What outlasts the articles as they were read: all that was added, and where the person stood.
  public struct Carried: Sendable {
    let annotations: [Annotation]
    let session: [String: String]
  }

  /// Reads articles with a person until they quit, or ask for the files to be read anew.
  /// - Parameter read: turns documents into a dossier, asking after every step what to do next; called on other threads, again
  ///   where the person gives an article another date.
  /// - Throws: `ScreenError` where there is no terminal to take; the terminal is untouched then.
  public static func run(
    _ request: Request,
    reading read:
      @escaping @Sendable ([Document], _ report: (ReadingProgress, _ soFar: () -> Dossier) -> ReadingOrder) -> Dossier
  ) throws(ScreenError) -> Ending {
    let setup = request.setup
    let screen = try Screen(setup.screenOptions(colorFGBG: Launcher.environment("COLORFGBG")))
    defer { screen.close() }
    let mailbox = Mailbox<News>()
    var job = ReadingJob()
    let runner = EffectRunner(screen, request, mailbox)
    let readingAnew = ReadingAnew(request, mailbox, read)
    let keeper = request.open.map { open in
      Keeper(open: open, opened: request.opened) { mailbox.post(.keeping($0)) }
    }
    let content = { @Sendable (documents: [Document]) -> LibraryContent in
      var content = keeper?.load(documents) ?? LibraryContent(annotations: request.carried?.annotations ?? [])
      if let carried = request.carried { content.session = carried.session }
      return content
    }
    let known = request.known.flatMap { known in Outcome(known: known, request, content(known.documents)) }
    let first = known?.index ?? DossierIndex(Dossier(documents: request.documents), isReading: true)
    var state = ReaderState(
      first, title: request.title, columns: screen.columns, rows: screen.rows,
      options: setup.options, keys: setup.keys)
    state.correctsAside = true
    let notices = [setup.notice, request.notice].compactMap(\.self)
    if !notices.isEmpty {
      state.message = notices.joined(separator: " · ")
    } else if setup.options.greeting {
      state.status = .greeting
    }
    var session: Session?
    /// What others added, until nothing lies over the view: a note that is saved takes the place of what its writer saw only.
    var arrivals: [RemarkArrival] = []
    /// Corrections that were laid, until nothing over the view speaks of what they may number anew.
    var laid: CorrectionWork.Done?
    var hasPressed = false
    var search: String?
    /// The index whose accounts can be filtered without delay.
    var filterable: Int?
    func take(_ outcome: Outcome) {
      replace(outcome.index, remarks: outcome.remarks, in: &state)
      // Somebody who has begun to read is not taken elsewhere.
      if !hasPressed {
        state.resume(outcome.content.session)
        search = outcome.content.session["search"]
      }
      session = Session(state)
      if !job.isStopped { readingAnew.begin(with: outcome.dates) }
      if let notice = outcome.content.notice {
        state.message = ((hasPressed ? [] : notices) + [notice]).joined(separator: " · ")
      } else if !hasPressed, !notices.isEmpty {
        state.message = notices.joined(separator: " · ")
      }
    }
    if let known { take(known) }
    screen.show(state.screen())
    func begin(_ job: ReadingJob, known: Outcome? = nil) {
      Task.detached {
        let corpus = first.finder.corpus
        let outcome =
          known
          ?? Outcome(of: request, content(request.documents), corpus) { documents in
            job.run(documents, corpus: corpus, read) { mailbox.post(.reading($0)) }
          }
        outcome.index.marks.prepare()
        if known == nil { mailbox.post(.outcome(outcome)) }
        outcome.index.finder.prepare()
        mailbox.post(.searchable)
        if !job.isStopped, !outcome.isRecalled { request.keep?(outcome.dossier, outcome.dates) }
      }
    }
    begin(job, known: known)
    var ahead: StepAhead?
    var typeAhead = TypeAhead()
    while true {
      let events = screen.nextEvents()
      let allNews = mailbox.drain()
      if events.contains(where: { if case .key = $0 { true } else { false } }) {
        hasPressed = true
        if session != nil { keeper?.look() }
      }
      var effects: [Effect] = []
      var drawn: CellGrid?
      if allNews.isEmpty, arrivals.isEmpty, let step = ahead, step.isTaken(by: events) {
        (state, drawn) = (step.state, step.screen)
      } else {
        for event in events {
          let now = ContinuousClock.now
          guard !typeAhead.takes(event, at: now) else { continue }
          effects += state.handle(event)
          typeAhead.note(isLineRefused: state.isLineRefused, at: now)
        }
      }
      ahead = nil
      for news in allNews {
        switch news {
        case .reading(.progress(let status)): state.note(status)
        case .reading(.part(let index)): replace(index, in: &state)
        case .outcome(let outcome):
          let stopped = job.isStopped ? state.reading : nil
          take(outcome)
          state.stopped = stopped
          if let why = state.whyStopped { state.message = why.capitalisedFirst }
        case .searchable:
          if !hasPressed { state.resumeSearch(search) }
          let make = state.makingGround()
          Task.detached { mailbox.post(.ground(make())) }
        case .ground(let ground): state.ground = ground
        case .corrected(let corrected): laid = corrected
        case .readAnew(let dossier, let dates): if readingAnew.wants(dates) { state.take(readAnew: dossier) }
        case .keeping(.arrived(let arrival)): arrivals.append(arrival)
        case .keeping(.isKept(let isKept)): state.isKept = isKept
        case .line(let line), .keeping(.line(let line)): state.message = line
        case .notWritten(let excerpt, let path, let why): state.askAgain(excerpt, path: path, why)
        case .exists(let excerpt, let path): state.askToOverwrite(excerpt, path: path)
        }
      }
      if let corrected = laid, state.layers.isEmpty || !state.remarks.isReadAnew {
        let old = state.index
        state.finish(corrected)
        Task.detached { withExtendedLifetime(old) {} }
        laid = nil
      }
      // What an explanation says would not be what stands under it any more.
      if state.layers.isEmpty {
        arrivals.forEach { state.receive($0) }
        arrivals = []
      }
      readingAnew.follow(state)
      job.look(at: state.document)
      if effects.contains(.stopReading) { job.stop() }
      if effects.contains(.readOn) {
        job = ReadingJob()
        begin(job)
      }
      if let work = state.takeCorrection() {
        Task.detached {
          let corrected = work.done()
          corrected.index.marks.prepare()
          mailbox.post(.corrected(corrected))
        }
      }
      var isReloaded = effects.contains(.reload)
      for effect in effects where runner.perform(effect, &state) { isReloaded = true }
      keeper?.keep(state.remarks.takeUnkept())
      if isReloaded, let carried = carried(from: &state, keeper) {
        job.stop()
        readingAnew.stop()
        return .reload(carried)
      }
      var isOver = effects.contains(.quit)
      if isOver, !state.isQuitAsked, keeper?.isBehind() ?? false {
        state.isKept = false
        isOver = state.quit().contains(.quit)
      }
      if !isOver { screen.show(drawn ?? state.screen()) }
      // Where the person stands can wait until they see it.
      if let keeper, session != nil {
        let now = Session(state)
        if now != session { keeper.keep(now) }
        session = now
      }
      if isOver { return .quit(problem: keeper?.finish()) }
      if state.view == .differences, filterable != state.index.serial {
        filterable = state.index.serial
        let finder = state.index.finder
        Task.detached { finder.prepareAccounts() }
      }
      ahead = StepAhead(from: state, after: events)
    }
  }

  /// What goes over to the next reading; `nil` where that would lose something, which is said.
  private static func carried(from state: inout ReaderState, _ keeper: Keeper?) -> Carried? {
    let why = state.whyNoReload ?? (keeper?.isBehind() ?? false ? "what you added is not kept" : keeper?.finish())
    if let why {
      state.message = "Not read anew: \(why)"
      return nil
    }
    return Carried(annotations: state.remarks.placed.map(\.annotation), session: Session(state).values)
  }

  /// Shows what was read; what it takes the place of is taken apart on another thread, as that takes long for a large set.
  private static func replace(_ index: DossierIndex, remarks: Remarks? = nil, in state: inout ReaderState) {
    let old = state.index
    state.replace(index, remarks: remarks)
    Task.detached { withExtendedLifetime(old) {} }
  }

  /// What other threads tell.
  enum News: Sendable {
    case reading(ReadingJob.Message)
    case outcome(Outcome)
    /// The articles were read by other dates that the person gave.
    case readAnew(Dossier, by: GivenDates)
    /// Corrections are laid over the dossier.
    case corrected(CorrectionWork.Done)
    /// The texts are folded: a search costs little now.
    case searchable
    /// What searches for speakers and marks look through.
    case ground(SearchGround)
    /// What became of what the person adds, or what came into the library.
    case keeping(Keeper.News)
    /// One line to say.
    case line(String)
    /// An excerpt could not be written, and why.
    case notWritten(Excerpt, path: String, String)
    /// A file that an excerpt was to go to is there already.
    case exists(Excerpt, path: String)
  }
}
