internal import Dossier

// What the accounts share and where they part.

extension DossierJSON {
  func write(disagreement: Disagreement, to writer: inout JSONWriter) {
    let (left, right) = (disagreement.left.passage.document, disagreement.right.passage.document)
    writer.object { out in
      out.member("id", disagreement.id.json)
      out.member("relation", disagreement.relation.rawValue)
      out.member("kind", disagreement.kind.rawValue)
      out.key("left")
      write(side: disagreement.left, to: &out)
      out.key("right")
      write(side: disagreement.right, to: &out)
      out.member("time", disagreement.time.rawValue)
      out.member("because", dossier.because(disagreement))
      out.key("evidence")
      out.array(disagreement.evidence) { out, evidence in
        out.object {
          $0.member("leftStart", scalars(Int(evidence.left.start), in: left))
          $0.member("leftEnd", scalars(Int(evidence.left.end), in: left))
          $0.member("rightStart", scalars(Int(evidence.right.start), in: right))
          $0.member("rightEnd", scalars(Int(evidence.right.end), in: right))
          $0.member("relation", evidence.relation)
        }
      }
      out.member("confidence", disagreement.confidence)
      out.member("scope", disagreement.scope.rawValue)
      write(remarkOn: .difference(disagreement.id), to: &out)
    }
  }

  /// What the person thinks of a finding, where they said so.
  private func write(remarkOn finding: Finding, to out: inout JSONWriter) {
    guard let remark = annotated.remarks[finding] else { return }
    out.key("remark")
    out.object {
      $0.member("verdict", remark.verdict?.rawValue)
      $0.member("note", remark.note.isEmpty ? nil : remark.note)
      $0.key("tags")
      $0.array(remark.tags) { $0.value($1) }
      $0.member("bookmark", remark.isBookmarked)
    }
  }

  func write(mark: AnnotatedDossier.Mark, to writer: inout JSONWriter) {
    writer.object {
      $0.member("document", mark.passage.document.json)
      write(span: mark.passage.span, of: mark.passage.document, to: &$0)
      $0.member("kind", mark.content.kind)
      $0.member("value", mark.content.value)
    }
  }

  func write(side: Disagreement.Side, to writer: inout JSONWriter) {
    writer.object {
      $0.member("document", side.passage.document.json)
      write(span: side.passage.span, of: side.passage.document, to: &$0)
      $0.member("statement", side.statement?.json)
      $0.member("actor", side.actor?.json)
    }
  }

  /// - Parameter number: index into the dossier's agreements.
  func write(agreement number: Int, to writer: inout JSONWriter) {
    let agreement = dossier.agreements[number]
    writer.object { out in
      out.member("claim", dossier[agreement.claim])
      out.key("passages")
      out.array(Array(zip(agreement.passages, agreement.evidence))) { out, told in
        let (passage, evidence) = told
        out.object {
          $0.member("document", passage.document.json)
          write(span: passage.span, of: passage.document, to: &$0)
          $0.key("evidence")
          $0.array(evidence) { out, span in out.object { write(span: span, of: passage.document, to: &$0) } }
        }
      }
      out.member("independentSources", agreement.independentSources)
      out.member("confidence", agreement.confidence)
      out.member("because", agreement.because)
      write(remarkOn: .agreement(number), to: &out)
    }
  }

  /// - Parameter number: index into the dossier's omissions.
  func write(omission number: Int, to writer: inout JSONWriter) {
    let omission = dossier.omissions[number]
    writer.object { out in
      out.key("present")
      write(passage: omission.present, to: &out)
      out.member("missingFrom", omission.missingFrom.json)
      out.member("confidence", omission.confidence)
      write(remarkOn: .omission(number), to: &out)
    }
  }
}
