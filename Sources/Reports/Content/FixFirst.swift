import Grading

/// One thing worth changing first, over all images of an exam.
struct FixFirst: Equatable {
    let code: String
    /// The gravest that it was on any image.
    let severity: Severity
    /// Numbers of the images that have it, as the report counts them from 1.
    let images: [Int]
    /// Points that it cost, summed over the images.
    let deduction: Double
    /// What to do about the gravest of these findings; nil where nothing helps.
    let advice: LocalizedText?
}

extension ExamReport {
    /// The findings worth changing first: gravest first, then the most frequent, then the most costly.
    ///
    /// Only images that count, each by its result as it stands: what an expert rejected is nothing to fix. `info` findings
    /// ask nothing of a technician.
    func fixFirst(atMost limit: Int) -> [FixFirst] {
        var byCode: [String: FixFirst] = [:]
        for (index, image) in images.enumerated() where image.standing != .superseded {
            for finding in image.outcome.standing where finding.severity > .info {
                let before = byCode[finding.code]
                let graver = before.map { finding.severity > $0.severity } ?? true
                let numbers = before?.images ?? []
                byCode[finding.code] = FixFirst(
                    code: finding.code,
                    severity: max(finding.severity, before?.severity ?? .info),
                    images: numbers.last == index + 1 ? numbers : numbers + [index + 1],
                    deduction: (before?.deduction ?? 0) + finding.deduction,
                    advice: graver ? image.advice(for: finding, texts: findingTexts) : before?.advice
                )
            }
        }
        let sorted = byCode.values.sorted { left, right in
            (right.severity, right.images.count, right.deduction, left.code)
                < (left.severity, left.images.count, left.deduction, right.code)
        }
        return Array(sorted.prefix(limit))
    }
}
