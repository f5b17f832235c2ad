import Foundation
import Grading
import Store
import Testing

/// Why an image of these tests waits, or that it does not.
enum Need: CaseIterable {
    case critical, flagged, flaggedAndDrawn, drawn, nothing
}

/// What an expert says of a picture in these tests.
func expertGrade(
    score: Double? = 80,
    findings: [ExpertGrade.JudgedFinding] = [],
    comment: String? = nil,
    consultation: String? = nil
) -> ExpertGrade {
    ExpertGrade(
        score: score,
        level: score.map { $0 >= 90 ? .a : $0 >= 80 ? .b : $0 >= 60 ? .c : .d },
        items: score.map { [ExpertGrade.Item(id: "section", weight: 60, score: $0 / 100, judge: .expert)] } ?? [],
        findings: findings,
        answers: ReviewAnswers(
            image: "17",
            claim: 4,
            answers: ["section": .yes],
            comment: comment,
            consultation: consultation
        ),
        rubric: rubricOne
    )
}

/// A home with a queue to work on.
struct ReviewHome {
    let home: TestHome
    let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    /// Drops an exam whose images need what is listed; returns the images' numbers in the same order.
    @discardableResult
    func drop(
        _ needs: [Need],
        institution: String = "County",
        exam: String = "E1",
        examType: String? = "abdomen",
        section: String? = "abd.liver",
        technician: String? = nil,
        at now: Timestamp = Moments.start
    ) throws -> [Int64] {
        var drop = Drop(institution, "20261121_\(exam)_x")
        drop.metadata.examType = examType
        drop.metadata.technician = technician
        for (index, need) in needs.enumerated() { try add(need, "\(index)", to: &drop, section: section) }
        let before = Int64(try home.value("SELECT COALESCE(MAX(id), 0) FROM image") ?? "0") ?? 0
        try drop.commit(to: store, at: now)
        return needs.indices.map { before + 1 + Int64($0) }
    }

    /// Adds one image to a submission; other bytes for other exams and names.
    func add(_ need: Need, _ name: String, to drop: inout Drop, section: String? = "abd.liver", bytes: String? = nil)
        throws
    {
        try drop.add(
            "\(name).png",
            bytes: bytes ?? "\(drop.institution)/\(drop.folder)/\(name)",
            to: home,
            score: need == .nothing || need == .drawn ? 92.5 : 41,
            section: section,
            findings: need == .critical ? [Finding(code: "BLANK", severity: .critical)] : [],
            sampled: need == .drawn || need == .flaggedAndDrawn
        )
    }

    /// The whole queue, or what an expert may take of it; the size is asked too and must agree.
    func waiting(
        _ filter: QueueFilter = QueueFilter(),
        for expert: String? = nil,
        at now: Timestamp = Moments.start
    ) throws -> [Int64] {
        let images = try store.queue(filter, for: expert, after: nil, limit: 1000, at: now).map(\.image)
        #expect(try store.queueSize(filter, for: expert, at: now) == images.count)
        return images
    }

    /// Reads an image as an expert does, without claiming first unless a claim is named.
    @discardableResult
    func read(
        _ image: Int64,
        by expert: String = "li",
        grade: ExpertGrade = expertGrade(),
        claim: Int64? = nil,
        at now: Timestamp = Moments.start
    ) throws -> ReviewRecord {
        let machine = try store.reviewSubject(image: image, at: now).machineGradeID
        return try store.commitReview(
            ReviewCommit(
                image: image,
                expert: expert,
                claim: claim,
                wasUnblinded: false,
                machineGradeID: machine,
                grade: grade
            ),
            at: now
        )
    }

    func claim(_ image: Int64, by expert: String = "li", at now: Timestamp = Moments.start) throws -> ClaimRecord {
        try store.claim(image: image, expert: expert, leaseSeconds: 1800, at: now)
    }

    func next(
        _ filter: QueueFilter = QueueFilter(),
        by expert: String = "li",
        at now: Timestamp = Moments.start
    ) throws -> ClaimRecord? {
        try store.claimNext(filter, expert: expert, leaseSeconds: 1800, at: now)
    }

    func roster(_ id: String, institutions: [String] = []) throws {
        try store.addExpert(
            ExpertRecord(id: id, name: id.capitalized, institutions: institutions, addedAt: Moments.start),
            at: Moments.start
        )
    }

    /// State and reason of each claim, oldest first.
    func claims() throws -> String {
        try home.value(
            "SELECT GROUP_CONCAT(expert_id || ' ' || state || COALESCE(': ' || reason, ''), ', ') FROM claim"
        )
            ?? ""
    }

    func problems() throws -> [AuditProblem] { try store.verifyAudit(vault: home.vault).problems }

    /// Expects a refusal by the rules of the work, with these words in its one line.
    func expectDenied(_ words: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
        let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation) { try body() }
        #expect(error?.code == .denied, sourceLocation: sourceLocation)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")", sourceLocation: sourceLocation)
        #expect(error?.description.contains("\n") == false, sourceLocation: sourceLocation)
    }
}
