import Grading
import Testing

@Suite("Shares freed of the mix of kinds")
struct MixAdjustedShareTests {
    private static let region: [String: ProportionChart.Sample] = [
        "abdomen": .init(17, of: 20), "thyroid": .init(8, of: 16), "breast": .init(3, of: 4),
    ]

    @Test("Own share, less what the own kinds give by the region's shares, and the region's share; by hand")
    func golden() throws {
        // e = (10·0.85 + 2·0.5) ÷ 12 = 0.7916…; o = 10 ÷ 12; p₀ = 28 ÷ 40.
        let one = try #require(
            MixAdjustedShare(own: ["abdomen": .init(9, of: 10), "thyroid": .init(1, of: 2)], reference: Self.region)
        )
        #expect(abs(one.expected - 9.5 / 12) < 1e-12)
        #expect(abs(one.share - (10.0 / 12 - 9.5 / 12 + 0.7)) < 1e-12)
        let plain = try #require(ShareInterval(wilson: 10, of: 12))
        #expect(abs(one.interval.low - (plain.low - 9.5 / 12 + 0.7)) < 1e-12)
        #expect(abs(one.interval.high - (plain.high - 9.5 / 12 + 0.7)) < 1e-12)
        // 144·0.21 ÷ 1.775 are more than there are.
        #expect(one.effective == 12)
        // Half of the thyroids fail: 14 of them spread as 196·0.21 ÷ 3.5 images of the region's mix.
        let other = try #require(MixAdjustedShare(own: ["thyroid": .init(7, of: 14)], reference: Self.region))
        #expect(abs(other.share - 0.7) < 1e-12 && abs(other.effective - 11.76) < 1e-9)
    }

    @Test("The region itself keeps its share, and who does as the region does gets it whatever the mix")
    func same() throws {
        let whole = try #require(MixAdjustedShare(own: Self.region, reference: Self.region))
        #expect(abs(whole.share - 0.7) < 1e-12 && abs(whole.expected - 0.7) < 1e-12)
        for own in [["abdomen": (170, 200)], ["thyroid": (50, 100)], ["abdomen": (17, 20), "breast": (75, 100)]] {
            let share = try #require(
                MixAdjustedShare(own: own.mapValues { .init($0.0, of: $0.1) }, reference: Self.region)
            )
            #expect(abs(share.share - 0.7) < 1e-12, "\(own)")
        }
    }

    @Test("Nothing is claimed of no items or of a kind that the region lacks; shares and intervals stay within 0 to 1")
    func bounds() throws {
        #expect(MixAdjustedShare(own: [:], reference: Self.region) == nil)
        #expect(MixAdjustedShare(own: ["abdomen": .init(0, of: 0)], reference: Self.region) == nil)
        #expect(MixAdjustedShare(own: ["hip": .init(1, of: 2)], reference: Self.region) == nil)
        #expect(MixAdjustedShare(own: ["hip": .init(1, of: 2)], reference: [:]) == nil)
        let best = try #require(MixAdjustedShare(own: ["thyroid": .init(14, of: 14)], reference: Self.region))
        #expect(best.share == 1 && best.interval.high == 1 && best.interval.low > 0.9)
        let worst = try #require(MixAdjustedShare(own: ["abdomen": .init(0, of: 9)], reference: Self.region))
        #expect(worst.share == 0 && worst.interval.low == 0 && worst.interval.high < 0.2)
        let sure = ["a": ProportionChart.Sample(5, of: 5)]
        let all = try #require(MixAdjustedShare(own: sure, reference: sure))
        #expect(all.share == 1 && all.effective == 5)
    }
}
