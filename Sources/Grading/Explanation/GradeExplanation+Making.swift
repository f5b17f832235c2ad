extension GradeExplanation {
    /// Explains a grade by its rubric.
    ///
    /// - Parameter examType: the exam type by which it was graded; nil where nobody knew it.
    package init(_ image: GradedImage, examType: String?, by rubric: Rubric) {
        let reading = FirstPassReading(image, examType: examType, rubric: rubric)
        let isMeasured = reading.isGraded || !reading.tally.judged.isEmpty || !reading.tally.missing.isEmpty
        status = image.status
        self.rubric = image.rubric ?? rubric.reference
        isByThisRubric = image.rubric.map { $0.sha256 == rubric.sha256 } ?? false
        let items =
            isMeasured
            ? rubric.items.map { ExplainedItem($0, of: image, reading: reading).item } : []
        self.items = items
        // The grade's own items, so that whatever the rubric says today the way leads to the grade's score.
        let graded = image.status == .graded ? image.items : nil
        weight = (graded ?? []).reduce(0) { $0 + $1.weight }
        var findings = image.findings.sorted(by: FindingWriter.gravestFirst)
        let unlimited = ScoreCaps(critical: 100, major: 100)
        let sum = graded.map { Grader.score(of: $0, findings: &findings, caps: unlimited) }
        self.sum = sum
        let cap = sum.flatMap { Cap(of: findings.first, on: $0, caps: rubric.caps) }
        self.cap = cap
        let score = sum.map { sum in cap.map { min(sum, $0.limit) } ?? sum }
        self.score = score
        levels = rubric.levels
        level = score.map { rubric.levels.level(of: $0) }
        unmeasuredShare = reading.tally.unmeasuredShare
        unmeasuredLimit = rubric.unmeasuredLimit
        conditions = reading.isGraded ? [] : image.findings.filter { $0.metric == nil }.map(\.code)
        triage = image.triage
    }
}

extension GradeExplanation.Cap {
    /// The cap that a finding sets; nil where it sets none.
    init?(of gravest: Finding?, on sum: Double, caps: ScoreCaps) {
        guard let gravest else { return nil }
        switch gravest.severity {
        case .critical: limit = caps.critical
        case .major: limit = caps.major
        case .minor, .info: return nil
        }
        code = gravest.code
        severity = gravest.severity
        applies = sum > limit
    }
}

/// One item of a rubric as it came out on a picture.
private struct ExplainedItem {
    let item: GradeExplanation.Item

    init(_ item: RubricItem, of image: GradedImage, reading: FirstPassReading) {
        let judged = reading.judged(item)
        let stored = image.items?.first { $0.id == item.id }?.score
        let own = item.when.inapplicability(for: reading.subject)
        let isUndecided = item.when.holds(for: reading.subject) == .undecided
        let worst = judged.flatMap { judged in
            judged.verdicts.min { $0.score < $1.score }.flatMap { $0.score < 1 ? $0.criterion.id : nil }
        }
        let steps = item.criteria.map { criterion in
            let verdict = judged?.verdicts.first { $0.criterion.id == criterion.id }
            // An item whose own condition is undecided is as unmeasured as all its criteria.
            let reason = isUndecided ? nil : own ?? criterion.inapplicability(for: reading.subject)
            return Self.step(
                criterion,
                verdict: verdict,
                reason: reason,
                origin: image.findings.first { $0.metric == criterion.metric && $0.limitOrigin != nil }?.limitOrigin,
                decides: criterion.id == worst
            )
        }
        let state: GradeExplanation.State =
            if judged != nil || stored != nil {
                .measured
            } else if let own {
                .notApplicable(own)
            } else if isUndecided || steps.contains(where: { $0.state == .unmeasured }) {
                .unmeasured
            } else {
                .notApplicable(.noCriterion)
            }
        let score = stored ?? judged?.score
        self.item = GradeExplanation.Item(
            id: item.id,
            name: item.name,
            weight: item.weight,
            state: state,
            score: score,
            steps: steps,
            differsFromRubric: stored != nil && stored != judged?.score
        )
    }

    private static func step(
        _ criterion: Criterion,
        verdict: Verdict?,
        reason: Inapplicability?,
        origin: Finding.LimitOrigin?,
        decides: Bool
    ) -> GradeExplanation.Step {
        let state: GradeExplanation.State =
            if verdict != nil {
                .measured
            } else if let reason {
                .notApplicable(reason)
            } else {
                .unmeasured
            }
        // What was passed may be another limit than the written one: one relative to the device.
        let passed = verdict?.fault?.side
        let isHigh = passed.map { $0.severe > $0.warn }
        return GradeExplanation.Step(
            id: criterion.id,
            metric: criterion.metric,
            state: state,
            value: verdict?.value,
            low: isHigh == false ? passed : criterion.low,
            high: isHigh == true ? passed : criterion.high,
            origin: origin ?? .absolute,
            score: verdict?.score.rounded(decimals: 4),
            passed: verdict?.fault.map { .init(code: $0.side.code, severity: $0.severity, limit: $0.limit) },
            decides: decides,
            isSpared: verdict.map { $0.score == 1 && $0.fault?.side.score(of: $0.value) ?? 1 < 1 } ?? false
        )
    }
}

extension Criterion {
    /// Why it is not asked of a picture; nil where it is, measured or not.
    fileprivate func inapplicability(for subject: GradedSubject) -> Inapplicability? {
        if let reason = when.inapplicability(for: subject) { return reason }
        guard case .notApplicable = judge(subject) else { return nil }
        guard absence == .notApplicable else { return .noLimits }
        if when.holds(for: subject) == .undecided {
            return .nothingToMeasure(metric: when.firstMissing(of: subject) ?? metric)
        }
        return subject.values[metric] == nil ? .nothingToMeasure(metric: metric) : .noLimits
    }
}

extension Applicability {
    /// The first condition that does not hold; nil where all hold or one cannot be decided.
    fileprivate func inapplicability(for subject: GradedSubject) -> Inapplicability? {
        guard holds(for: subject) == .no else { return nil }
        if let examTypes, !(subject.examType.map(examTypes.contains) ?? false) { return .examType }
        if let examType = subject.examType, exceptExamTypes.contains(examType) { return .examType }
        let fits: ([SectionPattern]) -> Bool = { patterns in
            subject.section.map { section in patterns.contains { $0.matches(section) } } ?? false
        }
        if let sections, !fits(sections) { return .section }
        if fits(exceptSections) { return .section }
        if let formats, !(subject.format.map(formats.contains) ?? false) { return .format }
        for range in metrics {
            guard let value = subject.values[range.metric] else { continue }
            if let below = range.below, value >= below { return .metric(range, value: value) }
            if let atLeast = range.atLeast, value < atLeast { return .metric(range, value: value) }
        }
        return .alternatives
    }

    /// The first metric of its conditions that has no value.
    fileprivate func firstMissing(of subject: GradedSubject) -> String? {
        metrics.first { subject.values[$0.metric] == nil }?.metric
            ?? alternatives.lazy.compactMap { $0.firstMissing(of: subject) }.first
    }
}
