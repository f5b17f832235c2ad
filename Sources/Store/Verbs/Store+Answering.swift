import GRDB
import Grading

extension Store {
    /// Exams whose answer is missing or older than the exam, withdrawn ones too; longest waiting first.
    package func examsToAnswer(limit: Int) throws(StoreError) -> [ExamToAnswer] {
        try read { database in
            try database.rows(ExamSQL.waiting, limit).map { row in
                ExamToAnswer(
                    id: try row.integer("id"),
                    institution: try row.institution(),
                    outboxFolder: try row.text("outbox_folder"),
                    revision: try row.count("revision"),
                    state: try row.choice("state")
                )
            }
        }
    }

    /// Everything a report about one exam needs, read in one snapshot.
    ///
    /// Throws `notFound`.
    package func examDetail(_ exam: Int64) throws(StoreError) -> ExamDetail {
        try read { database in
            guard let row = try database.row(ExamSQL.byID, exam) else { throw StoreError.noExam(exam) }
            let reviews = try database.rows(ReviewSQL.ofExam, exam).map { try ReviewRecord($0) }
            let disputes = try database.rows(ReviewSQL.disputesOfExam, exam).map { try DisputeRecord($0) }
            let consultations = try database.rows(ReviewSQL.consultationsOfExam, exam)
                .map { try ConsultationRecord($0) }
            let patient = try ExamRecord(row).patientKey
            return ExamDetail(
                exam: try ExamRecord(row),
                images: try database.rows(ImageSQL.detail, exam).map { row in
                    var image = try ImageDetail(row)
                    image.repeated = try database.repeated(by: image, exam: exam, patient: patient)
                    image.reviews = reviews.filter { $0.image == image.id }
                    image.disputes = disputes.filter { $0.image == image.id }
                    image.consultations = consultations.filter { $0.image == image.id }
                    return image
                },
                supersededCount: try database.oneRow(ImageSQL.supersededCount, exam).count("images")
            )
        }
    }

    /// Notes that the answer to `revision` stands in the outbox; `reportSHA` is the SHA-256 of report.json.
    ///
    /// Where the exam has a newer revision meanwhile it still waits. A revision is answered once: what comes again
    /// changes nothing. Throws `notFound`, and `refused` for a revision that the exam has not reached.
    package func markAnswered(
        exam: Int64,
        revision: Int,
        reportSHA: String,
        at now: Timestamp
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            guard let row = try database.row(ExamSQL.byID, exam) else { throw StoreError.noExam(exam) }
            let record = try ExamRecord(row)
            guard (1...record.revision).contains(revision) else {
                throw StoreError(
                    code: .refused,
                    message: "the exam has no revision \(revision)",
                    identity: record.subject
                )
            }
            guard try database.row(ExamSQL.addAnswer, exam, revision, reportSHA, now.text) != nil else { return }
            let waited = max(0, now.milliseconds - record.receivedAt.milliseconds)
            try database.run(ExamSQL.markAnswered, exam, revision, now.text, waited)
            try trail.append(
                .examAnswered,
                record.subject,
                record: .answer(exam: exam, revision: Int64(revision))
            )
        }
    }

    /// The exams of an institution, newest receipt first; `before` pages on from the last one's receipt and id.
    package func exams(
        institution: String? = nil,
        before: (receivedAt: Timestamp, id: Int64)? = nil,
        limit: Int
    ) throws(StoreError) -> [ExamRecord] {
        // Later than any moment that a fixed-width text can say.
        let moment = before?.receivedAt.text ?? "9999-12-31T23:59:59.999Z"
        let id = before?.id ?? .max
        return try read { database in
            let rows =
                if let institution {
                    try database.rows(ExamSQL.pageOfInstitution, moment, id, limit, institution)
                } else {
                    try database.rows(ExamSQL.pageOfAll, moment, id, limit)
                }
            return try rows.map { try ExamRecord($0) }
        }
    }

    /// Exams of that examId or folder name, newest receipt first.
    package func exams(named name: String, institution: String? = nil) throws(StoreError) -> [ExamRecord] {
        try read { database in
            try database.rows(ExamSQL.named, name, FileName(name).key).map { try ExamRecord($0) }
                .filter { institution == nil || $0.institution.display == institution }
        }
    }
}

extension Database {
    /// The picture of the same patient that an image repeats, one of the same exam where there is one.
    fileprivate func repeated(by image: ImageDetail, exam: Int64, patient: String) throws -> RepeatedPicture? {
        guard image.duplicate != .none, let row = try row(DuplicateSQL.ofSamePatient, image.id, exam, patient)
        else { return nil }
        return RepeatedPicture(
            name: try row.fileName("name"),
            examID: try row.integer("exam") == exam ? nil : try row.text("exam_number")
        )
    }
}

extension StoreError {
    /// An exam's number that the store does not have.
    static func noExam(_ id: Int64) -> StoreError {
        StoreError(code: .notFound, message: "the store has no such exam", identity: "exam \(id)")
    }
}

extension ImageDetail {
    /// An image from the columns of `ImageSQL.detail`.
    init(_ row: Row) throws {
        let own = try GradeDocument.read(try row.text("document"))
        var previous: GradeSummary?
        if let status = try row.optionalChoice("previous_status", GradedImage.Status.self) {
            var rubric: RubricReference?
            if let id = try row.optionalText("previous_rubric_id"),
                let version = try row.optionalText("previous_rubric_version"),
                let sha256 = try row.optionalText("previous_rubric_sha")
            {
                rubric = RubricReference(id: id, version: version, sha256: sha256)
            }
            previous = GradeSummary(
                status: status,
                score: try row.optionalInteger("previous_score").map { Double($0) / 10 },
                level: try row.optionalChoice("previous_level"),
                rubric: rubric,
                program: try row.optionalText("previous_program"),
                gradedAt: try row.timestamp("previous_graded_at")
            )
        }
        self.init(
            id: try row.integer("id"),
            name: try row.fileName("name"),
            version: try row.count("version"),
            bytes: try row.integer("bytes"),
            vaultExtension: try row.optionalText("vault_extension"),
            receivedAt: try row.timestamp("received_at"),
            duplicate: try row.choice("duplicate"),
            grade: try row.optionalText("effective_document").map { try GradeDocument.read($0) } ?? own,
            ownGrade: own,
            previous: previous,
            quarantineID: try row.optionalInteger("quarantine_id")
        )
    }
}
