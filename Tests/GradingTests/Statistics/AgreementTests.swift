import Grading
import Testing

@Suite("Agreement of raters") struct AgreementTests {
    /// Two raters, levels A–D (domain reference §4.6, golden B).
    private static let levels = [[34, 6, 1, 0], [5, 28, 7, 1], [0, 6, 19, 4], [0, 1, 3, 12]]

    /// 12 items, 4 raters, 5 levels (domain reference §4.6, golden A; irrCAC's `cac.raw4raters`); 0 is not rated.
    private static let panel = [
        [1, 1, 0, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
        [1, 1, 2, 1], [2, 2, 2, 2], [0, 5, 5, 5], [0, 0, 1, 1], [0, 0, 3, 0],
    ].map { $0.map { $0 == 0 ? nil : $0 - 1 } }

    @Test(
        "Two raters: κ and AC match the domain reference",
        arguments: [
            (AgreementWeights.identity, 0.63116, 0.64685), (.linear, 0.73985, 0.77703), (.quadratic, 0.83658, 0.87507),
        ]
    )
    func pairGoldens(weights: AgreementWeights, kappa: Double, gwet: Double) throws {
        let agreement = try #require(PairAgreement(Self.levels))
        #expect(abs(try #require(agreement.kappa(weights)) - kappa) < 5.1e-6)
        #expect(abs(try #require(agreement.gwet(weights)).value - gwet) < 5.1e-6)
    }

    @Test("Nearly all in one category: κ falls to nothing, AC1 stays with the agreement")
    func paradox() throws {
        let agreement = try #require(PairAgreement([[118, 5], [2, 0]]))
        #expect(agreement.count == 125 && agreement.agreeing == 118)
        #expect(abs(agreement.share - 0.944) < 1e-12)
        #expect(abs(try #require(agreement.kappa(.identity)) + 0.0234) < 5e-5)
        #expect(abs(try #require(agreement.gwet(.identity)).value - 0.9408) < 5e-5)
        // 118 of 125 by Wilson.
        let interval = agreement.interval
        #expect(interval == ShareInterval(wilson: 118, of: 125))
    }

    @Test(
        "Several raters with gaps: AC, Fleiss' κ and Krippendorff's α match the domain reference",
        arguments: [
            (AgreementWeights.identity, 0.77544, 0.76117, 0.74342), (.linear, 0.85874, 0.81794, 0.80038),
            (.quadratic, 0.91400, 0.86494, 0.84911), (.ordinal, 0.89894, 0.85021, 0.83364),
        ]
    )
    func panelGoldens(weights: AgreementWeights, gwet: Double, fleiss: Double, krippendorff: Double) throws {
        let agreement = try #require(PanelAgreement(Self.panel, categories: 5))
        #expect(agreement.pairedItems == 11)
        #expect(abs(try #require(agreement.gwet(weights)).value - gwet) < 5.1e-6)
        #expect(abs(try #require(agreement.fleiss(weights)) - fleiss) < 5.1e-6)
        #expect(abs(try #require(agreement.krippendorff(weights)) - krippendorff) < 5.1e-6)
    }

    @Test("The standard error of AC1 is the one that irrCAC prints for the same ratings")
    func standardError() throws {
        let agreement = try #require(PanelAgreement(Self.panel, categories: 5))
        #expect(abs(try #require(agreement.gwet(.identity)?.standardError) - 0.14295) < 5.1e-6)
    }

    @Test("Two raters without gaps give the same as a pair and as a panel", arguments: AgreementWeights.allCases)
    func pairIsPanel(weights: AgreementWeights) throws {
        var ratings: [[Int?]] = []
        for (a, row) in Self.levels.enumerated() {
            for (b, count) in row.enumerated() { ratings += Array(repeating: [a, b], count: count) }
        }
        let pair = try #require(PairAgreement(Self.levels)?.gwet(weights))
        let panel = try #require(PanelAgreement(ratings, categories: 4)?.gwet(weights))
        #expect(abs(pair.value - panel.value) < 1e-12)
        #expect(abs(try #require(pair.standardError) - (try #require(panel.standardError))) < 1e-12)
    }

    @Test("The order of the raters does not matter")
    func symmetry() throws {
        let turned = (0..<4).map { column in Self.levels.map { $0[column] } }
        let (one, two) = (try #require(PairAgreement(Self.levels)), try #require(PairAgreement(turned)))
        for weights in AgreementWeights.allCases {
            #expect(abs(try #require(one.kappa(weights)) - (try #require(two.kappa(weights)))) < 1e-12)
            #expect(abs(try #require(one.gwet(weights)).value - (try #require(two.gwet(weights))).value) < 1e-12)
        }
    }

    @Test("One category only: κ is undefined, AC is full agreement")
    func oneCategory() throws {
        let agreement = try #require(PairAgreement([[7, 0], [0, 0]]))
        #expect(agreement.kappa(.identity) == nil && agreement.kappa(.quadratic) == nil)
        #expect(try #require(agreement.gwet(.quadratic)).value == 1)
        #expect(agreement.share == 1)
        let panel = try #require(PanelAgreement([[0, 0, nil], [0, 0, 0]], categories: 3))
        #expect(panel.fleiss(.identity) == nil && panel.krippendorff(.linear) == nil)
        #expect(try #require(panel.gwet(.identity)).value == 1)
    }

    @Test("One item has an agreement but no standard error")
    func oneItem() throws {
        let agreement = try #require(PairAgreement([[0, 1], [0, 0]]))
        let gwet = try #require(agreement.gwet(.identity))
        #expect(gwet.value == -1 && gwet.standardError == nil)
    }

    @Test("Without items, or with impossible tables, there is no agreement")
    func nothing() {
        #expect(PairAgreement([]) == nil)
        #expect(PairAgreement([[0, 0], [0, 0]]) == nil)
        #expect(PairAgreement([[1, 2], [3]]) == nil)
        #expect(PairAgreement([[1, -1], [0, 2]]) == nil)
        #expect(PanelAgreement([[0, 5]], categories: 5) == nil)
        let single = PanelAgreement([[0, nil], [nil, 1]], categories: 2)
        #expect(single?.pairedItems == 0)
        #expect(single?.gwet(.identity) == nil && single?.fleiss(.identity) == nil)
        #expect(single?.krippendorff(.identity) == nil)
    }
}

@Suite("Distance of scores") struct ScoreAgreementTests {
    @Test("Bias, limits and ICC are those of the same table worked out by hand")
    func byHand() throws {
        let agreement = try #require(
            ScoreAgreement([
                ScoreAgreement.Pair(first: 90, second: 84), .init(first: 70, second: 72), .init(first: 60, second: 50),
                .init(first: 80, second: 80),
            ])
        )
        // Differences 6, −2, 10, 0: mean 3.5, variance 91 ÷ 3.
        #expect(abs(agreement.bias - 3.5) < 1e-12)
        let limits = try #require(agreement.limits)
        let half = 1.959963984540054 * (91.0 / 3).squareRoot()
        #expect(abs(limits.low - (3.5 - half)) < 1e-12 && abs(limits.high - (3.5 + half)) < 1e-12)
        // Means of the items 87, 71, 55, 80 about 73.25: MSR = 2 · 572.75 ÷ 3; MSC = 2 · 4 · 1.75² = 24.5;
        // MSE = 45.5 ÷ 3.
        let (rows, columns, rest) = (2 * 572.75 / 3, 24.5, 45.5 / 3)
        let expected = (rows - rest) / (rows + rest + 2 * (columns - rest) / 4)
        #expect(abs(try #require(agreement.intraclassCorrelation) - expected) < 1e-12)
    }

    @Test("Counted pairs are the same pairs one by one")
    func counted() throws {
        let counted = try #require(
            ScoreAgreement([
                ScoreAgreement.Pair(first: 80, second: 70, count: 3), .init(first: 50, second: 55, count: 2),
            ])
        )
        let single = try #require(
            ScoreAgreement(
                Array(repeating: ScoreAgreement.Pair(first: 80, second: 70), count: 3)
                    + Array(repeating: ScoreAgreement.Pair(first: 50, second: 55), count: 2)
            )
        )
        #expect(counted.count == 5 && counted.bias == single.bias)
        #expect(counted.intraclassCorrelation == single.intraclassCorrelation)
    }

    @Test("Without pairs nothing, with one no limits, with equal scores no correlation")
    func few() throws {
        #expect(ScoreAgreement([]) == nil)
        let one = try #require(ScoreAgreement([ScoreAgreement.Pair(first: 1, second: 2)]))
        #expect(one.bias == -1 && one.limits == nil && one.intraclassCorrelation == nil)
        let equal = try #require(ScoreAgreement([ScoreAgreement.Pair(first: 80, second: 80, count: 9)]))
        #expect(equal.bias == 0 && equal.intraclassCorrelation == nil)
    }
}
