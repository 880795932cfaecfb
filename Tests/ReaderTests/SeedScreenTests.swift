import Dossier
import Ingest
import Reader
import Reading
import TestSupport
import Testing

/// Every view on the five real articles: what a person sees after `make run`.
@Suite struct SeedScreenTests {
  static let index = DossierIndex(DossierReader().read(Loader().load([Repository.seeds]).documents))

  @Test(
    arguments: [("read", "n"), ("compare", "nc"), ("matrix", "3"), ("timeline", "4"), ("differences", "5")],
    [(120, 36), (80, 24), (40, 20), (40, 10)])
  func screenLooksAsRecorded(view: (name: String, keys: String), size: (columns: Int, rows: Int)) throws {
    var reader = HeadlessReader(Self.index, title: "seeds", columns: size.columns, rows: size.rows)
    try reader.press(view.keys)
    GoldenFile.expect(reader.screen(), matches: "seeds-\(view.name)-\(size.columns)x\(size.rows)")
  }
}
