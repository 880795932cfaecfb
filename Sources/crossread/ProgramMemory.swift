import CLanguageTables
import CPages

/// Memory that only the reading of articles needs.
enum ProgramMemory {
  /// Gives back, once articles have been read, the tables and the code that read them. What is asked for again comes back by
  /// itself, from the binary.
  static func releaseReading() {
    let tables = [
      (crossread_syntax_start(), crossread_syntax_length()),
      (crossread_name_lexicon_start(), crossread_name_lexicon_length()),
      (crossread_name_weights_start(), crossread_name_weights_length()),
      (crossread_name_variants_start(), crossread_name_variants_length()),
    ]
    for (start, length) in tables { crossread_release_pages(start, Int(length)) }
    crossread_release_program()
  }
}
