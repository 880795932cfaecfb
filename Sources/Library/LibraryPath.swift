/// Where the library and the cache lie unless a person says otherwise.
public enum LibraryPath {
  /// `$XDG_DATA_HOME/crossread/library.sqlite`, by default under `~/.local/share` (XDG Base Directory Specification).
  /// - Parameter environment: gives a variable of the process.
  /// - Returns: `nil` where neither `XDG_DATA_HOME` nor `HOME` is an absolute path.
  public static func standard(environment: (String) -> String?) -> String? {
    // The specification: a relative path is to be ignored.
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/crossread/library.sqlite" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.local/share/crossread/library.sqlite" }
    return nil
  }

  /// `$XDG_CACHE_HOME/crossread`, by default under `~/.cache` (XDG Base Directory Specification).
  /// - Parameter environment: gives a variable of the process.
  /// - Returns: `nil` where neither `XDG_CACHE_HOME` nor `HOME` is an absolute path.
  public static func cache(environment: (String) -> String?) -> String? {
    if let cache = environment("XDG_CACHE_HOME"), cache.hasPrefix("/") { return cache + "/crossread" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.cache/crossread" }
    return nil
  }
}
