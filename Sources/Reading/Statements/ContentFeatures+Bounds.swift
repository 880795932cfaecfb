import Dossier
import Language

/// Where the content begins and ends, and both together.
extension ContentFeatures {
  func start<Sink: FeatureSink>(_ start: Int, into list: inout Sink) {
    let side = side.rawValue
    let distance = abs(start - cue).bucket
    let isFirst: UInt32 = start == window.lowerBound ? 1 : 0
    let norm = context.norms[start]
    let previous = context.norm(start - 1)
    list.add(200, side, distance)
    list.add(201, side, distance, word)
    list.add(202, side, isFirst, kind)
    list.add(203, side, norm)
    list.add(204, side, previous)
    list.add(205, side, word, norm)
    list.add(206, side, word, previous)
    list.add(207, side, previous, norm)
    list.add(208, side, context.tag(start), context.tag(start - 1))
    list.add(209, side, context.tag(start), kind)
    list.add(210, side, context.tag(start), context.tag(start + 1), distance)
    let node = topFromLeft(start)
    let label = path(node)
    list.add(211, side, label, kind)
    list.add(212, side, label, word)
    list.add(213, side, label, context.tag(node))
    list.add(214, side, label, distance)
    list.add(215, side, start == sentence.lowerBound ? 1 : 0, kind)
    list.add(216, side, start == sentence.lowerBound ? 1 : 0, word)
    let between = start < cue ? (start..<cue) : (min(cue + 1, start)..<start)
    list.add(217, side, marksBetween(between).bucket, distance)
    list.add(218, side, cuesBetween(between).bucket)
    if start > cue {
      var verbs = 0
      for token in between where tokens[token].tag == .verb { verbs += 1 }
      list.add(219, verbs.bucket, distance)
      list.add(220, word, context.norm(start - 1), context.norm(start))
    }
  }

  func end<Sink: FeatureSink>(_ end: Int, into list: inout Sink) {
    let side = side.rawValue
    let isLast: UInt32 = end == window.upperBound ? 1 : 0
    let norm = end < sentence.upperBound ? context.norm(end) : 0
    let after = end + 1 < sentence.upperBound ? context.norm(end + 1) : 0
    let last = context.norm(end - 1)
    list.add(300, side, isLast)
    list.add(301, side, isLast, kind)
    list.add(302, side, isLast, word)
    list.add(303, side, norm)
    list.add(304, side, norm, after)
    list.add(305, side, context.tag(end - 1), context.tag(end))
    list.add(306, side, last)
    list.add(307, side, norm, context.tag(end + 1))
    list.add(308, side, after, norm == last ? 1 : 0)
    list.add(309, side, (window.upperBound - end).bucket)
    list.add(310, side, (window.upperBound - end).bucket, norm)
    list.add(311, side, abs(end - cue).bucket, kind)
    let node = topFromRight(end - 1)
    let label = path(node)
    list.add(312, side, label, isLast)
    list.add(313, side, label, word)
    list.add(314, side, label, norm)
    if end < window.upperBound {
      // What would be cut off: by what relation it hangs, and on which side of the cut.
      var cut = end
      while cut < window.upperBound - 1, context.isPunctuation(cut) { cut += 1 }
      let top = topFromLeft(cut)
      list.add(315, side, context.relation(top), norm)
      if let head = tokens[top].head {
        let place: UInt32 = head == cue ? 0 : head < end ? 1 : 2
        list.add(316, side, context.relation(top), place)
        list.add(317, side, context.relation(top) &* 4 &+ place, norm)
        list.add(318, side, context.norm(cut), context.relation(top) &* 4 &+ place)
      }
    }
    if side == ContentCandidates.Side.before.rawValue {
      list.add(319, norm, (cue - end).bucket, word)
      list.add(320, (cue - end).bucket, norm)
      list.add(321, context.tag(end), context.tag(end + 1), (cue - end).bucket)
      list.add(322, context.tag(end), norm, (cue - end).bucket)
    }
  }

  func joint<Sink: FeatureSink>(_ range: Range<Int>, into list: inout Sink) {
    let side = side.rawValue
    var tops = 0
    var top = range.lowerBound
    var verbs = 0
    var subjects = 0
    var inner = 0
    var quotations: UInt32 = 0
    var lastQuotation: Int32 = -1
    for token in range {
      let traits = context.traits[token]
      let head = Int(context.heads[token])
      if !traits.contains(.punctuation), !range.contains(head) {
        tops += 1
        if tops == 1 || head == cue { top = token }
      }
      if traits.contains(.verb) { verbs += 1 }
      if traits.contains(.subject) { subjects += 1 }
      if traits.contains(.cue) { inner += 1 }
      let quotation = context.quotationOf[token]
      if quotation >= 0, quotation != lastQuotation { quotations += 1 }
      lastQuotation = quotation
    }
    // A word outside that hangs on a word inside.
    var crossing = 0
    for token in sentence where !range.contains(token) && token != cue {
      if range.contains(Int(context.heads[token])), !context.traits[token].contains(.punctuation) { crossing += 1 }
    }
    let label = path(top)
    let size = range.count.bucket
    list.add(400, side, size)
    list.add(401, side, size, kind)
    list.add(402, side, size, word)
    list.add(403, side, tops.bucket, crossing.bucket)
    list.add(404, side, label, crossing.bucket)
    list.add(405, side &+ 2 &* (tops == 1 ? 1 : 0), label, word)
    list.add(406, side &+ 2 &* (tops == 1 ? 1 : 0), label, kind)
    list.add(407, side, verbs.bucket, subjects.bucket)
    list.add(408, side, min(verbs, 2).bucket &* 8 &+ min(subjects, 2).bucket, kind)
    list.add(409, side, inner.bucket, size)
    list.add(410, side, quotations, cutsQuotation(range) ? 1 : 0)
    let isWhole: UInt32 = range == window ? 1 : 0
    list.add(411, side, isWhole, kind)
    list.add(412, side, isWhole, label)
    list.add(413, side, context.norms[range.lowerBound], context.tag(top))
    let fits: UInt32 =
      (Int(context.left[top]) == range.lowerBound ? 1 : 0) + (Int(context.right[top]) + 1 == range.upperBound ? 2 : 0)
    list.add(415, side, fits, label)
    list.add(
      416, side, fits, context.relation(top),
      range.upperBound < sentence.upperBound ? context.norm(range.upperBound) : 0)
    list.add(417, side, fits, isWhole, kind)
    list.add(414, side, context.tag(top), tops == 1 ? label : 0)
  }
}
