import Dossier

/// What a cache entry throws that does not hold what it should.
struct DamagedEntry: Error {}

/// Reads what `ByteWriter` wrote. It never reads beyond the end: a damaged entry throws.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var strings: [String] = []

  /// Reads the table of strings.
  /// - Parameter bytes: must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer) throws(DamagedEntry) {
    self.bytes = bytes
    let count = try count(ofElementsWithAtLeast: 4)
    strings.reserveCapacity(count)
    for _ in 0..<count { strings.append(String(decoding: try take(try number()), as: UTF8.self)) }
  }

  private mutating func take(_ count: Int) throws(DamagedEntry) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - offset else { throw DamagedEntry() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  mutating func fixed<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(DamagedEntry) -> Value {
    let size = MemoryLayout<Value>.size
    guard size <= bytes.count - offset else { throw DamagedEntry() }
    defer { offset += size }
    return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  mutating func byte() throws(DamagedEntry) -> UInt8 { try fixed() }

  mutating func number() throws(DamagedEntry) -> Int { Int(try fixed(UInt32.self)) }

  mutating func double() throws(DamagedEntry) -> Double { Double(bitPattern: try fixed()) }

  mutating func optionalNumber() throws(DamagedEntry) -> Int? {
    try byte() == 0 ? nil : Int(try fixed(Int32.self))
  }

  mutating func span() throws(DamagedEntry) -> Span {
    let start: UInt32 = try fixed()
    let end: UInt32 = try fixed()
    guard start <= end else { throw DamagedEntry() }
    return Span(start: start, end: end)
  }

  mutating func optionalSpan() throws(DamagedEntry) -> Span? { try byte() == 0 ? nil : try span() }

  mutating func string() throws(DamagedEntry) -> String {
    let place = try number()
    guard place < strings.count else { throw DamagedEntry() }
    return strings[place]
  }

  mutating func optionalString() throws(DamagedEntry) -> String? { try byte() == 0 ? nil : try string() }

  mutating func raw() throws(DamagedEntry) -> [UInt8] { Array(try take(try number())) }

  mutating func rawNumbers() throws(DamagedEntry) -> [UInt32] {
    let count = try number()
    let source = try take(count * 4)
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      initialized = count
    }.map(UInt32.init(littleEndian:))
  }

  /// A case, by its place among `all`.
  mutating func choice<Value>(_ all: [Value]) throws(DamagedEntry) -> Value {
    let place = Int(try byte())
    guard place < all.count else { throw DamagedEntry() }
    return all[place]
  }

  /// The count of a list.
  /// - Parameter least: the fewest bytes that one element takes, so that a false count asks for no memory.
  mutating func count(ofElementsWithAtLeast least: Int) throws(DamagedEntry) -> Int {
    let count = try number()
    guard count <= (bytes.count - offset) / least else { throw DamagedEntry() }
    return count
  }
}
