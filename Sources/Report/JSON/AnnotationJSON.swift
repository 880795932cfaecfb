public import Dossier

/// One annotation as a line of JSON: what `crossread library export` prints and `import` takes.
///
/// Offsets are UTF-8 bytes, as the library keeps them: an export is a copy of the library, not of a text.
public enum AnnotationJSON {
  /// - Returns: UTF-8, one line with its line feed.
  public static func encode(_ annotation: Annotation) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { out in
      out.member("id", annotation.id.digits)
      out.member("made", Int(annotation.made))
      // What is on passages is written as it was before there was anything else.
      if annotation.subject != .passages { out.member("subject", annotation.subject.rawValue) }
      out.member("kind", annotation.content.kind)
      out.member("value", annotation.content.value)
      out.key("anchors")
      out.array(annotation.anchors) { out, anchor in
        out.object {
          $0.member("hash", anchor.contentHash)
          $0.member("path", anchor.path)
          $0.member("start", Int(anchor.span.start))
          $0.member("end", Int(anchor.span.end))
          $0.member("words", anchor.words)
          $0.member("before", anchor.before)
          $0.member("after", anchor.after)
          if !anchor.text.sketch.digits.isEmpty { $0.member("sketch", anchor.text.sketch.digits) }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}
