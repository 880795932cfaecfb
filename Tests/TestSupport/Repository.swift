/// Where the files of this project are, found from the place of this source file.
public enum Repository {
  /// The folder that holds `Package.swift`, without a final slash.
  public static let root: String = {
    // …/Tests/TestSupport/Repository.swift
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The folder of the five seed articles.
  public static let seeds = root + "/seeds"
}
