import Language

extension PronounFeatures {
  /// What is known of a candidate at a pronoun.
  struct Candidate {
    var actor: Int
    /// Its nearest mention: before the pronoun, or else after it in the same sentence.
    var anchor: Anchor
    var isAfter: Bool
    /// Place among the candidates, the nearest first.
    var rank: Int
    /// Mentions before the pronoun, and those that are subjects.
    var mentions: Int
    var subjects: Int
    var isMostFrequent: Bool
    /// Whether no other candidate is the subject of something nearer.
    var isNearestSubject: Bool
    /// Whether the text names it again: 1 later in the sentence, 2 in the next.
    var later: Int
    /// Whether it is named after the pronoun inside what the pronoun's clause tells, as in *he said Holm failed*.
    var isCommanded: Bool
    /// Names in the whole text.
    var total: Int
    /// What titles or given names tell; whether a title does.
    var gender: Gender?
    /// Pronouns of the same and of the other gender that were tied to it in this text.
    var sameGender: Int
    var otherGender: Int
    var opensText: Bool
    /// What other pronouns of the text say of its gender.
    var votes: Int
    /// Mentions in this sentence and the four before.
    var recent: Int
    /// Whether a candidate is known to be of the pronoun's gender and this one is not.
    var hasRival: Bool
    /// The sentence of which it was last the subject of the main clause.
    var lastSubject: Int?
    /// 1: named first in the pronoun's paragraph; 2: in the one before.
    var opensParagraph: Int
    /// Whether a quotation whose speaker the pronoun is named as names it.
    var isInOwnWords = false
  }

  /// The pronoun as the features see it.
  struct Situation {
    var pronoun: Pronoun
    var gender: Gender
    /// The sentence that it looks back from.
    var sentence: Int
    /// The statement whose quotation lies between that sentence and the pronoun.
    var over: Int?
    var role: Anchor.Role
    var governor: Int?
    var quotation: Int?
    /// The speaker of the quotation that it stands in.
    var speaker: Int?
    /// Whether it stands in what somebody is reported to have said, and who that is.
    var isReported: Bool
    var reporter: Int?
    /// Whether it is the subject with which that begins, right behind the verb that reports it.
    var opensReport: Bool
    /// The direct speech whose speaker it is named as.
    var says: [Int]
    var paragraphStart: Int
    /// Whether it opens its sentence.
    var isInitial: Bool
    /// Whether a statement is ascribed to it.
    var speaks: Bool
    /// Who spoke last, and the token that says so.
    var lastTurn: (actor: Int, token: Int)?
    /// The actor of the last pronoun of this gender and its sentence.
    var chained: (actor: Int, sentence: Int)?
  }
}
