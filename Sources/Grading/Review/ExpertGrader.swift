/// Rubric × first pass × an expert's answers → the final grade.
///
/// 1. Every mistake in the answers is found; any of them, and nothing comes out.
/// 2. The first pass's items are judged again from the stored values, rejected findings taken back.
/// 3. An item is what the expert says; one of the first pass's never more than what was measured, and none more than a
///    finding leaves that the expert adds.
/// 4. Score, caps and level as `Grader` works them out.
///
/// Nothing here reads a clock, a file or a random source: the same values give the same grade.
package enum ExpertGrader {
    /// The expert's grade of one picture.
    ///
    /// `hasReport`: whether the exam's report was at hand. `language` is that of the advice.
    package static func grade(
        _ image: GradedImage,
        answers: ReviewAnswers,
        examType: String?,
        hasReport: Bool,
        rubric: Rubric,
        language: Language
    ) throws(ReviewMistakes) -> ExpertGrade {
        let sheet = ReviewSheet(for: image, examType: examType, hasReport: hasReport, rubric: rubric)
        var checker = ReviewChecker(answers, for: sheet, of: image)
        let firstPass = FirstPassReading(
            image,
            examType: examType,
            rubric: rubric,
            rejecting: Set(answers.rejected)
        )
        let subject = GradedSubject(image, examType: examType)
        let words = FindingWriter(rubric: rubric, language: language, subject: subject)
        var ledger = ReviewLedger(image, answers: answers, words: words)
        ledger.score(sheet, firstPass: firstPass, into: &checker)

        let isEmpty = ledger.showsNothing
        if !isEmpty, ledger.items.isEmpty, answers.consultation == nil, checker.isComplete {
            checker.mistake(
                "answers",
                "nothing could be judged; answer at least one question otherwise than “na”, or ask for a consultation"
            )
        }
        if !checker.mistakes.isEmpty { throw ReviewMistakes(checker.mistakes) }

        let score = ledger.settle(caps: rubric.caps)
        return ExpertGrade(
            score: score,
            level: score.map { rubric.levels.level(of: $0) },
            items: isEmpty ? [] : ledger.items,
            findings: ledger.findings,
            answers: answers,
            rubric: rubric.reference
        )
    }
}
