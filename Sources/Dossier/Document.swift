/// One article as a person has it: its text, where it is from, and what in it is not article.
public struct Document: Sendable {
  public typealias ID = Identifier<Document>

  public var id: ID
  /// Where it was read from: a path, or `-` for standard input.
  public var path: String
  /// A short name, unique in the dossier (`000`), for where no outlet is known.
  public var name: String
  public var text: SourceText { didSet { knownHash = nil } }
  /// Whether the text was taken out of a web page, so that its lines are not those of the file.
  public var isPage = false
  /// The headline where it stands in the text.
  public var title: Span?
  public var source: Source?
  /// Whether another document of the dossier is from the same outlet; set by the dossier.
  internal(set) public var isOutletShared = false
  public var published: Published?
  public var author: Span?
  public var url: String?
  /// BCP 47 language code, `en` unless the text says otherwise.
  public var language: String
  /// The blocks (paragraphs, headings, list items) in reading order; together they hold every byte that is not white space.
  public var blocks: [Block]
  public var flags: [Flag]
  /// What a person should know of how it was read, such as the encoding that was assumed.
  public var notes: [String]
  /// The event it tells of; set by `Reading`.
  public var event: Event.ID?
  /// `contentHash`, where somebody has computed it.
  private var knownHash: String?

  public init(
    id: ID, path: String, name: String, text: SourceText, title: Span? = nil, source: Source? = nil,
    published: Published? = nil, author: Span? = nil, url: String? = nil, language: String = "en",
    blocks: [Block] = [], flags: [Flag] = [], notes: [String] = [], event: Event.ID? = nil,
    contentHash: String? = nil
  ) {
    self.id = id
    self.path = path
    self.name = name
    self.text = text
    self.title = title
    self.source = source
    self.published = published
    self.author = author
    self.url = url
    self.language = language
    self.blocks = blocks
    self.flags = flags
    self.notes = notes
    self.event = event
    knownHash = contentHash
  }

  /// `Anchor.hash` of the text. Cost: nothing where it came with the document, else one pass over the text.
  public var contentHash: String { knownHash ?? Anchor.hash(of: text) }

  /// Where an offset stands: `a.txt:7`, as compilers and editors write it, or `a.html, line 7 of its text`.
  public func place(at offset: Int) -> String {
    let line = text.line(at: offset)
    return isPage ? "\(path), line \(line) of its text" : "\(path):\(line)"
  }

  /// What the block that holds an offset of the text is instead of article, if it is debris. Cost: O(log blocks).
  package func debris(at offset: Int) -> Debris? {
    let next = blocks.partitioningIndex { Int($0.span.start) > offset }
    guard next > 0, offset < Int(blocks[next - 1].span.end) else { return nil }
    return blocks[next - 1].debris
  }

  /// The headline as one line, whether it stands on one or on several.
  public var headline: String? { title.map { text[$0].singleSpaced } }

  /// Its outlet, else its short name.
  public var outlet: String { source?.name ?? name }

  /// What to call it on a screen, unlike every other: its outlet, with the short name where the outlet is not its alone.
  public var label: String { isOutletShared ? "\(outlet) \(name)" : outlet }
}

/// A run of text between line ends or blank lines: the unit that debris is marked in.
public struct Block: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case title
    /// The standfirst or deck under a title.
    case deck
    case heading
    case paragraph
    case listItem
    /// Not article: kept, folded, and never read.
    case debris(Debris)
  }

  /// Trimmed of white space.
  public var span: Span
  public var kind: Kind

  public init(span: Span, kind: Kind) {
    self.span = span
    self.kind = kind
  }

  /// Whether statements and mentions are read from it.
  public var isRead: Bool {
    if case .debris = kind { false } else { true }
  }

  /// What it is instead of article, if it is debris.
  public var debris: Debris? {
    if case .debris(let debris) = kind { debris } else { nil }
  }
}

/// What a block is when it is not article. Raw values are the names in the JSON.
public enum Debris: String, Hashable, Sendable, CaseIterable {
  case breadcrumb
  case related
  case caption
  case credit
  case commentForm = "comment-form"
  case ticker
  case tagline
  case subscribe
  case duplicate
  case titleRepeat = "title-repeat"
  case other

  /// What it is in words a reader knows.
  package var label: String {
    switch self {
    case .breadcrumb: "breadcrumb"
    case .related: "links"
    case .caption: "caption"
    case .credit: "credit"
    case .commentForm: "comment form"
    case .ticker: "ticker"
    case .tagline: "tagline"
    case .subscribe: "subscription"
    case .duplicate: "repeats"
    case .titleRepeat: "title again"
    case .other: "not article"
    }
  }
}

/// A place where the text itself looks damaged. It is shown, never repaired, and never the ground of a contradiction.
public struct Flag: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case unclosedQuote = "unclosed-quote"
    case damagedText = "damaged-text"
    case truncated
    /// A part of a page that is never closed, so that what follows it seems to belong to it.
    case unclosedPart = "unclosed-part"
    case encoding

    /// Whether much of an article may be lost by it, so that whoever reads the article must know.
    public var isGrave: Bool { self == .truncated || self == .unclosedPart }
  }

  public var span: Span
  public var kind: Kind
  /// One line that says what is odd.
  public var note: String

  public init(span: Span, kind: Kind, note: String) {
    self.span = span
    self.kind = kind
    self.note = note
  }
}

/// How something about a document is known. Raw values are the names in the JSON.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  case dateline
  case metadata
  case byline
  case list
  case text
}

/// The outlet that published a document.
public struct Source: Hashable, Sendable {
  public var name: String
  public var basis: Basis
  /// Where the text names it, if it does.
  public var span: Span?

  public init(name: String, basis: Basis, span: Span?) {
    self.name = name
    self.basis = basis
    self.span = span
  }
}

/// When a document was published, as far as its text or a person says.
public struct Published: Hashable, Sendable {
  public var date: PartialDate
  public var basis: Basis
  public var span: Span?

  public init(date: PartialDate, basis: Basis, span: Span?) {
    self.date = date
    self.basis = basis
    self.span = span
  }
}
