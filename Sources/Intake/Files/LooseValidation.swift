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
        /// Whether the folder's name has a date or an exam type: then its pictures belong to one exam.
        package var isInExamFolder: Bool
        /// Outcomes, or why there is no picture.
        package var result: Result<UntouchedTrial, ImagingError>
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
            isInExamFolder: name.date != nil || name.examType != nil,
            result: result
        )
    }

    /// Puts every fault into a file's picture; `number` is its place among those that are chosen.
    ///
    /// The rows are kept on demand only: they have every metric of every spoiled picture.
    package func trials(
        of file: NamedFiles.File,
        number: Int,
        keepsRows: Bool = false
    ) -> Result<(trials: [FaultTrial], rows: [TrialRow]), ImagingError> {
        let (request, rubric) = grading.subject(of: file)
        return examine(file) { image throws(ImagingError) in
            var rows: [TrialRow] = []
            let witness: ((TrialRow) -> Void)? = keepsRows ? { rows.append($0) } : nil
            let trials = try plan.trials(of: image, number: number, as: request, by: rubric, witness: witness)
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
