import GRDB
import Grading

extension Store {
    /// Current images with an original in the vault, by rising image id; `after` is the last page's last id.
    package func regradeCandidates(
        _ filter: RegradeFilter,
        after: Int64 = 0,
        limit: Int
    ) throws(StoreError) -> [RegradeCandidate] {
        try read { database in
            let rows =
                if let exam = filter.exam {
                    try database.rows(
                        ImageSQL.regradeCandidatesOfExam,
                        after,
                        filter.institution,
                        filter.examType,
                        filter.rubricID,
                        limit,
                        exam
                    )
                } else {
                    try database.rows(
                        ImageSQL.regradeCandidates,
                        after,
                        filter.institution,
                        filter.examType,
                        filter.rubricID,
                        limit
                    )
                }
            return try rows.map { row in
                RegradeCandidate(
                    imageID: try row.integer("id"),
                    examID: try row.integer("exam"),
                    institution: try row.institution(),
                    name: try row.fileName("name"),
                    sha256: try row.text("sha256"),
                    vaultExtension: try row.text("vault_extension"),
                    metadata: try ExamMetadata(row),
                    examReceivedAt: try row.timestamp("exam_received_at"),
                    baselineID: try row.optionalInteger("baseline_id"),
                    grade: try GradeDocument.read(try row.text("document"))
                )
            }
        }
    }

    /// Appends new grades in one transaction; the old ones stay.
    ///
    /// A grade that equals the image's own is not written, so a regrade that was interrupted can be done again.
    package func commitRegrade(
        _ regrades: [Regrade],
        effective: @escaping EffectiveGrade,
        at now: Timestamp
    ) throws(StoreError) -> RegradeOutcome {
        try writeAudited(at: now) { database, trail in
            let images = ImageWriter(database: database, effective: effective, now: now)
            var outcome = RegradeOutcome(regraded: 0, unchanged: 0, passedOver: 0, exams: [])
            var changed: [(exam: Int64, subject: String, grade: Int64)] = []
            var touched: Set<String> = []
            for regrade in regrades {
                guard let row = try database.row(ImageSQL.forRegrade, regrade.imageID),
                    try row.text("standing") == ImageStanding.current.rawValue,
                    try row.optionalText("sha256") == regrade.sha256,
                    let vaultExtension = try row.optionalText("vault_extension"),
                    // A program that reads less than the one before must not take a picture out of the vault.
                    regrade.grade.status != .unreadable
                else {
                    outcome.passedOver += 1
                    continue
                }
                // Also where the grade is what it was: an older program took no fingerprints.
                let kin = try FingerprintWriter(database: database).keep(regrade.fingerprint, of: regrade.sha256)
                if !kin.isEmpty { touched.formUnion(kin.union([regrade.sha256])) }
                let document = try GradeDocument(regrade.grade)
                guard try row.text("document") != document.text else {
                    outcome.unchanged += 1
                    continue
                }
                let grade = try images.addGrade(document, to: regrade.imageID)
                try images.settle(
                    image: regrade.imageID,
                    standing: .current,
                    duplicate: try row.choice("duplicate"),
                    vaultExtension: vaultExtension
                )
                let version = try row.integer("version")
                let name = try row.fileName("name").display
                changed.append((try row.integer("exam_id"), name + (version > 1 ? "@\(version)" : ""), grade))
                outcome.regraded += 1
            }
            let related = try images.relate(touched).subtracting(changed.map(\.exam)).sorted()
            for exam in related {
                try database.run(ExamSQL.raiseRevision, exam, now.text)
                let record = try ExamRecord(database.oneRow(ExamSQL.byID, exam))
                try trail.append(.examRelated, record.subject, record: .exam(exam))
            }
            let regraded = Set(changed.map(\.exam)).sorted()
            outcome.exams = Set(regraded + related).sorted()
            for exam in regraded {
                try database.run(ExamSQL.raiseRevision, exam, now.text)
                let record = try ExamRecord(database.oneRow(ExamSQL.byID, exam))
                for change in changed where change.exam == exam {
                    try trail.append(
                        .imageGraded,
                        "\(record.subject)/\(change.subject)",
                        record: .grade(change.grade)
                    )
                }
                try trail.append(.examRegraded, record.subject, record: .exam(exam))
            }
            return outcome
        }
    }
}
