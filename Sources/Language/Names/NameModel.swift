internal import CLanguageTables
internal import CNetwork

/// Labels of the name model: `O`, then for every kind B, I, L, U (first, inner, last, only token of a name).
package enum NameLabel {
  /// Number of labels.
  package static let count = 17

  /// The label of a kind's first (0), inner (1), last (2) or only (3) token.
  package static func label(_ kind: Name.Kind, _ position: Int) -> Int { 1 + 4 * index(kind) + position }

  /// The kind of a label; `nil` for `O`.
  package static func kind(_ label: Int) -> Name.Kind? { label == 0 ? nil : Name.Kind.allCases[(label - 1) / 4] }

  /// 0 first, 1 inner, 2 last, 3 only.
  package static func position(_ label: Int) -> Int { (label - 1) % 4 }

  private static func index(_ kind: Name.Kind) -> Int {
    switch kind {
    case .person: 0
    case .organisation: 1
    case .place: 2
    case .miscellaneous: 3
    }
  }

  /// Whether a name may go on after `label`: `B` and `I`.
  package static func isOpen(_ label: Int) -> Bool { label != 0 && position(label) < 2 }

  /// Whether `right` may follow `left`.
  package static func allows(_ left: Int, _ right: Int) -> Bool {
    let continues = right != 0 && (position(right) == 1 || position(right) == 2)
    return isOpen(left) ? continues && kind(left) == kind(right) : !continues
  }
}

/// Weights of a linear-chain conditional random field over ``NameLabel``s (Lafferty, McCallum and Pereira, 2001).
///
/// Layout: magic `CRNW`; `KEYS` a ``FingerprintTable``; `ROWS` for every key 17 signed bytes; `SCAL` the value of one unit (Float);
/// `TRAN` 17 × 17 Floats, row by row from the left label; `CALB` 21 Floats: how often names are right whose probability is 0, 0.05 … 1.
package struct NameModel: @unchecked Sendable {
  private let keys: crossread_fingerprints
  private let rows: UnsafePointer<Int8>
  private let scale: Float
  let transitions: [Float]
  let calibration: [Float]

  /// The model in the binary.
  package static let embedded = NameModel(crossread_name_weights_start(), count: Int(crossread_name_weights_length()))

  /// Opens a model that lies at `start` and outlives this value.
  package init(_ start: UnsafeRawPointer, count: Int) {
    let sections = TableSections(start, count: count, magic: "CRNW")
    keys = FingerprintTable(sections["KEYS"]).view
    rows = sections["ROWS"].assumingMemoryBound(to: Int8.self)
    scale = sections["SCAL"].loadUnaligned(as: Float.self)
    let (transitionStart, calibrationStart) = (sections["TRAN"], sections["CALB"])
    transitions = (0..<NameLabel.count * NameLabel.count).map {
      transitionStart.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self)
    }
    calibration = (0...20).map { calibrationStart.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
  }

  /// Adds up the weights of a token's keys: one score a label.
  func score(_ features: UnsafeMutablePointer<UInt32>, _ count: Int, into scores: UnsafeMutablePointer<Float>) {
    withUnsafePointer(to: keys) { crossread_sum_labels(count, features, $0, rows, scale, scores) }
  }

  /// How often names of this probability were right when it was measured, 0…1.
  func calibrated(_ probability: Float) -> Double {
    let place = max(0, min(1, probability)) * 20
    let low = min(19, Int(place))
    return Double(calibration[low] + (calibration[low + 1] - calibration[low]) * (place - Float(low)))
  }
}
