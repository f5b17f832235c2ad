import Grading
import Imaging
import Testing

@Suite struct ExamGradeTests {
    private let rubric: Rubric

    init() throws {
        rubric = try Examples.load(
            Examples.small + """

                required_sections:
                  abdomen: [abd.gb.long, {section: abd.panc.long, weight: 3}, abd.spleen.long]

                """
        )
    }

    private func image(
        _ path: String,
        _ section: String?,
        _ score: Double?,
        status: GradedImage.Status = .graded,
        findings: [Finding] = []
    ) -> GradedImage {
        GradedImage(
            path: path,
            status: status,
            section: section,
            score: score,
            level: score.map { rubric.levels.level(of: $0) },
            findings: findings,
            triage: Triage(route: .pass, reasons: [])
        )
    }

    @Test func `score and completeness follow the published formula`() {
        let images = [
            image("1", "abd.gb.long", 70), image("2", "abd.gb.long", 90), image("3", "abd.panc.long", 30),
            image("4", "own label", 10),
        ]
        let exam = ExamGrade(images, examType: "abdomen", by: rubric)
        // (1·1 + 3·0.5 + 1·0) / 5 = 0.5; mean of 90 and 30 is 60: (0.5·60 + 0.3·50) / 0.8 = 56.25.
        #expect(exam.completeness == 0.5)
        #expect(exam.score == 56.3 && exam.level == .d)
        #expect(exam.sections.map(\.path) == ["2", "3", nil])
        #expect(exam.missing == ["abd.spleen.long"])
        #expect(exam.substandard == ["abd.panc.long"])
        #expect(exam.standardShare == 0.3333)
        #expect(exam.counts == ["graded": 4, "unsure": 0, "unreadable": 0])
        for _ in 0..<5 { #expect(ExamGrade(images.shuffled(), examType: "abdomen", by: rubric) == exam) }
    }

    @Test func `a section that only an expert can judge is undecided, not missing, and not complete`() {
        let exam = ExamGrade(
            [image("1", "abd.gb.long", 100), image("2", "abd.spleen.long", nil, status: .unsure)],
            examType: "abdomen",
            by: rubric
        )
        #expect(exam.missing == ["abd.panc.long"])
        #expect(exam.sections[2].undecided && exam.sections[2].score == nil)
        #expect(exam.completeness == 0.2)
    }

    @Test func `an unreadable file does not stand for its section`() {
        let exam = ExamGrade(
            [image("1", "abd.gb.long", nil, status: .unreadable)],
            examType: "abdomen",
            by: rubric
        )
        #expect(exam.missing.contains("abd.gb.long"))
        #expect(exam.score == nil && exam.level == nil && exam.completeness == 0)
        #expect(exam.counts["unreadable"] == 1)
    }

    @Test func `an exam of unknown type is the mean of its sections' best pictures`() {
        let exam = ExamGrade(
            [image("1", "a", 50), image("2", "a", 90), image("3", nil, 70), image("4", nil, 80)],
            examType: nil,
            by: rubric
        )
        #expect(exam.score == 80 && exam.level == .b)
        #expect(exam.completeness == nil && exam.standardShare == nil && exam.missing.isEmpty)
    }

    @Test func `a critical finding on one picture caps the exam`() {
        let fraud = Finding(code: "DUP_CROSS_PATIENT", severity: .critical)
        let exam = ExamGrade(
            [
                image("1", "abd.gb.long", 100), image("2", "abd.panc.long", 100),
                image("3", "abd.spleen.long", 100), image("4", nil, 59, findings: [fraud]),
            ],
            examType: "abdomen",
            by: rubric
        )
        #expect(exam.completeness == 1 && exam.score == 59 && exam.level == .d)
    }

    @Test func `an empty exam has no score`() {
        let exam = ExamGrade([], examType: "abdomen", by: rubric)
        #expect(exam.score == nil && exam.completeness == 0 && exam.missing.count == 3)
    }
}
