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
