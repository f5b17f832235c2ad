import Digests
import GRDB

/// The bytes of a stored record that the audit trail hashes: its values in a fixed order, each with its length.
///
/// A value is written as `LENGTH:TEXT;`, a missing one as `-;`, so no two lists of values have the same bytes.
struct CanonicalRecord {
    private var bytes: [UInt8] = []

    /// A record of a kind, such as `grade`.
    init(kind: String) { append(kind) }

    /// Adds a text, or the lack of one.
    mutating func append(_ text: String?) {
        guard let text else {
            bytes.append(contentsOf: "-;".utf8)
            return
        }
        bytes.append(contentsOf: "\(text.utf8.count):".utf8)
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: ";"))
    }

    /// Adds all columns of a row in the statement's order.
    mutating func append(_ row: Row) {
        for (_, value) in row {
            switch value.storage {
            case .null: append(nil)
            case .int64(let number): append(String(number))
            case .double(let number): append(String(number))
            case .string(let text): append(text)
            case .blob(let data): append("blob " + Array(data).hexadecimal)
            }
        }
    }

    /// SHA-256 of the bytes, hexadecimal.
    func sha256() throws -> String { try SHA256.digest(of: bytes).hex }
}

/// Which stored record an audit entry speaks of, as text in the entry: `grade/17`, `answer/3/2`.
enum AuditedRecord: Hashable {
    case exam(Int64)
    case grade(Int64)
    case receipt(Int64)
    case answer(exam: Int64, revision: Int64)
    case sampling(institution: Int64, month: String)
    case quarantine(Int64)
    case certificate(Int64)
    case signingKey(String)
    case certificateSignature(Int64)
    case review(Int64)
    case dispute(Int64)
    case consultation(Int64)
    case expert(String)
    case institution(Int64)
    case technician(Int64)
    case device(Int64)
    case teacher(String)
    case course(String)
    case enrolment(Int64)
    case courseMark(Int64)
    case practiceAttempt(Int64)
    case paper(Int64)
    case paperPlan(String)
    case practiceRuling(Int64)

    /// Reads the entry's text; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("exam", 2): guard let id = Int64(parts[1]) else { return nil }; self = .exam(id)
        case ("grade", 2): guard let id = Int64(parts[1]) else { return nil }; self = .grade(id)
        case ("receipt", 2): guard let id = Int64(parts[1]) else { return nil }; self = .receipt(id)
        case ("quarantine", 2): guard let id = Int64(parts[1]) else { return nil }; self = .quarantine(id)
        case ("certificate", 2): guard let id = Int64(parts[1]) else { return nil }; self = .certificate(id)
        case ("signing_key", 2): self = .signingKey(parts[1])
        case ("certificate_signature", 2):
            guard let id = Int64(parts[1]) else { return nil }
            self = .certificateSignature(id)
        case ("review", 2): guard let id = Int64(parts[1]) else { return nil }; self = .review(id)
        case ("dispute", 2): guard let id = Int64(parts[1]) else { return nil }; self = .dispute(id)
        case ("consultation", 2): guard let id = Int64(parts[1]) else { return nil }; self = .consultation(id)
        case ("expert", 2): self = .expert(parts[1])
        case ("institution", 2): guard let id = Int64(parts[1]) else { return nil }; self = .institution(id)
        case ("technician", 2): guard let id = Int64(parts[1]) else { return nil }; self = .technician(id)
        case ("device", 2): guard let id = Int64(parts[1]) else { return nil }; self = .device(id)
        case ("teacher", 2): self = .teacher(parts[1])
        case ("course", 2): self = .course(parts[1])
        case ("enrolment", 2): guard let id = Int64(parts[1]) else { return nil }; self = .enrolment(id)
        case ("course_mark", 2): guard let id = Int64(parts[1]) else { return nil }; self = .courseMark(id)
        case ("practice_attempt", 2): guard let id = Int64(parts[1]) else { return nil }; self = .practiceAttempt(id)
        case ("paper_plan", 2): self = .paperPlan(parts[1])
        case ("practice_ruling", 2): guard let id = Int64(parts[1]) else { return nil }; self = .practiceRuling(id)
        case ("paper", 2): guard let id = Int64(parts[1]) else { return nil }; self = .paper(id)
        case ("answer", 3):
            guard let exam = Int64(parts[1]), let revision = Int64(parts[2]) else { return nil }
            self = .answer(exam: exam, revision: revision)
        case ("sampling", 3):
            guard let institution = Int64(parts[1]) else { return nil }
            self = .sampling(institution: institution, month: parts[2])
        default: return nil
        }
    }

    var text: String {
        switch self {
        case .exam(let id): "exam/\(id)"
        case .grade(let id): "grade/\(id)"
        case .receipt(let id): "receipt/\(id)"
        case .answer(let exam, let revision): "answer/\(exam)/\(revision)"
        case .sampling(let institution, let month): "sampling/\(institution)/\(month)"
        case .quarantine(let id): "quarantine/\(id)"
        case .certificate(let id): "certificate/\(id)"
        case .signingKey(let thumbprint): "signing_key/\(thumbprint)"
        case .certificateSignature(let id): "certificate_signature/\(id)"
        case .review(let id): "review/\(id)"
        case .dispute(let id): "dispute/\(id)"
        case .consultation(let id): "consultation/\(id)"
        case .expert(let id): "expert/\(id)"
        case .institution(let id): "institution/\(id)"
        case .technician(let id): "technician/\(id)"
        case .device(let id): "device/\(id)"
        case .teacher(let id): "teacher/\(id)"
        case .course(let id): "course/\(id)"
        case .enrolment(let id): "enrolment/\(id)"
        case .courseMark(let id): "course_mark/\(id)"
        case .practiceAttempt(let id): "practice_attempt/\(id)"
        case .paper(let id): "paper/\(id)"
        case .paperPlan(let course): "paper_plan/\(course)"
        case .practiceRuling(let id): "practice_ruling/\(id)"
        }
    }

    /// The table, as `AuditSQL.recordCounts` names it.
    var kind: String {
        switch self {
        case .exam: "exam"
        case .grade: "grade"
        case .receipt: "receipt"
        case .answer: "answer"
        case .sampling: "sampling"
        case .quarantine: "quarantine"
        case .certificate: "certificate"
        case .signingKey: "signing_key"
        case .certificateSignature: "certificate_signature"
        case .review: "review"
        case .dispute: "dispute"
        case .consultation: "consultation"
        case .expert: "expert"
        case .institution: "institution"
        case .technician: "technician"
        case .device: "device"
        case .teacher: "teacher"
        case .course: "course"
        case .enrolment: "enrolment"
        case .courseMark: "course_mark"
        case .practiceAttempt: "practice_attempt"
        case .paper: "paper"
        case .paperPlan: "paper_plan"
        case .practiceRuling: "practice_ruling"
        }
    }

    /// Whether later entries may speak of the same record with another hash.
    var mayChange: Bool {
        switch self {
        case .exam, .quarantine, .dispute, .consultation, .expert: true
        case .certificate, .signingKey: true
        case .institution, .technician, .device, .teacher: true
        case .course, .enrolment, .courseMark: true
        case .paper, .paperPlan: true
        case .practiceAttempt: false
        case .certificateSignature: false
        case .practiceRuling: false
        case .grade, .receipt, .answer, .sampling, .review: false
        }
    }

    /// The record's hash as the store has it now; nil when it is gone.
    func sha256(in database: Database) throws -> String? {
        let row: Row? =
            switch self {
            case .exam(let id): try database.row(AuditSQL.exam, id)
            case .grade(let id): try database.row(AuditSQL.grade, id)
            case .receipt(let id): try database.row(AuditSQL.receipt, id)
            case .answer(let exam, let revision): try database.row(AuditSQL.answer, exam, revision)
            case .sampling(let institution, let month): try database.row(AuditSQL.sampling, institution, month)
            case .quarantine(let id): try database.row(AuditSQL.quarantine, id)
            case .certificate(let id): try database.row(CertificateSQL.record, id)
            case .signingKey(let thumbprint): try database.row(CertificateSQL.keyRecord, thumbprint)
            case .certificateSignature(let id): try database.row(CertificateSQL.signatureRecord, id)
            case .review(let id): try database.row(AuditSQL.review, id)
            case .dispute(let id): try database.row(AuditSQL.dispute, id)
            case .consultation(let id): try database.row(AuditSQL.consultation, id)
            case .expert(let id): try database.row(AuditSQL.expert, id)
            case .institution(let id): try database.row(AuditSQL.institution, id)
            case .technician(let id): try database.row(AuditSQL.technician, id)
            case .device(let id): try database.row(AuditSQL.device, id)
            case .teacher(let id): try database.row(AuditSQL.teacher, id)
            case .course(let id): try database.row(AuditSQL.course, id)
            case .enrolment(let id): try database.row(AuditSQL.enrolment, id)
            case .courseMark(let id): try database.row(AuditSQL.courseMark, id)
            case .practiceAttempt(let id): try database.row(PracticeSQL.attemptRecord, id)
            case .paper(let id): try database.row(PracticeSQL.paperRecord, id)
            case .paperPlan(let course): try database.row(PracticeSQL.plan, course)
            case .practiceRuling(let id): try database.row(PracticePoolSQL.record, id)
            }
        guard let row else { return nil }
        var record = CanonicalRecord(kind: kind)
        record.append(row)
        switch self {
        case .exam(let id):
            for image in try database.rows(AuditSQL.examImages, id) { record.append(image) }
            // Only where there are readings: the hash of an exam without any is what it was before there could be.
            for image in try database.rows(AuditSQL.examReadings, id) { record.append(image) }
        case .expert(let id):
            for institution in try database.rows(ReviewSQL.institutionsOfExpert, id) { record.append(institution) }
            if let details = try database.row(AuditSQL.expertDetails, id) {
                record.append("details")
                record.append(details)
            }
        case .institution(let id):
            if let details = try database.row(AuditSQL.institutionDetails, id) {
                record.append("details")
                record.append(details)
            }
        case .technician(let id):
            if let details = try database.row(AuditSQL.technicianDetails, id) {
                record.append("details")
                record.append(details)
            }
        case .signingKey(let thumbprint):
            if let withdrawal = try database.row(CertificateSQL.keyWithdrawal, thumbprint) {
                record.append("withdrawn")
                record.append(withdrawal)
            }
        case .course(let id):
            for session in try database.rows(AuditSQL.courseSessions, id) { record.append(session) }
            for teacher in try database.rows(AuditSQL.courseTeachers, id) { record.append(teacher) }
        case .enrolment(let id):
            for session in try database.rows(AuditSQL.attendance, id) { record.append(session) }
        case .paper(let id):
            for answer in try database.rows(PracticeSQL.paperAnswers, id) { record.append(answer) }
        default: break
        }
        return try record.sha256()
    }
}
