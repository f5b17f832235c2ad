package import Imaging

/// All that the first pass measured and said of one picture of a validation, untouched or with a fault put in.
///
/// Where limits come from: distributions of a metric over good pictures and over spoiled ones.
package struct TrialRow: Sendable, Codable, Equatable {
    /// As people read it.
    package var path: String
    /// As what it was graded; nil where nobody said.
    package var examType: String?
    /// Section that it was graded as.
    package var section: String?
    /// Format of the file that it would be stored in.
    package var format: ImageFormat?
    /// The fault's id; nil for the untouched picture.
    package var fault: String?
    /// The shape's id.
    package var shape: String?
    /// 0 for the untouched picture, 1 at the strength of rejection.
    package var strength: Double
    /// Whether it has a score.
    package var status: GradedImage.Status
    /// 0–100.
    package var score: Double?
    /// Whether an expert looks.
    package var isForExpert: Bool
    /// Severity by code.
    package var findings: [String: Severity]
    /// Value by metric.
    package var metrics: [String: Double]

    private enum CodingKeys: String, CodingKey {
        case path, examType = "exam_type", section, format, fault, shape, strength, status, score
        case isForExpert = "for_expert", findings, metrics
    }

    init(_ grade: GradedImage, examType: String?, fault: (id: String, shape: String)?, strength: Double) {
        path = grade.path
        self.examType = examType
        section = grade.section
        format = grade.image?.format
        self.fault = fault?.id
        shape = fault?.shape
        self.strength = strength
        status = grade.status
        score = grade.score
        isForExpert = grade.triage.route == .review
        findings = Dictionary(grade.findings.map { ($0.code, $0.severity) }, uniquingKeysWith: max)
        metrics = grade.metrics ?? [:]
    }
}
