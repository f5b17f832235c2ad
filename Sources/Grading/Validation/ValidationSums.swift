internal import Imaging

/// Adds up what became of the pictures of one validation.
package struct ValidationSums: Sendable {
    /// One readable picture.
    package struct Picture: Sendable {
        package var path: String
        package var folder: String
        package var untouched: UntouchedTrial
        /// Untouched beside its baseline; nil where it has none.
        package var beside: TrialOutcome?
        /// Empty where no fault was put into it.
        package var trials: [FaultTrial]

        /// A picture with its outcomes.
        package init(
            path: String,
            folder: String,
            untouched: UntouchedTrial,
            beside: TrialOutcome? = nil,
            trials: [FaultTrial] = []
        ) {
            self.path = path
            self.folder = folder
            self.untouched = untouched
            self.beside = beside
            self.trials = trials
        }
    }

    /// A picture as one set of limits sees it.
    private struct Seen {
        let untouched: TrialOutcome
        let trials: [(fault: String, outcomes: [TrialOutcome])]

        static func written(_ picture: Picture) -> Seen {
            Seen(untouched: picture.untouched.outcome, trials: picture.trials.map { ($0.fault, $0.outcomes) })
        }

        static func beside(_ picture: Picture) -> Seen? {
            picture.beside.map { Seen(untouched: $0, trials: picture.trials.map { ($0.fault, $0.beside) }) }
        }
    }

    private let pictures: [Picture]
    private let plan: TrialPlan

    /// Pictures that went through a plan.
    package init(_ pictures: [Picture], plan: TrialPlan) {
        self.pictures = pictures
        self.plan = plan
    }

    /// The report; `rounds` resamples make an interval.
    package func report(
        unusable: [ValidationReport.Unusable] = [],
        labels: LabelAgreement? = nil,
        beside baselines: LeftOutBaselines? = nil,
        program: String? = nil,
        rounds: Int = 1000
    ) -> ValidationReport {
        let all = pictures.map(Seen.written)
        return ValidationReport(
            program: program,
            seed: plan.seed,
            unusable: unusable,
            untouched: untouched(all),
            folders: Dictionary(grouping: pictures, by: \.folder).mapValues { untouched($0.map(Seen.written)) },
            codecs: codecs,
            harmless: HarmlessChange.all.map(harmless),
            spoiled: all.count { !$0.trials.isEmpty },
            faults: rows(all, rounds: rounds),
            baselines: baselines.map { beside($0, rounds: rounds) },
            labels: labels
        )
    }

    /// The pictures that have a baseline, beside it and by the written limits.
    private func beside(_ baselines: LeftOutBaselines, rounds: Int) -> ValidationReport.BesideBaselines {
        let known = pictures.filter { $0.beside != nil }
        let seen = known.compactMap(Seen.beside)
        let written = known.map(Seen.written)
        return ValidationReport.BesideBaselines(
            least: baselines.least,
            groups: baselines.groups.map { group in
                ValidationReport.BaselineGroup(
                    folder: group.key.device,
                    section: group.key.section,
                    count: group.count,
                    ordinary: group.ordinary
                )
            },
            spoiled: seen.count { !$0.trials.isEmpty },
            untouched: untouched(seen),
            untouchedWritten: untouched(written),
            faults: rows(seen, rounds: rounds),
            faultsWritten: rows(written, rounds: rounds)
        )
    }

    private func rows(_ all: [Seen], rounds: Int) -> [ValidationReport.FaultRow] {
        let spoiled = all.filter { !$0.trials.isEmpty }
        return spoiled.isEmpty ? [] : InjectedFault.all.map { row($0, spoiled, rounds: rounds) }
    }

    private func untouched(_ pictures: [Seen]) -> ValidationReport.Untouched {
        let outcomes = pictures.map(\.untouched)
        var codes: [String: Int] = [:]
        for code in outcomes.flatMap({ $0.codes.union($0.reasonsUnsure) }) { codes[code, default: 0] += 1 }
        return ValidationReport.Untouched(
            count: outcomes.count,
            levels: Dictionary(
                uniqueKeysWithValues: Level.allCases.map { level in
                    (level.rawValue, outcomes.count { $0.level == level })
                }
            ),
            unsure: outcomes.count { $0.score == nil },
            forExpert: outcomes.count(where: \.isForExpert),
            codes: codes
        )
    }

    private var codecs: ValidationReport.CodecPair {
        let pairs = pictures.map(\.untouched).filter { $0.asPNG.score != nil || $0.asJPEG.score != nil }
        let differences: [Double] = pairs.compactMap { pair in
            guard let png = pair.asPNG.score, let jpeg = pair.asJPEG.score else { return nil }
            return abs(png - jpeg)
        }
        return ValidationReport.CodecPair(
            count: pairs.count,
            statusDiffers: pairs.count - differences.count,
            // Scores are multiples of 0.1 whose difference is off by its rounding.
            within2: differences.count { $0 < 2.0001 },
            greatest: differences.max()?.rounded(decimals: 1)
        )
    }

    private func harmless(_ change: HarmlessChange) -> ValidationReport.HarmlessRow {
        let pairs = pictures.compactMap { picture -> (before: Double, expert: Bool, after: TrialOutcome)? in
            let outcome = picture.untouched.outcome
            guard let score = outcome.score, let after = picture.untouched.changed[change.id] else { return nil }
            return (score, outcome.isForExpert, after)
        }
        return ValidationReport.HarmlessRow(
            change: change.id,
            name: change.name,
            count: pairs.count,
            // Scores are multiples of 0.1 whose difference is off by its rounding.
            within5: pairs.count { pair in pair.after.score.map { abs($0 - pair.before) < 5.0001 } ?? false },
            unsure: pairs.count { $0.after.score == nil },
            forExpert: pairs.count { $0.after.isForExpert && !$0.expert }
        )
    }

    private func row(_ fault: InjectedFault, _ pictures: [Seen], rounds: Int) -> ValidationReport.FaultRow {
        let trials = pictures.map { $0.trials.filter { $0.fault == fault.id }.map(\.outcomes) }
        var steps = 0
        var notRising = 0
        for (picture, own) in zip(pictures, trials) {
            for trial in own {
                let ranks = [picture.untouched.rank] + trial.map(\.rank)
                steps += ranks.count - 1
                notRising += zip(ranks, ranks.dropFirst()).count { $1 <= $0 }
            }
        }
        return ValidationReport.FaultRow(
            fault: fault.id,
            name: fault.name,
            rejectStrength: fault.rejectStrength,
            codes: fault.codes.sorted(),
            count: trials.reduce(0) { $0 + $1.count },
            strengths: plan.strengths.indices.map { at($0, fault, pictures, trials, rounds: rounds) },
            steps: steps,
            notRising: notRising
        )
    }

    private func at(
        _ index: Int,
        _ fault: InjectedFault,
        _ pictures: [Seen],
        _ trials: [[[TrialOutcome]]],
        rounds: Int
    ) -> ValidationReport.AtStrength {
        let outcomes = trials.flatMap { $0.map { $0[index] } }
        var points: [RankConcordance.Point] = []
        for (cluster, picture) in pictures.enumerated() {
            points.append(.init(score: picture.untouched.rank, label: 1, cluster: cluster))
            points += trials[cluster].map { .init(score: $0[index].rank, label: 0, cluster: cluster) }
        }
        let concordance = RankConcordance(points)
        let wrong = zip(pictures, trials).flatMap { picture, own in
            own.map { $0[index].codes.subtracting(picture.untouched.codes).subtracting(fault.codes) }
        }
        func share(_ holds: (TrialOutcome) -> Bool) -> Double {
            Self.share(outcomes.count(where: holds), of: outcomes.count)
        }
        return ValidationReport.AtStrength(
            strength: plan.strengths[index],
            area: concordance.area?.rounded(decimals: 4),
            interval: ResampledInterval(
                clusters: pictures.count,
                rounds: rounds,
                seed: plan.seed,
                concordance.area(times:)
            )?.rounded,
            named: share { !$0.codes.isDisjoint(with: fault.codes) },
            misnamed: Self.share(wrong.count { !$0.isEmpty }, of: wrong.count),
            wrongCodes: Self.shares(of: wrong),
            forExpert: share(\.isForExpert),
            unsure: share { $0.score == nil }
        )
    }

    /// To four decimals; 0 of nothing.
    private static func share(_ count: Int, of all: Int) -> Double {
        all == 0 ? 0 : (Double(count) / Double(all)).rounded(decimals: 4)
    }

    /// How often each code is told, most frequent first, then by name.
    private static func shares(of told: [Set<String>]) -> [ValidationReport.CodeShare] {
        var counts: [String: Int] = [:]
        for code in told.joined() { counts[code, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { ValidationReport.CodeShare(code: $0.key, share: share($0.value, of: told.count)) }
    }
}

extension ResampledInterval {
    /// To four decimals.
    var rounded: ResampledInterval {
        ResampledInterval(low: low.rounded(decimals: 4), high: high.rounded(decimals: 4))
    }
}
