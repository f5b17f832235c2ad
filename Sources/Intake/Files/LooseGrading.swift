internal import Digests
package import Grading
package import Imaging

/// Grades files one by one, each alone, without a home: no sampling, no baseline, no duplicates.
package struct LooseGrading: Sendable {
    let examiner: FileExaminer
    private let library: RubricLibrary
    private let rubric: Rubric?
    private let section: String?
    private let examType: String?
    private let language: Language
    private let program: String

    /// Grading by a rubric, or where none is given by the one in force for each file's exam type.
    ///
    /// - Parameters:
    ///   - section: every file's section; nil takes what the file's name says, if it is a known one.
    ///   - examType: every file's exam type; nil takes what the folder's name says, if it is a known one.
    package init(
        library: RubricLibrary,
        rubric: Rubric?,
        section: String?,
        examType: String?,
        language: Language,
        program: String,
        limits: DecodingLimits,
        budget: DecodingBudget
    ) {
        examiner = FileExaminer(limits: limits, budget: budget)
        self.library = library
        self.rubric = rubric
        self.section = section
        self.examType = examType
        self.language = language
        self.program = program
    }

    /// By what one file is judged.
    package struct Standard: Sendable {
        /// nil where nobody said it and no folder's name says it.
        package let examType: String?
        package let rubric: Rubric
    }

    /// By what a file is judged; nothing is read.
    package func standard(for path: RawPath) -> Standard {
        let type = examType ?? folderType(of: path)
        return Standard(examType: type, rubric: rubric ?? library.rubric(forExamType: type))
    }

    /// The line of a file that a person named.
    package func grade(named path: RawPath) -> GradedImage { grade(NamedFiles.File(path: path, isNamed: true)) }

    /// As what a file is graded, and by which rubric.
    func subject(of file: NamedFiles.File) -> (request: GradeRequest, rubric: Rubric) {
        let standard = standard(for: file.path)
        let request = GradeRequest(
            path: file.path.display,
            pathRaw: file.path.rawBase64,
            section: section ?? sectionByName(file.path, standard.examType),
            examType: standard.examType,
            language: language,
            program: program
        )
        return (request, standard.rubric)
    }

    /// One file's line.
    package func grade(_ file: NamedFiles.File) -> GradedImage {
        var (request, rubric) = subject(of: file)
        if file.failure != 0 {
            return Grader.unreadable(ImagingError.ofSystem(file.failure), as: request, by: rubric)
        }
        let report = examiner.examine(file.path, links: file.isNamed ? .follow : .refuse) { image in
            ImagePipeline.examine(image)
        }
        request.sha256 = report.sha256?.hex
        return switch report.result {
        case .success(let examination): Grader.grade(examination, as: request, by: rubric)
        case .failure(let error): Grader.unreadable(error, as: request, by: rubric)
        }
    }

    private func folderType(of path: RawPath) -> String? {
        FolderName(RawPath(bytes: path.parent.lastComponent).display) { ExamCatalogue.examType($0)?.id }.examType
    }

    private func sectionByName(_ path: RawPath, _ examType: String?) -> String? {
        guard let label = SectionName(RawPath(bytes: path.lastComponent).display).label,
            case .known(let section) = ExamCatalogue.label(label, examType: examType)
        else { return nil }
        return section.id
    }
}
