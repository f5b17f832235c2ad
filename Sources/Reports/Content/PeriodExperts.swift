package import Grading

/// What the experts made of a period's images, and what is still with them.
///
/// Only readings of images that the queue brought count: flagged or drawn, never picked by hand. The first reading of an
/// image is compared with the machine; the last one is its result.
package struct PeriodExperts: Sendable, Codable, Equatable {
    /// Images that an expert has read.
    package var read: Int
    /// Final scores of these images; nil without any.
    ///
    /// They are no sample of all images: flagged ones are read first.
    package var scores: Distribution?
    package var levels: LevelCounts
    /// The machine's level with the expert's.
    package var agreement: LevelAgreement
    /// The same, for the images that the random draw picked: an even sample of all.
    package var agreementDrawn: LevelAgreement
    /// The machine's level with the expert's impression before the machine's result was shown.
    package var agreementBlind: LevelAgreement
    /// The machine's score with the expert's; nil without pairs.
    package var scoreDifference: ScoreDifference?
    /// What experts said of the machine's findings, most often judged first.
    package var verdicts: [VerdictCount]
    /// The share of images that don't conform.
    package var nonconforming: NonconformingRate
    /// Seconds from stage to stage, in the stages' order; stages that nothing reached are left out.
    package var stages: [StageSpan]
    /// What is with the experts at the moment of the report, whenever it was received.
    package var open: OpenWork

    enum CodingKeys: String, CodingKey {
        case read, scores, levels, agreement, verdicts, nonconforming, stages, open
        case agreementDrawn = "agreement_drawn"
        case agreementBlind = "agreement_blind"
        case scoreDifference = "score_difference"
    }

    /// Joins the parts and fixes every order.
    package init(
        read: Int,
        scores: Distribution?,
        levels: LevelCounts,
        agreement: LevelAgreement,
        agreementDrawn: LevelAgreement,
        agreementBlind: LevelAgreement,
        scoreDifference: ScoreDifference?,
        verdicts: [VerdictCount],
        nonconforming: NonconformingRate,
        stages: [StageSpan],
        open: OpenWork
    ) {
        self.read = read
        self.scores = scores
        self.levels = levels
        self.agreement = agreement
        self.agreementDrawn = agreementDrawn
        self.agreementBlind = agreementBlind
        self.scoreDifference = scoreDifference
        self.verdicts = verdicts.sorted { ($1.all, $0.code) < ($0.all, $1.code) }
        self.nonconforming = nonconforming
        self.stages = stages.sorted { $0.stage < $1.stage }
        self.open = open
    }
}

/// How often machine and expert give the same level.
package struct LevelAgreement: Sendable, Codable, Equatable {
    /// Pairs below which no coefficient is shown (domain reference §4.6: nothing is concluded from under 20 shared items).
    package static let leastPairs = 20

    /// Images with both levels.
    package var pairs: Int
    /// `table[m][e]`: images that the machine puts in level `m` and the expert in `e`, both from A to D.
    package var table: [[Int]]
    /// Share of equal levels, 0–1; nil without pairs.
    package var share: Double?
    /// 95 % interval of the share.
    package var interval: ShareInterval?
    /// Gwet's AC2, quadratic weights; nil below `leastPairs`.
    package var ac2: Double?
    /// 95 % interval of AC2; nil where all pairs are alike.
    package var ac2Interval: CoefficientInterval?
    /// Cohen's κ, quadratic weights; nil below `leastPairs`, and undefined where only one level occurs.
    package var kappa: Double?

    enum CodingKeys: String, CodingKey {
        case pairs, table, share, interval, ac2, kappa
        case ac2Interval = "ac2_interval"
    }

    /// Derives everything from the counts of levels A–D, machine by expert.
    package init(_ table: [[Int]]) {
        let empty = Level.allCases.map { _ in Level.allCases.map { _ in 0 } }
        self.table = table.count == empty.count ? table : empty
        guard let agreement = PairAgreement(self.table) else {
            pairs = 0
            return
        }
        pairs = agreement.count
        share = agreement.share
        interval = agreement.interval
        guard agreement.count >= Self.leastPairs, let gwet = agreement.gwet(.quadratic) else { return }
        ac2 = gwet.value
        // Where all pairs are alike the error is 0, which says that it is unknown and not that there is none.
        ac2Interval = gwet.standardError.flatMap { error in
            error > 0 ? CoefficientInterval(gwet.value, standardError: error) : nil
        }
        kappa = agreement.kappa(.quadratic)
    }
}

extension LevelAgreement {
    /// The agreement of counted pairs of machine's and expert's level.
    package static func counting(
        _ pairs: some Sequence<(machine: Level, expert: Level, images: Int)>
    ) -> LevelAgreement {
        var table = Level.allCases.map { _ in Level.allCases.map { _ in 0 } }
        for pair in pairs {
            guard let row = Level.allCases.firstIndex(of: pair.machine),
                let column = Level.allCases.firstIndex(of: pair.expert)
            else { continue }
            table[row][column] += pair.images
        }
        return LevelAgreement(table)
    }
}

/// A 95 % confidence interval of a coefficient of agreement.
package struct CoefficientInterval: Sendable, Codable, Equatable {
    /// −1 … 1.
    package var low: Double
    /// −1 … 1.
    package var high: Double

    /// The value ± 1.96 standard errors, held to what a coefficient can be.
    init(_ value: Double, standardError: Double) {
        low = max(-1, value - 1.96 * standardError)
        high = min(1, value + 1.96 * standardError)
    }
}

/// How far the machine's scores lie from the experts', in points of 100.
package struct ScoreDifference: Sendable, Codable, Equatable {
    /// Images with both scores.
    package var pairs: Int
    /// Mean of machine − expert; nil below `LevelAgreement.leastPairs`.
    package var bias: Double?
    /// Bland and Altman's limits: between them lie 95 % of the differences.
    package var low: Double?
    package var high: Double?
    /// ICC(2,1); nil below `LevelAgreement.leastPairs`, and where all scores are equal.
    package var icc: Double?

    /// Derives everything from pairs of machine's and expert's score; nil without any.
    package init?(_ pairs: [ScoreAgreement.Pair]) {
        guard let agreement = ScoreAgreement(pairs) else { return nil }
        self.pairs = agreement.count
        guard agreement.count >= LevelAgreement.leastPairs else { return }
        bias = agreement.bias
        low = agreement.limits?.low
        high = agreement.limits?.high
        icc = agreement.intraclassCorrelation
    }
}

/// What experts said of one finding code, images counted.
package struct VerdictCount: Sendable, Codable, Equatable {
    package var code: String
    package var confirmed: Int
    package var rejected: Int
    package var added: Int
    /// The machine made it and the expert did not speak of it.
    package var unjudged: Int
    /// `confirmed` ÷ (`confirmed` + `rejected`), 0–1; nil where none was judged.
    package var confirmedShare: Double?
    /// 95 % interval of that share.
    package var interval: ShareInterval?

    enum CodingKeys: String, CodingKey {
        case code, confirmed, rejected, added, unjudged, interval
        case confirmedShare = "confirmed_share"
    }

    /// Derives the share from the counts.
    package init(code: String, confirmed: Int = 0, rejected: Int = 0, added: Int = 0, unjudged: Int = 0) {
        self.code = code
        self.confirmed = confirmed
        self.rejected = rejected
        self.added = added
        self.unjudged = unjudged
        let judged = confirmed + rejected
        confirmedShare = judged > 0 ? Double(confirmed) / Double(judged) : nil
        interval = ShareInterval(wilson: confirmed, of: judged)
    }

    var all: Int { confirmed + rejected + added + unjudged }
}

/// A stage of an image's way through the experts.
package enum WorkStage: String, Sendable, Codable, CaseIterable, Comparable {
    /// Received → graded by the machine.
    case graded
    /// Graded → first claimed by the expert who read it.
    case claimed
    /// Claimed → read.
    case reviewed
    /// Read → in the clinic's report.
    case reported

    package static func < (left: WorkStage, right: WorkStage) -> Bool {
        Self.allCases.firstIndex(of: left).unsafelyUnwrapped < Self.allCases.firstIndex(of: right).unsafelyUnwrapped
    }
}

/// How long a stage took.
package struct StageSpan: Sendable, Codable, Equatable {
    package var stage: WorkStage
    /// Seconds since the stage before, one number a read image.
    package var seconds: Distribution

    /// A stage's spans.
    package init(stage: WorkStage, seconds: Distribution) {
        self.stage = stage
        self.seconds = seconds
    }
}

/// What waits for experts at one moment.
package struct OpenWork: Sendable, Codable, Equatable {
    /// Things that wait, and since when the oldest does.
    package struct Pile: Sendable, Codable, Equatable {
        package var count: Int
        /// nil exactly where nothing waits.
        package var oldest: ReportTime?

        /// A pile.
        package init(count: Int = 0, oldest: ReportTime? = nil) {
            self.count = count
            self.oldest = oldest
        }
    }

    /// The moment.
    package var at: ReportTime
    /// Images with a critical finding.
    package var critical: Pile
    /// Images that the first pass flags, or that the clinic objects to.
    package var flagged: Pile
    /// Images that the random draw picked, without any other reason.
    package var sampled: Pile
    /// Objections that nobody has settled.
    package var disputes: Pile
    /// Questions to a further expert without an answer.
    package var consultations: Pile

    /// Joins the parts.
    package init(
        at: ReportTime,
        critical: Pile = Pile(),
        flagged: Pile = Pile(),
        sampled: Pile = Pile(),
        disputes: Pile = Pile(),
        consultations: Pile = Pile()
    ) {
        self.at = at
        self.critical = critical
        self.flagged = flagged
        self.sampled = sampled
        self.disputes = disputes
        self.consultations = consultations
    }
}
