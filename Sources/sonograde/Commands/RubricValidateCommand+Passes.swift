import Grading
import Imaging
import Intake

/// The ways through the pictures: untouched, beside baselines, spoiled.
extension RubricValidateCommand {
    /// A picture that faults may be put into.
    struct Subject {
        let look: LooseValidation.Look
        /// nil where its device is not known well enough, or where nobody asked.
        let baseline: Baseline?
    }

    /// Outcomes of the untouched pictures that have a baseline, by path.
    func lookBeside(
        _ subjects: [Subject],
        by validation: LooseValidation,
        threads: Int
    ) -> [String: TrialOutcome] {
        var outcomes: [String: TrialOutcome] = [:]
        _ = OrderedWorkers(threads: threads).run(over: subjects) { subject in
            subject.baseline.map { (subject.look.path, validation.look(at: subject.look.file, beside: $0)) }
        } receive: { answer in
            if let answer, case .success(let outcome) = answer.1 { outcomes[answer.0] = outcome }
            return .more
        }
        return outcomes
    }

    /// Every file untouched, in order.
    func lookAtAll(by validation: LooseValidation, threads: Int) -> [LooseValidation.Look] {
        let progress = ProgressLine("pictures looked at")
        var looks: [LooseValidation.Look] = []
        _ = OrderedWorkers(threads: threads).run(over: NamedFiles(paths.map { RawPath($0) })) { file in
            validation.look(at: file)
        } receive: { look in
            looks.append(look)
            progress.update(done: looks.count)
            return .more
        }
        progress.clear()
        return looks
    }

    /// Outcomes by path; what a picture could not be used for is added to `unusable`.
    func spoil(
        _ subjects: [Subject],
        by validation: LooseValidation,
        threads: Int,
        rows: TrialRowFile?,
        unusable: inout [ValidationReport.Unusable]
    ) throws -> [String: [FaultTrial]] {
        let chosen = TrialPlan.spread(over: subjects.map(\.look.folder), limit: pictures)
        let progress = ProgressLine("pictures spoiled", total: chosen.count)
        var trials: [String: [FaultTrial]] = [:]
        var failures: [ValidationReport.Unusable] = []
        let keepsRows = rows != nil
        var writing: Result<Void, any Error> = .success(())
        let work = chosen.enumerated().map { (number: $0.offset, subject: subjects[$0.element]) }
        _ = OrderedWorkers(threads: threads).run(over: work) { item in
            let (look, baseline) = (item.subject.look, item.subject.baseline)
            let result = validation.trials(of: look.file, number: item.number, beside: baseline, keepsRows: keepsRows)
            return (look.path, result)
        } receive: { path, result in
            switch result {
            case .success(let found):
                trials[path] = found.trials
                if let rows { writing = Result { try rows.write(found.rows) } }
                if case .failure = writing { return .noMore }
            case .failure(let error):
                failures.append(.init(path: path, reason: "\(error.code.rawValue): \(error.message)"))
            }
            progress.step()
            return .more
        }
        progress.clear()
        try writing.get()
        unusable += failures
        return trials
    }
}
