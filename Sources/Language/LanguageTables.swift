internal import CLanguageTables
internal import Glibc

/// The large tables of this room.
public enum LanguageTables {
  /// Gives the memory back that they take, until they are asked for again: the system reads them from the program's file.
  public static func release() {
    release(crossread_syntax_start(), Int(crossread_syntax_length()))
    release(crossread_name_lexicon_start(), Int(crossread_name_lexicon_length()))
    release(crossread_name_weights_start(), Int(crossread_name_weights_length()))
    release(crossread_name_variants_start(), Int(crossread_name_variants_length()))
  }

  /// Only whole pages that hold nothing but the table: they are never written, so that nothing can be lost.
  private static func release(_ start: UnsafeRawPointer, _ count: Int) {
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let first = (UInt(bitPattern: start) + page - 1) / page * page
    let last = (UInt(bitPattern: start) + UInt(count)) / page * page
    guard first < last, let address = UnsafeMutableRawPointer(bitPattern: first) else { return }
    madvise(address, Int(last - first), MADV_DONTNEED)
  }
}
