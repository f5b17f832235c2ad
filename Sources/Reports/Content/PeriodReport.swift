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
    /// Critical findings and pictures of several patients, with where they lie; nil where there are none.
    package var urgent: UrgentFindings?
    /// Institutions under contract that handed in nothing, of a region's, the network's or their own report; nil where
    /// there are none.
    package var handedInNothing: [InstitutionReference]?
    /// The network's images of the period by exam type, the largest first: what rates are standardised to; nil where
    /// nothing is.
    package var standard: [ExamShare]?
    /// The whole scope's rates with that mix; nil for the network, which is its own standard.
    package var standardised: RowStandardised?
    /// Devices with dead elements at the time of the report; nil where there are none.
    package var devices: [DeviceDropout]?
    /// Devices that show something else than their baseline; nil where there are none.
    package var drifts: [DeviceDrift]?
    /// The way to the period, span by span; nil where nobody asked for it.
    package var series: PeriodSeries?
    /// The same scope in the period before; nil where nobody asked for it.
    package var before: PeriodBefore?
    /// What the plots are drawn from; nil where there is nothing to draw.
    package var charts: PeriodCharts?
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
        case series, before, charts
        case subject, cuts, waits, urgent, standard, standardised
        case handedInNothing = "handed_in_nothing"
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
        urgent: UrgentFindings? = nil,
        handedInNothing: [InstitutionReference] = [],
        standard: [ExamShare] = [],
        standardised: RowStandardised? = nil,
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
        self.missingSections = missingSections.sorted {
            ($1.missing, $0.section.id, $0.examType?.id ?? "") < ($0.missing, $1.section.id, $1.examType?.id ?? "")
        }
        self.findings = findings.sorted { ($1.images, $0.code) < ($0.images, $1.code) }
        self.turnaround = turnaround
        self.waits = waits
        self.experts = experts
        self.devices = devices.isEmpty ? nil : devices
        self.drifts = drifts.isEmpty ? nil : drifts
        self.series = series
        self.before = before
        self.urgent = urgent
        self.handedInNothing = handedInNothing.isEmpty ? nil : handedInNothing.sorted { $0.id < $1.id }
        self.standard =
            standard.isEmpty
            ? nil : standard.sorted { ($1.readable, $0.examType.id) < ($0.readable, $1.examType.id) }
        self.standardised = standardised
        // An institution's own report has no such table.
        let silent = institution == nil ? handedInNothing.map(PeriodRow.nothing) : []
        self.byInstitution = PeriodRow.ranked(byInstitution + silent)
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
        charts = PeriodCharts(
            series: series,
            before: before,
            levels: levels,
            findings: findings,
            institutions: self.byInstitution,
            technicians: self.byTechnician ?? [],
            period: period
        )
    }
}
