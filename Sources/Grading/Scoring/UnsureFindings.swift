internal import Imaging

/// What can be said of a picture that has no score; none of it costs points.
enum UnsureFindings {
    /// Codes of signs that a screen was photographed: why it could not be graded, and what to do.
    private static let photo: Set<String> = ["SCREEN_PHOTO", "MOIRE"]

    /// Signs of a photographed screen; where there are none and only the scan area is not sure, what holds wherever it ends.
    static func told(
        of subject: GradedSubject,
        conditions: Set<Condition>,
        rubric: Rubric,
        writer: FindingWriter
    ) -> [Finding] {
        let signs = Tally(subject: subject, rubric: rubric).findings(in: writer).filter { photo.contains($0.code) }
        // Two parts that are not sure either may be one that black lines part.
        guard signs.isEmpty, conditions.subtracting([.dualLayout]) == [.geometryUncertain] else {
            return signs.map { finding in
                var finding = finding
                finding.deduction = 0
                return finding
            }
        }
        return verdicts(on: subject, rubric: rubric).compactMap { writer.suspicion($0) }
    }

    /// What the rubric lets speak without a sure area and is past a limit of a finding above info, traces under their cause's
    /// code; of each code the worst.
    private static func verdicts(on subject: GradedSubject, rubric: Rubric) -> [Verdict] {
        let found = found(on: subject, rubric: rubric)
        let causes = FaultCauses(found)
        var worst: [Verdict] = []
        for verdict in found.map(causes.told) {
            if let index = worst.firstIndex(where: { $0.fault?.side.code == verdict.fault?.side.code }) {
                worst[index] = Verdict.worse(worst[index], verdict)
            } else {
                worst.append(verdict)
            }
        }
        return worst
    }

    private static func found(on subject: GradedSubject, rubric: Rubric) -> [Verdict] {
        var found: [Verdict] = []
        for item in rubric.items where item.when.holds(for: subject) == .yes {
            for criterion in item.criteria where criterion.withoutArea == .told {
                guard case .measured(let verdict) = criterion.judge(subject), let fault = verdict.fault,
                    fault.severity > .info
                else { continue }
                found.append(verdict)
            }
        }
        return found
    }
}

extension FindingWriter {
    /// The finding of a value that is told without a sure scan area: minor at most, and advice that says to look.
    fileprivate func suspicion(_ verdict: Verdict) -> Finding? {
        guard var finding = finding(verdict, deduction: 0) else { return nil }
        finding.severity = min(finding.severity, .minor)
        finding.advice = advice(for: finding, isSuspected: true)
        return finding
    }
}
