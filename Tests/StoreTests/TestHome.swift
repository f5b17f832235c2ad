import Digests
import Foundation
import GRDB
import Grading
import Imaging
import Store

/// A home in a temporary folder, removed when the test is over.
final class TestHome: Sendable {
    let path: String
    var vault: Vault { Vault(home: path) }
    var database: String { path + "/" + Store.fileName }

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/sonograde-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try vault.prepare()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The store, opened for writing.
    func open() throws -> Store { try Store.open(home: path, at: Moments.start) }

    /// Changes the file behind the store's back.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: database)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// The first column of the first row.
    func value(_ sql: String) throws -> String? {
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        return try queue.read { try String.fetchOne($0, sql: sql) }
    }
}

/// Moments of the tests.
enum Moments {
    /// 2026-11-21T06:20:00Z.
    static let start = Timestamp(milliseconds: 1_795_242_000_000)

    static func later(days: Double = 0, seconds: Double = 0) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + Int64((days * 86_400 + seconds) * 1000))
    }
}

/// What duplicates add in these tests, in the manner of the real rubric.
let markDuplicates: EffectiveGrade = { own, kind in
    guard kind != .none else { return own }
    var image = own
    let code = kind == .sameExam ? "DUP_SAME_EXAM" : "DUP_CROSS_PATIENT"
    image.findings.append(Finding(code: code, severity: kind == .sameExam ? .info : .critical))
    if kind == .crossPatient {
        image.triage = Triage(route: .review, reasons: image.triage.reasons + [code])
    }
    return image
}

let rubricOne = RubricReference(id: "general", version: "1.0", sha256: String(repeating: "1", count: 64))
let rubricTwo = RubricReference(id: "general", version: "2.0", sha256: String(repeating: "2", count: 64))

/// A grade as grading would give it.
func grade(
    _ name: String,
    score: Double = 92.5,
    section: String? = "abd.liver",
    findings: [Finding] = [],
    sampled: Bool = false,
    rubric: RubricReference = rubricOne
) -> GradedImage {
    let level: Level = score >= 90 ? .a : score >= 80 ? .b : score >= 60 ? .c : .d
    let reasons: [String] = (level == .d ? ["level_D"] : [String]()) + (sampled ? ["sampled"] : [String]())
    return GradedImage(
        path: name,
        status: .graded,
        section: section,
        score: score,
        level: level,
        items: [ItemScore(id: "gain", weight: 100, score: score / 100)],
        findings: findings,
        triage: Triage(route: reasons.isEmpty ? .pass : .review, reasons: reasons, inclusionProbability: 0.1),
        rubric: rubric,
        program: "0.1.0"
    )
}

/// A grade of something that is no readable picture.
func unreadable(_ name: String, code: ImagingError.Code = .corrupt) -> GradedImage {
    GradedImage(
        path: name,
        status: .unreadable,
        triage: Triage(route: .review, reasons: ["unreadable"]),
        program: "0.1.0",
        error: ImagingError(code: code, message: "the picture is damaged; export it again")
    )
}

func sha256(_ text: String) throws -> String { try SHA256.digest(of: text).hex }

/// An inbox file; `number` stands for the inode.
func inboxFile(_ institution: String, _ folder: String, _ name: String, number: UInt64 = 1) -> InboxFile {
    InboxFile(
        path: FileName("\(institution)/\(folder)/\(name)"),
        institution: FileName(institution),
        folder: FileName(folder),
        device: 66,
        inode: number,
        size: 100,
        modifiedNanoseconds: 1_795_000_000_000_000_000
    )
}

/// A submission put together step by step.
struct Drop {
    var institution: String
    var folder: String
    var date: String?
    var files: [SubmittedFile] = []
    var metadata = ExamMetadata()
    var withdrawal = Withdrawal.unchanged
    var sampling: SamplingCommitment?

    init(_ institution: String = "County", _ folder: String = "20261121_E1_abdomen", date: String? = "20261121") {
        self.institution = institution
        self.folder = folder
        self.date = date
    }

    /// Adds an image whose original really goes to the vault.
    mutating func add(
        _ name: String,
        bytes: String,
        to home: TestHome,
        score: Double = 92.5,
        section: String? = "abd.liver",
        findings: [Finding] = [],
        sampled: Bool = false,
        inode: UInt64? = nil
    ) throws {
        let draft = try home.vault.copyIn(bytes: Array(bytes.utf8))
        let kept = try home.vault.adopt([(draft, "png")])[0]
        let graded = grade(name, score: score, section: section, findings: findings, sampled: sampled)
        files.append(
            SubmittedFile(
                name: FileName(name),
                sha256: draft.sha256,
                bytes: draft.size,
                content: .image(graded, vaultExtension: kept),
                source: inode.map { inboxFile(institution, folder, name, number: $0) }
            )
        )
    }

    /// Adds a file that cannot be read.
    mutating func addUnreadable(_ name: String, bytes: String?) throws {
        let place = QuarantinePlace(
            path: FileName("quarantine/\(institution)/\(folder)/\(name)"),
            code: "corrupt",
            message: "export it again"
        )
        files.append(
            SubmittedFile(
                name: FileName(name),
                sha256: try bytes.map(sha256),
                bytes: Int64(bytes?.utf8.count ?? 7),
                content: .unreadable(unreadable(name), place),
                source: nil
            )
        )
    }

    /// Commits at a moment.
    @discardableResult
    func commit(to store: Store, at now: Timestamp = Moments.start, lateDays: Int = 7) throws -> CommitOutcome {
        let examID = folder.split(separator: "_").dropFirst().first.map(String.init) ?? folder
        return try store.commit(
            SubmissionCommit(
                institution: FileName(institution),
                identity: ExamIdentity(examID: date == nil ? folder : examID, date: date, folder: FileName(folder)),
                receivedAt: now,
                lateDays: lateDays,
                metadata: metadata,
                files: files,
                withdrawal: withdrawal,
                sampling: sampling
            ),
            effective: markDuplicates,
            at: now
        )
    }
}

extension Store {
    func dumpLines() throws -> [String] {
        var lines: [String] = []
        try dump { lines.append($0) }
        return lines
    }

    /// Answers all that waits.
    func answerAll(at now: Timestamp = Moments.later(seconds: 60)) throws {
        for exam in try examsToAnswer(limit: 1000) {
            try markAnswered(
                exam: exam.id,
                revision: exam.revision,
                reportSHA: String(repeating: "a", count: 64),
                at: now
            )
        }
    }
}
