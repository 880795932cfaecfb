/// Places whose names in Cyrillic and Greek sound otherwise than in English: Москва is Moscow.
///
/// Names that sound alike need no entry: `Vocabulary` finds them.
enum Exonyms {
  private struct Place {
    var latin: [[UInt8]]
    var foreign: [[UInt8]]
  }

  private static let places: [Place] = """
    America америка αμερική; Athens афины афіни αθήνα; Austria австрия австрія αυστρία; Beijing пекин пекін πεκίνο;
    Belarus белоруссия беларусь білорусь λευκορωσία; Britain британия британія βρετανία; Brussels брюссель βρυξέλλες;
    Canada канада καναδάς; China китай κίνα; Crimea крым крим κριμαία; Cyprus кипр кіпр κύπρος;
    Denmark дания данія δανία; Egypt египет єгипет αίγυπτος; Europe европа європа ευρώπη; France франция франція γαλλία;
    Geneva женева γενεύη; Georgia грузия грузія γεωργία; Germany германия німеччина γερμανία;
    Greece греция греція ελλάδα; Hungary венгрия угорщина ουγγαρία; India индия індія ινδία;
    Israel израиль ізраїль ισραήλ; Italy италия італія ιταλία; Japan япония японія ιαπωνία;
    Jerusalem иерусалим єрусалим ιερουσαλήμ; Kyiv Kiev киев київ κίεβο; Lithuania литва λιθουανία;
    Moscow москва μόσχα; Norway норвегия норвегія νορβηγία; Poland польша польща πολωνία; Prague прага πράγα;
    Rome рим ρώμη; Russia россия росія ρωσία; Spain испания іспанія ισπανία; Sweden швеция швеція σουηδία;
    Switzerland швейцария швейцарія ελβετία; Syria сирия сирія συρία; Turkey Türkiye турция туреччина τουρκία;
    Ukraine украина україна ουκρανία; Vienna вена відень βιέννη; Warsaw варшава βαρσοβία
    """.split(separator: ";").map { line in
      let names = line.split(whereSeparator: \.isWhitespace).map { Array(Folding.fold($0).utf8) }
      return Place(latin: names.filter { !Skeleton.isForeign($0) }, foreign: names.filter { Skeleton.isForeign($0) })
    }

  /// What a place is called in the other alphabet, folded; of names that have case endings, what comes before them.
  static func spellings(of word: [UInt8]) -> [[UInt8]] {
    guard Skeleton.isForeign(word) else {
      return places.first { $0.latin.contains(word) }?.foreign.map { CaseEndings.stems(of: $0).first?.stem ?? $0 } ?? []
    }
    let wanted = Set(forms(of: word))
    return places.first { $0.foreign.contains { !wanted.isDisjoint(with: forms(of: $0)) } }?.latin ?? []
  }

  private static func forms(of word: [UInt8]) -> [[UInt8]] {
    [word] + CaseEndings.stems(of: word).map(\.stem)
  }
}
