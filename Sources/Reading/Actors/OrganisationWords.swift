/// Words that stand around the names of organisations and groups.
struct OrganisationWords: Sendable {
  static let shared = OrganisationWords(EmbeddedTable.organisations)

  /// End a name and say only what it is in law: `inc`.
  private(set) var legal: Set<String> = []
  /// End a name that is also used without them: `technologies`.
  private(set) var generic: Set<String> = []
  /// Make a people's adjective the name of a group: `troops`.
  private(set) var group: Set<String> = []
  /// Of those, the ones that speak for the state: `government`.
  private(set) var speaking: Set<String> = []
  /// Name an organisation by its kind: `company`.
  private(set) var common: Set<String> = []
  /// What a body is, where its name says so: `bureau`.
  private(set) var body: Set<String> = []
  /// Bodies of a state that are named with it or without it: `senate`.
  private(set) var national: Set<String> = []
  /// Make a person's name the name of those who work for them: `campaign`.
  private(set) var personal: Set<String> = []
  /// Blocs of states: `west`.
  private(set) var blocs: Set<String> = []

  init(_ table: EmbeddedTable) {
    for fields in table.rows() where fields.count >= 2 {
      let word = String(fields[1])
      switch fields[0] {
      case "legal": legal.insert(word)
      case "generic": generic.insert(word)
      case "group": group.insert(word)
      case "speaks": speaking.insert(word)
      case "common": common.insert(word)
      case "body": body.insert(word)
      case "national": national.insert(word)
      case "personal": personal.insert(word)
      case "bloc": blocs.insert(word)
      default: continue
      }
    }
  }
}
