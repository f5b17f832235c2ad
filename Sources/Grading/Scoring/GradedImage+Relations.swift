extension GradedImage {
    /// The grade with findings that only the picture's surroundings show, such as `DUP_SAME_EXAM`.
    ///
    /// Caps, level and triage are worked out again. A code that is there already is replaced, so that adding twice is
    /// adding once. A draw made before is kept.
    package func adding(_ codes: [String], by rubric: Rubric, language: Language) -> GradedImage {
        let writer = FindingWriter(rubric: rubric, language: language)
        return adding(codes.map { writer.finding($0) }, by: rubric)
    }

    /// The grade with further findings; see `adding(_:by:language:)`.
    package func adding(_ findings: [Finding], by rubric: Rubric) -> GradedImage {
        var image = withoutCapLoss(by: rubric)
        let codes = Set(findings.map(\.code))
        image.findings.removeAll { codes.contains($0.code) }
        image.findings += findings
        image = Grader.concluded(image, by: rubric)
        guard let share = triage.inclusionProbability else { return image }
        return image.sampled(drawn: triage.reasons.contains(Triage.sampledReason), share: share)
    }

    /// The grade with the outcome of the random draw.
    ///
    /// A flagged picture comes to an expert in any case: its inclusion probability is 1, and the draw is still named as
    /// a reason, because only drawn pictures may be counted in lot statistics.
    package func sampled(drawn: Bool, share: Double) -> GradedImage {
        var image = self
        var reasons = triage.reasons.filter { $0 != Triage.sampledReason }
        let flagged = !reasons.isEmpty
        if drawn { reasons.append(Triage.sampledReason) }
        image.triage = Triage(
            route: reasons.isEmpty ? .pass : .review,
            reasons: reasons,
            inclusionProbability: flagged ? 1 : share
        )
        return image
    }

    /// Takes back from the gravest finding what a cap had added to it.
    private func withoutCapLoss(by rubric: Rubric) -> GradedImage {
        guard let items, let score, status == .graded, !findings.isEmpty else { return self }
        let weight = items.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return self }
        let plain = (100 * items.reduce(0) { $0 + $1.weight * $1.score } / weight).rounded(decimals: 1)
        guard plain > score else { return self }
        var image = self
        let gravest = findings.indices.min { FindingWriter.gravestFirst(findings[$0], findings[$1]) } ?? 0
        image.findings[gravest].deduction = max(0, (findings[gravest].deduction - (plain - score)).rounded(decimals: 2))
        return image
    }
}

extension Triage {
    /// The reason of a picture that the random draw picked.
    package static let sampledReason = "sampled"
}
