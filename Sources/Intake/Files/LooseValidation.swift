package import Grading
package import Imaging

/// Validates the first pass on files, each alone, without a home.
///
/// Files are looked at twice: once untouched, and those that are chosen once more for the faults, so that no decoded
/// picture is kept.
package struct LooseValidation: Sendable {
    /// What became of one untouched file.
    package struct Look: Sendable {
        package var file: NamedFiles.File
        /// As people read it.
        package var path: String
        /// The path of the folder that the file lies in, as people read it.
        package var folder: String
        /// The path of the folder above that one.
        package var folderAbove: String
        /// As which section it was graded; nil where nobody said a known one.
        package var section: String?
        /// Whether the folder's name has a date or an exam type: then its pictures belong to one exam.
        package var isInExamFolder: Bool
        /// Outcomes, or why there is no picture.
        package var result: Result<UntouchedTrial, ImagingError>
    }

    /// Which folder stands for a device and its preset.
    package enum DeviceFolder: String, Sendable, CaseIterable {
        /// The one that the pictures lie in.
        case folder
        /// The one above it, where the pictures lie in exam folders.
        case parent
    }

    private let grading: LooseGrading
    private let plan: TrialPlan

    /// Validation of what `grading` says, by a plan.
    package init(_ grading: LooseGrading, plan: TrialPlan) {
        self.grading = grading
        self.plan = plan
    }

    /// Grades an untouched file as it is, and its pixels as PNG and as JPEG.
    package func look(at file: NamedFiles.File) -> Look {
        let (request, rubric) = grading.subject(of: file)
        let parent = file.path.parent
        let name = FolderName(RawPath(bytes: parent.lastComponent).display) { ExamCatalogue.examType($0)?.id }
        let result: Result<UntouchedTrial, ImagingError> =
            file.failure != 0
            ? .failure(ImagingError.ofSystem(file.failure))
            : examine(file) { image throws(ImagingError) in
                try UntouchedTrial(of: image, as: request, by: rubric)
            }
        return Look(
            file: file,
            path: file.path.display,
            folder: parent.display,
            folderAbove: parent.parent.display,
            section: request.section,
            isInExamFolder: name.date != nil || name.examType != nil,
            result: result
        )
    }

    /// Baselines among files that were looked at, each from the others of its device and section; in their order.
    ///
    /// Files without a picture are in none.
    package static func baselines(
        among looks: [Look],
        by device: DeviceFolder,
        least: Int = Baseline.leastImages
    ) -> LeftOutBaselines {
        LeftOutBaselines(
            looks.map { look in
                let untouched: UntouchedTrial? = if case .success(let trial) = look.result { trial } else { nil }
                return LeftOutBaselines.Subject(
                    device: device == .folder ? look.folder : look.folderAbove,
                    section: look.section,
                    metrics: untouched?.ordinaryMetrics,
                    fingerprint: untouched?.fingerprint
                )
            },
            least: least
        )
    }

    /// Grades an untouched file beside what its device usually shows.
    package func look(at file: NamedFiles.File, beside baseline: Baseline) -> Result<TrialOutcome, ImagingError> {
        var (request, rubric) = grading.subject(of: file)
        request.baseline = baseline
        return examine(file) { image throws(ImagingError) in TrialOutcome(of: image, as: request, by: rubric) }
    }

    /// Puts every fault into a file's picture; `number` is its place among those that are chosen.
    ///
    /// With a baseline each result is graded beside it as well. The rows are kept on demand only: they have every metric of
    /// every spoiled picture.
    package func trials(
        of file: NamedFiles.File,
        number: Int,
        beside baseline: Baseline? = nil,
        keepsRows: Bool = false
    ) -> Result<(trials: [FaultTrial], rows: [TrialRow]), ImagingError> {
        let (request, rubric) = grading.subject(of: file)
        return examine(file) { image throws(ImagingError) in
            var rows: [TrialRow] = []
            let witness: ((TrialRow) -> Void)? = keepsRows ? { rows.append($0) } : nil
            let trials = try plan.trials(
                of: image,
                number: number,
                as: request,
                by: rubric,
                beside: baseline,
                witness: witness
            )
            return (trials, rows)
        }
    }

    private func examine<Value>(
        _ file: NamedFiles.File,
        _ body: (UltrasoundImage) throws(ImagingError) -> Value
    ) -> Result<Value, ImagingError> {
        grading.examiner.examine(file.path, links: file.isNamed ? .follow : .refuse, body).result
    }
}
