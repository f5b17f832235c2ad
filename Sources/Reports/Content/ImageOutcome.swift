import Grading

/// An image's result as it stands: the expert's where there is one, else the machine's.
struct ImageOutcome {
    /// One finding as the reader meets it.
    struct Entry {
        /// The machine's finding; for an added one, code and severity.
        let finding: Finding
        /// nil where no expert has read the image.
        let verdict: ExpertGrade.Verdict?
    }

    let status: GradedImage.Status
    let score: Double?
    let level: Level?
    /// Gravest first, then what cost most; rejected ones last.
    let entries: [Entry]
    let isExperts: Bool

    /// The findings that count.
    var standing: [Finding] { entries.filter { $0.verdict != .rejected }.map(\.finding) }

    /// Whether something on it should be done better: a finding beyond a note, or level D.
    var needsAttention: Bool { level == .d || standing.contains { $0.severity > .info } }
}

extension ExamImage {
    /// The reading that counts; nil where no expert has read the image.
    var lastReading: ExpertReading? { expert?.readings.last }

    /// The result as it stands.
    var outcome: ImageOutcome {
        guard let reading = lastReading else {
            return ImageOutcome(
                status: grade.status,
                score: grade.score,
                level: grade.level,
                entries: Self.sorted(grade.findings.map { ImageOutcome.Entry(finding: $0, verdict: nil) }),
                isExperts: false
            )
        }
        var machine = grade.findings
        let judged = reading.findings.map { judged -> ImageOutcome.Entry in
            // The machine's own finding knows the measured value and the advice.
            guard judged.verdict != .added, let index = machine.firstIndex(where: { $0.code == judged.code }) else {
                let finding = Finding(code: judged.code, severity: judged.severity)
                return ImageOutcome.Entry(finding: finding, verdict: judged.verdict)
            }
            var finding = machine.remove(at: index)
            finding.severity = judged.severity
            return ImageOutcome.Entry(finding: finding, verdict: judged.verdict)
        }
        // What came to the machine's grade after the reading, such as a repetition of the picture, stands unjudged.
        let later = machine.map { ImageOutcome.Entry(finding: $0, verdict: .unjudged) }
        return ImageOutcome(
            status: reading.score == nil ? grade.status : .graded,
            score: reading.score ?? grade.score,
            level: reading.level ?? grade.level,
            entries: Self.sorted(judged + later),
            isExperts: reading.score != nil
        )
    }

    private static func sorted(_ entries: [ImageOutcome.Entry]) -> [ImageOutcome.Entry] {
        entries.enumerated().sorted { left, right in
            let (one, two) = (left.element, right.element)
            let (oneOut, twoOut) = (one.verdict == .rejected, two.verdict == .rejected)
            if oneOut != twoOut { return twoOut }
            if one.finding.severity != two.finding.severity { return one.finding.severity > two.finding.severity }
            if one.finding.deduction != two.finding.deduction { return one.finding.deduction > two.finding.deduction }
            return left.offset < right.offset
        }.map(\.element)
    }
}
