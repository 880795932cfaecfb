import Dossier
import Testing

@testable import Query

@Suite struct QueryParserTests {
  @Test(arguments: QueryOperator.all) func everyExampleOfTheHelpIsRead(_ entry: QueryOperator) {
    let query = Query(entry.example)
    #expect(query.problem == nil && !query.isEmpty, "\(entry.form): \(entry.example)")
  }

  @Test func everyFieldStandsInTheHelp() {
    for field in QueryField.allCases {
      #expect(QueryOperator.all.contains { $0.form.hasPrefix(field.rawValue + ":") })
      #expect(Query(field.example).conditions.count >= 1)
    }
  }

  @Test(arguments: [
    ("bye:putin talks", 0..<4, "did you mean by:?"), ("talks is:contradicton", 9..<21, "did you mean contradiction?"),
    ("date:soon", 5..<9, "2022..2024"), ("date:2024-13", 5..<12, "2022..2024"), ("a b near:x", 9..<10, "a number"),
    ("OR talks", 0..<2, "between two things"), ("zebra:x", 0..<6, "there are by:"),
    ("talks) kyiv", 5..<6, "closes nothing"), ("truce OR drones near:5", 16..<22, "OR leaves one"),
    ("near:5 truce OR drones", 0..<6, "OR leaves one"), ("near:0 a b", 5..<6, "from 1 to 1000"),
    ("AND talks", 0..<3, "between two things"), ("talks AND AND kyiv", 10..<13, "missile AND rocket"),
    ("(AND talks)", 1..<4, "in quotes"), ("talks OR AND kyiv", 9..<12, "missile AND rocket"),
    ("date:2024..2022 talks", 5..<15, "runs backwards; did you mean date:2022..2024?"),
    ("date:2024-03-02..2024-03-01 a", 5..<27, "date:2024-03-01..2024-03-02"),
  ]) func errorsPointAtThePlace(_ text: String, _ range: Range<Int>, _ words: String) throws {
    let problem = try #require(Query(text).problem)
    #expect(problem.range == range && problem.description.contains(words), "\(problem)")
    #expect(!problem.isUnfinished)
  }

  @Test(arguments: [
    "\"an open phrase", "by:", "(talks", "talks OR", "near:5", "talks near:5", "kind:", "talks AND", "talks NOT",
    "date:2024..20",
  ])
  func whatIsStillBeingTypedIsNoError(_ text: String) throws {
    #expect(try #require(Query(text).problem).isUnfinished)
  }

  @Test(arguments: ["(talks OR)", "(talks AND) kyiv", "a (b OR )"]) func aGroupThatEndsWithAJoinIsSaid(_ text: String) {
    #expect(Query(text).problem?.description.contains("between two things") == true)
  }

  @Test(arguments: [
    ("trump AND ryan", "trump ryan"), ("a AND b OR c", "a b OR c"), ("(a AND b) AND -c", "(a b) -c"),
    ("russia AND troops AND near:5", "russia troops near:5"), ("near:5 AND russia AND troops", "near:5 russia troops"),
    ("by:ryan AND is:shift", "by:ryan is:shift"), ("a NOT b", "a -b"), ("NOT (a b)", "-(a b)"), ("drone*", "drone"),
  ]) func andIsTheJoinThatABlankIs(_ text: String, _ plain: String) {
    let (query, other) = (Query(text), Query(plain))
    #expect(query.problem == nil && query.conditions == other.conditions && query.root == other.root)
  }

  @Test(arguments: ["\"AND\"", "and", "ANDREW", "\"trump AND ryan\""]) func otherwiseAndIsAWord(_ text: String) {
    let query = Query(text)
    #expect(query.problem == nil && query.conditions.count == 1)
  }

  @Test(arguments: ["date:2024..2024-06", "date:2024-06..2024", "date:2022..2022", "date:..2020", "date:2024.."])
  func aRangeThatHoldsAnythingRunsForwards(_ text: String) {
    #expect(Query(text).problem == nil)
  }

  @Test(arguments: ["12:30", "https://example.org", "f(x)", "-", "3-0", "a:/b", "“curly phrase”", "don't"])
  func oddWordsAreWords(_ text: String) {
    let query = Query(text)
    #expect(query.problem == nil && query.conditions.count == 1)
  }

  @Test func aQueryThatCannotBeReadWholeIsReadInPart() {
    #expect(Query("bye:putin talks").conditions == Query("talks").conditions)
    #expect(Query("").isEmpty && Query("   ").isEmpty && Query("\"\"").isEmpty)
  }

  @Test(arguments: [
    ("2024", "2024-03-03", true), ("2024", "2023", false), ("2024-03", "2024-03-03", true),
    ("2024-04", "2024-03", false),
    ("03-03", "2024-03-03", true), ("--03-03", "--03-03", true), ("2022..2024", "2024-03-03", true),
    ("2022..2024", "2025-01-01", false), ("..2023", "2024", false), ("2023..", "2024", true),
    ("2022..", "--03-03", false),
    ("2024-02..2024-04", "2024-03-03", true), ("2024-04..", "2024-03-03", false), ("2024-04..", "2024", true),
    ("..2024-02", "2024-03-03", false),
  ]) func datesLieInRanges(_ range: String, _ date: String, _ expected: Bool) throws {
    let parts = date.split(separator: "-", omittingEmptySubsequences: true).compactMap { Int($0) }
    let day =
      date.hasPrefix("--")
      ? PartialDate(month: parts[0], day: parts[1])
      : PartialDate(
        year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    #expect(try #require(DateRange(range)).contains(day) == expected)
    #expect(try #require(DateRange(range)).contains(nil) == false)
  }
}
