/// An expert's result on one picture: final, beside the machine's.
///
/// Stored as canonical JSON; schema `sonograde.expert-grade/1`, docs/schemas/expert-grade.schema.json.
package struct ExpertGrade: Sendable, Codable, Equatable {
    /// The contract's name and version.
    package static let schemaID = "sonograde.expert-grade/1"

    /// What the expert says of a finding.
    package enum Verdict: String, Sendable, Codable, CaseIterable {
        /// The machine made it and it is right.
        case confirmed
        /// The machine made it and it is wrong: it costs nothing and counts nowhere.
        case rejected
        /// The machine missed it, or the checklist gave it.
        case added
        /// The machine made it and the expert did not speak of it: it stands as it was.
        case unjudged
    }

    /// A finding with the expert's verdict.
    package struct JudgedFinding: Sendable, Codable, Equatable {
        package var finding: Finding
        package var verdict: Verdict

        /// A judged finding.
        package init(finding: Finding, verdict: Verdict) {
            self.finding = finding
            self.verdict = verdict
        }
    }

    /// One item's part in the score.
    package struct Item: Sendable, Codable, Equatable {
        package var id: String
        package var weight: Double
        /// 0–1.
        package var score: Double
        /// Whose score it is.
        package var judge: ReviewSheet.Item.Judge

        /// An item.
        package init(id: String, weight: Double, score: Double, judge: ReviewSheet.Item.Judge) {
            self.id = id
            self.weight = weight
            self.score = score
            self.judge = judge
        }
    }

    package var schema = Self.schemaID
    /// 0–100, rounded to 0.1; nil where nothing could be judged (then a consultation is asked for).
    package var score: Double?
    /// nil exactly where the score is.
    package var level: Level?
    /// What makes up the score; empty where the picture shows nothing (score 0) or nothing could be judged.
    package var items: [Item]
    /// Gravest first; rejected ones last.
    package var findings: [JudgedFinding]
    /// What the expert said, as it was said.
    package var answers: ReviewAnswers
    package var rubric: RubricReference

    /// Joins the parts.
    package init(
        score: Double?,
        level: Level?,
        items: [Item],
        findings: [JudgedFinding],
        answers: ReviewAnswers,
        rubric: RubricReference
    ) {
        self.score = score
        self.level = level
        self.items = items
        self.findings = findings
        self.answers = answers
        self.rubric = rubric
    }

    /// The findings that count: all but the rejected ones.
    package var standing: [Finding] { findings.filter { $0.verdict != .rejected }.map(\.finding) }
}
