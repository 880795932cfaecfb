import Dossier
import Query

// Corrections: which names are one actor, who said something, where an article is from.
extension ReaderState {
  /// Lays what was corrected over the dossier; where others do that, leaves it to them.
  mutating func layCorrections() {
    hasNewCorrection = true
    if !correctsAside, let work = takeCorrection() { finish(work.done()) }
  }

  /// What is to be done for the last correction, at once or on another thread; `nil` where there is none since the last time.
  mutating func takeCorrection() -> CorrectionWork? {
    guard hasNewCorrection else { return nil }
    hasNewCorrection = false
    return CorrectionWork(laying: remarks.laying, isReading: index.isReading, corpus: index.finder.corpus)
  }

  /// Shows what came of corrections; what is selected stays selected, whatever number it has now.
  ///
  /// It comes to nothing where another correction was made meanwhile: that brings both.
  mutating func finish(_ corrected: CorrectionWork.Done) {
    if remarks.isReadAnew { return show(readAnew: corrected) }
    guard remarks.adopt(corrected.annotated, as: corrected.number) else { return }
    let before = dossier
    index = corrected.index
    cache.clear()
    let after = dossier
    func moved(_ id: Actor.ID) -> Actor.ID? {
      guard before.actors.indices.contains(id.index) else { return nil }
      let namesakes = after.actors.filter { $0.name == before[id].name }
      if namesakes.count == 1 { return namesakes[0].id }
      if let mention = before[id].mentions.first {
        return after.actor(at: Passage(document: mention.document, span: mention.span))
      }
      return namesakes.first?.id
    }
    actor = actor.flatMap(moved)
    matrix.actor = matrix.actor.flatMap(moved)
    jumps.renumber(moved)
    // It may come between two keys.
    settle()
  }

  /// Has what was read anew shown, once all that was added is laid over it.
  mutating func take(readAnew dossier: Dossier) {
    remarks.read(anew: dossier)
    layCorrections()
  }

  private mutating func show(readAnew corrected: CorrectionWork.Done) {
    let before = Bearings(self)
    guard remarks.adopt(corrected.annotated, as: corrected.number) else { return }
    exchange(for: corrected.index, finding: before)
    message = [message, "read anew"].compactMap(\.self).joined(separator: " · ").capitalisedFirst
  }

  var whyNoActor: String? {
    guard let actor else { return "no actor is selected" }
    return dossier[actor].mentions.isEmpty ? "no text names this actor" : nil
  }

  /// Why no actor can be merged; where none is selected, and the list is not at hand, it is asked which.
  var whyNoMerge: String? {
    if pane == .actors { return whyNoActor }
    return dossier.actors.contains { !$0.mentions.isEmpty } ? nil : "no actor was found"
  }

  var whyNoSplit: String? {
    whyNoMerge ?? (actorMeant.map(hasOneName) ?? false ? Self.hasOneNameOnly : nil)
  }

  private static let hasOneNameOnly = "all texts use one name"

  /// Whom a correction is about; `nil` where that is to be asked.
  private var actorMeant: Actor.ID? {
    (view == .matrix ? matrix.actor : actor).flatMap { dossier[$0].mentions.isEmpty ? nil : $0 }
  }

  /// Whether all texts call an actor the same. Asked with every key, so it ends at the second name.
  private func hasOneName(_ actor: Actor.ID) -> Bool {
    let named = dossier[actor].mentions.lazy.filter { $0.kind != .pronoun }
    func words(_ mention: Mention) -> ArraySlice<UInt8> {
      dossier[mention.document].text.bytes[Int(mention.span.start)..<Int(mention.span.end)]
    }
    guard let first = named.first.map(words) else { return true }
    func lower(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }
    return named.allSatisfy { words($0) == first || lower(words($0)) == lower(first) }
  }

  /// The names under which the texts speak of an actor, the most frequent first, each with its first mention; a
  /// capital more or less is no other name.
  private func names(of actor: Actor.ID) -> [(name: String, count: Int, first: Passage)] {
    var names: [(name: String, count: Int, first: Passage)] = []
    var places: [String: Int] = [:]
    for mention in dossier[actor].mentions where mention.kind != .pronoun {
      let passage = Passage(document: mention.document, span: mention.span)
      let words = dossier[passage]
      if let place = places[words.lowercased()] {
        names[place].count += 1
      } else {
        places[words.lowercased()] = names.count
        names.append((words, 1, passage))
      }
    }
    return names.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// The passage that stands for an actor: a mention by the name that it has here, in the open article where one is there, else
  /// the longest name that a text gives it.
  func passage(standingFor actor: Actor) -> Passage? {
    let names = actor.mentions.filter { $0.kind == .name }
    let own = names.filter { dossier[$0.document].text[$0.span] == actor.name }
    let named = own.first { $0.document == document } ?? own.first ?? names.max { $0.span.count < $1.span.count }
    return (named ?? actor.mentions.first).map { Passage(document: $0.document, span: $0.span) }
  }

  // MARK: Asking

  /// Asks whom a correction is about, where the focus is in no list of actors and none is picked.
  private mutating func askActor(for correction: Chooser.Purpose.OfActor, _ title: String) {
    let rows = dossier.actors.filter { !$0.mentions.isEmpty }
      .map { Chooser.Row($0.name, "\($0.mentions.count)", value: $0.id.index) }
    choose(.actor(correction), title, rows)
  }

  mutating func askMerge() {
    if let actorMeant {
      askMerge(into: actorMeant)
    } else {
      askActor(for: .merge, "Which actor is to have another's name?")
    }
  }

  mutating func askMerge(into actor: Actor.ID) {
    let rows = dossier.actors.filter { $0.id != actor && !$0.mentions.isEmpty }.map { other in
      // Under whatever name one looks for it.
      let others = other.aliases.map(\.text).filter { !other.name.contains($0) }.prefix(2)
      let names = ([other.name] + others).joined(separator: " · ")
      return Chooser.Row(names, "\(other.mentions.count)", value: other.id.index)
    }
    choose(.merge(actor), "Who is the same as \(dossier[actor].name)?", rows)
  }

  mutating func askSplit() {
    if let actorMeant { askSplit(of: actorMeant) } else { askActor(for: .split, "Which actor is more than one?") }
  }

  mutating func askSplit(of actor: Actor.ID) {
    guard !hasOneName(actor) else {
      message = "\(dossier[actor].name) stays one: \(Self.hasOneNameOnly)"
      return
    }
    let rows = names(of: actor).enumerated().map { Chooser.Row($1.name, "\($1.count)", value: $0) }
    choose(.split(actor), "Which name is somebody else than \(dossier[actor].name)?", rows)
  }

  var whyNoStatement: String? { correctable == nil ? "no quote is selected" : nil }

  /// The statement whose speaker can be corrected here.
  private var correctable: Statement.ID? {
    switch pane {
    case .quotes: isSelectionHidden ? nil : statement
    case .article: statementUnderCursor
    case .timeline: if case .statement(let id) = timeline.selected { id } else { nil }
    case .sources, .actors, .strip, .compare, .matrix, .differences: nil
    }
  }

  mutating func askSpeaker() {
    guard let id = correctable else { return }
    // Whoever speaks in this article, and then elsewhere, is likelier than a place that is only named.
    let ranks = dossier.actors.map { actor in
      index.statementsOfActor[actor.id.index].isEmpty
        ? 2 : index.statements(of: actor.id, in: dossier[id].document).isEmpty ? 1 : 0
    }
    let actors = (0...2).flatMap { rank in dossier.actors.filter { ranks[$0.id.index] == rank } }
      .map { Chooser.Row($0.name, $0.kind.rawValue, value: $0.id.index) }
    let nobody = Chooser.Row("nobody", Statement.nobody, value: Chooser.nobody)
    let rows = dossier[id].speaker == nil ? actors : [nobody] + actors
    choose(.speaker(id), "Who says “\(String(dossier[passage(of: id)].prefix(40)))…”?", rows)
  }

  // MARK: Doing

  /// Merges two actors, or asks first where that is hardly meant: a place and an organisation are seldom one.
  mutating func askOrMerge(_ kept: Actor.ID, with other: Actor.ID) {
    if dossier[kept].kind == dossier[other].kind { merge(kept, with: other) } else { openPrompt(.merge(kept, other)) }
  }

  mutating func confirmMerging(_ answer: String, _ kept: Actor.ID, with other: Actor.ID) {
    if Self.isYes(answer) { return merge(kept, with: other) }
    message = "\(dossier[kept].name) and \(dossier[other].name) stay two"
  }

  mutating func merge(_ kept: Actor.ID, with other: Actor.ID) {
    guard let one = passage(standingFor: dossier[kept]), let two = passage(standingFor: dossier[other]) else { return }
    let name = "merge of \(dossier[kept].name) and \(dossier[other].name)"
    take(Remarks.Step(name: name, added: annotate([(.sameActor, [one, two])])))
    message = "\(name.capitalisedFirst) · \(hint(.undo)) undoes"
  }

  mutating func split(_ actor: Actor.ID, at place: Int) {
    let names = names(of: actor)
    guard names.indices.contains(place) else { return }
    let rest = dossier.name(of: actor, without: names[place].name)
    let name = "split of \(names[place].name) from \(rest)"
    take(Remarks.Step(name: name, added: annotate([(.otherActor, [names[place].first])])))
    message = "\(name.capitalisedFirst) · \(hint(.undo)) undoes"
  }

  mutating func rename(_ actor: Actor.ID, to words: String) {
    let name = words.singleSpaced
    guard !name.isEmpty else { return openPrompt(.actorName(actor), text: "", refusal: "a name is not empty") }
    guard name != dossier[actor].name, let passage = passage(standingFor: dossier[actor]) else { return }
    // Two rows of one name are one actor to whoever reads them.
    if dossier.actors.contains(where: { $0.id != actor && $0.name == name }) {
      return openPrompt(
        .actorName(actor), text: name, refusal: "another actor is called \(name): \(hint(.mergeActors)) merges the two")
    }
    take(
      Remarks.Step(name: "name of \(dossier[actor].name)", added: annotate([(.actorName(name), [passage])])))
    message = "Now called \(name) · \(hint(.undo)) undoes"
  }

  /// - Parameter name: `nil` is nobody.
  mutating func correct(speakerOf id: Statement.ID, to name: String?) {
    if let name, name.isEmpty { return }
    let passage = passage(of: id)
    take(
      Remarks.Step(
        name: "corrected speaker", added: annotate([(.speaker(name), [passage])]), subject: .passage(passage)))
    message = "Said by \(name ?? "nobody") · \(hint(.undo)) undoes"
  }

  mutating func name(source id: Document.ID, _ words: String) {
    let name = words.singleSpaced
    guard !name.isEmpty else { return openPrompt(.outlet(id), text: "", refusal: "a name is not empty") }
    guard name != dossier[id].source?.name, let passage = dossier.passage(standingFor: id) else {
      return
    }
    take(Remarks.Step(name: "name of the source", added: annotate([(.outlet(name), [passage])])))
    message = "From \(name) · \(hint(.undo)) undoes"
  }

  /// Keeps when an article was published, or asks again where that is no date.
  mutating func date(source id: Document.ID, _ words: String) {
    let words = words.singleSpaced
    guard !words.isEmpty, words != dossier[id].published?.date.description,
      let passage = dossier.passage(standingFor: id)
    else {
      return
    }
    guard let date = PartialDate(words) ?? PartialDate(words: words) else {
      openPrompt(.published(id), text: words, refusal: "\(words) is no date: \(PromptLine.dateForms)")
      return
    }
    take(Remarks.Step(name: "date of the article", added: annotate([(.published(date.description), [passage])])))
    message = "Published \(date.words) · \(hint(.undo)) undoes"
  }
}

/// Laying corrections over a dossier, and looking up all that panes look up in it: long work for a large set.
struct CorrectionWork: Sendable {
  let laying: Remarks.Laying
  let isReading: Bool
  let corpus: Corpus

  struct Done: Sendable {
    let number: Int
    let annotated: AnnotatedDossier
    let index: DossierIndex
  }

  func done() -> Done {
    let annotated = laying.done()
    return Done(
      number: laying.number, annotated: annotated,
      index: DossierIndex(annotated.dossier, isReading: isReading, corpus: corpus))
  }
}

extension JumpList {
  /// Gives actors the numbers that they have after a correction.
  mutating func renumber(_ moved: (Actor.ID) -> Actor.ID?) {
    changePlaces { $0.actor = $0.actor.flatMap(moved) }
  }
}
