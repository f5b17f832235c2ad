package import Grading

/// All that a clinic is told about one exam: the content of report.html and report.json, schema `sonograde.report/1`.
///
/// Values only: the times, names and previews are the caller's. Absent values are absent keys in JSON, never null.
package struct ExamReport: Sendable, Codable, Equatable {
    /// The contract's name and version, shared with `PeriodReport`.
    package static let schemaID = "sonograde.report/1"

    package var schema = Self.schemaID
    /// Tells the report's shape within the schema.
    package var kind = ReportKind.exam
    package var institution: InstitutionReference
    package var exam: ExamReference
    package var times: ExamTimes
    /// First-pass score of the exam, 0–100, rounded to 0.1; nil when no image could be graded.
    package var score: Double?
    /// The level that goes with the score.
    package var level: Level?
    /// Share of the required sections that are there, 0–1; nil when the exam type requires none or isn't known.
    package var completeness: Double?
    /// Required sections without an image, in the rubric's order.
    package var missingSections: [SectionReference]
    /// Required sections whose best image doesn't pass, in the rubric's order.
    package var substandardSections: [SectionReference]
    /// The result with the experts' word where there is one; nil where no expert has read an image.
    package var final: ExamFinal?
    /// How far the experts are; nil where they have nothing to do with the exam.
    package var experts: ExamExperts?
    /// Whether the images are good enough to be recognised elsewhere, and why.
    package private(set) var recognition: ExamRecognition?
    /// Images that were graded or are unsure, in the clinic's order.
    package var images: [ExamImage]
    /// Files that gave no picture, in the clinic's order.
    package var unreadable: [UnreadableFile]
    /// Files that came again with the same name and bytes and were not counted twice.
    package var repeated: [RepeatedFile]
    /// What else the clinic should know, one sentence each.
    package var notes: [LocalizedText]
    /// Set when the clinic took the exam back; it then counts nowhere.
    package var withdrawn: WithdrawalNote?
    /// Titles and advice of the finding codes that occur, in both languages.
    package var findingTexts: FindingTexts
    /// The rubrics that graded the images, each once.
    package var rubrics: [RubricReference]
    /// Version of the program that wrote the report.
    package var program: String

    enum CodingKeys: String, CodingKey {
        case schema, kind, institution, exam, times, score, level, completeness, images, unreadable, repeated, notes
        case withdrawn, rubrics, program, final, experts, recognition
        case missingSections = "missing_sections"
        case substandardSections = "substandard_sections"
        case findingTexts = "finding_texts"
    }

    /// Joins the parts.
    ///
    /// Images whose grade is `unreadable` are moved to the unreadable files, so that each file is named once; of the
    /// texts only those are kept whose codes occur.
    package init(
        institution: InstitutionReference,
        exam: ExamReference,
        times: ExamTimes,
        score: Double? = nil,
        level: Level? = nil,
        completeness: Double? = nil,
        missingSections: [SectionReference] = [],
        substandardSections: [SectionReference] = [],
        final: ExamFinal? = nil,
        images: [ExamImage] = [],
        unreadable: [UnreadableFile] = [],
        repeated: [RepeatedFile] = [],
        notes: [LocalizedText] = [],
        withdrawn: WithdrawalNote? = nil,
        findingTexts: FindingTexts = FindingTexts(),
        rubrics: [RubricReference] = [],
        program: String
    ) {
        self.institution = institution
        self.exam = exam
        self.times = times
        self.score = score
        self.level = level
        self.completeness = completeness
        self.missingSections = missingSections
        self.substandardSections = substandardSections
        self.final = final
        experts = ExamExperts(images.filter { $0.grade.status != .unreadable })
        self.images = images.filter { $0.grade.status != .unreadable }
        self.unreadable = unreadable + images.filter { $0.grade.status == .unreadable }.map(UnreadableFile.init)
        self.repeated = repeated
        self.notes = notes
        self.withdrawn = withdrawn
        self.findingTexts = findingTexts.restricted(
            to: images.flatMap { image in
                image.grade.findings.map(\.code)
                    + (image.expert?.readings.flatMap { $0.findings.map(\.code) } ?? [])
            }
        )
        self.rubrics = rubrics
        self.program = program
        recognition = ExamRecognition(self)
    }
}

/// What a report is about; the `kind` field of the schema.
package enum ReportKind: String, Sendable, Codable, CaseIterable {
    case exam, technician, device, institution, region, network
}

/// Which exam a report speaks of, in the clinic's words.
package struct ExamReference: Sendable, Codable, Equatable {
    /// The clinic's own exam number.
    package var id: String
    /// Day of the exam, `2026-03-05`; nil when neither folder nor exam.json gave one.
    package var date: String?
    /// nil when the exam type is unknown; rubric `general` judged then.
    package var type: ExamTypeReference?
    /// Folder below the institution's inbox folder, as it came.
    package var folder: String
    /// The patient's pseudonym; never a name.
    package var pseudonym: String?
    package var technician: String?
    package var device: String?
    package var transducer: String?
    /// Preset of the scanner.
    package var preset: String?

    /// Names an exam; what the clinic did not say stays nil.
    package init(
        id: String,
        date: String? = nil,
        type: ExamTypeReference? = nil,
        folder: String,
        pseudonym: String? = nil,
        technician: String? = nil,
        device: String? = nil,
        transducer: String? = nil,
        preset: String? = nil
    ) {
        self.id = id
        self.date = date
        self.type = type
        self.folder = folder
        self.pseudonym = pseudonym
        self.technician = technician
        self.device = device
        self.transducer = transducer
        self.preset = preset
    }
}

/// When the stages of an exam were reached.
package struct ExamTimes: Sendable, Codable, Equatable {
    /// The patient was scanned; nil when the clinic did not say.
    package var performed: ReportTime?
    /// The first file was taken in.
    package var received: ReportTime
    /// The last image was graded.
    package var graded: ReportTime?
    /// This report was written: the newest answer.
    package var answered: ReportTime?
    /// The first answer was written; nil where it was not told.
    package var firstAnswered: ReportTime?

    enum CodingKeys: String, CodingKey {
        case performed, received, graded, answered
        case firstAnswered = "first_answered"
    }

    /// The stages' times; nil where a stage has not been reached.
    package init(
        performed: ReportTime? = nil,
        received: ReportTime,
        graded: ReportTime? = nil,
        answered: ReportTime? = nil,
        firstAnswered: ReportTime? = nil
    ) {
        self.firstAnswered = firstAnswered
        self.performed = performed
        self.received = received
        self.graded = graded
        self.answered = answered
    }

    /// When the clinic first had an answer.
    var first: ReportTime? { firstAnswered ?? answered }
    /// When the answer was written anew; nil where it is the first.
    var newest: ReportTime? { answered == first ? nil : answered }
}

/// That the clinic took an exam back.
package struct WithdrawalNote: Sendable, Codable, Equatable {
    package var at: ReportTime
    /// The clinic's reason, in its own words.
    package var reason: String?

    /// A withdrawal.
    package init(at: ReportTime, reason: String? = nil) {
        self.at = at
        self.reason = reason
    }
}
