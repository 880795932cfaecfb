/// The hash functions of the name tables; the trainer and the finder must agree on them.
package enum NameHash {
  /// Start value of FNV-1a, 64 bits (Fowler, Noll, Vo; offset basis).
  package static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a.
  @inline(__always)
  package static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// FNV-1a of bytes.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { step($0, $1) }
  }

  /// The table key of a value under a template: the upper half of a multiplicative mix (SplitMix64's constants).
  @inline(__always)
  package static func key(_ template: UInt64, _ value: UInt64) -> UInt32 {
    var mixed = value &+ template &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 32
    mixed = mixed &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }

  /// Two values as one.
  @inline(__always)
  package static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
    (left &* 0xC2B2_AE3D_27D4_EB4F) ^ (right << 17 | right >> 47)
  }
}
