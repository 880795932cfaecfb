import TestSupport
import Testing

/// An article without a date, of which a person says when it was published: its “Tuesday” is a day then.
@Suite(.serialized) struct GivenDateTests {
  private let folder: TemporaryFolder
  private var library: String { folder.path + "/library.sqlite" }
  private let articles: String

  init() throws {
    folder = try TemporaryFolder()
    articles = try folder.makeFolder("articles")
    try folder.write(
      "articles/a.txt",
      """
      Mayor opens quay

      LORNE, 6 March 2024 (Lorne Gazette) - Mayor Ada Quill signed the harbour agreement with the dockers on Monday, \
      4 March 2024. She said the strike was over.
      """)
    try folder.write(
      "articles/b.txt",
      """
      Quill signs harbour agreement

      LORNE (Coast Wire) - Mayor Ada Quill signed the harbour agreement with the dockers on Tuesday. She said the \
      strike was over.
      """)
  }

  private func sit(_ work: (TerminalSession) throws -> Void) throws {
    let session = try TerminalSession(
      arguments: ["--library", library, articles], size: (120, 36), environment: ["XDG_CACHE_HOME": folder.path])
    try session.waitFor("2 articles")
    try work(session)
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test func theArticleIsReadByItAtOnceTheNextTimeTooAndWithoutItWhereItIsTakenBack() throws {
    try sit { session in
      try session.waitFor("~1")
      session.send("6jP")
      try session.waitFor("Date of b")
      session.send("2024-03-06" + Keys.enter)
      try session.waitFor("Published 6 Mar 2024")
      try session.waitFor("≠1")
      session.send("u")
      try session.waitFor("~1")
      session.send(Keys.control("r"))
      try session.waitFor("≠1")
    }
    // Read anew, and found as it was read then.
    for _ in 0..<2 { try sit { try $0.waitFor("≠1") } }
    let report = try Products.run(arguments: ["report", "--library", library, articles])
    #expect(report.output.contains("Coast Wire at “Tuesday”, 2024-03-05"))
    #expect(try !Products.run(arguments: ["report", articles]).output.contains("2024-03-05"))
    try sit { session in
      session.send("'")
      try session.waitFor("date of an article: 2024-03-06")
      session.send(Keys.delete)
      try session.waitFor("taken away")
    }
    try sit { try $0.waitFor("~1") }
  }
}
