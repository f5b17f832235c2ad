internal import Imaging

/// What of a first pass's result counts for an expert's.
struct FirstPassReading {
    /// The picture as it was judged.
    let subject: GradedSubject
    /// Items with a value, rejected findings taken back; empty where the first pass could not look at the picture.
    let tally: Tally
    /// Whether the first pass gave a grade made up of items.
    let isGraded: Bool

    init(_ image: GradedImage, examType: String?, rubric: Rubric, rejecting rejected: Set<String> = []) {
        subject = GradedSubject(image, examType: examType)
        let isEmpty = image.items?.isEmpty ?? true
        isGraded = image.status == .graded && !isEmpty
        // A picture is unsure for what it is, and then its values mean nothing, or for what could not be measured.
        let isForeign = image.findings.contains { Self.unmeasurable.contains($0.code) }
        let isMeasured = isGraded || image.status == .unsure && !isForeign
        tally = isMeasured ? Tally(subject: subject, rubric: rubric, rejecting: rejected) : Tally()
    }

    /// The item as the first pass judged it; nil where it could not.
    func judged(_ item: RubricItem) -> Tally.JudgedItem? { tally.judged.first { $0.item.id == item.id } }

    /// Codes that say that the first pass does not measure such a picture.
    private static let unmeasurable = Set(
        [
            Condition.tooSmall, .notUltrasound, .quadLayout, .stackedLayout, .spectralLayout, .render3D,
            .geometryUncertain,
        ].map(\.rawValue)
    )

    /// Codes of pictures that show nothing to judge: 0 points.
    static let nothingToSee = Set([Condition.blank, .inAir, .notUltrasound].map(\.rawValue))
}

extension RubricItem {
    /// Whether one of its criteria can give this finding.
    func gives(_ code: String) -> Bool {
        criteria.contains { $0.codes.contains(code) }
    }
}
