internal import Grading
internal import Reports
internal import Store

/// What the store knows of the experts' work on one image, put as the clinic's report shows it.
struct ExpertAnswer: Sendable {
    let image: ImageDetail
    let exam: ExamRecord
    let library: RubricLibrary
    let clock: ReportClock

    /// nil where no expert has or gets anything to do with the image.
    var part: ExpertPart? {
        let waits = waits
        guard waits != nil || !image.reviews.isEmpty || !image.disputes.isEmpty || !image.consultations.isEmpty else {
            return nil
        }
        return ExpertPart(
            readings: image.reviews.map(reading),
            disputes: image.disputes.map { dispute in
                DisputeEntry(
                    text: dispute.text,
                    by: dispute.by,
                    at: clock.time(dispute.at),
                    against: number(ofReview: dispute.against),
                    settledBy: number(ofReview: dispute.settledBy)
                )
            },
            consultations: image.consultations.map { consultation in
                ConsultationEntry(
                    reading: number(ofReview: consultation.review) ?? 1,
                    askedBy: consultation.askedBy,
                    question: consultation.question,
                    askedAt: clock.time(consultation.askedAt),
                    answer: consultation.answer,
                    answeredBy: consultation.answeredBy,
                    answeredAt: consultation.answeredAt.map { clock.time($0) }
                )
            },
            waits: waits
        )
    }

    /// As the queue has it: it follows from the grade, the readings and the disputes.
    private var waits: ExpertPart.Wait? {
        guard image.grade.status != .unreadable, exam.state != .withdrawn else { return nil }
        if image.disputes.contains(where: { $0.settledBy == nil }) { return .dispute }
        return image.reviews.isEmpty && image.grade.triage.route == .review ? .first : nil
    }

    private func number(ofReview id: Int64?) -> Int? {
        image.reviews.first { $0.id == id }?.reading
    }

    private func reading(_ record: ReviewRecord) -> ExpertReading {
        let grade = record.grade
        return ExpertReading(
            reading: record.reading,
            expert: record.expert,
            at: clock.time(record.at),
            unblinded: record.wasUnblinded,
            score: grade.score,
            level: grade.level,
            impression: grade.answers.impression,
            findings: grade.findings.map {
                ExpertReading.JudgedFinding(code: $0.finding.code, severity: $0.finding.severity, verdict: $0.verdict)
            },
            checklist: checklist(grade),
            comment: grade.answers.comment,
            advice: grade.answers.advice,
            rubric: grade.rubric
        )
    }

    /// The answers in the order of the sheet, with what was asked; what the rubric no longer asks comes last.
    private func checklist(_ grade: ExpertGrade) -> [ExpertReading.ChecklistAnswer] {
        let rubric = library.rubric(id: grade.rubric.id) ?? library.rubric(forExamType: exam.metadata.examType)
        let sheet = ReviewSheet(
            for: image.grade,
            examType: exam.metadata.examType,
            hasReport: exam.metadata.reportText != nil,
            rubric: rubric
        )
        var names: [(question: String, name: LocalizedText)] = []
        for item in sheet.items {
            names.append((item.id, item.name))
            names += item.criteria.map { criterion in
                (
                    "\(item.id).\(criterion.id)",
                    LocalizedText(
                        zh: "\(item.name.zh)：\(criterion.name.zh)",
                        en: "\(item.name.en): \(criterion.name.en)"
                    )
                )
            }
        }
        var left = grade.answers.answers
        let known = names.compactMap { question, name in
            left.removeValue(forKey: question).map {
                ExpertReading.ChecklistAnswer(question: question, name: name, answer: $0)
            }
        }
        return known
            + left.sorted { $0.key < $1.key }.map { ExpertReading.ChecklistAnswer(question: $0.key, answer: $0.value) }
    }
}

extension ImageDetail {
    /// The grade with the last reading's result in the machine's place, for the exam's final score.
    var finalGrade: GradedImage { reviews.last.map { grade.judged(by: $0.grade) } ?? grade }
}

extension GradedImage {
    /// The grade with an expert's result in the machine's place.
    ///
    /// A reading without a score leaves score and level where they are. What came to the grade after the reading, such as a
    /// repetition of the picture, stands.
    func judged(by expert: ExpertGrade) -> GradedImage {
        var image = self
        let judged = Set(expert.findings.map(\.finding.code))
        image.findings = expert.standing + findings.filter { !judged.contains($0.code) }
        guard let score = expert.score else { return image }
        image.status = .graded
        image.score = score
        image.level = expert.level
        return image
    }
}
