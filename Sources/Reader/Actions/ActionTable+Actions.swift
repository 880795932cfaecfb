import Dossier
import Terminal

// Conditions are closures and not key paths: those copy the whole state, and the key bar asks all of them for each key.
extension ActionTable {
  /// Keys of a line that page a list as long as nothing is typed to narrow it.
  static let editing: [Action] = [
    Action(
      .cursorLeft, "A letter back", keys: [.left, .control("b")], in: .typing, .type, yields: { $0.isInUntypedPicker }),
    Action(
      .cursorRight, "A letter on", keys: [.right, .control("f")], in: .typing, .type, yields: { $0.isInUntypedPicker }),
    Action(.eraseLine, "Erase all", keys: [.control("u")], in: .typing, .type, yields: { $0.isInUntypedPicker }),
  ]

  static let moving: [Action] = [
    Action(.up, "Up a row", keys: [.up, .character("k")], in: [.views, .popup], .move),
    Action(.down, "Down a row", keys: [.down, .character("j")], in: [.views, .popup], .move),
    Action(.left, "Left, or to the mark before", keys: [.left, .character("h")], in: .views, .move),
    Action(.right, "Right, or to the mark after", keys: [.right, .character("l")], in: .views, .move),
    Action(
      .pageDown, "A page down", keys: [.pageDown, .character(" "), .control("f")], in: .pages, .move),
    Action(.pageUp, "A page up", keys: [.pageUp, .control("b")], in: .pages, .move),
    Action(.halfPageDown, "Half a page down", keys: [.control("d")], in: .pages, .move),
    Action(.halfPageUp, "Half a page up", keys: [.control("u")], in: .pages, .move),
    Action(.top, "To the top", keys: [.character("g"), .home], in: .pages, .move),
    Action(.bottom, "To the bottom", keys: [.character("G"), .end], in: .pages, .move),
    Action(
      .jumpBack, "Back to where you were", keys: [.control("o")], in: .views, .move,
      disabled: { $0.jumps.back.isEmpty ? "you have not jumped yet" : nil }),
    Action(
      .jumpForward, "Forward again", keys: [.control("n")], in: .views, .move,
      disabled: { $0.jumps.forward.isEmpty ? "you have not gone back" : nil }),
  ]

  static let selecting: [Action] = [
    Action(.nextPane, "Next pane", keys: [.tab], in: .read, .move, bar: "next pane"),
    Action(.previousPane, "Previous pane", keys: [.backTab], in: .read, .move),
    Action(.open, "Open what is selected", keys: [.enter], in: .views, .select, bar: "open"),
    Action(
      .nextHit, "Next place found, while a search is open", keys: [.character("n")], in: .views, .find, bar: "next hit",
      yields: { $0.search == nil }, disabled: { $0.whyNoHits }),
    Action(
      .previousHit, "Place found before it", keys: [.character("N")], in: .views, .find, yields: { $0.search == nil },
      disabled: { $0.whyNoHits }),
    Action(
      .nextDifference, "Next difference, in any article", keys: [.character("n")], in: .views,
      .select,
      bar: "next difference", yields: { $0.search != nil }, disabled: { $0.whyNoDifferences }),
    Action(
      .previousDifference, "Difference before", keys: [.character("N")], in: .views, .select,
      yields: { $0.search != nil }, disabled: { $0.whyNoDifferences }),
    Action(
      .compareHere, "Compare this article", keys: [.character("c")], in: [.read, .differences, .timeline], .compare,
      bar: "compare", disabled: { $0.whyNoComparison }),
    Action(
      .nextMark, "Next difference in this text, or cell that is filled",
      keys: [.character("]")], in: .views, .select, disabled: { $0.view == .matrix ? nil : $0.whyNoDifferences }),
    Action(
      .previousMark, "Difference before in this text, or cell that is filled",
      keys: [.character("[")], in: .views, .select, disabled: { $0.view == .matrix ? nil : $0.whyNoDifferences }),
    Action(
      .selectText, "Select words for a note, tags or a copy", keys: [.character("V")], in: .article, .select,
      disabled: { $0.document == nil ? "no article is open" : nil }),
    Action(
      .copy, "Copy the quote with its citation", keys: [.character("y")], in: .views, .select,
      disabled: {
        $0.citation == nil
          ? $0.pane == .quotes ? "no quote is selected · the arrows pick one" : "nothing here to copy" : nil
      }),
    Action(
      .edit, "Open the file in $EDITOR", keys: [.character("v")], in: .views, .select,
      disabled: { $0.document == nil ? "no article is open" : nil }),
    Action(
      .page, "Read the article in $PAGER", keys: [.character("p")], in: .views, .select,
      disabled: { $0.document == nil ? "no article is open" : nil }),
    Action(
      .browse, "Open the article's web address", keys: [.character("w")], in: .views, .select,
      disabled: { state in
        state.lineInText.flatMap { state.dossier[$0.document].url } == nil ? "the article gives no web address" : nil
      }),
  ]

  static let showing: [Action] = [
    Action(.viewRead, "Read", keys: [.character("1")], in: .views, .show),
    Action(.viewCompare, "Compare", keys: [.character("2")], in: .views, .show, disabled: { $0.whyNoComparison }),
    Action(.viewMatrix, "Matrix: who gets to speak", keys: [.character("3")], in: .views, .show),
    Action(.viewTimeline, "Timeline", keys: [.character("4")], in: .views, .show),
    Action(.viewDifferences, "Differences, agreements, omissions", keys: [.character("5")], in: .views, .show),
    Action(.paneSources, "Read: to Sources", keys: [.character("6")], in: .views, .show),
    Action(.paneActors, "Read: to Actors", keys: [.character("7")], in: .views, .show),
    Action(.paneQuotes, "Read: to Quotes", keys: [.character("8")], in: .views, .show),
    Action(.paneArticle, "Read: to the article", keys: [.character("9")], in: .views, .show),
    Action(.paneStrip, "Read: to the difference", keys: [.character("0")], in: .views, .show),
    Action(
      .directOnly, "Direct speech only", keys: [.character("d")], in: .read, .show),
    Action(
      .allArticles, "Quotes of all articles, or of this one", keys: [.character("A")], in: .read, .show),
    Action(
      .openDebris, "Open or fold what is not article", keys: [.character("D")], in: .read, .show,
      disabled: { $0.document == nil ? "no article is open" : nil }),
    Action(.belowBar, "Show what lies below the bar", keys: [.character("b")], in: .views, .show),
    Action(.raiseBar, "Raise the bar", keys: [.character("}")], in: .views, .show),
    Action(.lowerBar, "Lower the bar", keys: [.character("{")], in: .views, .show),
    Action(
      .zoom, "Give the pane the whole screen, or not", keys: [.character("z")], in: .views, .show,
      disabled: { $0.whyNoZoom }
    ),
    Action(
      .toggleStrip, "Show or hide the passages under the list or text", keys: [.character("t")], in: .views, .show,
      disabled: { $0.whyNoStrip }),
    Action(.hidePane, "Hide the pane", keys: [.character("H")], in: .read, .show, disabled: { $0.whyNoHiding }),
    Action(
      .resetPanes, "Show all panes in their usual sizes", keys: [.character("=")], in: [.read, .contexts], .show,
      disabled: { $0.whyNothingHidden }),
    Action(
      .widen, "Widen the left side", keys: [.character(">")], in: [.read, .contexts], .show, disabled: { $0.whyNoSides }
    ),
    Action(
      .narrow, "Narrow the left side", keys: [.character("<")], in: [.read, .contexts], .show,
      disabled: { $0.whyNoSides }),
    Action(
      .taller, "Make the pane taller", keys: [.character("+")], in: [.read, .contexts], .show,
      disabled: { $0.whyNoHeight }),
    Action(
      .shorter, "Make the pane shorter", keys: [.character("-")], in: [.read, .contexts], .show,
      disabled: { $0.whyNoHeight }
    ),
  ]

  static let finding: [Action] = [
    Action(.search, "Search the text of all articles", keys: [.character("/")], in: .views, .find, bar: "search"),
    Action(
      .listHits, "List all places found", keys: [.character("L"), .control("t")], in: [.views, .prompt], .find,
      bar: "list",
      yields: { state in
        if case .prompt(let prompt) = state.layers.last { prompt.purpose != .search } else { false }
      }, disabled: { $0.whyNoHits }),
    Action(
      .filter, "Filter the list as you type, search the open article", keys: [.character("f")], in: .views, .find,
      bar: "filter", disabled: { $0.pane.isList || $0.document != nil ? nil : "no article is open" }),
    Action(
      .facets, "Narrow by relation, kind, actor, source, verdict, confidence", keys: [.character("F")],
      in: .differences, .find, bar: "narrow", disabled: { $0.whyNoFacets }),
    Action(.palette, "Any action by name", keys: [.character(":")], in: .views, .find),
    Action(
      .reason, "Why it is marked", keys: [.character("K")], in: .views, .select, bar: "why"),
  ]

  static let comparing: [Action] = [
    Action(
      .otherSide, "The other side", keys: [.tab], in: .compare, .compare, bar: "next side",
      disabled: { $0.whyNoComparison }),
    Action(
      .swapSides, "Swap the sides", keys: [.character("x")], in: .compare, .compare, bar: "swap",
      disabled: { $0.whyNoComparison }),
    Action(
      .differencesOnly, "Differences only, or all", keys: [.character("o")], in: .compare, .compare,
      bar: "differences only", disabled: { $0.whyNoComparison }),
    Action(
      .nextArticle, "Next article on this side", keys: [.character(")")], in: .compare, .compare, bar: "other article",
      disabled: { $0.dossier.documents.count < 3 ? "there is no other article" : nil }),
    Action(
      .previousArticle, "Article before on this side", keys: [.character("(")], in: .compare, .compare,
      disabled: { $0.dossier.documents.count < 3 ? "there is no other article" : nil }),
    Action(
      .addThird, "Add a third article", keys: [.character("+")], in: .compare, .compare,
      disabled: { state in
        if state.dossier.documents.count < 3 { return "there is no third article" }
        return state.compare?.documents.count == 3 ? "three are shown already" : nil
      }),
    Action(
      .dropThird, "Take the third article away", keys: [.character("-")], in: .compare, .compare,
      disabled: { $0.compare?.documents.count == 3 ? nil : "two are shown" }),
  ]

  static let remarking: [Action] = [
    Action(
      .nextSection, "Agreements, omissions, differences", keys: [.tab], in: .differences, .move, bar: "next list"),
    Action(.previousSection, "The list before", keys: [.backTab], in: .differences, .move),
    Action(.nextActor, "Next actor", keys: [.tab], in: .timeline, .move, bar: "next actor"),
    Action(.previousActor, "Actor before", keys: [.backTab], in: .timeline, .move),
    Action(
      .accept, "Accept the difference, agreement or omission", keys: [.character("a")], in: .judging, .remark,
      bar: "accept",
      disabled: { $0.whyNoVerdict }),
    Action(
      .reject, "Reject the difference, agreement or omission", keys: [.character("r")], in: .judging, .remark,
      bar: "reject",
      disabled: { $0.whyNoVerdict }),
    Action(
      .unsure, "Unsure of the difference, agreement or omission", keys: [.character("s")], in: .judging, .remark,
      disabled: { $0.whyNoVerdict }),
    Action(
      .note, "Note on the finding, quote, actor or words", keys: [.character("m")],
      in: [.sources, .actors, .quotes, .article, .strip, .compare, .timeline, .differences], .remark,
      disabled: { $0.whyNoRemark }),
    Action(
      .tag, "Tags of the finding, quote, actor or words", keys: [.character("#")],
      in: [.sources, .actors, .quotes, .article, .strip, .compare, .timeline, .differences], .remark,
      disabled: { $0.whyNoRemark }),
    Action(
      .bookmark, "Bookmark here, or take it away", keys: [.character("B")],
      in: [.sources, .actors, .quotes, .article, .strip, .compare, .timeline, .differences], .remark,
      disabled: { $0.whyNoRemark }),
    Action(
      .mergeActors, "Merge another actor into this one", keys: [.character("&")], in: .views, .remark,
      disabled: { $0.whyNoMerge }),
    Action(
      .splitActor, "Split a name off this actor", keys: [.character("%")], in: .views, .remark,
      disabled: { $0.whyNoSplit }),
    Action(
      .rename, "Rename the actor, name the source", keys: [.character("R")],
      in: [.sources, .actors, .quotes, .article, .strip], .remark,
      disabled: { $0.pane == .actors ? $0.whyNoActor : $0.document == nil ? "no article is open" : nil }),
    Action(
      .dateSource, "Date the article", keys: [.character("P")], in: [.sources, .article, .quotes, .strip], .remark,
      disabled: { $0.document == nil ? "no article is open" : nil }),
    Action(
      .correctSpeaker, "Correct the speaker, or say that it is nobody's", keys: [.character("S")],
      in: [.quotes, .article, .timeline], .remark,
      disabled: { $0.whyNoStatement }),
    Action(
      .undo, "Undo what you added last", keys: [.character("u")], in: .views, .remark,
      disabled: { $0.remarks.whyNoUndo }),
    Action(
      .redo, "Redo it", keys: [.control("r")], in: .views, .remark,
      disabled: { $0.remarks.canRedo ? nil : "nothing was undone" }),
    Action(
      .added, "List what you added, and what of it is lost", keys: [.character("'")], in: .views, .remark,
      disabled: { $0.remarks.placed.isEmpty ? "nothing was added to these articles" : nil }),
    Action(
      .remove, "Take away what is selected among what you added", keys: [.delete], in: .palette, .remark,
      yields: { !$0.listsAdded },
      disabled: { $0.chosenAnnotation == nil ? "only what you added can be taken away" : nil }),
    Action(
      .attach, "Put what is lost on the difference, agreement or omission that is selected", keys: [.character("a")],
      in: .popup, .remark, bar: "attach", yields: { $0.explainedLoss == nil },
      disabled: { $0.attachTarget == nil ? "nothing is selected to put it on" : nil }),
    Action(
      .export, "Export to a file", keys: [.character("e")], in: .views, .remark,
      disabled: { $0.index.isReading ? Wording.stillReading : nil }),
  ]

  static let running: [Action] = [
    Action(.previousRow, "Row above, or what you typed before", keys: [.up, .control("p")], in: .typing, .type),
    Action(.nextRow, "Row below, or what you typed after", keys: [.down, .control("n"), .tab], in: .typing, .type),
    Action(.confirm, "Keep it, or do it", keys: [.enter], in: .typing, .type, bar: "take"),
    Action(
      .dismiss, "Close the explanation", keys: [.enter, .character("K"), .character("q")], in: .popup, .program,
      bar: "close"),
    // In a list Home, End and C-d are the list's, whose actions stand before.
    Action(.wordLeft, "A word back", keys: [.alt("b"), .controlLeft], in: .typing, .type),
    Action(.wordRight, "A word on", keys: [.alt("f"), .controlRight], in: .typing, .type),
    Action(.lineStart, "To the start of the line", keys: [.control("a"), .home], in: .typing, .type),
    Action(.lineEnd, "To the end of the line", keys: [.control("e"), .end], in: .typing, .type),
    Action(.erase, "Erase a letter", keys: [.backspace, .control("h")], in: .typing, .type),
    Action(.eraseAfter, "Erase the letter after", keys: [.delete, .control("d")], in: .typing, .type),
    Action(.eraseWord, "Erase a word", keys: [.control("w"), .altBackspace], in: .typing, .type),
    Action(.eraseRest, "Erase to the end of the line", keys: [.control("k")], in: .typing, .type),
    Action(
      .mouse, "Leave the mouse to the terminal, or take it", keys: [.character("M")], in: .views, .program),
    Action(.nextTheme, "Next theme", keys: [.character("T")], in: .views, .program),
    Action(.redraw, "Paint the screen again", keys: [.control("l")], in: .everywhere, .program),
    Action(
      .reload, "Read the files anew", keys: [.function(5)], in: .views, .program, disabled: { $0.whyNoReload }),
    Action(
      .stopReading, "Stop reading the rest, or read on", keys: [.control("x")], in: .views, .program,
      disabled: { $0.whyNothingToStop }),
    Action(.help, "What the keys do here", keys: [.character("?"), .function(1)], in: .views, .program, bar: "help"),
    Action(.escape, "Back out, one layer at a time", keys: [.escape], in: .everywhere, .program, bar: "back"),
    Action(.quit, "Quit", keys: [.character("q"), .control("c")], in: .views, .program, bar: "quit"),
    Action(
      .leave, "Close what lies over the view; what was typed is not kept", keys: [.control("c")],
      in: [.typing, .popup], .program),
  ]
}
