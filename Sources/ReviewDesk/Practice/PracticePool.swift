package import Grading
internal import Imaging
package import Intake
package import Store

/// The stored pictures that practice and papers draw from, for those who look after it.
package struct PracticePool: Sendable {
    private let room: WorkRoom

    /// A home's pool.
    package init(room: WorkRoom) { self.room = room }

    /// One picture, and for what it is used.
    package struct Entry: Sendable {
        package var picture: PooledPicture
        /// As the expert read it (`expert`), and with a fault put in (`altered`).
        ///
        /// Empty where it is kept out, or where its scan area is not sure.
        package var uses: [ExerciseID.Kind]
    }

    /// Pictures, newest reading first.
    ///
    /// A picture counts as `altered` by its reading; whether it is grey is seen when a fault is put in.
    ///
    /// - Parameters:
    ///   - isExcluded: true for those alone that are kept out; nil for all.
    ///   - before: `PooledPicture.reading` of the last one of the page before.
    package func entries(
        institution: String? = nil,
        isExcluded: Bool? = nil,
        before: Int64? = nil,
        limit: Int
    ) throws(StoreError) -> [Entry] {
        var entries: [Entry] = []
        for picture in try room.store.practicePool(
            institution: institution,
            isExcluded: isExcluded,
            before: before,
            limit: limit
        ) {
            let subject = try room.store.reviewSubject(image: picture.image, at: Timestamp(room.now()))
            entries.append(Entry(picture: picture, uses: picture.isExcluded ? [] : Self.uses(of: subject)))
        }
        return entries
    }

    /// Keeps a picture out of practice and new papers, or lets it in again.
    ///
    /// Throws `StoreError`: `notFound`, `denied` where it is so already, `refused` without a reason.
    package func rule(_ image: Int64, isExcluded: Bool, because reason: String, by: String?) throws(StoreError) {
        try room.store.rulePracticePicture(
            image,
            isExcluded: isExcluded,
            because: reason,
            by: by,
            at: Timestamp(room.now())
        )
    }

    /// Whether a picture is fit to be shown: it counts, is graded, and its scan area is sure.
    static func isShown(_ subject: ReviewSubject) -> Bool {
        let isSure = subject.image.grade.scanArea.map { $0.confidence >= ScanArea.surety } ?? false
        return subject.isCurrent && isSure && subject.image.grade.status == .graded
    }

    private static func uses(of subject: ReviewSubject) -> [ExerciseID.Kind] {
        guard isShown(subject), let reading = subject.reviews.last else { return [] }
        return AlteredExercise.level(ofFaultless: reading.grade) == nil ? [.expert] : [.expert, .altered]
    }
}
