internal import Language

/// What the score of a pair is made of: hashed features that hold or do not.
struct ContrastFeatures {
  private(set) var keys: [UInt32] = []

  private let alignment: ContrastAlignment
  private let figures: ContrastFigures
  private let clashes: [ContrastClash]

  init(_ alignment: ContrastAlignment, figures: ContrastFigures, clashes: [ContrastClash]) {
    self.clashes = clashes
    self.alignment = alignment
    self.figures = figures
    addCoverage()
    addWords()
    addEdges()
    addFigures()
    addDenials()
    addFrame()
    addClashes()
  }

  private mutating func addClashes() {
    add("clashes \(min(clashes.count, 5))")
    var seen = Set<String>()
    for clash in clashes {
      let loose = min(clash.loose, 3)
      for name in [
        "clash \(clash.ground) \(loose)", "clash \(clash.ground) \(clash.subject) \(loose)",
        "clash \(clash.ground) \(clash.basis) \(loose)", "clash \(clash.ground) \(clash.basis) \(clash.subject)",
        "clash \(clash.ground) \(clash.basis) \(clash.subject) \(loose) \(min(alignment.content.count / 2, 4))",
      ] where seen.insert(name).inserted { add(name) }
    }
    if let least = clashes.map(\.loose).min() { add("loosest \(min(least, 3)) \(shape)") }
  }

  private mutating func add(_ name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    keys.append(UInt32(truncatingIfNeeded: hash & UInt64(LinearModel.size - 1)))
  }

  private static func bucket(_ share: Double, _ parts: Int) -> Int { Int((share * Double(parts)).rounded(.down)) }

  private var shape: String = ""

  private mutating func addCoverage() {
    let content = alignment.content
    let borne = content.count { alignment.isSupported($0) }
    let exact = content.count { alignment.links[$0]?.tie == .same }
    let missing = content.count - borne
    let share = content.isEmpty ? 0 : Double(borne) / Double(content.count)
    add("bias")
    add("cover \(Self.bucket(share, 8))")
    add("exact \(content.isEmpty ? 0 : Self.bucket(Double(exact) / Double(content.count), 8))")
    add("missing \(min(missing, 5))")
    add("length \(min(content.count, 12))")
    add("given \(min(alignment.premise.words.count / 8, 12))")
    add("sentences \(min(alignment.premise.sentences, 4))")
    let premiseContent = alignment.premise.words.count { $0.isContent }
    add(
      "back \(premiseContent == 0 ? 0 : Self.bucket(min(1, Double(alignment.used.count) / Double(premiseContent)), 6))")
    let ties = content.compactMap { alignment.links[$0]?.tie }
    let worst = ContrastAlignment.Tie.allCases.filter { !$0.isSupport && ties.contains($0) }
    for tie in worst { add("has \(tie)") }
    shape = "\(min(missing, 3))/\(min(content.count, 6))"
    add("shape \(shape)")
  }

  private func label(_ word: ContrastText.Word) -> String {
    word.name.map(\.rawValue) ?? (word.isYear ? "year" : word.value != nil ? "number" : word.tag.label)
  }

  private mutating func addWords() {
    let (given, words) = (alignment.premise.words, alignment.hypothesis.words)
    for index in words.indices {
      let word = words[index]
      if let link = alignment.links[index], link.tie.isSupport {
        if link.tie != .same { add("borne \(link.tie) \(label(word))") }
        let other = given[link.premise]
        if word.head == nil { add("root borne \(alignment.subjectTie(link.premise, index)) \(shape)") }
        if word.isNegated != other.isNegated {
          add("polarity \(word.tag.label) \(word.head == nil)")
          add("polarity \(alignment.subjectTie(link.premise, index)) \(word.head == nil)")
          add("polarity \(other.isNegated ? "given" : "held") \(other.isTentative)")
        }
        if other.isTentative, !word.isTentative { add("tentative \(word.head == nil)") }
        continue
      }
      guard word.isContent || word.isDenial || word.value != nil else { continue }
      let sort = label(word)
      let headBorne = word.head.map { alignment.isSupported($0) ? "under" : "off" } ?? "root"
      add("new \(sort) \(word.role) \(headBorne)")
      add("new \(sort) \(shape)")
      if word.name == nil, word.value == nil { add("word \(word.lemma)") }
      guard let (link, basis) = alignment.counterparts[index] else {
        add("none \(sort) \(word.role) \(headBorne)")
        continue
      }
      let other = given[link.premise]
      let near = Int(link.likeness * 6)
      let subject = alignment.subjectTie(link.premise, index)
      add("instead \(subject) \(basis) \(link.tie)")
      add("instead \(subject) \(sort)")
      add("instead \(subject) \(basis) \(min(alignment.premise.sentences, 3))")
      add("instead \(subject) \(shape)")
      add("instead \(sort) \(label(other)) \(basis)")
      add("instead \(basis) \(link.tie) \(near)")
      add("instead \(sort) \(link.tie) \(near)")
      add("instead \(link.tie) \(word.role) \(headBorne)")
      add("instead \(link.tie) \(shape)")
      add("instead \(basis) \(sort) \(word.role)")
      if word.name == nil, other.name == nil, word.value == nil, other.value == nil {
        let (one, two) = other.lemma < word.lemma ? (other.lemma, word.lemma) : (word.lemma, other.lemma)
        add("pair \(one) \(two)")
      }
      if let distance = WordMeanings.distance(other.meanings, word.meanings) {
        add("tree \(sort) \(min(distance.up, 5)) \(min(distance.down, 5))")
        add("tree \(min(distance.up + distance.down, 9)) \(min(distance.depth, 8))")
      }
    }
    for index in given.indices where given[index].isContent && !alignment.used.contains(index) {
      let word = given[index]
      guard touchesUsed(index) else { continue }
      if word.tag == .adv || word.tag == .adj || word.tag == .verb, word.name == nil { add("given \(word.lemma)") }
    }
  }

  /// Whether a word of the premise stands over or under one that the hypothesis takes up.
  private func touchesUsed(_ index: Int) -> Bool {
    alignment.premise.words[index].head.map(alignment.used.contains) ?? false
      || alignment.premise.children[index].contains(where: alignment.used.contains)
  }

  private mutating func addEdges() {
    let (given, words) = (alignment.premise, alignment.hypothesis.words)
    var kept = 0
    var all = 0
    for index in words.indices {
      guard let head = words[index].head, words[index].isContent, let one = alignment.support(of: index),
        let other = alignment.support(of: head)
      else { continue }
      all += 1
      let role = words[index].role
      let state: String
      if given.words[one].head == other {
        state = given.words[one].role == role ? "kept" : "as \(given.words[one].role)"
        kept += 1
      } else if given.words[other].head == one {
        state = "turned \(given.words[other].role)"
      } else if given.words[one].sentence != given.words[other].sentence {
        state = "across"
      } else {
        let steps = distance(one, other, in: given)
        state = "far \(min(steps, 6))"
        if role == "agent" || role == "patient" {
          add("edge \(role) holds \(governor(other, role: role, in: given))")
        }
      }
      add("edge \(role) \(state)")
      add("edge \(label(words[index])) \(state.prefix(5))")
    }
    if all > 0 { add("edges \(min(all, 4)) \(kept)") }
    add("loose \(all - kept) \(shape)")
  }

  /// Who else has the role that the hypothesis gives a word.
  private func governor(_ head: Int, role: String, in text: ContrastText) -> String {
    guard let other = text.children[head].first(where: { text.words[$0].role == role }) else { return "nobody" }
    return (alignment.used.contains(other) ? "used " : "other ") + label(text.words[other])
  }

  private func distance(_ left: Int, _ right: Int, in text: ContrastText) -> Int {
    func chain(_ index: Int) -> [Int] {
      var found = [index]
      while let head = text.words[found[found.count - 1]].head, found.count < 20 { found.append(head) }
      return found
    }
    let one = chain(left)
    for (steps, index) in chain(right).enumerated() {
      if let up = one.firstIndex(of: index) { return up + steps }
    }
    return 20
  }

  private mutating func addFigures() {
    for finding in figures.findings {
      add("figure \(finding.sort) \(finding.verdict)")
      add("figure \(finding.sort) \(finding.verdict) \(finding.isAnchored)")
      let tie = ContrastFigures.label(finding, in: alignment)
      add("figure \(tie)")
      add("figure \(finding.sort) \(tie)")
      add("figure \(finding.verdict) \(shape)")
      add("figure \(finding.verdict) \(finding.isAnchored) \(min(alignment.premise.sentences, 2))")
    }
  }

  private mutating func addDenials() {
    let held = alignment.hypothesis.words.filter(\.isDenial)
    let given = alignment.premise.words.filter(\.isDenial)
    add("denials \(min(held.count, 2)) \(min(given.count, 2))")
    if given.isEmpty { for word in held { add("denial \(word.lemma)"); add("denial \(shape)") } }
    if held.isEmpty {
      let close = alignment.premise.words.indices.filter { index in
        alignment.premise.words[index].isDenial && touchesUsed(index)
      }
      for index in close { add("lost \(alignment.premise.words[index].lemma)"); add("lost \(shape)") }
    }
    for word in alignment.hypothesis.words
    where !word.isContent && [.adv, .det, .part, .adj, .adp, .pron, .aux].contains(word.tag) {
      if !alignment.premise.words.contains(where: { $0.norm == word.norm }) { add("small \(word.norm)") }
    }
  }

  private mutating func addFrame() {
    let words = alignment.hypothesis.words
    guard let root = words.indices.first(where: { words[$0].head == nil }) else { return }
    func state(_ index: Int?) -> String {
      guard let index else { return "-" }
      if let link = alignment.links[index], link.tie.isSupport { return "borne" }
      guard words[index].isContent else { return words[index].tag.label }
      return alignment.counterparts[index].map { "\($0.link.tie)" } ?? "none"
    }
    let children = alignment.hypothesis.children[root]
    let agent = children.first { words[$0].role == "agent" }
    let patient = children.first { words[$0].role == "patient" }
    let isCopula = children.contains { words[$0].role == "cop" }
    add("frame \(isCopula) \(state(root)) \(state(agent)) \(state(patient))")
    add("root \(isCopula) \(state(root)) \(label(words[root]))")
    if let agent, let given = alignment.support(of: root) {
      let subject = alignment.premise.clause(of: given)?.subject
      add(
        "subject \(state(agent)) \(alignment.subjectTie(given, agent)) \(subject.map { label(alignment.premise.words[$0]) } ?? "-")"
      )
    }
    if let agent { add("agent \(state(agent)) \(label(words[agent]))") }
    if let patient { add("patient \(state(patient)) \(label(words[patient]))") }
  }
}
