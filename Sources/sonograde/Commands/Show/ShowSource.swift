import Foundation
import Grading
import Imaging
import Intake
import Reports
import ReviewDesk
import Store

/// Where a shown picture comes from.
protocol ShowSource {
    /// The home's language; nil without a home.
    var language: Language? { get }
    /// The grade and the picture, which is at most so large.
    func subject(maxWidth: Int, maxHeight: Int) throws -> ShowSubject
}

/// A picture with its grade, before it is decided how it is shown.
struct ShowSubject {
    let name: String
    let grade: GradedImage
    let examType: String?
    let rubric: Rubric
    /// nil where there is no picture.
    let inspection: PictureInspection?
    /// Of the transducer that took it; nil where none are known, as of a file outside of a home.
    var deadElements: DeviceDropout?
    /// What stands against showing it; nil where nothing does.
    let problem: String?

    /// The picture in the form asked for.
    func shown(isMarked: Bool, isPolar: Bool, explains: Bool) -> ShownPicture {
        let explanation = explains ? GradeExplanation(grade, examType: examType, by: rubric) : nil
        if isPolar, let evidence = inspection?.evidence {
            let view = UnwarpedPicture(evidence)
            return ShownPicture(
                name: name,
                grade: grade,
                rgb: view.rgb,
                width: view.width,
                height: view.height,
                scene: FindingScene(
                    unwarped(by: view),
                    texts: DrawnCase.texts(of: grade, by: rubric),
                    advice: DrawnCase.advice(on: grade, by: rubric)
                ),
                isPolar: true,
                explanation: explanation
            )
        }
        return ShownPicture(
            name: name,
            grade: grade,
            rgb: inspection?.picture.rgb ?? [],
            width: inspection?.picture.width ?? 0,
            height: inspection?.picture.height ?? 0,
            scene: DrawnCase.scene(of: grade, by: rubric, inspection: inspection, deadElements: deadElements),
            isMarked: isMarked,
            explanation: explanation
        )
    }

    /// The grade with its marks where they lie in the unwarped view.
    private func unwarped(by view: UnwarpedPicture) -> GradedImage {
        var unwarped = grade
        let hatched = Set(Exclusion.allCases.map(\.markID))
        // What was left out is tinted in the view itself.
        unwarped.marks = grade.marks?.filter { !hatched.contains($0.metric) }.compactMap(view.placed)
        unwarped.outline = nil
        unwarped.image?.width = view.width
        unwarped.image?.height = view.height
        return unwarped
    }
}

/// A file, graded on the spot.
struct ShownFile: ShowSource {
    private let path: RawPath
    private let grading: LooseGrading
    let language: Language? = nil

    init(path: String, rubric: String?, examType: String?, section: String?, language: LanguageOption) throws {
        self.path = RawPath(path)
        let library = try RubricLibrary()
        grading = LooseGrading(
            library: library,
            rubric: try rubric.map { try RubricChoice.rubric($0, library: library) },
            section: section,
            examType: examType.map { ExamCatalogue.examType($0)?.id ?? $0 },
            language: language.language(),
            program: Sonograde.version,
            limits: Self.limits,
            budget: DecodingBudget()
        )
    }

    /// The same as those of `grade`.
    private static let limits = DecodingLimits()

    func subject(maxWidth: Int, maxHeight: Int) throws -> ShowSubject {
        let standard = grading.standard(for: path)
        let grade = grading.grade(named: path)
        var inspection: PictureInspection?
        var problem: String?
        if grade.status != .unreadable {
            do throws(ImagingError) {
                inspection = try PictureInspection.of(
                    path,
                    maxWidth: maxWidth,
                    maxHeight: maxHeight,
                    limits: Self.limits
                )
            } catch {
                problem = "the picture cannot be shown: \(error.message)"
            }
        }
        return ShowSubject(
            name: path.display,
            grade: grade,
            examType: standard.examType,
            rubric: standard.rubric,
            inspection: inspection,
            problem: problem
        )
    }
}

/// An image of a home with its stored grade.
struct StoredImage: ShowSource {
    private let desk: ShowDesk
    private let found: ShowDesk.Case
    let language: Language?

    /// Finds the image, and notes who looks where that is to be noted.
    init(_ reference: String, in home: Home, viewer: String?, isOpen: Bool) throws {
        let isNoted = isOpen || viewer != nil
        let opened = isNoted ? try OpenHome.forWriting(home) : try OpenHome.forReading(home)
        let desk = ShowDesk(room: opened.room())
        self.desk = desk
        language = opened.settings.language
        found = try answering {
            try desk.image(
                try ImageReference.image(reference, in: opened.store),
                isOpen: isOpen,
                viewer: isNoted ? viewer ?? OpenHome.systemUser : nil
            )
        }
        if isOpen, found.subject.queued != nil {
            Terminal.remark(
                "image \(found.subject.image.id) waits for an expert; the audit trail notes that you saw its result"
            )
        }
    }

    /// An image of which it is noted already who looks.
    init(noted image: Int64, in opened: OpenHome) throws {
        desk = ShowDesk(room: opened.room())
        language = opened.settings.language
        found = try desk.image(image, isOpen: true, viewer: nil)
    }

    func subject(maxWidth: Int, maxHeight: Int) throws -> ShowSubject {
        let image = found.subject.image
        var inspection: PictureInspection?
        var problem: String?
        if image.grade.status != .unreadable {
            do {
                inspection = try desk.inspection(of: found, maxWidth: maxWidth, maxHeight: maxHeight)
            } catch let error as ImagingError {
                problem = "the picture cannot be shown: \(error.message)"
            } catch let error as StoreError where error.code == .notFound {
                problem = "the picture cannot be shown: \(error.message)"
            }
        }
        let exam = found.subject.exam
        return ShowSubject(
            name: "\(image.id)  \(exam.institution.display)/\(exam.folder.display)/\(image.name.display)",
            grade: image.grade,
            examType: exam.metadata.examType,
            rubric: found.rubric,
            inspection: inspection,
            deadElements: try desk.deadElements(of: found),
            problem: problem
        )
    }
}
