public import Dossier

/// Writes a part of the dossier to a file; given to the reader by whoever knows the forms.
public struct Exporter: Sendable {
  public enum Result: Sendable {
    /// What was written, as one line.
    case written(String)
    /// A file of that name is there already.
    case exists
    /// Why it could not be written, as one line without the path.
    case failed(String)
  }

  /// Writes an excerpt to a path; an existing file is replaced only where told to.
  let write: @Sendable (Excerpt, AnnotatedDossier, _ path: String, _ overwrites: Bool) -> Result

  public init(_ write: @escaping @Sendable (Excerpt, AnnotatedDossier, _ path: String, _ overwrites: Bool) -> Result) {
    self.write = write
  }
}
