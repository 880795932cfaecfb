internal import CNetwork

/// A read-only set of hashed keys, each with its index: about 18 bits a key, one or two cache lines a look-up.
///
/// A key's top `bits` bits choose a bucket, the 16 bits below are kept as its fingerprint. A key that is not in the set is taken for one
/// that is with a chance of (keys per bucket) / 65536, about one in ten thousand.
///
/// Layout, little-endian: `bits`, `count` (UInt32 each); the first index of every 256th bucket (UInt32); of every bucket and one past the
/// end, relative to that (UInt16); the fingerprints (UInt16).
package struct FingerprintTable: @unchecked Sendable {
  private let bases: UnsafeRawPointer
  private let offsets: UnsafeRawPointer
  private let fingerprints: UnsafeRawPointer
  private let bits: UInt32
  /// Number of keys.
  package let count: Int
  /// Length of the table in bytes.
  package let byteCount: Int

  /// Opens a table that lies at `start` and outlives this value.
  package init(_ start: UnsafeRawPointer) {
    bits = start.loadUnaligned(as: UInt32.self)
    count = Int(start.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let buckets = 1 << Int(bits)
    bases = start + 8
    offsets = bases + 4 * (buckets / 256 + 1)
    fingerprints = offsets + 2 * (buckets + 1)
    byteCount = 8 + 4 * (buckets / 256 + 1) + 2 * (buckets + 1) + 2 * count
  }

  /// The table as the inner loops take it.
  var view: crossread_fingerprints {
    crossread_fingerprints(
      bases: bases.assumingMemoryBound(to: UInt32.self), offsets: offsets.assumingMemoryBound(to: UInt16.self),
      fingerprints: fingerprints.assumingMemoryBound(to: UInt16.self), bits: bits, count: UInt32(count))
  }

  /// The index of `key`, or -1.
  @inline(__always)
  package func index(of key: UInt32) -> Int {
    let bucket = Int(key >> (32 - bits))
    let fingerprint = UInt16(truncatingIfNeeded: key >> (16 - bits))
    var index = start(of: bucket)
    let end = start(of: bucket + 1)
    while index < end {
      if fingerprints.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self) == fingerprint { return index }
      index += 1
    }
    return -1
  }

  @inline(__always)
  private func start(of bucket: Int) -> Int {
    Int(bases.loadUnaligned(fromByteOffset: 4 * (bucket >> 8), as: UInt32.self))
      + Int(offsets.loadUnaligned(fromByteOffset: 2 * bucket, as: UInt16.self))
  }

  /// The part of `key` that a table with so many bucket bits tells apart.
  package static func distinct(_ key: UInt32, bits: Int) -> UInt32 { key >> UInt32(16 - bits) }

  /// Builds a table of keys that differ by ``distinct(_:bits:)`` and are sorted.
  package static func encode(_ keys: [UInt32], bits: Int) -> [UInt8] {
    precondition((8...16).contains(bits), "eight to sixteen bits of bucket")
    let buckets = 1 << bits
    var starts = [Int](repeating: keys.count, count: buckets + 1)
    for (index, key) in keys.enumerated().reversed() { starts[Int(key >> UInt32(32 - bits))] = index }
    for bucket in stride(from: buckets - 1, through: 0, by: -1) where starts[bucket] == keys.count {
      starts[bucket] = starts[bucket + 1]
    }
    var out: [UInt8] = []
    append(UInt32(bits), to: &out)
    append(UInt32(keys.count), to: &out)
    for group in 0...(buckets / 256) { append(UInt32(starts[group * 256]), to: &out) }
    for bucket in 0...buckets { append(UInt16(starts[bucket] - starts[bucket / 256 * 256]), to: &out) }
    for key in keys { append(UInt16(truncatingIfNeeded: key >> UInt32(16 - bits)), to: &out) }
    return out
  }

  private static func append<T: FixedWidthInteger>(_ value: T, to out: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
  }
}
