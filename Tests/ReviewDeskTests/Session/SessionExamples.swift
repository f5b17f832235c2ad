import Grading
import Imaging
import ReviewDesk
import Store

/// A review to press keys in: a head section with three criteria, a measurement, a report; two findings of the machine.
struct SessionExample {
    static let rubric = RubricReference(id: "obstetrics", version: "1.0", sha256: String(repeating: "a", count: 64))

    static let sheet = ReviewSheet(
        rubric: rubric,
        items: [
            ReviewSheet.Item(
                id: "section",
                name: LocalizedText(zh: "切面标准性", en: "Standard section"),
                weight: 20,
                criteria: [
                    .init(id: "symmetry", name: LocalizedText(zh: "左右对称", en: "Symmetrical")),
                    .init(id: "thalami", name: LocalizedText(zh: "丘脑可见", en: "Thalami seen")),
                    .init(id: "csp", name: LocalizedText(zh: "透明隔腔可见", en: "Cavum septi pellucidi seen")),
                ],
                judge: .expert,
                isRequired: true
            ),
            ReviewSheet.Item(
                id: "measurement",
                name: LocalizedText(zh: "测量", en: "Measurement"),
                weight: 8,
                judge: .expert,
                isRequired: true
            ),
            ReviewSheet.Item(
                id: "colour",
                name: LocalizedText(zh: "彩色与频谱设置", en: "Colour and spectral setting"),
                weight: 4,
                judge: .expert,
                isRequired: false
            ),
            ReviewSheet.Item(
                id: "gain",
                name: LocalizedText(zh: "增益", en: "Gain"),
                weight: 15,
                judge: .firstPass,
                isRequired: false
            ),
        ]
    )

    static func facts(
        section: String? = "ob.head.hc",
        report: String? = nil,
        kind: QueueKind = .first
    ) -> BlindFacts {
        BlindFacts(
            image: 17,
            kind: kind,
            examType: "obstetrics-level2",
            section: section,
            since: Timestamp(milliseconds: 1_000_000),
            reportText: report,
            readings: 0
        )
    }

    static func session(
        language: Language = .zh,
        facts: BlindFacts = facts(),
        sheet: ReviewSheet = sheet
    ) -> ReviewSession {
        ReviewSession(
            facts: facts,
            sheet: sheet,
            until: Timestamp(milliseconds: 1_000_000 + 3_600_000),
            language: language
        )
    }

    static let machineFindings = [
        Finding(
            code: "GAIN_HIGH",
            severity: .minor,
            metric: "gain.p50",
            value: 181,
            limit: 175,
            limitOrigin: .absolute,
            deduction: 7.5,
            advice: "把总增益调低约 6 dB。"
        ),
        Finding(
            code: "CONTACT_LOSS",
            severity: .major,
            metric: "contact.loss",
            value: 34.2,
            limit: 20,
            limitOrigin: .absolute,
            deduction: 6,
            advice: "多涂耦合剂，贴紧探头。"
        ),
    ]

    /// The way to the machine's score by the built-in rubric; nil where it does not load.
    private static func explanation(of machine: GradedImage) -> GradeExplanation? {
        let rubric = try? RubricLibrary().fallback
        return rubric.map { GradeExplanation(machine, examType: "obstetrics-level2", by: $0) }
    }

    /// What comes of answers, in the simplest way that shows that they were taken in.
    static func result(of session: ReviewSession, machine findings: [Finding] = machineFindings) -> SessionResult {
        let machine = GradedImage(
            path: "17.png",
            status: .graded,
            section: "ob.head.hc",
            scanArea: ScanAreaSummary(
                shape: .convex,
                box: PixelBox(x: 100, y: 50, width: 600, height: 600),
                confidence: 0.97
            ),
            score: 79,
            level: .c,
            findings: findings,
            triage: Triage(route: .review, reasons: ["CONTACT_LOSS"]),
            rubric: rubric,
            marks: [
                Mark(
                    metric: "contact.loss",
                    outline: [PixelPoint(x: 110, y: 60), PixelPoint(x: 200, y: 60), PixelPoint(x: 200, y: 120)]
                )
            ]
        )
        let answers = session.answers
        var judged = findings.map { finding -> ExpertGrade.JudgedFinding in
            let verdict: ExpertGrade.Verdict =
                answers.confirmed.contains(finding.code)
                ? .confirmed : answers.rejected.contains(finding.code) ? .rejected : .unjudged
            return ExpertGrade.JudgedFinding(finding: finding, verdict: verdict)
        }
        if answers.answers["measurement"] == .no {
            let finding = Finding(code: "CALIPER_WRONG", severity: .major, deduction: 8, advice: "重新放置测量标尺。")
            judged.append(.init(finding: finding, verdict: .added))
        }
        for added in answers.added {
            let severity = added.severity ?? FindingCode.named(added.code)?.severity ?? .minor
            judged.append(.init(finding: Finding(code: added.code, severity: severity), verdict: .added))
        }
        let score = 100.0 - Double(judged.count { $0.verdict != .rejected }) * 5
        let grade = ExpertGrade(
            score: score,
            level: score >= 90 ? .a : .b,
            items: [],
            findings: judged,
            answers: answers,
            rubric: rubric
        )
        return SessionResult(machine: machine, expert: grade, explanation: explanation(of: machine))
    }
}

extension ReviewSession {
    /// Presses keys one after the other, and answers each wish for a result as a driver would.
    ///
    /// - Returns: every effect but `judge`, in order.
    @discardableResult
    mutating func type(_ keys: [ReviewKey], machine: [Finding] = SessionExample.machineFindings) -> [ReviewEffect] {
        var others: [ReviewEffect] = []
        for key in keys {
            for effect in press(key) {
                if effect == .judge {
                    judged(SessionExample.result(of: self, machine: machine))
                } else {
                    others.append(effect)
                }
            }
        }
        return others
    }

    /// Presses the characters of a text.
    @discardableResult
    mutating func type(_ text: String, machine: [Finding] = SessionExample.machineFindings) -> [ReviewEffect] {
        type(text.map { ReviewKey.character($0) }, machine: machine)
    }
}
