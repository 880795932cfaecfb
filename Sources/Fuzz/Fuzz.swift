import Dossier
import Ingest
import Language
import Reading
import Report

/// Reads any bytes as a file and as a line of `annotate`, and traps where a span leaves its text.
///
/// Built only by `make fuzz`; libFuzzer calls it with inputs that reach new code.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  if case .success(let document) = Loader().document(bytes: bytes, path: "fuzz", name: "fuzz", id: Document.ID(0)) {
    check(DossierReader().read([document]))
  }
  let text = SourceText(String(decoding: bytes, as: UTF8.self))
  let lines = (1...text.lineStarts.count).map { text.trimmed(text.lineSpan($0)) }.filter { !$0.isEmpty }
  let blocks = lines.map { Block(span: $0, kind: .paragraph) }
  let document = Document(id: Document.ID(0), path: "fuzz", name: "fuzz", text: text, blocks: blocks)
  let analysis = Analyser().analyse(text, blocks: lines)
  check(DossierReader().attribute([document], texts: [analysis]))
  return 0
}

/// Every span must lie in its text and cut no character.
private func check(_ dossier: Dossier) {
  func check(_ span: Span?, in document: Document.ID) {
    guard let span else { return }
    let bytes = dossier[document].text.bytes
    precondition(Int(span.end) <= bytes.count, "a span ends outside its text")
    for offset in [Int(span.start), Int(span.end)] where offset < bytes.count {
      precondition(bytes[offset] & 0xC0 != 0x80, "a span cuts a character")
    }
  }
  for document in dossier.documents {
    for block in document.blocks { check(block.span, in: document.id) }
    for flag in document.flags { check(flag.span, in: document.id) }
  }
  for mention in dossier.actors.flatMap(\.mentions) { check(mention.span, in: mention.document) }
  for statement in dossier.statements {
    check(statement.span, in: statement.document)
    check(statement.cue?.span, in: statement.document)
    check(statement.speaker?.mention, in: statement.document)
  }
  for disagreement in dossier.disagreements {
    let (left, right) = (disagreement.left.passage, disagreement.right.passage)
    check(left.span, in: left.document)
    check(right.span, in: right.document)
    for evidence in disagreement.evidence {
      check(evidence.left, in: left.document)
      check(evidence.right, in: right.document)
    }
  }
  for omission in dossier.omissions { check(omission.present.span, in: omission.present.document) }
  precondition(!DossierJSON.encode(AnnotatedDossier(dossier)).isEmpty, "the dossier has no JSON")
}

// The package manager renames every executable's entry to NAME_main; libFuzzer's own main is then never linked.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<CInt>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("Fuzz_main")
public func fuzzMain(_ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var argc = argc
  var argv = argv
  return runDriver(&argc, &argv) { readAnyBytes($0, $1) }
}
