import Foundation
import Grading
import Intake
import Reports
import Store

/// What an expert must not know before the answer, as `queue show --unblind` writes it.
struct DisclosedCase: Encodable {
    /// A reading in short.
    struct Reading: Encodable {
        let review: Int64
        let reading: Int
        let expert: String
        let at: String
        let unblinded: Bool
        let grade: ExpertGrade
    }

    let institution: String
    let exam: String
    let folder: String
    let file: String
    let sha256: String?
    let technician: String?
    let device: String?
    let current: Bool
    let priority: String?
    let firstPass: GradedImage
    let reviews: [Reading]
    let disputes: [DisputeRow]
    let consultations: [ConsultationRow]

    enum CodingKeys: String, CodingKey {
        case institution, exam, folder, file, sha256, technician, device, current, priority, reviews, disputes
        case consultations
        case firstPass = "first_pass"
    }

    /// All that the store knows of an image.
    init(_ subject: ReviewSubject) {
        institution = subject.exam.institution.display
        exam = subject.exam.examID
        folder = subject.exam.folder.display
        file = subject.image.name.display
        sha256 = subject.image.grade.sha256
        technician = subject.exam.metadata.technician
        device = subject.exam.metadata.device
        current = subject.isCurrent
        priority = subject.queued?.priority.name
        firstPass = subject.image.grade
        reviews = subject.reviews.map {
            Reading(
                review: $0.id,
                reading: $0.reading,
                expert: $0.expert,
                at: $0.at.text,
                unblinded: $0.wasUnblinded,
                grade: $0.grade
            )
        }
        disputes = subject.disputes.map(DisputeRow.init)
        consultations = subject.consultations.map(ConsultationRow.init)
    }

    /// For people.
    func lines(_ language: Language, clock: ReportClock) -> [String] {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        var lines = ["", say("机构        ", "institution  ") + "\(institution)/\(folder)/\(file)"]
        if let technician { lines.append(say("技术人员    ", "technician   ") + technician) }
        if let priority { lines.append(say("优先        ", "priority     ") + priority) }
        lines.append(say("初筛        ", "first pass   ") + ResultWords.score(firstPass, language))
        for finding in firstPass.findings {
            lines.append(
                "             \(finding.code) (\(finding.severity.rawValue)) \(KnownNames.finding(finding.code)[language])"
            )
        }
        lines.append(say("原因        ", "reasons      ") + firstPass.triage.reasons.joined(separator: " "))
        for reading in reviews {
            lines.append(
                say("评阅 \(reading.reading)      ", "reading \(reading.reading)    ")
                    + "\(reading.expert) \(Timestamp(text: reading.at).map { clock.time($0).minute } ?? reading.at): \(ResultWords.score(reading.grade, language))"
            )
        }
        for dispute in disputes {
            lines.append(
                say("异议 \(dispute.id)      ", "dispute \(dispute.id)    ") + "\(dispute.state): \(dispute.text)"
            )
        }
        for question in consultations {
            lines.append(
                say("会诊 \(question.id)      ", "question \(question.id)   ") + "\(question.state): \(question.question)"
            )
        }
        return lines
    }
}

/// Results in a few words.
enum ResultWords {
    /// Score and level of the first pass, or why there are none.
    static func score(_ grade: GradedImage, _ language: Language) -> String {
        if let score = grade.score, let level = grade.level { return "\(score)  \(level.rawValue)" }
        return language == .zh ? (grade.status == .unsure ? "存疑" : "无法读取") : grade.status.rawValue
    }

    /// Score and level of an expert, or that there are none.
    static func score(_ grade: ExpertGrade, _ language: Language) -> String {
        if let score = grade.score, let level = grade.level { return "\(score)  \(level.rawValue)" }
        return language == .zh ? "未评分（请会诊）" : "no score (consultation asked)"
    }
}
