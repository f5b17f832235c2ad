import Grading
import Testing

@Suite("Differences of shares") struct ShareDifferenceTests {
    @Test(
        "Intervals are those of method 10 in Newcombe's table II",
        arguments: [
            (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
            (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
            (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
        ]
    )
    func newcombe(a: Int, m: Int, b: Int, n: Int, low: Double, high: Double) throws {
        let difference = try #require(ShareDifference(from: .init(b, of: n), to: .init(a, of: m)))
        #expect(abs(difference.interval.low - low) < 6e-5)
        #expect(abs(difference.interval.high - high) < 6e-5)
        #expect(difference.isClear == (low > 0 && difference.chance < 0.05))
    }

    @Test("One failure of seven after a clean record is no clear difference, though Newcombe's interval leaves out 0")
    func oneFailure() throws {
        let difference = try #require(ShareDifference(from: .init(80, of: 80), to: .init(6, of: 7)))
        #expect(difference.interval.high < 0)
        #expect(abs(difference.chance - 7.0 / 87) < 1e-9)
        #expect(!difference.isClear)
    }

    @Test(
        "Fisher's test gives the probabilities of SciPy 1.17",
        arguments: [
            (2, 12, 15, 18, 0.0005367241191434), (3, 4, 1, 4, 0.4857142857142857), (48, 80, 56, 70, 0.0125211297491492),
            (60, 1000, 20, 1000, 5.665972001846757e-06), (0, 10, 0, 10, 1),
        ]
    )
    func fisher(a: Int, m: Int, b: Int, n: Int, chance: Double) throws {
        let difference = try #require(ShareDifference(from: .init(a, of: m), to: .init(b, of: n)))
        #expect(abs(difference.chance - chance) < 1e-9 * max(1, chance))
        #expect(abs(difference.chance / chance - 1) < 1e-6)
    }

    @Test("There is no difference from nothing")
    func nothing() {
        #expect(ShareDifference(from: .init(0, of: 0), to: .init(1, of: 2)) == nil)
        #expect(ShareDifference(from: .init(1, of: 2), to: .init(0, of: 0)) == nil)
        #expect(ShareDifference(from: .init(3, of: 2), to: .init(0, of: 1)) == nil)
    }
}

@Suite("Shares of institutions together") struct RegionShareTests {
    private let five: [ProportionChart.Sample] = [
        .init(18, of: 200), .init(3, of: 13), .init(60, of: 170), .init(4, of: 102), .init(9, of: 90),
    ]

    @Test("The prior's moments and the drawn shares are those of a program of its own in NumPy and SciPy 1.17")
    func prior() throws {
        let prior = try #require(SharedPrior(five))
        #expect(abs(prior.alpha - 0.9209588669496421) < 1e-12)
        #expect(abs(prior.beta - 4.712566117050829) < 1e-12)
        let expected = [
            (0.09201300648044529, 0.06133638, 0.12720346), (0.2104249663075742, 0.07863307, 0.37825685),
            (0.3468640675093169, 0.28894343, 0.40677328), (0.04571957359643414, 0.01818564, 0.08279708),
            (0.1037393410794951, 0.05782593, 0.15908935),
        ]
        for (sample, (share, low, high)) in zip(five, expected) {
            let estimate = prior.estimate(of: sample)
            #expect(abs(estimate.share - share) < 1e-12)
            #expect(abs(estimate.interval.low - low) < 1e-8)
            #expect(abs(estimate.interval.high - high) < 1e-8)
        }
    }

    @Test("The fewer items, the nearer to the mean; without any it is the mean")
    func drawn() throws {
        let prior = try #require(SharedPrior(five))
        let mean = 94.0 / 575
        let shares = [1, 10, 100].map { prior.estimate(of: .init($0, of: $0)).share }
        #expect(mean < shares[0] && shares[0] < shares[1] && shares[1] < shares[2] && shares[2] < 1)
        #expect(abs(prior.estimate(of: .init(0, of: 0)).share - mean) < 1e-12)
    }

    @Test("Shares that spread no more than chance weigh as much as all that was seen")
    func alike() throws {
        let prior = try #require(SharedPrior([.init(10, of: 100), .init(10, of: 100), .init(10, of: 100)]))
        #expect(abs(prior.alpha + prior.beta - 300) < 1e-9)
    }

    @Test("No prior from two institutions, nor where all or none fail")
    func noPrior() {
        #expect(SharedPrior([.init(1, of: 10), .init(3, of: 10), .init(0, of: 0)]) == nil)
        #expect(SharedPrior([.init(0, of: 10), .init(0, of: 10), .init(0, of: 20)]) == nil)
        #expect(SharedPrior([.init(9, of: 9), .init(5, of: 5), .init(1, of: 1)]) == nil)
    }

    @Test("A sample outside the funnel's inner limits is one whose Wilson interval leaves out the centre")
    func funnelIsWilson() throws {
        let funnel = FunnelLimits(centre: 0.2)
        for total in [5, 20, 60, 200] {
            for count in 0...total {
                let place = try #require(funnel.place(of: .init(count, of: total)))
                let interval = try #require(ShareInterval(wilson: count, of: total))
                // z is rounded to 1.96 here; ends within 1e-4 of the centre are not compared.
                guard abs(interval.low - 0.2) > 1e-4, abs(interval.high - 0.2) > 1e-4 else { continue }
                #expect((place == .within) == (interval.low <= 0.2 && 0.2 <= interval.high))
            }
        }
    }

    @Test("Few items are never outside the limits for having few; very different ones are")
    func funnelPlaces() throws {
        let funnel = FunnelLimits(centre: 0.1)
        #expect(funnel.place(of: .init(0, of: 5)) == .within)
        #expect(funnel.place(of: .init(1, of: 100)) == .watchLow || funnel.place(of: .init(0, of: 100)) == .low)
        #expect(funnel.place(of: .init(40, of: 100)) == .high)
        #expect(funnel.place(of: .init(17, of: 100)) == .watchHigh)
        #expect(funnel.place(of: .init(0, of: 0)) == nil)
        let limits = funnel.limits(total: 100, width: FunnelLimits.outer)
        #expect(abs(limits.high - (0.1 + 3.09 * 0.03)) < 1e-12 && abs(limits.low - (0.1 - 3.09 * 0.03)) < 1e-12)
    }

    @Test("Institutions that spread more than chance widen the funnel; four are too few to say so")
    func funnelDispersion() throws {
        // z = ±3 in turn about one half: φ = 9.
        let spread = (0..<10).map { ProportionChart.Sample(5000 + ($0 % 2 == 0 ? 150 : -150), of: 10_000) }
        let funnel = try #require(FunnelLimits(spread))
        #expect(abs(funnel.dispersion - 9) < 1e-9)
        #expect(abs(funnel.limits(total: 10_000, width: FunnelLimits.inner).high - (0.5 + 1.96 * 3 * 0.005)) < 1e-9)
        #expect(FunnelLimits(Array(spread.prefix(4)))?.dispersion == 1)
        #expect(FunnelLimits([]) == nil)
    }

    @Test("One institution far off does not hide itself by widening the funnel")
    func funnelOutlier() throws {
        let like = (0..<19).map { _ in ProportionChart.Sample(100, of: 1000) }
        let off = ProportionChart.Sample(300, of: 1000)
        let funnel = try #require(FunnelLimits(like + [off]))
        #expect(funnel.place(of: off) == .high)
    }

    @Test("With the region's mix an institution of hard exams is not worse than one of easy ones")
    func standardised() throws {
        let reference = ["abdomen": 800, "heart": 200]
        let hard: [String: ProportionChart.Sample] = ["abdomen": .init(9, of: 10), "heart": .init(45, of: 90)]
        let easy: [String: ProportionChart.Sample] = ["abdomen": .init(81, of: 90), "heart": .init(5, of: 10)]
        let one = try #require(StandardisedShare(own: hard, reference: reference))
        let two = try #require(StandardisedShare(own: easy, reference: reference))
        #expect(abs(one.share - 0.82) < 1e-12 && abs(two.share - 0.82) < 1e-12)
        #expect(one.interval.high - one.interval.low > two.interval.high - two.interval.low)
        #expect(one.coverage == 1)
    }

    @Test("With one kind the standardised interval is Wilson's")
    func standardisedOneKind() throws {
        let share = try #require(StandardisedShare(own: ["a": .init(4, of: 125)], reference: ["a": 7]))
        let wilson = try #require(ShareInterval(wilson: 4, of: 125))
        #expect(abs(share.interval.low - wilson.low) < 1e-12 && abs(share.interval.high - wilson.high) < 1e-12)
    }

    @Test("Kinds that an institution lacks are left out, and too many of them leave no share")
    func standardisedCoverage() throws {
        let own: [String: ProportionChart.Sample] = ["a": .init(8, of: 10)]
        let share = try #require(StandardisedShare(own: own, reference: ["a": 60, "b": 40]))
        #expect(abs(share.share - 0.8) < 1e-12 && abs(share.coverage - 0.6) < 1e-12)
        #expect(StandardisedShare(own: own, reference: ["a": 40, "b": 60]) == nil)
        #expect(StandardisedShare(own: own, reference: [:]) == nil)
    }
}
