extension ReviewSheet {
    /// The rubric's checklist as it applies to a picture.
    ///
    /// An expert's item needs an answer where its `when` holds and what it needs is at hand. The first pass's items need
    /// none on a picture that it graded; on one that it did not, those need an answer that it could not measure.
    /// Everything else may be answered all the same.
    package init(for image: GradedImage, examType: String?, hasReport: Bool, rubric: Rubric) {
        let firstPass = FirstPassReading(image, examType: examType, rubric: rubric)
        let expert = rubric.expertItems.map { item in
            Item(
                id: item.id,
                name: item.name,
                weight: item.weight,
                criteria: item.criteria(of: image.section).map { Criterion(id: $0.id, name: $0.name) },
                judge: .expert,
                isRequired: item.when.holds(for: firstPass.subject) == .yes && (item.needs == nil || hasReport)
            )
        }
        let machine = rubric.items.map { item in
            Item(
                id: item.id,
                name: item.name,
                weight: item.weight,
                judge: .firstPass,
                isRequired: !firstPass.isGraded && firstPass.judged(item) == nil
                    && item.when.holds(for: firstPass.subject) != .no
            )
        }
        self.init(rubric: rubric.reference, items: expert + machine)
    }
}

extension ReviewSheet.Item {
    /// What the answers make of the item, 0–1, rounded to 4 decimals.
    ///
    /// nil where it was not answered; `.some(nil)` where it does not apply to the picture.
    func answered(by answers: [String: ReviewAnswer]) -> Double?? {
        let given = answers[id].map { [$0] } ?? questions.compactMap { answers[$0] }
        if given.isEmpty { return nil }
        let scores = given.compactMap(\.score)
        if scores.isEmpty { return .some(nil) }
        return (scores.reduce(0, +) / Double(scores.count)).rounded(decimals: 4)
    }
}
