package import Grading
package import Store

/// One image as it may be known before the answer, with what is asked about it; nobody needs to hold it.
///
/// The machine's part, the institution and earlier readings are inside but have no name outside this room.
package struct UnclaimedCase: Sendable {
    /// What may be known.
    package let facts: BlindFacts
    /// What is asked.
    package let sheet: ReviewSheet
    let subject: ReviewSubject
    let rubric: Rubric

    init(_ subject: ReviewSubject, library: RubricLibrary) {
        self.subject = subject
        // The rubric by which the machine judged, else the one in force for the exam.
        rubric =
            subject.image.grade.rubric.flatMap { library.rubric(id: $0.id) }
            ?? library.rubric(forExamType: subject.exam.metadata.examType)
        facts = BlindFacts(subject)
        sheet = ReviewSheet(
            for: subject.image.grade,
            examType: subject.exam.metadata.examType,
            hasReport: facts.reportText != nil,
            rubric: rubric
        )
    }

    /// Who holds the image; nil while it is free.
    package var claim: ClaimRecord? { subject.claim }

    /// What answers come to.
    func result(
        _ answers: ReviewAnswers,
        by expert: String,
        language: Language
    ) throws(ReviewMistakes) -> ExpertGrade {
        var answers = answers
        // The record says whose answers these are, whatever the way in which they came.
        answers.image = "\(facts.image)"
        answers.expert = expert
        return try ExpertGrader.grade(
            subject.image.grade,
            answers: answers,
            examType: subject.exam.metadata.examType,
            hasReport: facts.reportText != nil,
            rubric: rubric,
            language: language
        )
    }
}
