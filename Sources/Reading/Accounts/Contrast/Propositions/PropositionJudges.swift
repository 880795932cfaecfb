/// All judges of propositions; the first that finds something speaks.
enum PropositionJudges {
  private static let all: [any PropositionJudge] = [
    DeniedDeedJudge(), DeclinedThingJudge(), OpposedDeedJudge(), OpposedNatureJudge(), TurnedRolesJudge(),
    TurnedOrderJudge(), OtherDoerJudge(), OtherFigureJudge(), OpposedFigureJudge(), OtherTimeJudge(), OtherPlaceJudge(),
    OpposedMannerJudge(),
  ]
  /// Those that a clause that seems to bear the hypothesis out does not stop: they look at shares of a whole.
  private static let ofShares: [any PropositionJudge] = [PartOfNumberJudge(), RespectiveShareJudge()]

  static func finding(_ alignment: ContrastAlignment) -> PropositionFinding? {
    guard let comparison = PropositionComparison(alignment) else { return nil }
    for judge in comparison.isBorneOut ? ofShares : ofShares + all {
      if let finding = judge.finding(in: comparison) { return finding }
    }
    return nil
  }
}
