internal import Foundation
package import Grading
internal import Imaging
package import Store

/// Grades images again from their originals, by the rubrics that are in force now; the old grades are kept.
package struct Regrading: Sendable {
    /// What a run came to.
    package struct Summary: Sendable {
        package var regraded = 0
        package var unchanged = 0
        /// Corrected, withdrawn or without an original meanwhile.
        package var passedOver = 0
        /// Originals that could not be examined, as sha256 and reason.
        package var failed: [(sha256: String, reason: String)] = []

        /// Nothing done yet.
        package init() {}
    }

    private let room: WorkRoom
    private static let pageSize = 64

    /// Regrades in a room.
    package init(room: WorkRoom) { self.room = room }

    /// Regrades all that the filter takes, then answers the exams that changed.
    ///
    /// - Parameters:
    ///   - filter: which images.
    ///   - rubric: grades every image by this one; nil takes the one in force for each exam's type.
    ///   - progress: told the number of images done so far.
    /// - Throws: `StoreError` or `IntakeError` when the disk or the store failed; pages before are kept.
    package func run(
        _ filter: RegradeFilter,
        rubric: Rubric?,
        stop: WakeUp,
        progress: (Int) -> Void
    ) throws -> Summary {
        var summary = Summary()
        var last: Int64 = 0
        var done = 0
        while !stop.isStopping {
            let page = try room.store.regradeCandidates(filter, after: last, limit: Self.pageSize)
            guard let final = page.last else { break }
            last = final.imageID
            let baselines = try page.map { try baseline(of: $0) }
            let results = ParallelResults<Result<Regrade, ImagingError>>(count: page.count)
            room.examiner.forEach(count: page.count) { index in
                results[index] = regrade(page[index], rubric: rubric, baseline: baselines[index])
            }
            var regrades: [Regrade] = []
            for (candidate, result) in zip(page, results.all) {
                switch result {
                case .success(let regrade)?: regrades.append(regrade)
                case .failure(let error)?: summary.failed.append((candidate.sha256, error.message))
                case nil: break
                }
            }
            let outcome = try room.store.commitRegrade(regrades, effective: room.effective, at: Timestamp(room.now()))
            summary.regraded += outcome.regraded
            summary.unchanged += outcome.unchanged
            summary.passedOver += outcome.passedOver
            done += page.count
            progress(done)
        }
        try Answering(room: room).answerAll(stop: stop)
        return summary
    }

    /// The baseline by which the image was judged first, so that only rubric and program make a difference.
    private func baseline(of candidate: RegradeCandidate) throws -> Baseline? {
        let said = candidate.metadata
        guard let snapshot = candidate.baselineID,
            let key = BaselineKey(
                institution: candidate.institution,
                device: said.device,
                preset: said.preset,
                section: candidate.grade.section
            )
        else { return nil }
        return try room.store.baseline(snapshot: snapshot, key: key)
    }

    private func regrade(
        _ candidate: RegradeCandidate,
        rubric given: Rubric?,
        baseline: Baseline?
    ) -> Result<Regrade, ImagingError> {
        do {
            guard let path = try? room.vault.path(sha256: candidate.sha256) else {
                return .failure(ImagingError(code: .notFound, message: "its original is not in the vault"))
            }
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.int64Value ?? 0
            let examination = try room.examiner.examine(path: path, size: size)
            let rubric = given ?? room.library.rubric(forExamType: candidate.metadata.examType)
            let request = GradeRequest(
                path: candidate.grade.path,
                pathRaw: candidate.grade.pathRaw,
                sha256: candidate.sha256,
                section: candidate.grade.section,
                examType: candidate.metadata.examType,
                language: room.settings.language,
                program: room.program,
                baseline: baseline
            )
            let graded = Grader.grade(examination, as: request, by: rubric)
            func regrade(_ grade: GradedImage) -> Regrade {
                Regrade(
                    imageID: candidate.imageID,
                    sha256: candidate.sha256,
                    grade: grade,
                    fingerprint: examination.fingerprint
                )
            }
            // The draw was made when the image came; judging it anew does not draw again.
            let before = candidate.grade.triage
            guard let share = before.inclusionProbability else {
                return .success(regrade(graded))
            }
            let wasDrawn = before.reasons.contains(Triage.sampledReason)
            let kept = graded.sampled(drawn: wasDrawn, share: share < 1 ? share : room.settings.samplingShare)
            return .success(regrade(kept))
        } catch {
            return .failure(error)
        }
    }
}
