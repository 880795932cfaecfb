import Dossier
import Language

/// A name in a text, with what stands around it.
struct NameMention {
  /// The name itself, without article, title and possessive.
  var tokens: Range<Int>
  var span: Span
  /// Number in `NameForms`.
  var form: Int
  var kind: Name.Kind
  var confidence: Double
  /// Titles before it and appositions after it.
  var roles: [RoleClaim] = []
  /// What `Mr.` or `spokeswoman` tells.
  var gender: Gender?
  /// Where the title before the name begins, else where the name begins.
  var titleStart: Int
  /// Index of the text's entity that it belongs to.
  var entity = -1
  /// Why it belongs there.
  var basis = "name"
}

/// What a text calls somebody: a role, for whom, and where it says so.
struct RoleClaim: Hashable {
  var roleClass: RoleTable.Class
  var state: StateTable.State?
  /// The key of the part of a state that it is for: *Ohio Gov.*
  var region: String?
  var isFormer = false
  var span: Span

  /// Whether another says the same, wherever it stands.
  func isSame(as other: RoleClaim) -> Bool {
    roleClass == other.roleClass && state == other.state && region == other.region && isFormer == other.isFormer
  }
}
