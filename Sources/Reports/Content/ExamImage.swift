package import Grading
package import Imaging

/// One image of an exam with its grade.
package struct ExamImage: Sendable, Codable, Equatable {
    /// File name as the clinic gave it, below the exam's folder.
    package var file: String
    /// nil when the clinic did not say which section it shows.
    package var section: SectionReference?
    package var grade: GradedImage
    /// Advice with this image's numbers in it ("turn GAIN down by about 4 dB"), by finding code, in both languages.
    ///
    /// A code without an entry gets the report's general advice; `grade` itself carries one language only.
    package var advice: [String: LocalizedText]
    /// Whether the image counts for the exam.
    package var standing: Standing
    /// A picture of the same patient that this one is the same as; nil where there is none.
    ///
    /// Never another patient's.
    package var duplicate: DuplicateReference?
    /// What experts and the clinic said; nil where no expert has or gets anything to do with it.
    package var expert: ExpertPart?
    /// For drawing in HTML, never in JSON or CSV; nil shows a box that says so.
    package var preview: Preview?
    /// The way to the first pass's score, for HTML, never in JSON or CSV; nil leaves it out.
    package var explanation: GradeExplanation?
    /// The device's dead elements on its picture, for HTML and PDF, never in JSON or CSV; nil where none are known.
    package var deadElements: DeadElementStrips?

    enum CodingKeys: String, CodingKey {
        case file, section, grade, advice, standing, duplicate, expert
    }

    /// An image.
    package init(
        file: String,
        section: SectionReference? = nil,
        grade: GradedImage,
        advice: [String: LocalizedText] = [:],
        standing: Standing = .current,
        duplicate: DuplicateReference? = nil,
        expert: ExpertPart? = nil,
        preview: Preview? = nil,
        explanation: GradeExplanation? = nil,
        deadElements: DeadElementStrips? = nil
    ) {
        self.file = file
        self.section = section
        self.grade = grade
        self.advice = advice
        self.standing = standing
        self.duplicate = duplicate
        self.expert = expert
        self.preview = preview
        self.explanation = explanation
        self.deadElements = deadElements
    }

    /// What to do about one of its findings: with the image's numbers, else in general, else as the grade has it.
    func advice(for finding: Finding, texts: FindingTexts) -> LocalizedText? {
        advice[finding.code] ?? texts.advice(for: finding)
    }

    /// Whether the random draw sent it to an expert, flagged or not.
    package var sampled: Bool { grade.triage.reasons.contains("sampled") }

    /// Whether the first pass sends it to an expert.
    package var reviewed: Bool { grade.triage.route == .review }
}

/// Whether an image counts, when the clinic handed in a better one for the same section.
package enum Standing: String, Sendable, Codable, CaseIterable {
    /// It counts.
    case current
    /// It counts, and took the place of an earlier one.
    case corrected
    /// A later one took its place; it counts no more.
    case superseded
}

/// Where the same picture stands too.
package struct DuplicateReference: Sendable, Codable, Equatable {
    /// The other file's name.
    package var file: String
    /// The other file's exam; nil when it is the same exam.
    package var exam: String?

    /// Another picture.
    package init(file: String, exam: String? = nil) {
        self.file = file
        self.exam = exam
    }
}

/// A small JPEG of a picture, whole and turned as the grade's coordinates are.
package struct Preview: Sendable, Equatable {
    /// A baseline or progressive JPEG file.
    package var jpeg: [UInt8]
    /// Columns.
    package var width: Int
    /// Rows.
    package var height: Int
    /// Preview pixels per pixel of the original, 0–1; the grade's outlines are in pixels of the original.
    package var scale: Double

    /// Wraps a JPEG.
    package init(jpeg: [UInt8], width: Int, height: Int, scale: Double) {
        self.jpeg = jpeg
        self.width = width
        self.height = height
        self.scale = scale
    }
}

/// A file that gave no picture; it lies in quarantine.
package struct UnreadableFile: Sendable, Codable, Equatable {
    /// File name as the clinic gave it, below the exam's folder.
    package var file: String
    /// The section that it was meant for, where the clinic said so.
    package var section: SectionReference?
    /// What is wrong; the report adds what to do, in the reader's language.
    package var error: ImagingError
    /// SHA-256 of its bytes, hexadecimal; nil when it could not be read to its end.
    package var sha256: String?

    /// An unreadable file.
    package init(file: String, section: SectionReference? = nil, error: ImagingError, sha256: String? = nil) {
        self.file = file
        self.section = section
        self.error = error
        self.sha256 = sha256
    }

    /// The unreadable file that an image turned out to be.
    init(_ image: ExamImage) {
        // The contract gives every unreadable grade an error; one without is still never shown as read.
        let unexplained = ImagingError(code: .decoderFailed, message: "The file could not be read; export it again.")
        self.init(
            file: image.file,
            section: image.section,
            error: image.grade.error ?? unexplained,
            sha256: image.grade.sha256
        )
    }
}

/// A file that came again with the same name and bytes, and was not counted twice.
package struct RepeatedFile: Sendable, Codable, Equatable {
    package var file: String
    /// How often it came again, 1 or more.
    package var times: Int

    /// A re-drop.
    package init(file: String, times: Int = 1) {
        self.file = file
        self.times = times
    }
}
