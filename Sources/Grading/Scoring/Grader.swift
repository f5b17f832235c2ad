package import Imaging

/// Rubric × examination → grade, by the contract of one graded image.
///
/// 1. Conditions of the whole picture: too small, no ultrasound, a layout that is not B-mode → `unsure`;
///    blank or in air → D.
/// 2. Every criterion that applies is judged; an item's score is the smallest of its criteria's.
/// 3. Σ weight · score ÷ Σ weight over the items that were measured. Too much unmeasured weight → `unsure`.
/// 4. Grave findings cap the score; score → level; findings and level → triage.
///
/// Nothing here reads a clock, a file or a random source: the same values give the same grade.
package enum Grader {
    /// The grade of one picture that could be decoded.
    package static func grade(
        _ examination: ImageExamination,
        as request: GradeRequest,
        by rubric: Rubric
    ) -> GradedImage {
        let subject = GradedSubject(examination, request: request)
        var image = frame(examination, subject: subject, request: request, rubric: rubric)
        let writer = FindingWriter(rubric: rubric, language: request.language, subject: subject)

        switch PictureKind(examination) {
        case .undecidable(let codes):
            image.status = .unsure
            image.findings =
                codes.map { writer.finding($0) }
                + UnsureFindings.told(of: subject, conditions: examination.conditions, rubric: rubric, writer: writer)
            return concluded(image, by: rubric)
        case .empty(let code):
            image.items = []
            var finding = writer.finding(code)
            finding.deduction = 100
            image.findings = [finding]
            return concluded(image, by: rubric)
        case .gradable(let notes):
            image.findings = notes.map { writer.finding($0) }
        }

        let tally = Tally(subject: subject, rubric: rubric)
        image.findings += tally.findings(in: writer)
        if tally.unmeasuredShare > rubric.unmeasuredLimit || tally.judged.isEmpty {
            image.status = .unsure
            image.findings = image.findings.map { finding in
                var finding = finding
                finding.deduction = 0
                return finding
            }
        } else {
            image.items = tally.items
        }
        return concluded(image, by: rubric)
    }

    /// The line of a file that gave no picture: no score, an error, and an expert's or technician's attention.
    package static func unreadable(
        _ error: ImagingError,
        as request: GradeRequest,
        by rubric: Rubric
    ) -> GradedImage {
        let writer = FindingWriter(rubric: rubric, language: request.language)
        return GradedImage(
            path: request.path,
            pathRaw: request.pathRaw,
            sha256: request.sha256,
            status: .unreadable,
            section: request.section,
            findings: [writer.finding("UNREADABLE")],
            triage: Triage(route: .review, reasons: ["unreadable"]),
            program: request.program,
            error: error
        )
    }

    /// Everything of a graded image that does not depend on the judgement.
    private static func frame(
        _ examination: ImageExamination,
        subject: GradedSubject,
        request: GradeRequest,
        rubric: Rubric
    ) -> GradedImage {
        let summary = examination.scanArea.map {
            ScanAreaSummary(
                shape: $0.shape,
                box: $0.box,
                confidence: $0.confidence.isFinite ? $0.confidence.rounded(decimals: 2) : 0
            )
        }
        let marks = examination.measurements.marks
        return GradedImage(
            path: request.path,
            pathRaw: request.pathRaw,
            sha256: request.sha256,
            status: .graded,
            section: request.section,
            image: examination.facts,
            scanArea: summary,
            metrics: subject.values.isEmpty ? nil : subject.values,
            triage: Triage(route: .review, reasons: []),
            rubric: rubric.reference,
            program: request.program,
            baseline: request.baseline?.narrowed(to: rubric),
            marks: marks.isEmpty ? nil : marks,
            outline: examination.scanArea?.outline
        )
    }

    /// Sets score, level, order of findings and triage from status, items and findings.
    static func concluded(_ image: GradedImage, by rubric: Rubric) -> GradedImage {
        var image = image
        image.findings.sort(by: FindingWriter.gravestFirst)
        image.score = nil
        image.level = nil
        if image.status == .graded, let items = image.items {
            let score = score(of: items, findings: &image.findings, caps: rubric.caps)
            image.score = score
            image.level = rubric.levels.level(of: score)
        } else {
            image.items = nil
        }
        image.triage = triage(of: image, by: rubric.triage)
        return image
    }

    /// The score of items under the caps, rounded to 0.1; the findings are sorted, gravest first.
    ///
    /// What a cap takes away beyond the items' own losses is added to the gravest finding, so that the deductions of a
    /// graded picture sum up to what is missing to 100.
    static func score(of items: [ItemScore], findings: inout [Finding], caps: ScoreCaps) -> Double {
        let weight = items.reduce(0) { $0 + $1.weight }
        let sum = items.reduce(0) { $0 + $1.weight * $1.score }
        let plain = weight > 0 ? (100 * sum / weight).rounded(decimals: 1) : 0
        let cap: Double? =
            switch findings.map(\.severity).max() {
            case .critical: caps.critical
            case .major: caps.major
            default: nil
            }
        guard let cap, plain > cap else { return plain }
        findings[0].deduction = (findings[0].deduction + plain - cap).rounded(decimals: 2)
        return cap
    }

    /// Why an expert looks, and whether one does.
    private static func triage(of image: GradedImage, by rule: TriageRule) -> Triage {
        var reasons: [String] = []
        let note: (String) -> Void = { if !reasons.contains($0) { reasons.append($0) } }
        switch image.status {
        case .unreadable:
            note("unreadable")
        case .unsure:
            note("unsure")
            for finding in image.findings { note(finding.code) }
        case .graded:
            for finding in image.findings
            where rule.severities.contains(finding.severity) || rule.codes.contains(finding.code) {
                note(finding.code)
            }
            if let score = image.score, let limit = rule.scoreBelow, score < limit { note("score_low") }
            if let level = image.level, rule.levels.contains(level) { note("level_\(level.rawValue)") }
        }
        return Triage(route: reasons.isEmpty ? .pass : .review, reasons: reasons)
    }
}

/// What the conditions of a picture mean for its grade.
private enum PictureKind {
    /// No score; an expert decides.
    case undecidable([String])
    /// Graded D without measuring: there is no anatomy in it.
    case empty(String)
    /// Graded, with notes.
    case gradable([String])

    init(_ examination: ImageExamination) {
        let conditions = examination.conditions
        if conditions.contains(.tooSmall) {
            self = .undecidable([Condition.tooSmall.rawValue])
        } else if conditions.contains(.blank) {
            self = .empty(Condition.blank.rawValue)
        } else {
            let foreign: [Condition] = [
                .notUltrasound, .quadLayout, .stackedLayout, .spectralLayout, .render3D,
            ]
            let met = foreign.filter(conditions.contains)
            if !met.isEmpty {
                self = .undecidable(met.map(\.rawValue))
            } else if conditions.contains(.inAir) {
                self = .empty(Condition.inAir.rawValue)
            } else if conditions.contains(.geometryUncertain) || examination.scanArea == nil {
                self = .undecidable([Condition.geometryUncertain.rawValue])
            } else {
                self = .gradable(conditions.contains(.dualLayout) ? [Condition.dualLayout.rawValue] : [])
            }
        }
    }
}
