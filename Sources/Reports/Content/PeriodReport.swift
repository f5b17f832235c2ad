package import Grading

/// What a technician, a device, an institution, a region or the network achieved in a period, schema `sonograde.report/1`.
///
/// A period counts what was received in it. Withdrawn exams and superseded images count nowhere but in their own
/// counts. Values only: the store sums up, this type derives shares, intervals and ranks and fixes every order.
package struct PeriodReport: Sendable, Codable, Equatable {
    package var schema = ExamReport.schemaID
    /// Any but `exam`.
    package var kind: ReportKind
    /// Set when the report is about one institution, or a technician or device of it.
    package var institution: InstitutionReference?
    /// The technician, device or region; nil for an institution and the network.
    package var subject: ReportSubject?
    /// To what the scope is narrowed; nil where it is whole.
    package var cuts: ReportCuts?
    package var period: ReportPeriod
    package var counts: PeriodCounts
    /// Image scores of the first pass; nil when nothing was graded.
    package var scores: Distribution?
    package var levels: LevelCounts
    /// Most often missing first.
    package var missingSections: [MissingSectionCount]
    /// Most frequent first.
    package var findings: [FindingCount]
    /// Seconds from received to answered, one number an exam; nil when nothing was answered.
    package var turnaround: Distribution?
    /// The same by stage, day and night, against targets, with what came late; nil where nobody asked for it.
    package var waits: WaitingTimes?
    /// What the experts made of it; nil where no image went to an expert.
    package var experts: PeriodExperts?
    /// Devices with dead elements at the time of the report; nil where there are none.
    package var devices: [DeviceDropout]?
    /// Devices that show something else than their baseline; nil where there are none.
    package var drifts: [DeviceDrift]?
    /// The way to the period, span by span; nil where nobody asked for it.
    package var series: PeriodSeries?
    /// The same scope in the period before; nil where nobody asked for it.
    package var before: PeriodBefore?
    /// One row an institution; empty in an institution's own report.
    package var byInstitution: [PeriodRow]
    /// One row an exam type; the id is empty for unknown types.
    package var byExamType: [PeriodRow]
    /// One row a technician, of an institution's or device's report; the id is the code, empty where none was named.
    package var byTechnician: [PeriodRow]?
    /// One row a device, of an institution's or technician's report; the id is the code, empty where none was named.
    package var byDevice: [PeriodRow]?
    /// One row a county, of a region's and the network's report; the id is empty where none is registered.
    package var byCounty: [PeriodRow]?
    /// `public` and `non_public`, of a region's and the network's report; the id is empty where neither is registered.
    package var byOwnership: [PeriodRow]?
    /// One row a section as labelled; the id is empty where none is; its exams are those that show it.
    package var bySection: [PeriodRow]?
    /// Titles and advice of the finding codes that occur, in both languages.
    package var findingTexts: FindingTexts
    /// The rubrics that graded, each once.
    package var rubrics: [RubricReference]
    /// Version of the program that wrote the report.
    package var program: String

    enum CodingKeys: String, CodingKey {
        case schema, kind, institution, period, counts, scores, levels, findings, turnaround, experts, rubrics
        case program, devices, drifts
        case series, before
        case subject, cuts, waits
        case byTechnician = "by_technician"
        case byDevice = "by_device"
        case byCounty = "by_county"
        case byOwnership = "by_ownership"
        case bySection = "by_section"
        case missingSections = "missing_sections"
        case byInstitution = "by_institution"
        case byExamType = "by_exam_type"
        case findingTexts = "finding_texts"
    }

    /// A report on one institution, or on the network when `institution` is nil; `kind` says where it is another.
    package init(
        kind: ReportKind? = nil,
        institution: InstitutionReference? = nil,
        subject: ReportSubject? = nil,
        cuts: ReportCuts? = nil,
        period: ReportPeriod,
        counts: PeriodCounts,
        scores: Distribution? = nil,
        levels: LevelCounts = LevelCounts(),
        missingSections: [MissingSectionCount] = [],
        findings: [FindingCount] = [],
        turnaround: Distribution? = nil,
        waits: WaitingTimes? = nil,
        experts: PeriodExperts? = nil,
        devices: [DeviceDropout] = [],
        drifts: [DeviceDrift] = [],
        series: PeriodSeries? = nil,
        before: PeriodBefore? = nil,
        byInstitution: [PeriodRow] = [],
        byExamType: [PeriodRow] = [],
        byTechnician: [PeriodRow] = [],
        byDevice: [PeriodRow] = [],
        byCounty: [PeriodRow] = [],
        byOwnership: [PeriodRow] = [],
        bySection: [PeriodRow] = [],
        findingTexts: FindingTexts = FindingTexts(),
        rubrics: [RubricReference] = [],
        program: String
    ) {
        self.kind = kind ?? (institution == nil ? .network : .institution)
        self.institution = institution
        self.subject = subject
        self.cuts = cuts == ReportCuts() ? nil : cuts
        self.period = period
        self.counts = counts
        self.scores = scores
        self.levels = levels
        self.missingSections = missingSections.sorted { ($1.missing, $0.section.id) < ($0.missing, $1.section.id) }
        self.findings = findings.sorted { ($1.images, $0.code) < ($0.images, $1.code) }
        self.turnaround = turnaround
        self.waits = waits
        self.experts = experts
        self.devices = devices.isEmpty ? nil : devices
        self.drifts = drifts.isEmpty ? nil : drifts
        self.series = series
        self.before = before
        self.byInstitution = PeriodRow.ranked(byInstitution)
        self.byExamType = PeriodRow.largestFirst(byExamType)
        self.byTechnician = byTechnician.isEmpty ? nil : PeriodRow.ranked(byTechnician)
        self.byDevice = byDevice.isEmpty ? nil : PeriodRow.largestFirst(byDevice)
        self.byCounty = byCounty.isEmpty ? nil : PeriodRow.largestFirst(byCounty)
        self.byOwnership = byOwnership.isEmpty ? nil : PeriodRow.largestFirst(byOwnership)
        self.bySection = bySection.isEmpty ? nil : PeriodRow.largestFirst(bySection)
        self.findingTexts = findingTexts.restricted(
            to: findings.map(\.code) + (experts?.verdicts.map(\.code) ?? []) + (before?.findings.map(\.code) ?? [])
        )
        self.rubrics = rubrics
        self.program = program
    }
}

/// A span of time by the day of receipt.
package struct ReportPeriod: Sendable, Codable, Equatable {
    /// How it is called: `2026-03`.
    package var label: String
    /// First moment that counts.
    package var from: ReportTime
    /// First moment that counts no more.
    package var until: ReportTime

    /// The half-open span `from ..< until`.
    package init(label: String, from: ReportTime, until: ReportTime) {
        self.label = label
        self.from = from
        self.until = until
    }
}

/// How much was handed in and what became of it.
package struct PeriodCounts: Sendable, Codable, Equatable {
    package var exams: Int
    /// Exams in which a required section is missing.
    package var examsIncomplete: Int
    /// Exams that the clinic took back; not among `exams`.
    package var examsWithdrawn: Int
    /// Files that count: graded + unsure + unreadable.
    package var images: Int
    package var graded: Int
    package var unsure: Int
    package var unreadable: Int
    /// Images that go to an expert, drawn or flagged.
    package var toReview: Int
    /// Images that the random draw picked, flagged or not.
    package var sampled: Int

    enum CodingKeys: String, CodingKey {
        case exams, images, graded, unsure, unreadable, sampled
        case examsIncomplete = "exams_incomplete"
        case examsWithdrawn = "exams_withdrawn"
        case toReview = "to_review"
    }

    /// The counts; `images` is the sum of the three kinds.
    package init(
        exams: Int = 0,
        examsIncomplete: Int = 0,
        examsWithdrawn: Int = 0,
        graded: Int = 0,
        unsure: Int = 0,
        unreadable: Int = 0,
        toReview: Int = 0,
        sampled: Int = 0
    ) {
        self.exams = exams
        self.examsIncomplete = examsIncomplete
        self.examsWithdrawn = examsWithdrawn
        images = graded + unsure + unreadable
        self.graded = graded
        self.unsure = unsure
        self.unreadable = unreadable
        self.toReview = toReview
        self.sampled = sampled
    }
}

/// Graded images by level.
package struct LevelCounts: Sendable, Codable, Equatable {
    package var a: Int
    package var b: Int
    package var c: Int
    package var d: Int

    enum CodingKeys: String, CodingKey {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
    }

    /// How many images reached each level.
    package init(a: Int = 0, b: Int = 0, c: Int = 0, d: Int = 0) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// The count of one level.
    package subscript(_ level: Level) -> Int {
        switch level {
        case .a: a
        case .b: b
        case .c: c
        case .d: d
        }
    }

    /// All graded images.
    package var total: Int { a + b + c + d }

    /// Images of level A, B or C (合格).
    package var passing: Int { a + b + c }
}
