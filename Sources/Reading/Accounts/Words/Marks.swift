/// What judges look for in single words, told once for each sentence: tables are asked here and nowhere in a pair.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt32

  static let negator = Marks(rawValue: 1)
  /// Little of it, which is not none: *barely*.
  static let approximation = Marks(rawValue: 2)
  static let hedge = Marks(rawValue: 4)
  /// By which a reporter keeps a distance from what somebody says.
  static let doubt = Marks(rawValue: 8)
  /// Says of a thing that it is not so: *the myth of*.
  static let dismissal = Marks(rawValue: 16)
  /// By which somebody says that a thing is so: *acknowledge*.
  static let assertion = Marks(rawValue: 32)
  static let part = Marks(rawValue: 64)
  static let unable = Marks(rawValue: 128)
  static let unwilling = Marks(rawValue: 256)
  static let right = Marks(rawValue: 512)
  static let accusation = Marks(rawValue: 1024)
  /// By which one answers an accusation, or is cleared of it.
  static let denial = Marks(rawValue: 2048)
  /// Denials that others speak: *acquitted*.
  static let clearance = Marks(rawValue: 4096)
  /// By which a reporter tells what a speaker gave weight to.
  static let emphasis = Marks(rawValue: 8192)
  /// By which one keeps open whether a thing is so: *suspected*, *claims to be*.
  static let guess = Marks(rawValue: 16384)

  /// By which one says of what another tells that it is not so.
  static let dispute = Marks(rawValue: 32768)
  /// A deed that one does, or one first.
  static let deed = Marks(rawValue: 65536)
  /// Too common to tell a matter, and yet a deed by what it is done to: *use*.
  static let plain = Marks(rawValue: 131_072)

  /// By the name of its class in the table.
  static let named: [String: Marks] = [
    "approximation": .approximation, "hedge": .hedge, "doubt": .doubt, "dismissal": .dismissal,
    "assertion": .assertion, "part": .part, "unable": .unable, "unwilling": .unwilling, "right": .right,
    "accusation": .accusation, "denial": .denial, "clearance": .clearance,
    "emphasis": .emphasis, "guess": .guess, "dispute": .dispute, "deed": .deed, "plain": .plain,
  ]
}
