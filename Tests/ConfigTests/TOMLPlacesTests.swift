import Testing

@testable import Config

/// Every key and value of a TOML text is found where it stands.
@Suite struct TOMLPlacesTests {
  private static let text = """
    # a comment = "none"
    plain = 1
      é-free.dotted."quoted.key" = 'x # y'  # comment
    long = \"\"\"
    inner = 2
    [not.a.table] \\\"\"\" \"\"\"\"
    after = [ 1, [2, # three = 4
      "x]"], { in = 'line', of = [5] } ]
    [table.'sub table']  # [more]
    key = {}
    [[many]]
    one = 1979-05-27T07:32:00Z
    """

  @Test(
    arguments: [
      (["plain"], 2, 1, 9), (["é-free", "dotted", "quoted.key"], 3, 17, 32), (["long"], 4, 1, 8), (["after"], 7, 1, 9),
      (["after", "in"], nil, nil, nil), (["table", "sub table"], 9, 8, 8), (["table", "sub table", "key"], 10, 1, 7),
      (["many", "one"], 12, 1, 7), (["inner"], nil, nil, nil), (["three"], nil, nil, nil),
    ] as [([String], Int?, Int?, Int?)])
  func keysAndValuesAreFound(path: [String], line: Int?, key: Int?, value: Int?) {
    let places = TOMLPlaces(Array(Self.text.utf8))
    #expect(places.key(path)?.line == line)
    #expect(places.key(path)?.column == key)
    #expect(places.value(path)?.column == value)
  }

  @Test func elementsAreFoundByTheirNumber() {
    let places = TOMLPlaces(Array(Self.text.utf8))
    #expect(places.value(["after", "0"]) == TOMLPlaces.Place(line: 7, column: 11))
    #expect(places.value(["after", "1", "1"]) == TOMLPlaces.Place(line: 8, column: 3))
    #expect(places.value(["after", "2", "of", "0"]) == TOMLPlaces.Place(line: 8, column: 31))
  }

  /// A text that is cut anywhere, or is none, ends the search all the same.
  @Test func brokenTextsEndToo() {
    let bytes = Array(Self.text.utf8)
    for end in bytes.indices { _ = TOMLPlaces(Array(bytes[..<end])) }
    for text in ["[", "[[", "=", "a =", "a = [", "a = {", "a = {b", "\"", "'''", "a.b.", ".", "]", "a = [}", "a={,,}"] {
      _ = TOMLPlaces(Array(text.utf8))
    }
  }
}
