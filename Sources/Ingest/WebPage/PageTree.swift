internal import CGumbo

/// The tree of elements that a browser would make of a page, whatever its tags are like.
struct PageTree: ~Copyable {
  /// Gumbo takes 5 to 20 bytes for one of a real page.
  private static let bytesPerByte = 32
  private static let most = 1 << 30

  private let source: UnsafeMutableRawBufferPointer
  private let tree: UnsafeMutablePointer<crossread_tree>

  /// - Parameter html: UTF-8.
  /// - Returns: `nil` where the page is made to take more memory than any real page does.
  init?(_ html: [UInt8]) {
    let source = UnsafeMutableRawBufferPointer.allocate(byteCount: html.count, alignment: 1)
    source.copyBytes(from: html)
    NestingLimit.apply(to: source)
    let budget = min(html.count * Self.bytesPerByte + 1 << 20, Self.most)
    guard let tree = crossread_tree_parse(source.baseAddress, html.count, budget) else {
      source.deallocate()
      return nil
    }
    self.source = source
    self.tree = tree
  }

  deinit {
    crossread_tree_free(tree)
    source.deallocate()
  }

  /// The elements that hold the end of the page, outermost first: each the last child of the one before.
  var lastElements: [PageElement] {
    var elements: [PageElement] = []
    var node = crossread_tree_root(tree)
    while let parent = node {
      node = crossread_node_last_element(parent)
      if let node { elements.append(PageElement(node: node)) }
    }
    return elements
  }

  /// Walks the tree in the order of the page, by a stack of its own: no page is too deep.
  /// - Parameters:
  ///   - enter: called before what an element holds; says whether that is to be walked.
  ///   - leave: called after what an element that was walked holds.
  ///   - comment: called with each comment.
  func walk(
    enter: (PageElement) -> Bool, text: (UnsafeBufferPointer<UInt8>) -> Void, leave: (PageElement) -> Void = { _ in },
    comment: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
  ) {
    var open: [(node: UnsafePointer<GumboNode>, next: UInt32)] = [(crossread_tree_root(tree), 0)]
    while let (node, next) = open.last {
      guard let child = crossread_node_child(node, next) else {
        open.removeLast()
        if node.pointee.type == GUMBO_NODE_ELEMENT { leave(PageElement(node: node)) }
        continue
      }
      open[open.count - 1].next += 1
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT: if enter(PageElement(node: child)) { open.append((child, 0)) }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA: text(PageElement.bytes(crossread_node_text(child)))
      case GUMBO_NODE_COMMENT: comment(PageElement.bytes(crossread_node_text(child)))
      default: break
      }
    }
  }
}

/// One element of a page; valid as long as its tree.
struct PageElement {
  fileprivate let node: UnsafePointer<GumboNode>

  var tag: GumboTag { crossread_element_tag(node) }

  /// Whether no end tag of its own closes it.
  var isUnclosed: Bool { node.pointee.parse_flags.rawValue & GUMBO_INSERTION_IMPLICIT_END_TAG.rawValue != 0 }

  /// The value of an attribute; empty where it is given without one, `nil` where it is not given.
  subscript(attribute: StaticString) -> String? {
    attribute.withUTF8Buffer { name in
      name.withMemoryRebound(to: CChar.self) { crossread_element_attribute(node, $0.baseAddress) }
    }.map { String(decoding: Self.bytes($0), as: UTF8.self) }
  }

  /// Whether it is of one of these classes.
  func isOfClass(_ names: [String]) -> Bool {
    guard let classes = self["class"] else { return false }
    return classes.split(separator: " ").contains { name in names.contains { $0 == name } }
  }

  /// The words in it, white space as it stands, as far as the first `limit` bytes.
  func text(atMost limit: Int) -> String {
    var bytes: [UInt8] = []
    var open: [(node: UnsafePointer<GumboNode>, next: UInt32)] = [(node, 0)]
    while let (node, next) = open.last, bytes.count < limit {
      guard let child = crossread_node_child(node, next) else {
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT: open.append((child, 0))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA: bytes += Self.bytes(crossread_node_text(child))
      default: break
      }
    }
    return String(decoding: bytes.prefix(limit), as: UTF8.self)
  }

  fileprivate static func bytes(_ string: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while string[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: string, count: count).assumingMemoryBound(to: UInt8.self)
  }
}
