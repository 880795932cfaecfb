/// Working memory that grows and is reused; what it holds is lost when it grows.
final class Scratch<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int

  init() {
    capacity = 64
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Room for `count` elements, not initialised where it had to grow.
  @discardableResult
  func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
    if count > capacity {
      base.deallocate()
      capacity = count + count / 2
      base = .allocate(capacity: capacity)
    }
    return base
  }
}
