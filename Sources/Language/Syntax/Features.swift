/// Morphological features of Universal Dependencies, one bit each. Bits are in the order in which CoNLL-U sorts them.
public struct Features: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  public static let abbrYes = Features(rawValue: 1 << 0)
  public static let caseAcc = Features(rawValue: 1 << 1)
  public static let caseGen = Features(rawValue: 1 << 2)
  public static let caseNom = Features(rawValue: 1 << 3)
  public static let definiteDef = Features(rawValue: 1 << 4)
  public static let definiteInd = Features(rawValue: 1 << 5)
  public static let degreeCmp = Features(rawValue: 1 << 6)
  public static let degreePos = Features(rawValue: 1 << 7)
  public static let degreeSup = Features(rawValue: 1 << 8)
  public static let extPosADP = Features(rawValue: 1 << 9)
  public static let extPosADV = Features(rawValue: 1 << 10)
  public static let extPosCCONJ = Features(rawValue: 1 << 11)
  public static let extPosPRON = Features(rawValue: 1 << 12)
  public static let extPosPROPN = Features(rawValue: 1 << 13)
  public static let extPosSCONJ = Features(rawValue: 1 << 14)
  public static let foreignYes = Features(rawValue: 1 << 15)
  public static let genderFem = Features(rawValue: 1 << 16)
  public static let genderMasc = Features(rawValue: 1 << 17)
  public static let genderNeut = Features(rawValue: 1 << 18)
  public static let moodImp = Features(rawValue: 1 << 19)
  public static let moodInd = Features(rawValue: 1 << 20)
  public static let moodSub = Features(rawValue: 1 << 21)
  public static let numberPlur = Features(rawValue: 1 << 22)
  public static let numberPtan = Features(rawValue: 1 << 23)
  public static let numberSing = Features(rawValue: 1 << 24)
  public static let numFormCombi = Features(rawValue: 1 << 25)
  public static let numFormDigit = Features(rawValue: 1 << 26)
  public static let numFormRoman = Features(rawValue: 1 << 27)
  public static let numFormWord = Features(rawValue: 1 << 28)
  public static let numTypeCard = Features(rawValue: 1 << 29)
  public static let numTypeFrac = Features(rawValue: 1 << 30)
  public static let numTypeMult = Features(rawValue: 1 << 31)
  public static let numTypeOrd = Features(rawValue: 1 << 32)
  public static let person1 = Features(rawValue: 1 << 33)
  public static let person2 = Features(rawValue: 1 << 34)
  public static let person3 = Features(rawValue: 1 << 35)
  public static let polarityNeg = Features(rawValue: 1 << 36)
  public static let polarityPos = Features(rawValue: 1 << 37)
  public static let possYes = Features(rawValue: 1 << 38)
  public static let pronTypeArt = Features(rawValue: 1 << 39)
  public static let pronTypeDem = Features(rawValue: 1 << 40)
  public static let pronTypeEmp = Features(rawValue: 1 << 41)
  public static let pronTypeInd = Features(rawValue: 1 << 42)
  public static let pronTypeInt = Features(rawValue: 1 << 43)
  public static let pronTypeNeg = Features(rawValue: 1 << 44)
  public static let pronTypePrs = Features(rawValue: 1 << 45)
  public static let pronTypeRcp = Features(rawValue: 1 << 46)
  public static let pronTypeRel = Features(rawValue: 1 << 47)
  public static let pronTypeTot = Features(rawValue: 1 << 48)
  public static let reflexYes = Features(rawValue: 1 << 49)
  public static let styleArch = Features(rawValue: 1 << 50)
  public static let styleColl = Features(rawValue: 1 << 51)
  public static let styleExpr = Features(rawValue: 1 << 52)
  public static let styleSlng = Features(rawValue: 1 << 53)
  public static let styleVrnc = Features(rawValue: 1 << 54)
  public static let tensePast = Features(rawValue: 1 << 55)
  public static let tensePres = Features(rawValue: 1 << 56)
  public static let typoYes = Features(rawValue: 1 << 57)
  public static let verbFormFin = Features(rawValue: 1 << 58)
  public static let verbFormGer = Features(rawValue: 1 << 59)
  public static let verbFormInf = Features(rawValue: 1 << 60)
  public static let verbFormPart = Features(rawValue: 1 << 61)
  public static let voicePass = Features(rawValue: 1 << 62)

  /// The labels in CoNLL-U, by bit.
  public static let labels: [String] = [
    "Abbr=Yes", "Case=Acc", "Case=Gen", "Case=Nom",
    "Definite=Def", "Definite=Ind", "Degree=Cmp", "Degree=Pos",
    "Degree=Sup", "ExtPos=ADP", "ExtPos=ADV", "ExtPos=CCONJ",
    "ExtPos=PRON", "ExtPos=PROPN", "ExtPos=SCONJ", "Foreign=Yes",
    "Gender=Fem", "Gender=Masc", "Gender=Neut", "Mood=Imp",
    "Mood=Ind", "Mood=Sub", "Number=Plur", "Number=Ptan",
    "Number=Sing", "NumForm=Combi", "NumForm=Digit", "NumForm=Roman",
    "NumForm=Word", "NumType=Card", "NumType=Frac", "NumType=Mult",
    "NumType=Ord", "Person=1", "Person=2", "Person=3",
    "Polarity=Neg", "Polarity=Pos", "Poss=Yes", "PronType=Art",
    "PronType=Dem", "PronType=Emp", "PronType=Ind", "PronType=Int",
    "PronType=Neg", "PronType=Prs", "PronType=Rcp", "PronType=Rel",
    "PronType=Tot", "Reflex=Yes", "Style=Arch", "Style=Coll",
    "Style=Expr", "Style=Slng", "Style=Vrnc", "Tense=Past",
    "Tense=Pres", "Typo=Yes", "VerbForm=Fin", "VerbForm=Ger",
    "VerbForm=Inf", "VerbForm=Part", "Voice=Pass",
  ]
}
