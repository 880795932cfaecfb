package import Dossier

/// A stretch of text in quotation marks, within one paragraph.
package struct Quotation: Hashable {
  /// Marks included, as far as they are there.
  package var span: Span
  /// Without its marks.
  package var content: Span
  /// The paragraph that it lies in.
  package var paragraph: Int
  /// 0 for the outermost.
  package var depth: Int
  /// Single marks: a nested quotation, or a headline.
  package var isSingle: Bool
  /// Whether it ends with a closing mark of its own.
  package var isClosed: Bool
  /// Whether it goes on with a quotation that an earlier paragraph left open.
  package var continuesAbove: Bool
  /// Whether the next paragraph goes on with it.
  package var continuesBelow: Bool
}
