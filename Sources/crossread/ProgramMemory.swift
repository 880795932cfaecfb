import CLanguageTables
import CPages

/// Memory that the articles, and the reading of them, need.
enum ProgramMemory {
  /// Makes ready for a large set: what is known of articles takes about six times their bytes.
  /// - Parameter size: the bytes of all their files.
  static func expectArticles(of size: Int) {
    if size > 1 << 20 { crossread_expect_memory(size * 6) }
  }

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
