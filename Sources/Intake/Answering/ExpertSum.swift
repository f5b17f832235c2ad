internal import Grading
internal import Reports
internal import Store

/// The sums over the experts' work on some of a period's images.
struct ExpertSum {
    /// What the first pass left of one institution's images.
    struct Place {
        /// Current images that could be read.
        var readable = 0
        /// Of these, images that the first pass sends to an expert.
        var sent = 0
    }

    /// By institution as displayed.
    let places: [String: Place]
    let reviews: PeriodReviews

    /// From how many there are in each institution.
    init(places: [String: Place], reviews: PeriodReviews) {
        self.places = places
        self.reviews = reviews
    }

    /// From current images, counted alike.
    init(cells: [PeriodCell], reviews: PeriodReviews) {
        var places: [String: Place] = [:]
        for cell in cells where cell.status != .unreadable {
            places[cell.institution, default: Place()].readable += cell.count
            if cell.route == .review { places[cell.institution, default: Place()].sent += cell.count }
        }
        self.init(places: places, reviews: reviews)
    }

    /// One line's part; nil where nothing was read.
    var row: RowExperts? {
        guard !reviews.readings.isEmpty else { return nil }
        return RowExperts(read: reviews.readings.count, scoreMean: scores?.mean, nonconforming: nonconforming)
    }

    /// The report's part; nil where no image went to an expert and none waits.
    func period(open: OpenWork) -> PeriodExperts? {
        let piles = [open.critical, open.flagged, open.sampled, open.disputes, open.consultations]
        guard !reviews.readings.isEmpty || !reviews.unread.isEmpty || piles.contains(where: { $0.count > 0 }) else {
            return nil
        }
        let readings = reviews.readings
        return PeriodExperts(
            read: readings.count,
            scores: scores,
            levels: levels,
            agreement: agreement(readings, \.firstLevel),
            agreementDrawn: agreement(readings.filter(\.isDrawn), \.firstLevel),
            agreementBlind: agreement(readings, \.impression),
            scoreDifference: ScoreDifference(
                readings.compactMap { reading in
                    guard let machine = reading.machineScoreTenths, let expert = reading.firstScoreTenths else {
                        return nil
                    }
                    return ScoreAgreement.Pair(first: Double(machine) / 10, second: Double(expert) / 10)
                }
            ),
            verdicts: verdicts,
            nonconforming: nonconforming,
            stages: stages,
            open: open
        )
    }

    private var scores: Distribution? {
        Distribution(reviews.readings.compactMap { $0.finalScoreTenths.map { Double($0) / 10 } })
    }

    private var levels: LevelCounts {
        func count(_ level: Level) -> Int { reviews.readings.count { $0.finalLevel == level } }
        return LevelCounts(a: count(.a), b: count(.b), c: count(.c), d: count(.d))
    }

    private func agreement(
        _ readings: [PeriodReading],
        _ expertLevel: KeyPath<PeriodReading, Level?>
    ) -> LevelAgreement {
        LevelAgreement.counting(
            readings.lazy.compactMap { reading in
                guard let machine = reading.machineLevel, let expert = reading[keyPath: expertLevel] else { return nil }
                return (machine: machine, expert: expert, images: 1)
            }
        )
    }

    private var verdicts: [VerdictCount] {
        var byCode: [String: [ExpertGrade.Verdict: Int]] = [:]
        for verdict in reviews.verdicts { byCode[verdict.code, default: [:]][verdict.verdict] = verdict.images }
        return byCode.map { code, counts in
            VerdictCount(
                code: code,
                confirmed: counts[.confirmed] ?? 0,
                rejected: counts[.rejected] ?? 0,
                added: counts[.added] ?? 0,
                unjudged: counts[.unjudged] ?? 0
            )
        }
    }

    /// The strata of all readable images: read ones by how the queue brought them, waiting ones by how it will, and all
    /// that was neither flagged nor read among the others, of which the drawn ones are a sample; each institution's apart.
    var nonconforming: NonconformingRate {
        let readings = Dictionary(grouping: reviews.readings, by: \.institution)
        let unread = Dictionary(grouping: reviews.unread, by: \.institution)
        let names = Set(places.keys).union(readings.keys).union(unread.keys).sorted()
        return NonconformingRate(
            places: names.map { name in
                Self.strata(places[name] ?? Place(), readings[name] ?? [], unread[name] ?? [])
            }
        )
    }

    private static func strata(
        _ place: Place,
        _ readings: [PeriodReading],
        _ unread: [PeriodUnread]
    ) -> [StratifiedEstimate.Stratum] {
        func size(_ priority: QueuePriority) -> Int {
            readings.count { $0.stratum == priority }
                + unread.lazy.filter { $0.priority == priority }.reduce(0) { $0 + $1.images }
        }
        let critical = size(.critical)
        let flagged = max(0, place.sent - critical - size(.sampled))
        let sizes: [(QueuePriority, Int)] = [
            (.critical, critical), (.flagged, flagged), (.sampled, max(0, place.readable - critical - flagged)),
        ]
        return zip(NonconformingRate.strata, sizes).map { name, stratum in
            let judged = readings.filter { $0.stratum == stratum.0 }.compactMap(\.isNonconforming)
            return StratifiedEstimate.Stratum(
                id: name,
                size: stratum.1,
                sampled: judged.count,
                positive: judged.count(where: \.self),
                isFlagged: stratum.0 != .sampled
            )
        }
    }

    private var stages: [StageSpan] {
        func span(_ stage: WorkStage, _ milliseconds: (PeriodReading) -> Int64?) -> StageSpan? {
            Distribution(reviews.readings.compactMap { milliseconds($0).map { Double($0) / 1000 } })
                .map { StageSpan(stage: stage, seconds: $0) }
        }
        return [
            span(.graded) { $0.gradedAfter }, span(.claimed) { $0.claimedAfter }, span(.reviewed) { $0.reviewedAfter },
            span(.reported) { $0.reportedAfter },
        ].compactMap(\.self)
    }
}
