import ArgumentParser
import CertificateOffice
import Foundation
import Grading
import Intake
import Reports
import Store

struct TrainingTranscript: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transcript",
        abstract: "Show all courses of a technician with hours, marks and certificates, and the practice.",
        discussion: """
            --format json gives all of it as one document (sonograde.transcript/1); jsonl and csv give one line a course, with
            the newest certificate of each.

            Example:
              sonograde training transcript C01/zhang
              sonograde training transcript C01/zhang --format json
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The technician as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let name = TechnicianName(institution: technician.institution, code: technician.code)
        let transcript = try answering { try CertificateCommand.office(opened).transcript(of: name) }
        let rows = transcript.courses.map {
            TranscriptRow($0, transcript.certificates(ofCourse: $0.course.id), language)
        }
        if output.format == .json {
            return try Terminal.line(CanonicalJSON.text(TranscriptDocument(transcript, rows)))
        }
        try RowOutput.write(rows, as: output.format) { rows in
            Terminal.write(TranscriptText(transcript, rows, language).text)
        }
    }
}

/// A certificate in somebody's record, as the command writes it.
struct TranscriptCertificate: Encodable {
    let number: String
    let course: String
    let state: String
    let awardedOn: String
    let expiresOn: String?
    let replacedBy: String?

    enum CodingKeys: String, CodingKey {
        case number, course, state
        case awardedOn = "awarded_on"
        case expiresOn = "expires_on"
        case replacedBy = "replaced_by"
    }

    init(_ certificate: Transcript.Certificate) {
        number = certificate.record.number
        course = certificate.record.course
        state = certificate.state.rawValue
        awardedOn = certificate.record.awardedOn
        expiresOn = certificate.record.expiresOn
        replacedBy = certificate.record.replacedBy
    }
}

/// A course in somebody's record, as the command writes it.
struct TranscriptRow: OutputRow {
    let technician: String
    let course: String
    let title: String
    let startsOn: String
    let endsOn: String
    let attended: String
    let hours: String
    let theory: String?
    let practical: String?
    let eligible: Bool
    let reasons: [String]
    /// By number; the last one is the newest.
    let certificates: [TranscriptCertificate]

    enum CodingKeys: String, CodingKey {
        case technician, course, title, attended, hours, theory, practical, eligible, reasons, certificates
        case startsOn = "starts_on"
        case endsOn = "ends_on"
    }

    init(_ line: TranscriptCourse, _ certificates: [Transcript.Certificate], _ language: Language) {
        technician = line.standing.technician
        course = line.course.id
        title = (language == .en ? line.course.titleEnglish : nil) ?? line.course.title
        startsOn = line.course.startsOn
        endsOn = line.course.endsOn
        attended = Tenths.text(line.standing.attended)
        hours = Tenths.text(line.course.hours)
        theory = line.standing.best(.theory).map(Tenths.text)
        practical = line.standing.best(.practical).map(Tenths.text)
        eligible = line.standing.eligibility.isEligible
        reasons = line.standing.eligibility.obstacles.map { $0.text[language] }
        self.certificates = certificates.map(TranscriptCertificate.init)
    }

    static let columns = [
        "technician", "course", "title", "starts_on", "ends_on", "attended", "hours", "theory", "practical", "eligible",
        "reasons", "certificate", "certificate_state", "awarded_on", "expires_on",
    ]
    var cells: [String] {
        let newest = certificates.last
        return [
            technician, course, title, startsOn, endsOn, attended, hours, theory ?? "", practical ?? "",
            eligible ? "true" : "false", reasons.joined(separator: "; "), newest?.number ?? "", newest?.state ?? "",
            newest?.awardedOn ?? "", newest?.expiresOn ?? "",
        ]
    }
}

/// A transcript as JSON (docs/schemas/transcript.schema.json).
private struct TranscriptDocument: Encodable {
    private struct Practice: Encodable {
        let answers: Int
        let right: Int
        let share: Double?
        let low: Double?
        let high: Double?
        let levels: Int
        let sameLevel: Int
        let ac2: Double?
        let firstDay: String?
        let lastDay: String?

        enum CodingKeys: String, CodingKey {
            case answers, right, share, low, high, levels, ac2
            case sameLevel = "same_level"
            case firstDay = "first_day"
            case lastDay = "last_day"
        }
    }

    private let schema = "sonograde.transcript/1"
    private let institution: String
    private let technician: String
    private let institutionTitle: String?
    private let name: String
    private let latinName: String?
    private let role: String
    private let title: String?
    private let courses: [TranscriptRow]
    private let certificates: [TranscriptCertificate]
    private let practice: Practice

    enum CodingKeys: String, CodingKey {
        case schema, institution, technician, name, role, title, courses, certificates, practice
        case institutionTitle = "institution_title"
        case latinName = "latin_name"
    }

    init(_ transcript: Transcript, _ rows: [TranscriptRow]) {
        let (holder, progress) = (transcript.holder, transcript.practice)
        func rounded(_ value: Double?) -> Double? { value.map { ($0 * 10_000).rounded() / 10_000 } }
        institution = holder.institution
        technician = holder.code
        institutionTitle = transcript.institutionTitle
        name = holder.name
        latinName = holder.latinName
        role = holder.role.rawValue
        title = holder.title
        courses = rows
        certificates = transcript.certificates.map(TranscriptCertificate.init)
        practice = Practice(
            answers: progress.answers,
            right: progress.right,
            share: progress.answers > 0 ? rounded(Double(progress.right) / Double(progress.answers)) : nil,
            low: rounded(progress.interval?.low),
            high: rounded(progress.interval?.high),
            levels: progress.levels,
            sameLevel: progress.sameLevel,
            ac2: rounded(progress.ac2),
            firstDay: transcript.practiceDays?.lowerBound,
            lastDay: transcript.practiceDays?.upperBound
        )
    }
}
