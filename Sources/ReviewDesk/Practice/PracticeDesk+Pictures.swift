package import Grading
package import Imaging
internal import Intake
internal import Store

extension PracticeDesk {
    /// What is known of a stored picture that this learner may be shown.
    ///
    /// Throws `StoreError` with code `denied` for any other picture, `notFound` for none.
    func subject(of id: ExerciseID, image: Int64) throws -> (subject: ReviewSubject, reading: ReviewRecord) {
        let subject = try room.store.reviewSubject(image: image, at: now)
        guard PracticePool.isShown(subject), subject.exam.institution.display != learner.institution,
            let reading = subject.reviews.last,
            try room.store.practiceRulings(of: image).last?.isExcluded != true
        else { throw noExercise(id) }
        return (subject, reading)
    }

    /// The error for a picture that the learner is not shown.
    func noExercise(_ id: ExerciseID) -> StoreError {
        StoreError(code: .denied, message: "this picture is no exercise for \(learner)", identity: "\(id)")
    }

    func expertExercise(_ image: Int64, _ id: ExerciseID) throws -> Exercise {
        let (subject, reading) = try subject(of: id, image: image)
        let exercise = PictureExercise.exercise(
            image: image,
            grade: reading.grade,
            expert: reading.expert,
            section: subject.image.grade.section,
            number: id.number
        )
        guard let exercise else { throw noExercise(id) }
        return exercise
    }

    /// The picture of an exercise; nil for theory.
    ///
    /// Of a stored picture, as of a made one, the blind view: scan area and ruler, everything else black.
    ///
    /// - Parameter untouched: without the fault that was put in, to be compared with; for after the answer.
    /// - Throws: `ImagingError` when the original cannot be decoded, `StoreError` when it is not in the vault.
    package func picture(
        of id: ExerciseID,
        untouched: Bool = false,
        maxWidth: Int,
        maxHeight: Int
    ) throws -> BlindPicture? {
        switch id.kind {
        case .theory: return nil
        case .simulated:
            guard let made = SimulatedExercise(section: id.name, number: id.number) else { return nil }
            let recipe = untouched ? made.untouched : made.recipe
            return try BlindView.picture(
                of: .bytes(try recipe.fileBytes()),
                outline: recipe.scanOutline,
                shape: (recipe.probe ?? recipe.anatomy.usualProbe).outline,
                isSure: true,
                maxWidth: maxWidth,
                maxHeight: maxHeight,
                limits: room.settings.limits
            )
        case .expert:
            guard let image = Int64(id.name) else { return nil }
            return try Pictures(room: room).picture(
                of: try room.store.reviewSubject(image: image, at: now).image,
                whole: false,
                maxWidth: maxWidth,
                maxHeight: maxHeight
            )
        case .altered:
            guard let image = Int64(id.name) else { return nil }
            return try alteredPicture(
                of: try room.store.reviewSubject(image: image, at: now),
                id,
                untouched: untouched,
                maxWidth: maxWidth,
                maxHeight: maxHeight
            )
        }
    }
}
