package import Grading
package import Imaging
package import Intake
package import Reports
package import Store

/// Images of a home with all that the first pass says of them, for people who may see it.
///
/// An image that waits for an expert is shown only to somebody who asks for it openly: whoever sees its result first does
/// not read it blind. A look by a named expert is noted whether it waits or not, so that a later reading by that expert
/// counts as not blind.
package struct ShowDesk: Sendable {
    private let room: WorkRoom

    /// A desk in a room.
    package init(room: WorkRoom) { self.room = room }

    /// One image with what is needed to show it.
    package struct Case: Sendable {
        package let subject: ReviewSubject
        /// The rubric that graded it as it is now, else the one in force for the exam.
        package let rubric: Rubric
    }

    /// What is known of an image.
    ///
    /// - Parameters:
    ///   - isOpen: whether it was asked for although it may wait for an expert.
    ///   - viewer: who looks, for the audit trail; nil notes nothing, which only an image that does not wait allows.
    /// - Throws: `StoreError` with code `notFound`, or `denied` for an image that waits and was not asked for openly.
    package func image(_ image: Int64, isOpen: Bool, viewer: String?) throws -> Case {
        let now = Timestamp(room.now())
        let subject = try room.store.reviewSubject(image: image, at: now)
        if subject.queued != nil, !isOpen {
            throw StoreError(
                code: .denied,
                message: "waits for an expert, who must not know its result before; give --unblind to see it all the "
                    + "same, which the audit trail notes",
                identity: "image \(image)"
            )
        }
        if let viewer { try room.store.noteUnblinding(image: image, by: viewer, at: now) }
        let examType = subject.exam.metadata.examType
        let rubric =
            subject.image.grade.rubric.flatMap { room.library.rubric(id: $0.id) }
            ?? room.library.rubric(forExamType: examType)
        return Case(subject: subject, rubric: rubric)
    }

    /// The original, decoded and looked at anew.
    ///
    /// - Throws: `StoreError` when it is not in the vault, `ImagingError` when it cannot be decoded.
    package func inspection(of shown: Case, maxWidth: Int, maxHeight: Int) throws -> PictureInspection {
        try Pictures(room: room).inspection(of: shown.subject.image, maxWidth: maxWidth, maxHeight: maxHeight)
    }

    /// Dead elements of the transducer that took the image; nil where none are known.
    ///
    /// - Throws: `StoreError`.
    package func deadElements(of shown: Case) throws -> DeviceDropout? {
        try DeviceReporting.dropout(of: shown.subject, in: room.store)
    }
}
