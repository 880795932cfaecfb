import Dossier
import Language

/// What speaks for and against a range of tokens as the content of a cue, as hashed features.
struct ContentFeatures {
  let cue: Int
  let side: ContentCandidates.Side
  let sentence: Range<Int>
  let window: Range<Int>
  let context: StatementContext

  var tokens: [Token] { context.text.tokens }
  let word: UInt32
  /// The class of the cue and how often it attributes, coarsely.
  let kind: UInt32

  init(cue: Int, side: ContentCandidates.Side, sentence: Range<Int>, window: Range<Int>, context: StatementContext) {
    self.cue = cue
    self.side = side
    self.sentence = sentence
    self.window = window
    self.context = context
    let entry = context.cue(cue)
    word = entry?.hash ?? 0
    kind = entry.map { UInt32($0.wordClass.rawValue) * 4 + UInt32($0.share * 4) } ?? 0
  }

  /// Whether the cue attributes anything on this side at all.
  func gate<Sink: FeatureSink>(into list: inout Sink) {
    let side = side.rawValue
    let token = tokens[cue]
    let tag = UInt32(token.tag.rawValue)
    let relation = context.relation(cue)
    list.add(100, side)
    list.add(101, side, word)
    list.add(102, side, context.norms[cue])
    list.add(103, side, word, tag)
    list.add(104, side, tag, relation)
    list.add(105, side, word, relation)
    let next = cue + 1 < sentence.upperBound ? context.norm(cue + 1) : 0
    let previous = cue > sentence.lowerBound ? context.norm(cue - 1) : 0
    list.add(106, side, next)
    list.add(107, side, word, next)
    list.add(108, side, previous)
    list.add(109, side, word, previous)
    list.add(110, side, tag, context.tag(cue + 1))
    list.add(111, side, context.tag(cue - 1), context.tag(cue + 1))
    list.add(112, side, word, context.tag(cue + 1))
    list.add(113, side, next, cue + 2 < sentence.upperBound ? context.norm(cue + 2) : 0)
    list.add(114, side, context.features(cue))
    list.add(115, side, context.features(cue), kind)
    var marks: UInt32 = 0
    for child in sentence where tokens[child].head == cue {
      let relation = tokens[child].relation
      let place: UInt32 = child < cue ? 0 : 1
      list.add(116, side, relation.code, place)
      list.add(117, side &+ (relation.code &* 4), word, place)
      list.add(118, side &+ (relation.code &* 4), kind, place)
      if relation == .mark || relation == .aux || relation == .advmod { list.add(119, side, context.norms[child]) }
      if relation.universal == .nsubj {
        list.add(141, side, kind, context.tag(child), place)
        list.add(142, side, word, context.norms[child])
        list.add(143, side, UInt32(context.nameKinds[child]), kind)
      } else if relation.universal == .obl || relation.universal == .nmod {
        for marker in Int(context.left[child])..<child
        where tokens[marker].head == child && tokens[marker].relation == .case {
          list.add(144, side, word, context.norms[marker], place)
          list.add(145, side, kind, context.norms[marker], place)
        }
      } else if relation.universal == .obj || relation.universal == .ccomp || relation.universal == .xcomp {
        list.add(146, side, relation.code, context.norms[child])
        list.add(147, side, relation.code, context.tag(child), word)
      }
      switch relation.universal {
      case .ccomp: marks |= place == 0 ? 1 : 2
      case .nsubj: marks |= place == 0 ? 4 : 8
      case .obj: marks |= 16
      case .parataxis: marks |= place == 0 ? 32 : 64
      case .xcomp: marks |= 128
      case .obl, .nmod: marks |= 256
      default: break
      }
    }
    list.add(120, side, marks)
    list.add(121, side, marks, kind)
    list.add(122, side, marks, word)
    if let head = token.head {
      list.add(123, side, relation, context.norms[head])
      list.add(124, side, relation, UInt32(tokens[head].tag.rawValue), head < cue ? 0 : 1)
      list.add(125, side, relation, context.cue(head)?.hash ?? 0)
    }
    // Speech that a quotation next to it takes for itself.
    let openAfter = nextDirect(from: cue + 1, step: 1)
    let openBefore = nextDirect(from: cue - 1, step: -1)
    list.add(126, side, openBefore, openAfter)
    list.add(127, side, openBefore &* 16 &+ openAfter, kind)
    list.add(128, side, openBefore &* 16 &+ openAfter, previous)
    let quoted: UInt32 = context.quotationOf[cue] >= 0 ? 1 : 0
    list.add(129, side, quoted, kind)
    // Another cue above it or before it.
    list.add(130, side, cueAbove, kind)
    list.add(131, side, cuesBetween(sentence.lowerBound..<cue).bucket, kind)
    list.add(132, side, cuesBetween(min(cue + 1, sentence.upperBound)..<sentence.upperBound).bucket, kind)
    list.add(133, side, window.count.bucket, kind)
    let commaBefore: UInt32 = hasMark(in: sentence.lowerBound..<cue) ? 1 : 0
    let commaAfter: UInt32 = hasMark(in: min(cue + 1, sentence.upperBound)..<min(cue + 4, sentence.upperBound)) ? 1 : 0
    list.add(134, side, commaBefore, commaAfter)
    list.add(135, side, commaBefore &* 2 &+ commaAfter, word)
    list.add(136, side, sentence.upperBound - cue < 4 ? 1 : 0, kind)
  }
}
