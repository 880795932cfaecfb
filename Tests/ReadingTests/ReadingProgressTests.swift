import Dossier
import Ingest
import Reading
import TestSupport
import Testing

@Suite struct ReadingProgressTests {
  private let documents = Loader().load([Repository.seeds]).documents

  @Test func aWatchedReadingGivesTheSame() {
    var stages: [ReadingProgress] = []
    let watched = DossierReader().read(documents) { progress, _ in
      stages.append(progress)
      return progress.done == 1 ? .first(Document.ID(4)) : .goOn
    }
    let plain = DossierReader().read(documents)
    #expect(watched.statements.map(\.span) == plain.statements.map(\.span))
    #expect(watched.actors.map(\.name) == plain.actors.map(\.name))
    #expect(watched.disagreements.map(\.reason) == plain.disagreements.map(\.reason))
    #expect(stages.map(\.stage) == [.texts, .texts, .texts, .texts, .texts, .actors, .events, .accounts])
    #expect(stages.prefix(5).map(\.done) == [1, 2, 3, 4, 5])
  }

  @Test func whatIsLookedAtIsReadFirst() {
    var read: [[Int]] = []
    _ = DossierReader().read(documents) { progress, soFar in
      read.append(Set(soFar().statements.map(\.document.index)).sorted())
      return progress.done == 1 ? .first(Document.ID(3)) : .goOn
    }
    #expect(read.prefix(3) == [[0], [0, 3], [0, 1, 3]])
  }

  @Test func stoppingGivesBackWhatWasRead() {
    let dossier = DossierReader().read(documents) { progress, _ in progress.done == 2 ? .stop : .goOn }
    #expect(Set(dossier.statements.map(\.document.index)) == [0, 1])
    #expect(dossier.documents.count == 5 && dossier.actors.isEmpty)
    for (index, statement) in dossier.statements.enumerated() { #expect(statement.id.index == index) }
  }
}
