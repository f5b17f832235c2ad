import GRDB
import Grading

/// How an image stands in its exam.
enum ImageStanding: String {
    /// It counts.
    case current
    /// A correction took its place.
    case superseded
    /// Its exam was taken back.
    case withdrawn
}

/// Writes images, grades and what counts of them, within one transaction.
struct ImageWriter {
    let database: Database
    let effective: EffectiveGrade
    let now: Timestamp
    /// What follows from the images for the experts.
    var queue: QueueWriter { QueueWriter(database: database, now: now) }

    /// Appends a grade to an image and makes it the image's own; returns the grade's id.
    func addGrade(_ document: GradeDocument, to image: Int64) throws -> Int64 {
        let grade = document.image
        let row = try database.oneRow(
            ImageSQL.addGrade,
            image,
            grade.status.rawValue,
            document.scoreTenths,
            grade.level?.rawValue,
            grade.rubric?.id,
            grade.rubric?.version,
            grade.rubric?.sha256,
            grade.program,
            now.text,
            document.text
        )
        let id = try row.integer("id")
        try database.run(ImageSQL.setGrade, image, id)
        return id
    }

    /// Works out what counts of an image's own grade and writes it to the columns and findings that queries read.
    ///
    /// Only a current image has duplicates and findings: what was replaced or taken back counts nowhere. Whether the
    /// image waits for an expert follows from it.
    func settle(
        image: Int64,
        standing: ImageStanding,
        duplicate: DuplicateKind,
        vaultExtension: String?
    ) throws {
        let row = try database.oneRow(ImageSQL.ownGrade, image)
        let ownText = try row.text("document")
        let own = try GradeDocument.read(ownText)
        let counting = try GradeDocument(effective(own, standing == .current ? duplicate : .none))
        try database.run(
            ImageSQL.setEffective,
            image,
            standing.rawValue,
            (standing == .current ? duplicate : .none).rawValue,
            counting.image.status.rawValue,
            counting.image.section,
            counting.scoreTenths,
            counting.image.level?.rawValue,
            counting.image.triage.route.rawValue,
            counting.isSampled ? 1 : 0,
            counting.text == ownText ? nil : counting.text,
            vaultExtension
        )
        try database.run(ImageSQL.removeFindings, image)
        let institution = try row.integer("institution_id")
        let period = try row.text("period_at")
        for finding in counting.image.findings where standing == .current {
            try database.run(
                ImageSQL.addFinding,
                image,
                institution,
                period,
                finding.code,
                finding.severity.rawValue
            )
        }
        try queue.follow(image, reasons: counting.image.triage.reasons)
    }

    /// Marks every current image of which these bytes, or bytes whose picture is alike, are the original.
    ///
    /// - Parameter touched: hashes of bytes of which images came, went, or changed their patient or fingerprint.
    /// - Returns: The exams whose images changed.
    func relate(_ touched: Set<String>) throws -> Set<Int64> {
        let prints = FingerprintWriter(database: database)
        var concerned = touched
        for sha256 in touched { concerned.formUnion(try prints.alike(sha256)) }
        var exams: Set<Int64> = []
        for sha256 in concerned.sorted() { exams.formUnion(try relate(sha256)) }
        return exams
    }

    /// Marks every current image with these bytes by which exams and patients have them or a picture that is alike.
    ///
    /// The mark follows from the set of images alone, so it is the same in whatever order they came; and since every
    /// image of these bytes has the same others beside it, it is one mark for all of them. Bytes that could not be read
    /// as a picture have no part in it. Returns the exams whose images changed.
    private func relate(_ sha256: String) throws -> Set<Int64> {
        let kind = try duplicateKind(sha256)
        let wrong = DuplicateKind.allCases.filter { $0 != kind }.map(\.rawValue)
        var exams: Set<Int64> = []
        for row in try database.rows(DuplicateSQL.wronglyMarked, sha256, wrong[0], wrong[1]) {
            let image = try row.integer("id")
            let stored = try database.oneRow(ImageSQL.ownGrade, image)
            try settle(
                image: image,
                standing: .current,
                duplicate: kind,
                vaultExtension: try stored.optionalText("vault_extension")
            )
            exams.insert(try row.integer("exam_id"))
        }
        return exams
    }

    private func duplicateKind(_ sha256: String) throws -> DuplicateKind {
        guard let patient = try database.row(DuplicateSQL.patient, sha256)?.text("patient_key"),
            try database.row(DuplicateSQL.second, sha256) != nil
        else { return .none }
        return try database.row(DuplicateSQL.otherPatient, sha256, patient) == nil ? .sameExam : .crossPatient
    }
}
