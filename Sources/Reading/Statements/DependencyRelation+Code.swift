import Language

extension DependencyRelation {
  /// The number that stands for it in the features of the trained models: another would make their weights those of other
  /// features.
  var code: UInt32 {
    switch self {
    case .acl: 1
    case .aclRelcl: 2
    case .advcl: 3
    case .advclRelcl: 4
    case .advmod: 5
    case .amod: 6
    case .appos: 7
    case .aux: 8
    case .auxPass: 9
    case .case: 10
    case .cc: 11
    case .ccPreconj: 12
    case .ccomp: 13
    case .compound: 14
    case .compoundPrt: 15
    case .conj: 16
    case .cop: 17
    case .csubj: 18
    case .csubjOuter: 19
    case .csubjPass: 20
    case .dep: 21
    case .det: 22
    case .detPredet: 23
    case .discourse: 24
    case .dislocated: 25
    case .expl: 26
    case .fixed: 27
    case .flat: 28
    case .goeswith: 29
    case .iobj: 30
    case .list: 31
    case .mark: 32
    case .nmod: 33
    case .nmodDesc: 34
    case .nmodPoss: 35
    case .nmodUnmarked: 36
    case .nsubj: 37
    case .nsubjOuter: 38
    case .nsubjPass: 39
    case .nummod: 40
    case .obj: 41
    case .obl: 42
    case .oblAgent: 43
    case .oblUnmarked: 44
    case .orphan: 45
    case .parataxis: 46
    case .punct: 47
    case .reparandum: 48
    case .root: 49
    case .vocative: 50
    case .xcomp: 51
    }
  }
}
