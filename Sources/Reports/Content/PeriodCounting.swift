package import Grading

/// How often a required section was missing.
package struct MissingSectionCount: Sendable, Codable, Equatable {
    package var section: SectionReference
    /// Which requires it; nil when it counts over all exam types.
    package var examType: ExamTypeReference?
    /// Exams without it.
    package var missing: Int
    /// Exams that require it.
    package var required: Int
    /// `missing` / `required`, 0–1; 0 when nothing requires it.
    package var share: Double
    /// 95 % interval of the share; nil when nothing requires it.
    package var interval: ShareInterval?

    enum CodingKeys: String, CodingKey {
        case section, missing, required, share, interval
        case examType = "exam_type"
    }

    /// Derives share and interval from the counts.
    package init(section: SectionReference, examType: ExamTypeReference? = nil, missing: Int, required: Int) {
        self.section = section
        self.examType = examType
        self.missing = missing
        self.required = required
        share = required > 0 ? Double(missing) / Double(required) : 0
        interval = ShareInterval(wilson: missing, of: required)
    }
}

/// How often a finding occurred.
package struct FindingCount: Sendable, Codable, Equatable {
    package var code: String
    /// The gravest severity that it had.
    package var severity: Severity
    /// Images that have it, each counted once.
    package var images: Int
    /// Images that were looked at: graded + unsure.
    package var examined: Int
    /// `images` / `examined`, 0–1; 0 when nothing was looked at.
    package var share: Double
    /// 95 % interval of the share; nil when nothing was looked at.
    package var interval: ShareInterval?

    /// Derives share and interval from the counts.
    package init(code: String, severity: Severity, images: Int, examined: Int) {
        self.code = code
        self.severity = severity
        self.images = images
        self.examined = examined
        share = examined > 0 ? Double(images) / Double(examined) : 0
        interval = ShareInterval(wilson: images, of: examined)
    }
}

/// One institution's, technician's, exam type's or other part's line in a period report.
package struct PeriodRow: Sendable, Codable, Equatable {
    /// Graded images below which a row is shown but never ranked (domain reference §4.8).
    package static let leastForRank = 20

    /// Id of the institution, technician, exam type or other part; empty where it is unknown.
    package var id: String
    package var name: LocalizedText
    /// Only for institutions, technicians and devices.
    package var registered: Bool?
    package var counts: PeriodCounts
    package var scores: Distribution?
    package var levels: LevelCounts
    /// Seconds from received to answered.
    package var turnaround: Distribution?
    /// Share of graded images of level A, B or C (合格率), 0–1; nil when nothing was graded.
    package var passingShare: Double?
    /// 95 % interval of that share.
    package var passingInterval: ShareInterval?
    /// What the experts made of it; nil where they read nothing.
    package var experts: RowExperts?
    /// The same rates with the network's mix of exam types; nil where there is nothing to standardise.
    package var standardised: RowStandardised?
    /// True for an institution under contract that handed in nothing; nil elsewhere.
    package var handedInNothing: Bool?
    /// 1 + the number of rows that are surely better: whose whole interval lies above this one's; nil below `leastForRank`.
    ///
    /// By the rates that are freed of the mix of exam types where there is one, else by the plain ones.
    package var rank: Int?

    enum CodingKeys: String, CodingKey {
        case id, name, registered, counts, scores, levels, turnaround, experts, rank, standardised
        case handedInNothing = "handed_in_nothing"
        case passingShare = "passing_share"
        case passingInterval = "passing_interval"
    }

    /// Derives share and interval from the counts; the rank comes when the rows are together.
    package init(
        id: String,
        name: LocalizedText,
        registered: Bool? = nil,
        counts: PeriodCounts,
        scores: Distribution? = nil,
        levels: LevelCounts = LevelCounts(),
        turnaround: Distribution? = nil,
        experts: RowExperts? = nil,
        standardised: RowStandardised? = nil
    ) {
        self.id = id
        self.name = name
        self.standardised = standardised
        self.registered = registered
        self.counts = counts
        self.scores = scores
        self.levels = levels
        self.turnaround = turnaround
        self.experts = experts
        passingShare = levels.total > 0 ? Double(levels.passing) / Double(levels.total) : nil
        passingInterval = ShareInterval(wilson: levels.passing, of: levels.total)
    }

    /// The row of an institution under contract that handed in nothing.
    package static func nothing(from institution: InstitutionReference) -> PeriodRow {
        var row = PeriodRow(
            id: institution.id,
            name: LocalizedText(zh: institution.name, en: institution.name),
            registered: institution.registered,
            counts: PeriodCounts()
        )
        row.handedInNothing = true
        return row
    }

    /// Rows with most images first, without ranks.
    static func largestFirst(_ rows: [PeriodRow]) -> [PeriodRow] {
        rows.sorted { ($1.counts.images, $0.id) < ($0.counts.images, $1.id) }
    }

    /// Whether rows are compared by rates that are freed of their mix of exam types.
    static func areAdjusted(_ rows: [PeriodRow]) -> Bool { rows.contains { $0.standardised?.adjusted != nil } }

    /// The rate by which the row is compared, with its 95 % interval; nil where it has none.
    func comparable(_ rate: ShareFunnel.Rate) -> (point: SizedShare, interval: ShareInterval)? {
        switch rate {
        case .plain:
            guard let passingShare, let passingInterval else { return nil }
            return (SizedShare(share: passingShare, size: Double(levels.total)), passingInterval)
        case .adjusted:
            return standardised?.adjusted.map { (SizedShare(share: $0.share, size: $0.effective), $0.interval) }
        }
    }

    /// Rows with ranks, best first; rows too small for a rank follow, by id.
    ///
    /// Rows whose intervals overlap are not told apart, so ranks are shared more often than not: that is the honest answer.
    static func ranked(_ rows: [PeriodRow]) -> [PeriodRow] {
        let rate: ShareFunnel.Rate = areAdjusted(rows) ? .adjusted : .plain
        func interval(_ row: PeriodRow) -> ShareInterval? {
            row.levels.total >= leastForRank ? row.comparable(rate)?.interval : nil
        }
        func share(_ row: PeriodRow) -> Double { row.comparable(rate)?.point.share ?? 0 }
        let large = rows.compactMap(interval)
        let marked = rows.map { row in
            var row = row
            row.rank = interval(row).map { own in 1 + large.count { $0.low > own.high } }
            return row
        }
        return marked.sorted { left, right in
            switch (left.rank, right.rank) {
            case (let one?, let two?): (one, -share(left), left.id) < (two, -share(right), right.id)
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): left.id < right.id
            }
        }
    }
}

/// The experts' part of one institution's or exam type's line.
package struct RowExperts: Sendable, Codable, Equatable {
    /// Images that an expert has read.
    package var read: Int
    /// Their mean final score; nil where none has a score.
    package var scoreMean: Double?
    package var nonconforming: NonconformingRate

    enum CodingKeys: String, CodingKey {
        case read, nonconforming
        case scoreMean = "score_mean"
    }

    /// Joins the parts.
    package init(read: Int, scoreMean: Double?, nonconforming: NonconformingRate) {
        self.read = read
        self.scoreMean = scoreMean
        self.nonconforming = nonconforming
    }
}
